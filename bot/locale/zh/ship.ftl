command-ship = 发货：标记哪单发了、用了多久；只发 /ship 看还没发的

ship-head = 📦 <b>还没标发货的</b> { $n } 条，发了就点一下
ship-none = 📦 没有等着发货的报单。
ship-line = #{ $number } { $name } · { $amount } · 等了 { $hours } 小时
ship-more = 另有 { $n } 条
ship-how = <i>也可以写：<code>发货 #18</code>、<code>发货3单 平均6小时</code>、<code>发货 2h 4h 30h</code></i>
button-ship = 📦 #{ $number } 已发
ship-no-sale = #{ $number } 不是一条有效的销售报单，没有记。
ship-not-yours = #{ $number } 不是你的报单，请报单人或团队长来标发货。
ship-already = #{ $number } 已经标过发货了（#{ $report }）。
problem-too-long = 用时太长了，没有记。请检查一下。
setting-shipping = 发货时限
settings-shipping-hours = 超过 { $hours } 小时算超时
settings-shipping-unclear = 超过几小时算超时？写 1 到 720，比如：<code>设置 发货 48</code>，或 关
ship-overdue = ⏰ #{ $number } { $name } · { $amount } · 等了 { $hours } 小时，超时了
choose-shipping = 多久没发货算超时？
hint-shipped = 没记。发了哪单、用了多久也要写：<code>发货 #18</code>、<code>发货3单 平均6小时</code>
