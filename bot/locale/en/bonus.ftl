command-bonus = Bonus rules: from a template, tried out, published (private chat only)

bonus-head = 🎯 Bonus rules of <b>{ $team }</b>
bonus-none = 🎯 <b>{ $team }</b> has published no bonus rules yet.
    Press New and choose a template: no formula to type.
bonus-version = <b>Version { $number }</b>, from { $month } on
bonus-templates = Choose a template. It becomes a draft; you see what it costs before you publish it:
bonus-template-newcomers = <b>Starter</b>: easy to reach, so that everybody earns something
bonus-template-growth = <b>Growth</b>: extra above the target, as long as service holds
bonus-template-promotion = <b>Promotion</b>: the higher, the more
bonus-draft = 📝 Draft, <b>version { $number }</b> (not in force)
bonus-draft-how = Next: simulate, to see what it costs.
    Add or remove rules with the buttons, or type one: <code>/bonus tiers 0 5% 30000 8%</code>, <code>/bonus threshold complaint rate 2% 200</code>
bonus-publish-how = Once published it cannot be edited; a change is a new version for later months.
bonus-published = ✅ Version { $number } is published and holds from { $month } on.
bonus-published-how = Everybody can see with /sim what it pays them.
bonus-discarded = Draft version { $number } is deleted.
bonus-try-first = The rules have changed: please simulate before you publish.
bonus-month-paid = The pay of { $month } was told already, so rules can only start in a later month.
bonus-is-published = This version is published and cannot be edited. Make a new one like it: /bonus
bonus-kind-target = Target bonus
bonus-kind-tiers = Commission
bonus-kind-threshold = Threshold bonus
bonus-kind-satisfaction = Satisfaction
bonus-kind-champion = New-customer champion
bonus-kind-big-order = Big order
bonus-kind-praise = Praise
bonus-kind-cap = Cap
bonus-kind-budget = Budget
bonus-nothing-left = At least one rule must stay.
bonus-nothing-to-limit = There are no bonus rules yet. Begin with one: /bonus

button-bonus-new = ➕ New
button-bonus-copy = New version like the present one
button-bonus-draft = 📝 Draft, version { $number }
button-bonus-newcomers = Starter
button-bonus-growth = Growth
button-bonus-promotion = Promotion
button-bonus-try = 🧮 Simulate
button-bonus-publish = ✅ Publish from { $month }
button-bonus-discard = Delete the draft
button-bonus-with = ＋ { $what }
button-bonus-without = － { $what }

audit-bonus = bonus rules
audit-bonus-published = version { $number } published from { $month }

command-sim = Simulate: what 98, 110 or 120% of your target pays you

sim-head = 🧮 Simulation of bonus rules, <b>version { $number }</b> ({ $stage ->
    [draft] draft
    [simulated] draft
   *[published] published
})
sim-no-rules = There are no bonus rules to simulate yet.
sim-no-targets = There are no targets for this month, so only past months are shown. Set some: /target
sim-month = { $month }
sim-at = at { $attained }%
sim-case = <b>{ $case }</b>: bonuses { $variable-short }
    　{ $net } of net sales, { $margin } of margin
sim-case-whole = 　with base pay { $cost-short }, { $all } of net sales
sim-share = { $percent }%
sim-none = —
sim-extremes = Costliest: { $dearest }; cheapest: { $cheapest }
sim-extreme = { $case } ({ $net })
sim-over-budget = ⚠️ Beyond the budget ({ $budget }% of net sales): { $cases }
sim-within-budget = ✓ All within the budget ({ $budget }% of net sales)
sim-changes = Against the present rules, on past months:
sim-no-changes = Against the present rules, nobody gains or loses on past months.
sim-gains = 📈 { $name }: { $now-short } → { $then-short } ({ $change-short } more)
sim-loses = 📉 { $name }: { $now-short } → { $then-short } ({ $change-short } less)
sim-own-head = 🧮 What <b>{ $month }</b> can pay you
sim-own-at = At <b>{ $attained }%</b>: bonus { $bonus-short }, with base pay { $total-short }
sim-own-at-bonus = At <b>{ $attained }%</b>: bonus { $bonus-short }
sim-own-no-target-lead = You have no target of your own this month, so there is nothing to work out for you. What the team's pay comes to: <code>/sim team</code>
sim-own-no-target = You have no target this month, so there is nothing to work out. Ask your lead to set one with /target.
sim-own-foot = By the published rules, without special rewards. Where you are now: /pay

