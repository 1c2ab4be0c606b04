pay-read = • { $what }
pay-read-more = { "　" }{ $condition }
pay-read-target = { $metric } on target: { $amount-short } bonus
pay-read-no-floor = nothing below the target
pay-read-floor = in proportion from { $floor }% on, nothing below { $floor }%
pay-read-step-bonus = from { $at }%: { $extra }% of the bonus on top
pay-read-step-excess = from { $at }%: { $extra }% of what is above the target on top
pay-read-threshold-least = { $metric } of { $limit } or more: { $amount-short }
pay-read-threshold-most = { $metric } of { $limit } or less: { $amount-short }
pay-read-sample = from a sample of { $n } on
pay-read-tiers-marginal = { $metric }: commission, each rate within its own tier
pay-read-tiers-whole = { $metric }: commission, the rate of the highest tier on all of it
pay-read-tier = from { $start-short }: { $rate }%
pay-read-gate-least-accelerator = { $metric } below { $limit }: no extra above the target
pay-read-gate-least-all = { $metric } below { $limit }: nothing of this
pay-read-gate-most-accelerator = { $metric } above { $limit }: no extra above the target
pay-read-gate-most-all = { $metric } above { $limit }: nothing of this
pay-read-champion = New-customer champion (most of the month): { $prize }
pay-read-champion-least = at least { $n } new { $n-n ->
    [one] customer
   *[other] customers
}
pay-read-tie-both = in a tie, everybody gets it
pay-read-tie-split = in a tie, it is split
pay-read-satisfaction = Satisfaction up by { $rise } points or more from the month before: { $prize }
pay-read-ratings = both months with { $n } { $n-n ->
    [one] rating
   *[other] ratings
} or more
pay-read-big-order = Big order ({ $limit-short } or more): { $prize }
pay-read-confirmed-once = once a lead confirms it, one time per order
pay-read-praise = Praise from a customer: { $prize }
pay-read-confirmed = once a lead confirms it
pay-read-cash = { $amount-short } cash
pay-read-gift = gift “{ $gift }”, worth { $amount-short }
pay-read-cap = At most { $amount-short } of cash bonus per person and month
pay-read-budget = Budget: bonuses stay within { $budget }% of net sales, else leads are warned
pay-read-adjusts = Refunds after a month is closed are settled in the next month's pay
pay-read-rests = Refunds after a month is closed change nothing any more

pay-read-money = { $value-short }
pay-read-count = { $value }
pay-read-ratio = { $value }
pay-read-percent = { $value }%
pay-read-days = { $value } days
pay-read-hours = { $value } hours
pay-read-points = { $value } points

pay-banned-recruits = ⛔ Nothing may be paid for recruited people (the law against pyramid selling forbids it), so nothing was saved. New customers may be: <code>new customers</code>.
pay-banned-entry-fees = ⛔ Nothing may be paid for entry or joining fees (the law against pyramid selling forbids it), so nothing was saved. Sales to customers may be.
pay-banned-downline = ⛔ Nothing may be paid for what a downline sells (the law against pyramid selling forbids it), so nothing was saved. Everybody's own sales may be.
audit-pay-refused = a reward that was refused
audit-pay-refused-what = “{ $wish }” (against the law)

command-pay = Your own pay (private chat only, nobody else's)
pay-head-told = 💰 { $team }: pay of <b>{ $month }</b> · { $stage ->
    [waiting] waits for you to confirm
    [confirmed] confirmed
    [disputed] disputed, waits for a lead's answer
    [closed] closed
   *[answered] answered by a lead
}
pay-head-so-far = 💰 Pay of <b>{ $month }</b> as it stands (the month is not closed)
pay-no-rules = No rules of pay are published for { $month } yet.
pay-nothing = There is no pay of yours for { $month }.
pay-slip-line = { $what }: { $paid }
    　{ $why }
pay-slip-bare = { $what }: { $paid }
pay-slip-cash = <b>{ $amount }</b>
pay-slip-gift = 🎁 { $gift } (worth { $amount-short })
pay-slip-total = Paid out: <b>{ $cash }</b>
pay-slip-gifts = and gifts worth { $value }
pay-slip-note = { $note }
pay-ahead = 🎯 Sell { $gap-short } more: bonus { $now-short } → { $then-short }
pay-ahead-target = 🎯 Sell { $gap-short } more, to { $attained }: bonus { $now-short } → { $then-short }

pay-kind-base = Base pay
pay-kind-target = Target bonus
pay-kind-accelerator = Extra above the target
pay-kind-threshold = Threshold bonus
pay-kind-tiers = Commission
pay-kind-champion = New-customer champion
pay-kind-satisfaction = Better satisfaction
pay-kind-big-order = Big order
pay-kind-praise = Praise
pay-kind-reward = Reward
pay-kind-cap = Cap
pay-kind-adjustment = Adjustment of an earlier month

pay-formula-base = { $monthly-short } × { $days } ÷ { $of } days
pay-formula-tier = { $sales } × { $rate }%
pay-formula-target = { $attained } of the target
pay-formula-extra = from { $step }%: { $extra }% of the bonus
pay-formula-excess = from { $step }%: { $extra }% of the { $excess } above the target
pay-formula-limit = { $actual }, needed { $other }
pay-formula-most = you { $actual }, the most { $other }
pay-formula-before = { $other } last month → { $actual }
pay-formula-cap = { $due } due, at most { $cap } per person and month
pay-formula-adjustment = refunds for { $month }: { $due } due, { $paid } paid

pay-why-in-proportion = below 100%, in proportion
pay-why-below-target = target not met
pay-why-below-floor = not enough for this bonus
pay-why-below-step = starts at { $step }%
pay-why-below-limit = not reached
pay-why-no-target = no target set
pay-why-unknown = no figures
pay-why-too-few = too few to count
pay-why-not-first = not first
pay-why-gate = { $metric } { $seen }, allowed { $limit }: withheld
pay-why-waiting = waits for a lead
pay-why-declined = declined by a lead
pay-why-no-sales = no sales yet
