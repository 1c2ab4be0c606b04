command-target = This month's targets; leads set them

target-head = 🎯 <b>{ $team }</b> · targets of { $month }
target-none = There is no target for this month yet.
target-team = Team { $net-short } / { $target-short } ({ $attainment })
target-team-open = Team { $net-short }, no target for the team yet
target-member = { $name } { $net-short } / { $target-short } ({ $attainment })
target-more = … and { $n } more
target-parts-even = Members together { $parts-short }, just the team's target ✓
target-parts-over = Members together { $parts-short }, { $gap-short } above the team's target
target-parts-under = Members together { $parts-short }, { $gap-short } below the team's target
target-how = Set one: <code>/target 50000</code>, a member's: <code>/target @Mei 20000</code>
target-of-team = Team
target-of-member = { $name }
target-set = ✅ { $whose }, target of { $month }: { $amount-short }
target-changed = ✅ { $whose }, target of { $month }: { $before-short } → { $amount-short }
target-too-large = That is too large, so nothing was changed. Please check the zeros.
target-not-positive = A target must be above 0, so nothing was changed. Write it like this: <code>/target 50000</code>
