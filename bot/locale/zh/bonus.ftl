command-bonus = 奖金规则：选模板、试算、发布（只在私聊）

bonus-head = 🎯 <b>{ $team }</b> 的奖金规则
bonus-none = 🎯 <b>{ $team }</b> 还没有发布奖金规则。
    点“新建”，选一个模板就能用，不用写公式。
bonus-version = <b>第 { $number } 版</b>，{ $month } 起生效
bonus-templates = 选一个模板，先存成草稿，试算以后再发布：
bonus-template-newcomers = <b>新手</b>：门槛低，先让大家拿到钱
bonus-template-growth = <b>成长</b>：超额有奖，服务要守住
bonus-template-promotion = <b>大促</b>：冲得越高，拿得越多
bonus-draft = 📝 草稿 <b>第 { $number } 版</b>（还没有生效）
bonus-draft-how = 下一步：试算看看要花多少钱。
    点按钮加减规则，也可以一句话写：<code>奖金 提成 0 5% 30000 8%</code>、<code>奖金 门槛 投诉率 2% 200</code>
bonus-publish-how = 发布以后不能再改；要改就另做一版，从以后的月份生效。
bonus-published = ✅ 第 { $number } 版已发布，{ $month } 起生效。
bonus-published-how = 大家可以用 /sim 看自己能拿多少。
bonus-discarded = 已删除草稿第 { $number } 版。
bonus-try-first = 规则改过了，请先试算再发布。
bonus-month-paid = { $month } 的工资单已经出了，只能从以后的月份生效。
bonus-is-published = 这一版已经发布，不能再改。可以照它另做一版：/bonus
bonus-kind-target = 达标奖
bonus-kind-tiers = 提成
bonus-kind-threshold = 门槛奖
bonus-kind-satisfaction = 满意度奖
bonus-kind-champion = 拓新冠军奖
bonus-kind-big-order = 大客户奖
bonus-kind-praise = 好评奖
bonus-kind-cap = 封顶
bonus-kind-budget = 预算
bonus-nothing-left = 至少要留一条规则。
bonus-nothing-to-limit = 还没有奖金规则，先建一条：/bonus

button-bonus-new = ➕ 新建
button-bonus-copy = 照现在的规则另做一版
button-bonus-draft = 📝 草稿 第 { $number } 版
button-bonus-newcomers = 新手
button-bonus-growth = 成长
button-bonus-promotion = 大促
button-bonus-try = 🧮 试算
button-bonus-publish = ✅ 发布，{ $month } 起
button-bonus-discard = 删除草稿
button-bonus-with = ＋ { $what }
button-bonus-without = － { $what }

audit-bonus = 奖金规则
audit-bonus-published = 发布第 { $number } 版，{ $month } 起

command-sim = 试算：完成多少，能拿多少

sim-head = 🧮 试算：奖金规则 <b>第 { $number } 版</b>（{ $stage ->
    [draft] 草稿
    [simulated] 草稿
   *[published] 已发布
}）
sim-no-rules = 还没有奖金规则，没有可以试算的。
sim-no-targets = 这个月还没有目标，只能按过去的月份算。定目标：/target
sim-month = { $month }
sim-at = 完成 { $attained }%
sim-case = <b>{ $case }</b>：奖金 { $variable-short }
    　占净销售额 { $net }，占毛利 { $margin }
sim-case-whole = 　连基本工资 { $cost-short }，占净销售额 { $all }
sim-share = { $percent }%
sim-none = —
sim-extremes = 最贵：{ $dearest }；最省：{ $cheapest }
sim-extreme = { $case }（{ $net }）
sim-over-budget = ⚠️ 超出预算（净销售额的 { $budget }%）：{ $cases }
sim-within-budget = ✓ 都在预算以内（净销售额的 { $budget }%）
sim-changes = 和现在的规则比，按过去的月份算：
sim-no-changes = 和现在的规则比，过去的月份里谁都不多不少。
sim-gains = 📈 { $name }：{ $now-short } → { $then-short }（多 { $change-short }）
sim-loses = 📉 { $name }：{ $now-short } → { $then-short }（少 { $change-short }）
sim-own-head = 🧮 <b>{ $month }</b> 你能拿多少
sim-own-at = 完成 <b>{ $attained }%</b>：奖金 { $bonus-short }，连基本工资 { $total-short }
sim-own-at-bonus = 完成 <b>{ $attained }%</b>：奖金 { $bonus-short }
sim-own-no-target-lead = 你这个月没有自己的目标，没有可算的。看全队要花多少：<code>试算 团队</code>
sim-own-no-target = 你这个月还没有目标，算不出来。请团队长用 /target 定一个。
sim-own-foot = 按已发布的规则算，不含特别奖励。现在到哪了：/pay

