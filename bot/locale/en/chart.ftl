command-chart = Charts: this week, last week, or any month

# On the picture (chart-before and change-* are used in the text too)
chart-net = Net sales
chart-orders = Orders
chart-aov = AOV
chart-new = New customers
chart-before = { $grain ->
    [month] month before
   *[week] week before
} { $net-short }
chart-before-part = { $grain ->
    [month] same days last month
   *[week] same days last week
} { $net-short }
chart-goal = { $month } target
chart-amounts = { $net } / { $target }
chart-time = Time elapsed { $share }
chart-others = { $n-n ->
    [one] { $n } other
   *[other] { $n } others
}
chart-footer = Net sales = sales − refunds · time zone { $zone }
change-up = ▲{ $by }
change-down = ▼{ $by }
change-none = same
change-unknown = —

weekly-subtitle = Weekly report · { $week }
weekly-subtitle-part = Weekly report · { $week } (not over yet)
weekly-daily = Each day by seller ({ $unit })
weekly-legend = week before
weekly-column-change = vs. before

monthly-subtitle = Monthly report · { $month }
monthly-subtitle-part = Monthly report · { $month } (not over yet)
monthly-run = Net sales, running total
monthly-run-target = target
monthly-daily = Each day ({ $unit })
monthly-best = best: { $day }
monthly-legend = month before
monthly-column-change = vs. before

# Below the picture
chart-total = Net sales <b>{ $net-short }</b> ({ $compared })
chart-figure-orders = { $value-n ->
    [one] { $value } order
   *[other] { $value } orders
} { $change }
chart-figure-aov = AOV { $value-short } { $change }
chart-figure-new = { $value } new { $change }
chart-figures = { $what }
chart-goal-line = { $month } target { $net-short } / { $target-short } = <b>{ $share }</b> · time elapsed { $elapsed }
chart-seller = { $place }. { $name } <b>{ $net-short }</b> { $what }
chart-seller-goal = target { $share }
chart-more = { $n-n ->
    [one] { $n } more, { $net-short }
   *[other] { $n } more, { $net-short } in all
}

weekly-heading = 📊 <b>{ $team } · weekly report</b> { $week }
weekly-heading-part = 📊 <b>{ $team } · weekly report</b> { $week } (not over yet)
weekly-days = Each day: { $what }
weekly-day = { $day } { $net-short }
weekly-empty = Nobody reported in the week { $week }, so there is no chart.

monthly-heading = 📊 <b>{ $team } · monthly report</b> { $month }
monthly-heading-part = 📊 <b>{ $team } · monthly report</b> { $month } (not over yet)
monthly-best-line = Best day: { $day } { $net-short }
monthly-before-line = All of the month before { $net-short }
monthly-empty = Nobody reported in { $month }, so there is no chart.

# The buttons below
chart-show-week = This week
chart-show-last-week = Last week
chart-show-month = This month
chart-show-last-month = Last month
