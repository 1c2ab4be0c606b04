command-audit = 谁改了什么：改前、改后、时间

audit-head = 📜 <b>{ $team }</b> 的变更
audit-head-own = 📜 <b>{ $team }</b> 和你有关的变更
audit-head-entry = 📜 <b>{ $team }</b> #{ $number } 的经过
audit-head-member = 📜 <b>{ $team }</b> 和 { $name } 有关的变更
audit-head-period = 📜 <b>{ $team }</b> { $period } 的变更
audit-empty = 没有变更。
audit-by = { $day } { $time } <b>{ $name }</b>
audit-made = 📝 { $by } 报了 #{ $number }（{ $how }）
    　{ $figures }
audit-corrected = ✏️ { $by } 改了 #{ $number }
    　{ $old }
    　→ { $new }
audit-undone = ↩️ { $by } 撤回了 #{ $number }
    　{ $figures }
audit-restored = ♻️ { $by } 恢复了 #{ $number }
    　{ $figures }
audit-changed = ⚙️ { $by } { $what }
    　{ $old } → { $new }
audit-set = ⚙️ { $by } { $what }
    　{ $new }
audit-done = ⚙️ { $by } { $what }
audit-group = { $name }：{ $figures }
audit-day = { $day }
audit-for-day = 调整 { $day }
audit-nothing = 无
audit-amount = { $amount }
audit-target = { $month }目标（{ $whose }）
audit-role = { $name } 的角色
audit-removed = 把 { $name } 移出团队
audit-renamed = 改名
audit-lock = 锁定 { $period }
audit-unlock = 解锁 { $period }
audit-unknown = （旧版本的内容）
audit-own-only = 只能看和自己有关的变更；全部的归团队长看。
audit-no-entry = 查不到 #{ $number } 这条。
button-newer = ‹ 更新的
button-older = 更早的 ›

how-command = 命令
how-text = 文字
how-form = 一步步报
how-import = 导入
how-lead = 代报
