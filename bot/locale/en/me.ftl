command-me = My figures: today, week, month, rank, streak and target

me-title = 👤 <b>{ $name }</b> · { $team }
me-period = <b>{ $when ->
    [day] Today
    [week] This week
    [month] This month
   *[other] { $period }
}</b> { $figures }
me-nothing = nothing yet
me-place = 　{ $parts }
me-rank = #{ $rank } of { $of }
me-than = { $when ->
    [day] yesterday
    [week] same days last week
    [month] same days last month
    [whole-day] the day before
    [whole-week] the week before
    [whole-month] the month before
   *[other] before
}
me-rise = ▲{ $change } on { $than }
me-fall = ▼{ $change } on { $than }
me-same = same as { $than }
me-target = 🎯 { $net-short } / { $target-short } = { $attainment } · time gone { $progress }
me-target-of = 🎯 { $metric } { $figures }
me-reached = 🎉 Target reached, { $over-short } over
me-to-go = 　{ $parts }
me-ahead = { $gap-short } ahead of schedule
me-behind = { $gap-short } behind schedule
me-needed-tomorrow = { $amount-short } needed tomorrow
me-needed-on = { $amount-short } needed on { $day }
me-needed-campaign = { $amount-short } on the campaign day { $day }
me-streak = 🔥 { $days-n ->
    [one] { $days } day
   *[other] { $days } days
} in a row
me-report-like-this = Report like this: <code>3 orders 1280 new 2</code>
me-viewer = You only look in this team and have no figures of your own. The team: /top

# On the picture
progress-subtitle = { $team } · { $month } · up to { $today }
progress-goal = This month's target
progress-pace = Time elapsed { $share } · { $amount } needed { $tomorrow ->
    [yes] tomorrow
   *[no] on { $day }
}
progress-compared = This month so far · vs. same days last month
progress-weeks = Net sales by week
progress-this-week = now
progress-usual = average of 4 weeks { $amount }
progress-calendar = Days reported
progress-streak = { $days-n ->
    [one] { $days } day
   *[other] { $days } days
} in a row
progress-reported = reported
progress-zero = zero
progress-missed = missed
progress-today = today
