command-me = 我的业绩：今日、本周、本月，名次、连续天数和目标

me-title = 👤 <b>{ $name }</b> · { $team }
me-period = <b>{ $when ->
    [day] 今日
    [week] 本周
    [month] 本月
   *[other] { $period }
}</b> { $figures }
me-nothing = 还没报
me-place = 　{ $parts }
me-rank = 第{ $rank }名（共{ $of }人）
me-than = { $when ->
    [day] 昨天
    [week] 上周同期
    [month] 上月同期
    [whole-day] 前一天
    [whole-week] 前一周
    [whole-month] 前一月
   *[other] 前一期
}
me-rise = 比{ $than } ▲{ $change }
me-fall = 比{ $than } ▼{ $change }
me-same = 和{ $than }持平
me-target = 🎯 { $net-short } / { $target-short } = { $attainment } · 时间进度 { $progress }
me-target-of = 🎯 { $metric } { $figures }
me-reached = 🎉 目标完成了，超出 { $over-short }
me-to-go = 　{ $parts }
me-ahead = 领先进度 { $gap-short }
me-behind = 落后进度 { $gap-short }
me-needed-tomorrow = 明日需 { $amount-short }
me-needed-on = { $day }需 { $amount-short }
me-needed-campaign = 大促日（{ $day }）需 { $amount-short }
me-streak = 🔥 连续报单 { $days } 天
me-report-like-this = 这样报单：<code>3单 1280 新客2</code>
me-viewer = 你是只看不报的成员，没有自己的业绩。看全队：/top

# 图上的字
progress-subtitle = { $team } · { $month } · 到{ $today }
progress-goal = 本月目标
progress-pace = 时间进度 { $share } · { $tomorrow ->
    [yes] 明日
   *[no] { $day }
}需 { $amount }
progress-compared = 本月到今天 · 比上月同期
progress-weeks = 每周净销售额
progress-this-week = 本周
progress-usual = 前四周平均 { $amount }
progress-calendar = 报单日历
progress-streak = 连续报单 { $days } 天
progress-reported = 已报
progress-zero = 报了零
progress-missed = 没报
progress-today = 今天
