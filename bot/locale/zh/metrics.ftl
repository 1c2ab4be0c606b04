command-metrics = 指标开关：用得上的开着，用不上的关掉

metrics-head = 🎛 <b>{ $team }</b> 用这些指标
metrics-group = <b>{ $group }</b>
    { $names }
metrics-group-off = <i>关着：{ $names }</i>
metrics-how = 点一类来开关。关掉的不问、不显示，报了的数照样存着。
metrics-leads-only = 团队长可以开关。
metrics-tap = ✅ 开着，⬜ 关着。点一下就换。
metrics-net-always = 销售额总是开着的。
metrics-switch-on = ✅ { $name }
metrics-switch-off = ⬜ { $name }
metrics-on = ✅ { $name }：开
metrics-off = ⬜ { $name }：关
metrics-always = { $name }不能关。
metrics-is-off = 团队没开“{ $name }”这个指标。
metrics-card-off = 📴 { $names }：团队没开这项，数已存下；团队长可以开启
button-metrics = 🎛 指标开关
button-metric-use = 🎛 开启 { $name }
audit-metric = 指标 { $name }

command-template = 行业模板：一次配好指标和综合分权重

template-head = 🧩 <b>{ $team }</b> 卖什么？选了先看会改什么，再决定。
template-title = 🧩 <b>{ $trade }</b> 模板
template-uses = { $n } 个指标
template-metrics = { $before } → { $after }
template-on = 打开：{ $names }
template-off = 关掉：{ $names }
template-weights = 现在 { $before }
    换成 { $after }
template-ask = 要换成这套吗？已有的数一个都不会丢。
template-same = 现在用的就是这套。
template-done = ✅ 换成了 <b>{ $trade }</b> 模板。
template-later = 单个再改：/metrics 开关指标，/score 改权重
button-template = 🧩 行业模板
button-template-use = ✅ 换成这套
button-template-metrics = 🎛 自己开关指标
trade-beauty = 💄 美妆
trade-baby = 🍼 母婴
trade-food = 🍜 食品
trade-fashion = 👗 服饰
audit-template = 行业模板 { $trade }
