command-lock = 锁定一天或一个月的账；只发 /lock 看锁了什么
command-unlock = 解锁

locked = 🔒 { $period } 已锁定，不能再报、改或撤回，没有动。要改请找团队长解锁；退款照常报，会记在今天。
locked-for-lead = 🔒 { $period } 已锁定，没有动。要改就先解锁，改完再锁上。
card-adjustment = 🔁 调整：{ $day } 的退款 { $amount }，那天已锁定，记在这天
me-adjustment = 　其中 { $day } 的退款 { $amount }（那天已锁定）

lock-head = 🔒 <b>{ $team }</b> 已锁定：
lock-none = 🔓 <b>{ $team }</b> 现在没锁任何日子。
lock-line = { $period }（{ $name }，{ $day } 锁）
lock-more = ……还有 { $n } 个
lock-how = 锁定后谁都不能再报、改、撤回那几天的单；后来的退款记在当天，并注明是哪天的。
    <code>/lock 6-08</code>　<code>/lock 6月</code>　<code>/unlock 6月</code>
lock-leads-only = 锁定和解锁是团队长的事。
lock-ask = 锁定 <b>{ $period }</b>？现在的数：{ $figures }
    锁定后谁都不能再报、改、撤回这段的单；后来的退款记在当天，并注明。
unlock-ask = 解锁 <b>{ $period }</b>？现在的数：{ $figures }
    解锁后大家又能报、改、撤回这段的单。
lock-done = 🔒 { $period } 已锁定（{ $name }）
unlock-done = 🔓 { $period } 已解锁（{ $name }）
lock-not-over = { $period } 还没过完，现在锁就报不了单了。先锁过完的日子吧。
lock-already = { $period } 已经锁定了。
unlock-already = { $period } 本来就没锁。
unlock-other = { $period } 不是单独锁的，要解锁下面这个：
button-lock = 🔒 锁定 { $period }
button-unlock = 🔓 解锁 { $period }
