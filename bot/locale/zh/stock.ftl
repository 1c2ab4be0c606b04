command-stock = 库存：入库、盘点、还够卖几天、哪些卖不动

stock-head = 📦 <b>{ $team }</b> 库存
stock-none = 📦 <b>{ $team }</b> 还没有库存记录。
stock-how = 货到了这样记：<code>入库 面膜 100 成本30</code>
    数过了这样记：<code>盘点 面膜 60</code>
    以后报单写上商品和件数，库存自己会减：<code>面膜3盒 299</code>
stock-none-how = 团队长记了入库，这里就看得到。
stock-line = { $name }　{ $figures }
stock-line-low = ⚠️ { $name }　{ $figures }
stock-name = { $name }
stock-number = { $n }
stock-pieces = { $n } 件
stock-short = 比入库的多卖了 { $n } 件，盘点一下
stock-gone = 卖完了
stock-days = 够卖 { $days } 天
stock-never-sold = 还没卖过
stock-unsold = 近 { $days } 天没卖
stock-turns = { $period }{ $figures }
stock-turn = 周转 { $turns } 次
stock-turn-days = 一次 { $days } 天
stock-turns-unpriced = 周转率要有进价才能算，还差：{ $names }
stock-product = 📦 <b>{ $name }</b>
stock-now = 现有 { $figures }
stock-cost = 进价 { $cost }（平均每件）
stock-was-in = { $day } 入库 { $n } 件
stock-was-count = { $day } 盘点 { $n } 件
stock-done-in = ✅ <b>{ $name }</b> 入库 { $n } 件，进价 { $cost }
stock-done-count = ✅ <b>{ $name }</b> 盘点 { $n } 件
stock-done-cost = ✅ <b>{ $name }</b> 进价 { $cost }
stock-missing = 比账上少 { $n } 件
stock-found = 比账上多 { $n } 件
stock-unpriced = 还没有进价，周转率算不出来。这样补：<code>/stock cost { $name } 30</code>
stock-undone = ↩️ 撤回了：{ $name } { $step ->
    [in] 入库 { $n } 件
    [count] 盘点 { $n } 件
   *[cost] 进价
}
stock-unknown = 库存里没有“{ $name }”。
stock-undone-already = 这一笔已经撤回了。
stock-ask-name-in = 什么货到了？多少件？比如：<code>面膜 100 成本30</code>
stock-ask-name-count = 数了什么？还有多少件？比如：<code>面膜 60</code>
stock-ask-name-cost = 哪个商品的进价？比如：<code>面膜</code>
stock-ask-pieces-in = <b>{ $name }</b> 到了多少件？点一个，或直接写数字。
stock-ask-pieces-count = <b>{ $name }</b> 数下来有多少件？点一个，或直接写数字。
stock-ask-cost = <b>{ $name }</b> 每件进价多少？写数字，比如 30。是进货的钱，不是卖价。
stock-step-unclear = 没看懂。这样写：<code>面膜 100</code>；不记了就写：取消
stock-pieces-unclear = 件数要是整数，比如 60；不记了就写：取消
stock-cost-unclear = 没看懂进价。写每件多少钱，比如 30。
stock-in-private = 一步一步记要在私聊里。群里可以直接写：<code>入库 面膜 100 成本30</code>
stock-low = 🔔 <b>{ $team }</b>：{ $name } 快卖完了，{ $figures }。
stock-low-limit = 低于 { $days } 天才提醒，补货之前不再说。改：<code>设置 库存提醒 10</code>
stock-slow-head = 🐢 { $days } 天没卖出的：
stock-slow-none = 👍 没有 { $days } 天卖不动的货。
stock-slow-line = { $name }　{ $n } 件 · { $days } 天没卖
stock-slow-tied = { $name }　{ $n } 件 · { $days } 天没卖 · 压着 { $money }
stock-slow-unpriced = { $name }　{ $n } 件 · { $days } 天没卖 · 没有进价
stock-slow-more = 还有 { $n } 种
stock-slow-total = 一共压着 { $money }
button-stock-all = 📦 全部库存
button-stock-slow = 🐢 卖不动的
button-stock-in = 📥 入库
button-stock-count = 📋 盘点
button-stock-cost = 💰 进价
button-stock-same = 和上次一样 { $cost }
button-stock-unknown = 不知道
setting-stock = 库存提醒
settings-stock-days = 不够 { $days } 天
settings-stock-unclear = 不够卖几天时提醒？写 1 到 365，比如：<code>设置 库存提醒 10</code>，或 关
choose-stock = 一种货不够卖几天时，私聊提醒团队长？
