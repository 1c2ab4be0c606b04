command-analyze = 分析：趋势、环比、同比、结构、二八、漏斗、星期、异常

analysis-title = 🔍 <b>{ $whose } · { $kind }</b> { $period }
analysis-subtitle = { $kind } · { $period }
analysis-footer = 数字来自报单 · 时区 { $zone }
analysis-own = 这里只能看自己的。全队的由团队长看。
analysis-kept = 团队设置了不公开每个人的金额，请团队长在私聊里看。
analysis-no-sum = { $metric }不能加起来，没法这样分析，看它用 /kpi。可以分析：{ $names }
analysis-nothing = { $period } 还没有可分析的数字。

analysis-kind-trend = 趋势
analysis-kind-last = 环比
analysis-kind-year = 同比
analysis-kind-parts = 结构
analysis-kind-pareto = 二八
analysis-kind-funnel = 漏斗
analysis-kind-weekday = 星期
analysis-kind-outlier = 异常
analysis-button-grain = { $grain ->
    [day] 按天
    [week] 按周
   *[month] 按月
}

analysis-day = { $day }
analysis-period = { $period }
analysis-name = { $name }
analysis-percent = { $share }
analysis-level = { $share }
analysis-point = { $label } { $net }
analysis-points = { $points }
analysis-row = { $label } <b>{ $net }</b> { $share }
analysis-others = 其余{ $n }{ $what ->
    [sellers] 人
    [days] 天
   *[weeks] 周
}
analysis-days = 共 { $n } 天

# 趋势
analysis-trend-up = { $n }{ $grain ->
    [day] 天
    [week] 周
   *[month] 个月
}来在上升，平均每{ $grain ->
    [day] 天
    [week] 周
   *[month] 月
}多 { $by }。
analysis-trend-down = { $n }{ $grain ->
    [day] 天
    [week] 周
   *[month] 个月
}来在下降，平均每{ $grain ->
    [day] 天
    [week] 周
   *[month] 月
}少 { $by }。
analysis-trend-steady = { $n }{ $grain ->
    [day] 天
    [week] 周
   *[month] 个月
}来平稳，没有明显升降。
analysis-mean = 平均 { $net }
analysis-best = 最高 { $label } { $net }
analysis-worst = 最低 { $label } { $net }
analysis-rise = 从头到尾 { $change }（相对平均）
analysis-legend = 上一期
analysis-legend-year = 去年同期
analysis-few-trend = 看趋势至少要 { $needed } 个完整的{ $grain ->
    [day] 天
    [week] 周
   *[month] 月
}，现在有 { $n } 个。

# 环比、同比
analysis-change-more = { $now }，比 { $then } 的 { $before } 多 { $by }（▲{ $change }）。
analysis-change-less = { $now }，比 { $then } 的 { $before } 少 { $by }（▼{ $change }）。
analysis-change-same = { $now }，和 { $then } 一样。
analysis-few-change = 没法比：{ $period } 没有报单，要有两期才能比。

# 结构、二八
analysis-structure = { $first } { $what ->
    [sellers] 贡献最多
   *[weeks] 最多
}，占 { $share }（共 { $n } { $what ->
    [sellers] 人
   *[weeks] 周
}，合计 { $whole }）。
analysis-pareto = { $n } { $what ->
    [sellers] 人
   *[days] 天
}里 { $top } { $what ->
    [sellers] 人
   *[days] 天
}做出了 { $share }{ $sales ->
    [yes] { " " }的销售额
   *[no] { "" }
}。
analysis-pareto-even = 很平均：{ $n } { $what ->
    [sellers] 人
   *[days] 天
}全算上才到 80%。
analysis-few-pareto = 看二八至少要 { $needed } { $what ->
    [sellers] 人
   *[days] 天
}{ $sales ->
    [yes] 有销售额
   *[no] 有数字
}，现在有 { $n } { $what ->
    [sellers] 人
   *[days] 天
}。

# 漏斗
analysis-funnel = 到“{ $step }”这一步流失最多，上一步只有 { $rate } 走到这里。
analysis-funnel-one = 上一步有 { $rate } 走到“{ $step }”。
analysis-funnel-gaps = 中间缺了几步，算不出转化：{ $missing } 没有报。
analysis-few-funnel = 画漏斗至少要报两步，现在有 { $n } 步。没有报：{ $missing }
analysis-report-steps = 报数时带上就有，例如：<code>3单 1280 UV40 咨询12 老客1</code>
analysis-missing = 没有报
analysis-step-visitors = 访客人次
analysis-step-inquiries = 咨询
analysis-step-buyers = 成交（买家）
analysis-step-orders = 成交（订单）
analysis-step-repeat-customers = 复购（老客）
analysis-step-none = { $step }：没有报
analysis-step-first = { $step }：{ $n }
analysis-step-rate = { $step }：{ $n }（上一步的 { $rate }）

# 星期、异常
analysis-weekday = { $on ->
    [mon] 周一
    [tue] 周二
    [wed] 周三
    [thu] 周四
    [fri] 周五
    [sat] 周六
   *[sun] 周日
}
analysis-weekdays = { $best }最旺，平均 { $high }；{ $worst }最淡，平均 { $low }。
analysis-few-weekdays = 看星期规律至少要 { $needed } 天，现在有 { $n } 天。
analysis-outliers = 有 { $n } 天不寻常；平常一天 { $usual }。
analysis-outliers-none = 没有异常的日子；平常一天 { $usual }。
analysis-few-outliers = 找异常至少要报过 { $needed } 天，现在有 { $n } 天。
analysis-usual = 平常一天 { $net }
analysis-high = ▲ { $day } { $net }
analysis-low = ▼ { $day } { $net }

# 每周、每月给团队长
largest-change-more = 💡 变化最大：{ $name } 比上周多 { $by-short }（▲{ $change }），{ $n }单，上周{ $before }单
largest-change-less = 💡 变化最大：{ $name } 比上周少 { $by-short }（▼{ $change }），{ $n }单，上周{ $before }单
month-findings = 🔍 <b>{ $team } · { $month }</b> 还看到：
month-finding = <b>{ $kind }</b>　{ $finding }
