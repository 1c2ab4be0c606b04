command-target = Targets; leads set them for the team and members

target-head = 🎯 <b>{ $team }</b> · targets of { $month }
target-none = There is no target for { $period } yet.
target-team = Team { $net } / { $target } ({ $attainment })
target-team-open = Team { $net }, no target for the team yet
target-member = { $name } { $net } / { $target } ({ $attainment })
target-more = … and { $n } more
target-more-others = … and { $n } more
target-other = { $whose } · { $metric } { $actual } / { $target } ({ $attainment })
target-when = { $period }
target-parts-even = Members together { $parts-short }, just the team's target ✓
target-parts-over = Members together { $parts-short }, team { $whole-short }: { $gap-short } above it
target-parts-under = Members together { $parts-short }, team { $whole-short }: { $gap-short } below it
target-kept = The team's target stays as it is.
target-how = Set one: <code>/target 50000</code>, a member's: <code>/target @Mei 20000</code>, another metric: <code>/target month new customers 30</code>
target-of-team = Team
target-of-member = { $name }
target-yours = your target
target-money = { $amount-short }
target-set = ✅ { $whose }, target of { $period }: { $amount }
target-set-anew = ✅ { $whose }, target of { $period }: { $before } → { $amount }
target-set-of = ✅ { $whose }, { $metric } in { $period }: { $amount }
target-set-of-anew = ✅ { $whose }, { $metric } in { $period }: { $before } → { $amount }
target-same = The target is { $amount } already, so nothing was changed.
target-too-large = That is too large, so nothing was changed. Please check the zeros.
target-not-positive = A target must be above 0, so nothing was changed. Write it like this: <code>/target 50000</code>

target-not-measured = “{ $word }” cannot be measured, so it is no target. These can be one:
target-unknown = “{ $word }” is no metric, and nobody in the team is called that. These metrics can be a target:
target-no-goal = { $metric } follows from other figures and cannot be a target itself. These can:
target-offer = { $metric }

target-new-head = 🎯 <b>{ $team }</b> · a new target
target-so-far = { $parts }
target-ask-metric = Which metric? Press one, or write its name.
target-ask-whose = Whose target?
target-unclear-whose = Nobody in the team is called that. Press a name, or write it as it stands on the button. To stop, write: cancel
target-unclear-period = Which time is that? Press one, or write it: July, Q3, next week. To stop, write: cancel
target-unclear-amount = I need one number above 0, such as 30. To stop, write: cancel
target-ask-period = For when? Press one, or write it: July, Q3, next week
target-ask-amount = { $metric }: how much? Write a number.
target-ask-amount-unseen = I cannot read ordinary messages in this group. Reply to this one, or go to the private chat.
target-ask-replace = There is a target of { $before }. Replace it by { $amount }?
target-ask-reason = You can also answer with the reason, which is kept.
target-before = The target now: { $before }
target-do = Set { $amount }
target-use = Use { $amount }
target-usual = 📊 { $grain ->
    [week] Weeks before ({ $n })
    [month] Months before ({ $n })
    [quarter] Quarters before ({ $n })
   *[year] Years before ({ $n })
}: usually { $usual }, best { $best }; suggested { $wanted }
target-between = { $low } to { $high }
target-too-high = ⚠️ That is { $share } of the best so far, and may be out of reach.
target-verdict-unknown = ⏳ No verdict yet: that takes three weeks of reports.
target-verdict-usual = 👍 As usual, so it can be reached.
target-verdict-stretch = 💪 More than usual, and reached before.
target-verdict-record = 🚀 More than the best so far.

target-noted = { $amount }
target-noted-because = { $amount } ({ $reason })
audit-target-of = { $metric }, target of { $period } ({ $whose })
target-told = 🎯 <b>{ $team }</b>: { $name } set { $whose } for { $period }, { $metric }: { $now }
target-told-anew = 🎯 <b>{ $team }</b>: { $name } changed { $whose } for { $period }, { $metric }: { $before } → { $now }

target-parts-head = 🗓 { $whose }, { $period }: { $amount } (weight { $weight })
target-part = { $period } · { $amount } ({ $weight })
target-part-rest = { $period } · off
target-split-head = ✂️ { $period }, { $metric } { $amount } among people:
target-split-line = { $name } { $share } · { $amount }
target-split-how = Together that is just the team's target. For other shares write them in this order: <code>40/35/25</code>
target-split-done = ✅ { $period }: { $amount } among { $n-n ->
    [one] one person
   *[other] { $n } people
}, together just the team's target ✓
target-split-nothing = The team has no target of { $metric } for { $period } yet. Set one first: <code>/target 50000</code>
target-split-nobody = There are no sellers in the team to share it.
target-split-count = That is { $given } shares for { $n } sellers. Write one for each, in the order of the list.
target-not-shared = { $metric } is a ratio and the same for everybody, so it cannot be shared out.

target-copy-head = 📋 <b>{ $team }</b> · take the targets of { $old } for { $new }?
target-copy-days = { $old }: { $before }; { $new }: { $now }
target-copy-work = { $days } working days, weight { $weight }
target-copy-line = { $whose }: the same { $same } | by working days { $days }
target-copy-ask = Nothing is saved before you choose.
target-copied = ✅ Targets of { $period } are set: { $n }.
target-copy-skipped = All right, no targets for { $period } yet. At any time: <code>/target copy</code>
target-copy-nothing = Neither this month nor the last one has targets to copy.
target-copy-there = { $period } has targets already, so nothing was changed.

button-target-raise = Raise the team's to { $amount-short }
button-target-keep = Keep
button-target-new = ➕ New target
button-target-weeks = Weeks
button-target-days = Days
button-target-year = Year
button-target-split = Share out
button-target-copy = Copy to next month
button-target-look = Targets
button-split-equal = Equal shares
button-split-sales = By the last 3 months
button-split-do = ✅ Share it out
button-copy-same = The same
button-copy-days = By working days
button-copy-change = Change one
button-copy-skip = Skip
