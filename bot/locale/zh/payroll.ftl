command-payroll = 工资表：看、发给大家确认、结账、导出（只在私聊）

payroll-head = 💰 <b>{ $month } 工资表 · { $team }</b>
payroll-stage-open = 还没有发给大家
payroll-stage-proposed = 已发给大家，{ $n }/{ $of } 人已确认
payroll-stage-closed = 🔒 已结账
payroll-changed = ⚠️ 发出以后数字有变化，要重新发。{ $n }/{ $of } 人已确认
payroll-line-open = { $name }　{ $parts }
payroll-line-waiting = ⏳ { $name }　{ $parts }
payroll-line-confirmed = ✅ { $name }　{ $parts }
payroll-line-disputed = ❓ { $name }　{ $parts }
payroll-line-answered = 💬 { $name }　{ $parts }
payroll-part-base = 基本 { $amount-short }
payroll-part-bonus = 奖金 { $amount-short }
payroll-part-rewards = 专项 { $amount-short }
payroll-part-gifts = 礼品 { $amount-short }
payroll-part-adjustments = 调整 { $amount-short }
payroll-part-nothing = 没有
payroll-variable = 奖金合计 <b>{ $amount-short }</b>，占净销售额 { $share }
payroll-budget = 预算 { $budget }%，上限 { $limit }
payroll-over-budget = ⚠️ 超出预算 { $excess }（预算 { $budget }%，上限 { $limit }）
payroll-cost = 连基本工资 <b>{ $amount-short }</b>，占净销售额 { $share }
payroll-why-over = 超预算的原因：{ $reason }

payroll-slip-head = 💰 <b>{ $name } · { $month }</b>
payroll-said-open = 还没有发给本人
payroll-said-waiting = ⏳ 等本人确认
payroll-said-confirmed = ✅ 本人已确认
payroll-said-disputed = ❓ 本人有疑问
payroll-said-answered = 💬 已答复，等本人确认

payroll-not-over = { $month } 还没过完，月底以后才能发。
payroll-is-closed = { $month } 已经结账，不能再发。
payroll-nobody = { $month } 没有人有工资。
payroll-sent = 📤 已发给 { $n } 人确认。
payroll-unread = 没收到的：{ $names }（还没和我私聊过，请他们先私聊我 /start）
payroll-send-again = 发出以后数字有变化，请先重新发：/payroll
payroll-disputed = 还有疑问没答复：{ $names }。先答复，再结账。
payroll-ask-close = 🔒 { $month } 结账以后，工资单和这个月的报单都不能再改。确定吗？
payroll-ask-silent = ⏳ 还没确认的：{ $names }。结账就当他们同意。
payroll-ask-over = ⚠️ 奖金超出预算 { $excess }，要写原因才能结账。
payroll-ask-why = 为什么可以超？回一句原因，会记下来。
payroll-ask-anew = 情况变了，没有结账。请再看一遍：/payroll
payroll-closed = 🔒 { $month } 已结账，报单也锁定了。每个人都能在 /pay 看到自己的工资单。
payroll-paid = { $month } 的工资已经结账，不能再解锁。以后的退款会在下一个月调整。
payroll-caption = 📄 { $team } { $month } 工资表

payroll-file = 工资表_{ $month }
payroll-file-open = 未发
payroll-file-proposed = 待确认
payroll-file-closed = 已结账
payroll-agreed-waiting = 未确认
payroll-agreed-confirmed = 已确认
payroll-agreed-disputed = 有疑问
payroll-agreed-answered = 已答复
payroll-total = 合计
payroll-column-month = 月份
payroll-column-name = 姓名
payroll-column-base = 基本工资
payroll-column-bonus = 奖金
payroll-column-rewards = 专项现金
payroll-column-gifts = 礼品价值
payroll-column-adjustments = 以前月份调整
payroll-column-paid = 实发现金
payroll-column-cost = 总成本
payroll-column-currency = 币种
payroll-column-state = 状态

button-payroll-month = 💰 看 { $month }
button-payroll-slip = { $name }
button-payroll-send = 📤 发给大家确认
button-payroll-again = 🔄 重新发
button-payroll-close = 🔒 结账
button-payroll-file = 📄 { $form }

slip-new = 📬 工资单出来了，请看一下对不对：
slip-anew = 📬 工资单有变化，请再看一下：
slip-has-answer = 💬 { $name } 答复了你的疑问：
slip-said = ❓ 疑问：{ $words }
slip-answered = 💬 团队长答复：{ $words }
slip-not-yours = 这是别人的工资单，只有本人和团队长能看。
slip-gone-on = 这张工资单已经有变化，请看新的：/pay
slip-disputed-already = 已经告诉团队长了，等答复。
slip-ask-why = 哪里不对？回一句话告诉我，例如：6月20日少一单
slip-ask-answer = 怎么答复 { $name }？“{ $words }”
    回一句话，我转给本人。报单有错就先改好，再重新发：/payroll
slip-dispute-sent = 已告诉团队长（不算报单），答复以前不会结账。
slip-answer-sent = 已转给本人。
slip-told-confirmed = ✅ { $name } 确认了 { $month } 的工资单。
slip-told-disputed = ❓ { $name } 对 { $month } 的工资单有疑问：
    “{ $words }”
slip-records = 📋 { $month } 的报单：
slip-no-records = 📋 { $month } 没有报单。
slip-entry = #{ $number } · { $day } · { $figures }

button-slip-records = 📋 明细
button-slip-yes = ✅ 确认
button-slip-no = ❓ 有疑问
button-slip-answer = 💬 答复

audit-payroll = { $month } 工资
audit-payroll-sent = 发给 { $n } 人确认
audit-payroll-closed = 结账，共 { $cost }
