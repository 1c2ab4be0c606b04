pay-read = • { $what }
pay-read-more = { "　" }{ $condition }
pay-read-target = { $metric }达标：发奖金 { $amount-short }
pay-read-no-floor = 没达标不发
pay-read-floor = 完成 { $floor }% 起按比例发，不到 { $floor }% 不发
pay-read-step-bonus = 达到 { $at }%：另加奖金的 { $extra }%
pay-read-step-excess = 达到 { $at }%：另加超额部分的 { $extra }%
pay-read-threshold-least = { $metric }做到 { $limit }：发 { $amount-short }
pay-read-threshold-most = { $metric }不超过 { $limit }：发 { $amount-short }
pay-read-sample = 至少要有 { $n } 笔数据
pay-read-tiers-marginal = 按{ $metric }提成，分段算，每段各按各的比例
pay-read-tiers-whole = 按{ $metric }提成，到哪一档，全额就按哪一档
pay-read-tier = { $start-short } 起 { $rate }%
pay-read-gate-least-accelerator = { $metric }不到 { $limit }：不发超额奖
pay-read-gate-least-all = { $metric }不到 { $limit }：这项全不发
pay-read-gate-most-accelerator = { $metric }超过 { $limit }：不发超额奖
pay-read-gate-most-all = { $metric }超过 { $limit }：这项全不发
pay-read-champion = 拓新冠军（当月新客最多）：{ $prize }
pay-read-champion-least = 至少 { $n } 位新客
pay-read-tie-both = 并列的都发
pay-read-tie-split = 并列的平分
pay-read-satisfaction = 客户满意度比上月高 { $rise } 个百分点以上：{ $prize }
pay-read-ratings = 两个月都要有至少 { $n } 条评价
pay-read-big-order = 大客户（一单满 { $limit-short }）：{ $prize }
pay-read-confirmed-once = 团队长确认才发，一单只发一次
pay-read-praise = 客户好评：{ $prize }
pay-read-confirmed = 团队长确认才发
pay-read-cash = 现金 { $amount-short }
pay-read-gift = 礼品“{ $gift }”，价值 { $amount-short }
pay-read-cap = 每人每月现金奖金最多 { $amount-short }
pay-read-budget = 预算：奖金总额不超过净销售额的 { $budget }%，超了提醒团队长
pay-read-adjusts = 结账以后的退款，在下一个月的工资里调整
pay-read-rests = 结账以后的退款，不再追溯

pay-read-money = { $value-short }
pay-read-count = { $value }
pay-read-ratio = { $value }
pay-read-percent = { $value }%
pay-read-days = { $value } 天
pay-read-hours = { $value } 小时
pay-read-points = { $value } 分

pay-banned-recruits = ⛔ 不能按发展人头发奖励（拉人头，《禁止传销条例》不允许），没有保存。可以奖励拉来的新客户：<code>拓新</code>。
pay-banned-entry-fees = ⛔ 不能按入门费、加盟费、代理费发奖励（《禁止传销条例》不允许），没有保存。可以按卖给客户的销售额发。
pay-banned-downline = ⛔ 不能按下线的业绩发奖励（团队计酬，《禁止传销条例》不允许），没有保存。可以按各人自己的销售额发。
audit-pay-refused = 想设奖励，被拒绝
audit-pay-refused-what = “{ $wish }”（法律不允许）

command-pay = 看自己的工资（只在私聊，只看自己的）
pay-head-told = 💰 <b>{ $team } { $month }</b> 工资单 · { $stage ->
    [waiting] 待你确认
    [confirmed] 已确认
    [disputed] 有疑问，等团队长答复
    [closed] 已结账
   *[answered] 团队长已答复
}
pay-head-so-far = 💰 <b>{ $month }</b> 按现在的业绩算（还没结账）
pay-no-rules = { $month } 还没有发布工资规则。
pay-nothing = { $month } 没有你的工资记录。
pay-slip-line = { $what }　{ $paid }
    　{ $why }
pay-slip-bare = { $what }　{ $paid }
pay-slip-cash = <b>{ $amount }</b>
pay-slip-gift = 🎁 { $gift }（价值 { $amount-short }）
pay-slip-total = 到手合计　<b>{ $cash }</b>
pay-slip-gifts = 另有礼品，价值 { $value }
pay-slip-note = { $note }
pay-ahead = 🎯 再卖 { $gap-short }：奖金 { $now-short } → { $then-short }
pay-ahead-target = 🎯 再卖 { $gap-short } 到 { $attained }：奖金 { $now-short } → { $then-short }

pay-kind-base = 基本工资
pay-kind-target = 达标奖金
pay-kind-accelerator = 超额奖
pay-kind-threshold = 门槛奖
pay-kind-tiers = 提成
pay-kind-champion = 拓新冠军
pay-kind-satisfaction = 满意度提升奖
pay-kind-big-order = 大客户奖
pay-kind-praise = 好评奖
pay-kind-reward = 奖励
pay-kind-cap = 封顶
pay-kind-adjustment = 以前月份的调整

pay-formula-base = { $monthly-short } × { $days } ÷ { $of } 天
pay-formula-tier = { $sales } × { $rate }%
pay-formula-target = 完成 { $attained }
pay-formula-extra = 达到 { $step }%，加奖金的 { $extra }%
pay-formula-excess = 达到 { $step }%，加超额 { $excess } 的 { $extra }%
pay-formula-limit = { $actual }，门槛 { $other }
pay-formula-most = 你 { $actual }，最多的 { $other }
pay-formula-before = 上月 { $other } → { $actual }
pay-formula-cap = 应发 { $due }，每人每月最多 { $cap }
pay-formula-adjustment = { $month } 有退款：应为 { $due }，已发 { $paid }

pay-why-in-proportion = 没满 100%，按比例发
pay-why-below-target = 没达标，不发
pay-why-below-floor = 没到起发线，不发
pay-why-below-step = 到 { $step }% 才有
pay-why-below-limit = 没到，不发
pay-why-no-target = 还没定目标，不发
pay-why-unknown = 没有数据，不发
pay-why-too-few = 数量不够，不发
pay-why-not-first = 不是第一，不发
pay-why-gate = { $metric } { $seen }，没守住 { $limit }，不发
pay-why-waiting = 等团队长确认
pay-why-declined = 团队长没有同意
pay-why-no-sales = 还没有销售额
