command-score = Score: several metrics as one figure by weights; leads set them

score-weights = Weights: { $parts }
score-weight = { $metric } { $weight }
score-weights-head = ⚖️ <b>Score</b>: each metric's % of target × its weight, added up. All targets met make 100.
score-weights-how = One metric counts 150% at most; lower-is-better ones are turned round; without a figure or a target a metric is left out and the others weigh more.
    Your own: <code>/score weights revenue 60 new customers 40</code>
score-weights-set = ✅ The weights are set.
score-not-whole = These weights add up to { $total }. They must make exactly 100, each above 0. Nothing changed.
score-not-aimed-at = { $metric } is itself told from targets and cannot be part of a score.
score-own = <b>My score { $points }</b>
score-part = { $metric } { $achieved } × { $weight } → { $points }
score-part-none = { $metric }: no figure or no target, left out
button-score-weights = ⚖️ Weights
button-score-balanced = Balanced: sales 50 · new 20 · repurchase 20 · complaints 10
button-score-sales = Sales first: sales 70 · new 20 · complaints 10
button-score-growth = Growth: sales 40 · new 40 · repurchase 20
audit-score-weights = weights of the score