bonus-ask = <b>{ $what } { $step }/{ $of }</b>
bonus-ask-amount = What bonus does each seller get at 100% of the target?
    Press one, or type an amount.
bonus-ask-floor = Is anything paid below 100%?
    It can be paid in proportion from some share on: press one, or type it, such as <code>85%</code>.
bonus-ask-ladder = What extra is there above the target?
    Press one, or type it, such as <code>110% 20% 120% 50%</code>: from 110% of the target on 20% of the bonus more, from 120% on 50%.
bonus-ask-gate = Above which complaint rate is there no extra?
    Press one, or type it, such as <code>3%</code>.
bonus-ask-budget = How much of net sales may all bonuses take? You are warned beyond it.
    Press one, or type it, such as <code>4%</code>.
bonus-asked-all = All right.
bonus-unclear = I did not understand that. Press a button, or type the answer alone:
bonus-impossible = That cannot be: { $fault ->
    [amount] the amount must be above zero
    [floor] pay below the target starts between 0 and 100%
    [steps] steps start above 100% and each is higher than the one before
    [tiers] tiers start at 0; where a rate holds for everything, later ones cannot be lower
    [limit] a number is too large, or a share is above 100%
    [name] the gift's name is too long
    [tie] a gift cannot be split
    [empty] there are too many rules, or none
    [budget] a budget is above 0 and at most 100%
    [metric] nothing can be paid for this metric
   *[other] a number does not fit
}.
bonus-ask-tiers = How much commission on net sales?
    Press one, or type it, such as <code>0 5% 30000 8%</code>: 5% up to 30,000, 8% from there.
bonus-ask-applies = Once a higher rate is reached, what does it apply to?
bonus-ask-metric = Which metric does this bonus look at?
    Press one, or type its name.
bonus-ask-limit = { $metric }: what must be reached?
    Press one, or type a number.
bonus-ask-reward = How much is paid then?
    Press one, or type an amount.
bonus-ask-rise = By how many points must satisfaction rise from the month before?
    Press one, or type it, such as <code>8%</code>.
bonus-ask-prize = How much is the prize?
    Press one, or type an amount; for a gift type its name and worth, such as <code>gift hand cream 80</code>.
bonus-ask-tie = And if several are first?
bonus-ask-order = From what amount is one order a big one?
    Press one, or type an amount.
bonus-ask-cap = What is the most cash bonus one person can get in a month?
    Press one, or type an amount.
button-bonus-ask = My own target bonus: 5 questions
button-bonus-ask-tiers = My own commission: 2 questions
button-bonus-rate = { $first ->
    [yes] { $rate }%
   *[no] from { $start-short }: { $rate }%
}
button-bonus-applies-marginal = To what lies above
button-bonus-applies-whole = To everything
button-bonus-metric = { $metric }
button-bonus-limit = { $limit }
button-bonus-rise = { $percent } points
button-bonus-tie-both = Each gets it
button-bonus-tie-split = Split it
button-bonus-no-cap = No cap
button-bonus-late-off = Late refunds: do not settle them
button-bonus-late-on = Late refunds: settle them next month
button-bonus-amount = { $amount-short }
button-bonus-floor = From { $percent }%
button-bonus-gate = Above { $percent }%
button-bonus-budget = { $percent }%
button-bonus-step = { $at }%: +{ $extra }%
button-bonus-ladder = { $steps }
button-bonus-no-floor = Nothing
button-bonus-no-ladder = Nothing more
button-bonus-no-gate = No such limit
button-bonus-no-budget = No budget
sim-bar-note = { $net }
sim-chart-subtitle = Simulation: variable pay and its share of net sales
sim-chart = Every case stays within the budget
sim-chart-over = Orange goes beyond the budget
