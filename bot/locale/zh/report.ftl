figure-nothing-sold = 没开单

card-line = ✅ <b>{ $name }</b> · { $day } · #{ $number }
    { $figures }
card-by = { $name } 代报
card-before-close = 记入 { $day }（{ $close } 前算前一天）
card-today = 今日 { $what }
card-day-target = 🎯 当日目标 { $target-short } 的 { $attainment } · 还差 { $missing }
card-day-reached = 🎉 当日目标 { $target-short } 达成：{ $attainment }
card-that-day = { $day } { $what }
card-this-month = 本月 { $sums }
card-that-month = { $month } { $sums }
card-month = { $net }
card-month-target = { $net } / { $target-short }（{ $attainment }）
card-undone = ↩️ #{ $number } 已撤回，不计入。

undone = ↩️ 已撤回 #{ $number }：{ $figures }
undone-short = 已撤回
restored = ✅ #{ $number } 已恢复。
restored-short = 已恢复
already-undone = 这条已经撤回了
already-there = 这条本来就在
nothing-numbered = 没有你可以撤回的 #{ $number }。
nothing-to-undo = 这两天没有可以撤回的报单。

ask-amount = 金额是多少？直接回一个数就行，例如 1280
ask-unusual = 是 <b>{ $figures }</b> 吗？比平时多很多，确认一下再记。
ask-mine = 替 { $name } 报单是团队长的事。{ $figures }：是你自己的吗？
ask-change = #{ $number }（{ $figures }）应该是多少？写对的数，或者整条重写，例如 3单 1280 新客2
button-mine = 是我的
button-reading = { $figures }
button-none-of-these = 都不是
question-settled = 好的。
not-counted = 好的，没有记。
cancelled = 好的，取消了。
nothing-to-cancel = 现在没有要取消的。

edit-not-read = ⚠️ 改过的消息没看懂，这条还按原来的算。

problem-zero-amount = 金额是 0，没有记。今天没开单就写：没开单
problem-negative-sale = 销售额不能是负数。退款请写：/refund 500
problem-too-large = 这个数太大了，没有记。请检查一下零的个数。
problem-too-many = 这个数量太大了，没有记。
problem-future-day = { $day } 还没到，没有记。
problem-too-old = { $day } 是 35 天以前了，没有记。太久以前的请找团队长。
problem-other-currency = 本团队用 { $own } 记账，{ $currency } 的金额没有记。请换算成 { $own } 再报。
no-such-member = 团队里没有 { $name }。用 /team 看看大家叫什么。
name-of-several = 有好几个人叫 { $name }，没有记。请用 @用户名。
viewers-only-look = 你是只看不报的成员，没有记。要报单请找团队长改角色。

hint-not-a-report = 没看懂，没有记。报单这样写：3单 1280 新客2
    我会做什么：/help
hint-still-asked = 没看懂，什么都没动。上一个问题还等着回答：点它下面的按钮，不要了就写：取消

command-sale = 报单：单数 金额 新客数
command-refund = 退款：单数 金额
command-new = 报新客：人数，或者名字
command-log = 用一句话报单；只发 /log 就一步步问
command-undo = 撤回最近一条，或写编号

ask-by-reply = 请直接“回复”这条消息来回答。
edit-stands = 这条还按改之前的算。
not-changed = 好的，没有改。
card-team = 团队：{ $team }
edit-undone = #{ $number } 已经撤回了，改这条消息不会再算。要算就先点“恢复”，或者另发一条。
