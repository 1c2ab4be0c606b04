command-chart = 周报图：本周到现在，或上周

# 图上的字（weekly-before、change-* 在文字里也用）
weekly-title = { $team }
weekly-subtitle = 周报 · { $week }
weekly-subtitle-part = 周报 · { $week }（还没结束）
weekly-net = 净销售额
weekly-orders = 订单
weekly-aov = 笔单价
weekly-new = 新客
weekly-money = { $amount-short }
weekly-before = 上周 { $net-short }
weekly-before-part = 上周同期 { $net-short }
weekly-daily = 每日净销售额
weekly-legend = 上周同一天
weekly-goal = { $month }目标
weekly-amounts = { $net-short } / { $target-short }
weekly-time = 时间进度 { $share }
weekly-column-change = 比上周
weekly-others = 其余{ $n }人
weekly-footer = 净销售额 = 销售额 − 退款 · 时区 { $zone }
change-up = ▲{ $by }
change-down = ▼{ $by }
change-none = 持平
change-unknown = —

# 图下的字
weekly-heading = 📊 <b>{ $team } · 周报</b> { $week }
weekly-heading-part = 📊 <b>{ $team } · 周报</b> { $week }（还没结束）
weekly-total = 净销售额 <b>{ $net-short }</b>（{ $compared }）
weekly-figure-orders = { $value }单 { $change }
weekly-figure-aov = 笔单价 { $value-short } { $change }
weekly-figure-new = 新客{ $value } { $change }
weekly-figures = { $what }
weekly-goal-line = { $month }目标 { $net-short } / { $target-short } = <b>{ $share }</b> · 时间进度 { $elapsed }
weekly-days = 每天：{ $what }
weekly-day = { $day } { $net-short }
weekly-seller = { $place }. { $name } <b>{ $net-short }</b> { $what }
weekly-seller-goal = 目标 { $share }
weekly-more = 其余{ $n }人共 { $net-short }
weekly-empty = { $week } 没有人报数，这周没有图。