bonus-ask = <b>{ $what } { $step }/{ $of }</b>
bonus-ask-amount = 完成 100% 目标，每人发多少奖金？
    点一个，或直接输入金额。
bonus-ask-floor = 没到 100%，发不发？
    可以从某个完成率起按比例发，点一个或输入百分比，如 <code>85%</code>。
bonus-ask-ladder = 超额了，奖金再加多少？
    点一个，或输入，如 <code>110% 20% 120% 50%</code>：完成 110% 起多发奖金的 20%，120% 起多发 50%。
bonus-ask-gate = 投诉率超过多少，就不发超额奖？
    点一个，或输入百分比，如 <code>3%</code>。
bonus-ask-budget = 全队奖金最多占净销售额多少？超了提醒你。
    点一个，或输入百分比，如 <code>4%</code>。
bonus-asked-all = 好的。
bonus-unclear = 没看懂，请点按钮，或只输入答案：
bonus-impossible = 这样不行：{ $fault ->
    [amount] 金额要大于 0
    [floor] 起发线要在 0 到 100% 之间
    [steps] 超额的档要从 100% 以上开始，一档比一档高
    [tiers] 提成的档要从 0 开始；按全额算时，后面的比例不能更低
    [limit] 数字太大，或者比例超过了 100%
    [name] 礼品的名字太长
    [tie] 礼品不能平分
    [empty] 规则太多，或者一条也没有
    [budget] 预算要大于 0，不超过 100%
    [metric] 这个指标不能用来发奖金
   *[other] 数字不合适
}。
bonus-ask-tiers = 净销售额提成，多少？
    点一个，或输入，如 <code>0 5% 30000 8%</code>：3 万以内 5%，3 万起 8%。
bonus-ask-applies = 到了高的一档，怎么算？
bonus-ask-metric = 按哪个指标发门槛奖？
    点一个，或输入名字。
bonus-ask-limit = { $metric }做到多少才发？
    点一个，或输入数字。
bonus-ask-reward = 做到了发多少？
    点一个，或输入金额。
bonus-ask-rise = 满意度比上月高多少个百分点才发？
    点一个，或输入，如 <code>8%</code>。
bonus-ask-prize = 发多少？
    点一个，或输入金额；送礼品就输入名字和价值，如 <code>礼品 护手霜 80</code>。
bonus-ask-tie = 几个人并列第一，怎么发？
bonus-ask-order = 一单满多少算大客户？
    点一个，或输入金额。
bonus-ask-cap = 每人每月现金奖金最多多少？
    点一个，或输入金额。
button-bonus-ask = 自己设达标奖：回答 5 个问题
button-bonus-ask-tiers = 自己设提成：回答 2 个问题
button-bonus-rate = { $first ->
    [yes] { $rate }%
   *[no] { $start-short } 起 { $rate }%
}
button-bonus-applies-marginal = 只有超出的部分用高比例
button-bonus-applies-whole = 全部都用高比例
button-bonus-metric = { $metric }
button-bonus-limit = { $limit }
button-bonus-rise = { $percent } 个百分点
button-bonus-tie-both = 都发
button-bonus-tie-split = 平分
button-bonus-no-cap = 不封顶
button-bonus-late-off = 结账后的退款：改成不再追溯
button-bonus-late-on = 结账后的退款：改成下月调整
button-bonus-amount = { $amount-short }
button-bonus-floor = { $percent }% 起按比例
button-bonus-gate = 超过 { $percent }%
button-bonus-budget = { $percent }%
button-bonus-step = { $at }% 加 { $extra }%
button-bonus-ladder = { $steps }
button-bonus-no-floor = 不发
button-bonus-no-ladder = 不加
button-bonus-no-gate = 不看投诉率
button-bonus-no-budget = 不设预算
sim-bar-note = { $net }
sim-chart-subtitle = 试算：奖金要花多少，占净销售额多少
sim-chart = 每种情况都在预算以内
sim-chart-over = 橙色的超出预算
