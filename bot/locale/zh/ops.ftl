command-ops = 运营：库存周转、够卖几天、发货多快、哪些超时没发

ops-head = 🏪 <b>{ $team }</b> 运营 · { $period }
ops-goods = <b>📦 货</b>
ops-no-stock = 还没有库存记录。团队长这样记：<code>入库 面膜 100 成本30</code>
ops-orders = <b>🚚 发货</b>
ops-no-orders = 还没有发货记录。发了就写：<code>发货 #18</code>
ops-figure = { $name } { $figures }
ops-orders-behind = { $n } 单
ops-none-overdue = 👍 没有超过 { $hours } 小时没发的单
ops-overdue = ⏰ 超过 { $hours } 小时没发的 { $n } 条：
ops-late = #{ $number } { $figures } · 等了 { $hours } 小时
ops-more = 还有 { $n } 个
ops-all-off = 这些指标团队都没开。团队长可以用 /metrics 开启。
button-ops-again = 🔄 刷新
