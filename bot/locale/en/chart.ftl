command-chart = The week in a picture: this week so far, or last week

# On the picture (weekly-before and change-* are used in the text too)
weekly-title = { $team }
weekly-subtitle = Weekly report · { $week }
weekly-subtitle-part = Weekly report · { $week } (not over yet)
weekly-net = Net sales
weekly-orders = Orders
weekly-aov = AOV
weekly-new = New customers
weekly-money = { $amount-short }
weekly-before = week before { $net-short }
weekly-before-part = same days before { $net-short }
weekly-daily = Each day by seller
weekly-legend = week before
weekly-goal = { $month } target
weekly-amounts = { $net-short } / { $target-short }
weekly-time = Time elapsed { $share }
weekly-column-change = vs. before
weekly-others = { $n-n ->
    [one] { $n } other
   *[other] { $n } others
}
weekly-footer = Net sales = sales − refunds · time zone { $zone }
change-up = ▲{ $by }
change-down = ▼{ $by }
change-none = same
change-unknown = —

# Below the picture
weekly-heading = 📊 <b>{ $team } · weekly report</b> { $week }
weekly-heading-part = 📊 <b>{ $team } · weekly report</b> { $week } (not over yet)
weekly-total = Net sales <b>{ $net-short }</b> ({ $compared })
weekly-figure-orders = { $value-n ->
    [one] { $value } order
   *[other] { $value } orders
} { $change }
weekly-figure-aov = AOV { $value-short } { $change }
weekly-figure-new = { $value } new { $change }
weekly-figures = { $what }
weekly-goal-line = { $month } target { $net-short } / { $target-short } = <b>{ $share }</b> · time elapsed { $elapsed }
weekly-days = Each day: { $what }
weekly-day = { $day } { $net-short }
weekly-seller = { $place }. { $name } <b>{ $net-short }</b> { $what }
weekly-seller-goal = target { $share }
weekly-more = { $n-n ->
    [one] { $n } more, { $net-short }
   *[other] { $n } more, { $net-short } in all
}
weekly-empty = Nobody reported in the week { $week }, so there is no chart.
