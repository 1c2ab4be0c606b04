command-coach = Coaching: whose figures are worth a talk

coach-title = 🧭 Coaching · <b>{ $name }</b>
coach-peers = { $metric }, last { $days } days: <b>{ $own }</b> ({ $n })
coach-peers-team = Team { $other } ({ $n }) · alert line { $line }
coach-n = n = { $n }
coach-part = { $part }/{ $n }
coach-trend = { $metric }, last { $days } days: <b>{ $own }</b>
coach-trend-usual = By their own 4 weeks before: { $other } ({ $n-n ->
    [one] { $n } day
   *[other] { $n } days
} reported) · alert line { $line }
coach-target = { $metric }, { $month }: <b>{ $own }</b>
coach-target-due = Expected by now: { $other } ({ $n-n ->
    [one] { $n } day
   *[other] { $n } days
} reported) · alert line { $line }
coach-silence = No report on the last <b>{ $days }</b> { $days-n ->
    [one] working day
   *[other] working days
}
coach-silence-line = Reported on { $n-n ->
    [one] { $n } day
   *[other] { $n } days
} of the last 4 weeks · alert line { $line-n ->
    [one] { $line } day
   *[other] { $line } days
}
coach-why = Likely cause: { $why }
coach-step = To try: { $step }
coach-advice = <i>System suggestion, for reference only</i>
coach-answered-plan = 📌 Planned
coach-answered-ignore = 🙈 Ignored
coach-answered-bad = 👎 Noted: not useful

coach-rule-repurchase = Repurchase rate
coach-why-repurchase = customers hear little after they bought.
coach-step-repurchase = two calls a day to customers who have not bought for long.
coach-task-repurchase = Call 10 customers who have not bought for long
coach-rule-aov = AOV
coach-why-aov = mostly single items are sold, few sets.
coach-step-aov = prepare two sets, and ask once more before closing.
coach-task-aov = Offer a set to 10 customers
coach-rule-conversion = Conversion
coach-why-conversion = many look, but the answer comes late or misses the point.
coach-step-conversion = read a few chats together, mend opening and closing.
coach-task-conversion = Go through 5 chats without a sale
coach-rule-satisfaction = Satisfaction
coach-why-satisfaction = slow answers after the sale, or too much promised.
coach-step-satisfaction = read the bad ratings and answer each.
coach-task-satisfaction = Call 5 customers who rated badly
coach-rule-complaints = Complaint rate
coach-why-complaints = one thing goes wrong again and again: shipping, quality, promises.
coach-step-complaints = sort complaints by cause, mend the most frequent.
coach-task-complaints = Settle 5 complaints and note the causes
coach-rule-sales = Sales trend
coach-why-sales = fewer customers are followed up, or something else is on.
coach-step-sales = ask how things are, then set a small goal for the week.
coach-task-sales = Contact 10 customers this week
coach-rule-new-customers = New customers trend
coach-why-new-customers = nothing is done to be found, or a channel ran dry.
coach-step-new-customers = see where new customers came from, add a channel.
coach-task-new-customers = Ask 5 customers to recommend us
coach-rule-target = Target progress
coach-why-target = the target is not split into days, or too few prospects.
coach-step-target = split what is left into days, together.
coach-task-target = List 10 customers who may buy this month
coach-rule-silence = No reports
coach-why-silence = busy, forgotten, or shy to report no sale.
coach-step-silence = say hello in private; a 0 can be reported too.
coach-task-silence = Report every day again

coach-effect-title = 🔎 <b>{ $name }</b> · { $days } days later
coach-effect = { $what } { $before } → <b>{ $after }</b> ({ $n })
coach-silent-days = { $n-n ->
    [one] { $n } day
   *[other] { $n } days
}
coach-reported = { $n-n ->
    [one] { $n } day
   *[other] { $n } days
} reported
coach-no-proof = <i>Before and after: not proof of cause</i>

coach-list = 🧭 Coaching of <b>{ $team }</b>
coach-none = Nothing to talk about now. I look every working day at 09:10: three cards at most, for leads only.
coach-line = <b>{ $name }</b> { $rule } · { $day } · { $answered }
coach-short-new = new
coach-short-plan = planned
coach-short-ignore = ignored
coach-short-bad = not useful
coach-rules = ⚙️ Coaching rules of <b>{ $team }</b>
coach-rule-line = <b>{ $rule }</b>: { $terms }
coach-rule-line-off = <b>{ $rule }</b> (off): { $terms }
coach-rule-voted = { $line }
    　📌 planned { $planned } · 🙈 ignored { $ignored } · 👎 not useful { $bad }
coach-limit-peers = alert line { $limit }% of the team's
coach-limit-trend = alert line { $limit }% of their own 4 weeks
coach-limit-target = alert line { $limit }% of what is expected
coach-limit-silence = alert line { $limit } working days
coach-fewest-repurchase = { $n }+ customers
coach-fewest-aov = { $n }+ orders
coach-fewest-conversion = { $n }+ visitors
coach-fewest-satisfaction = { $n }+ ratings
coach-fewest-complaints = { $n }+ orders
coach-fewest-days = { $n }+ days reported
coach-rule-how = First row: the alert line. Below: the smallest sample. A rule that is often “not useful” speaks once a week at most.
coach-terms = { $terms }
coach-terms-off = off · { $terms }
coach-effect-after = Where a plan was made, the effect is told after { $n } days:
coach-days = { $n } days
coach-days-chosen = ✓ { $n } days
coach-choice = { $n }
coach-choice-chosen = ✓ { $n }
coach-planned = There is a plan for it already: /plan

audit-coach-answer = answered coaching: { $rule }
audit-coach-rule = changed a coaching rule: { $rule }
audit-coach-days = changed after how many days effects are told

button-coach-plan = 📌 Plan
button-coach-ignore = 🙈 Ignore
button-coach-bad = 👎 Not useful
button-coach-undo = ↩️ Undo
button-coach-open = { $name } · { $rule }
button-coach-rules = ⚙️ Rules
button-coach-rule = { $rule }
button-coach-rule-off = { $rule } (off)
button-coach-on = Switch this rule on
button-coach-off = Switch this rule off
