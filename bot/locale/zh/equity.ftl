command-equity = 股权登记：份数、归属进度（只记录，只在私聊）
command-dividend = 分红：把一年的分红池按积分或股份分给大家（只在私聊）

equity-head = 📜 股权登记
equity-none = 📜 还没有登记。
equity-line = { $name } · { $units } 份，{ $day } 起分 { $months } 个月归属
    　已归属 <b>{ $vested }</b> 份（{ $elapsed }/{ $months } 个月）
equity-left = { $name } · { $units } 份，{ $day } 离开，停止归属
    　已归属 <b>{ $vested }</b> 份（{ $elapsed }/{ $months } 个月）
equity-only-recorded = 仅记录，不代表价值，也不构成任何承诺。
equity-how = 登记：<code>/equity grant 小美 100 4年</code>
    离开：<code>/equity leave 小美</code>
equity-granted = ✅ 已登记：
equity-impossible = 份数和年限不对：最多 10 年。
equity-none-of = { $name } 没有登记过股权。
audit-equity = { $name } 的股权登记
audit-left = 离开，停止归属

dividend-pools = 💵 分红：
dividend-none = 💵 还没有分过红。
dividend-pool = { $year } 年 { $pool-short }：{ $parts }
dividend-how = 分红：<code>/dividend 2026 池 50000</code>（按积分）
    或 <code>/dividend 2026 50000 股份</code>
dividend-head = 💵 { $year } 年分红池 { $pool }，{ $by ->
    [score] 按全年积分分
   *[units] 按已归属的股份分
}：
dividend-line = { $name }　{ $share }
dividend-done = ✅ 已记下。
dividend-nobody-score = 那一年还没有人有积分，没法分。
dividend-nobody-units = 还没有人有已归属的股份，没法分。
button-dividend = ✅ 就这样分
audit-dividend = { $year } 年分红

command-budget = 奖金预算：占净销售额多少，用了多少（只在私聊）
budget-none = 💼 还没有预算。定一个：<code>/budget 3%</code>
budget-now = 💼 预算：净销售额的 { $budget }%
budget-used = 本月到今天：奖金 { $amount-short }，上限 { $limit }
budget-over = ⚠️ 已超出 { $excess }。超了的月份要写原因才能结账。
budget-how = 改：<code>/budget 4%</code>，会另做一版规则，试算后再发布。

retain-head = 🧲 <b>{ $team }</b>：留人要注意的事实（只给团队长看）
retain-none = 没有发现要注意的。
retain-line = { $name }　{ $facts }
retain-falling = 报单天数 { $before } → { $now }（前后 4 周）
retain-below = 基本工资低于同行区间
retain-no-rise = 12 个月没有涨过基本工资
retain-foot = 只列事实，不打分，也不看私事。系统提示，仅供参考。

me-year-head = 🗓 { $year } 年
me-year-target = 年目标 { $net-short } / { $target-short } = <b>{ $share }</b> · 时间进度 { $elapsed }
me-year-net = 已做 { $net-short }（你还没有年目标）
me-year-units = 📜 股权：已归属 { $vested } / { $units } 份（仅记录）
button-team-staying = 🧲 留人
team-staying-private = 这个只在私聊里给团队长看。
