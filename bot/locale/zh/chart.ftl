command-chart = 图表：本周、上周，或某个月

# 图上的字（chart-before、change-* 在文字里也用）
chart-net = 净销售额
chart-orders = 订单
chart-aov = 笔单价
chart-new = 新客
chart-before = { $grain ->
    [month] 上月
   *[week] 上周
} { $net-short }
chart-before-part = { $grain ->
    [month] 上月同期
   *[week] 上周同期
} { $net-short }
chart-goal = { $month }目标
chart-amounts = { $net } / { $target }
chart-time = 时间进度 { $share }
chart-others = 其余{ $n }人
chart-footer = 净销售额 = 销售额 − 退款 · 时区 { $zone }
change-up = ▲{ $by }
change-down = ▼{ $by }
change-none = 持平
change-unknown = —

weekly-subtitle = 周报 · { $week }
weekly-subtitle-part = 周报 · { $week }（还没结束）
weekly-daily = 每日净销售额（{ $unit }）
weekly-legend = 上周同一天
weekly-column-change = 比上周

monthly-subtitle = 月报 · { $month }
monthly-subtitle-part = 月报 · { $month }（还没结束）
monthly-run = 累计净销售额
monthly-run-target = 目标
monthly-daily = 每日净销售额（{ $unit }）
monthly-best = 最高 { $day }
monthly-legend = 上月同一天
monthly-column-change = 比上月

# 图下的字
chart-total = 净销售额 <b>{ $net-short }</b>（{ $compared }）
chart-figure-orders = { $value }单 { $change }
chart-figure-aov = 笔单价 { $value-short } { $change }
chart-figure-new = 新客{ $value } { $change }
chart-figures = { $what }
chart-goal-line = { $month }目标 { $net-short } / { $target-short } = <b>{ $share }</b> · 时间进度 { $elapsed }
chart-seller = { $place }. { $name } <b>{ $net-short }</b> { $what }
chart-seller-goal = 目标 { $share }
chart-more = 其余{ $n }人共 { $net-short }

weekly-heading = 📊 <b>{ $team } · 周报</b> { $week }
weekly-heading-part = 📊 <b>{ $team } · 周报</b> { $week }（还没结束）
weekly-days = 每天：{ $what }
weekly-day = { $day } { $net-short }
weekly-empty = { $week } 没有人报数，这周没有图。

monthly-heading = 📊 <b>{ $team } · 月报</b> { $month }
monthly-heading-part = 📊 <b>{ $team } · 月报</b> { $month }（还没结束）
monthly-best-line = 最高一天：{ $day } { $net-short }
monthly-before-line = 上月全月 { $net-short }
monthly-empty = { $month } 没有人报数，这个月没有图。

# 图下的按钮
chart-show-week = 本周
chart-show-last-week = 上周
chart-show-month = 本月
chart-show-last-month = 上月
