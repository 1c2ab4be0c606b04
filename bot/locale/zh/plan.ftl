command-plan = 计划：谁来做、做什么、哪天前做完

plan-title = 📌 <b>{ $task }</b>（#{ $number }）
plan-owner = 负责人 { $name } · 截止 { $day }
plan-checkpoints = 中间检查：{ $days }
plan-day = { $day }
plan-aim = { $metric } { $present } → 目标 { $wanted }
plan-aim-to = { $metric } → 目标 { $wanted }
plan-progress = 进度 { $done }/{ $goal }（{ $share }）
plan-of = { $done }/{ $goal }
plan-name = { $name }
plan-until = { $day }前
plan-short-asked = 等接受
plan-short-reported = 等确认
plan-stage-asked = ⏳ 等负责人答应
plan-stage-declined = 💬 负责人想再商量
plan-stage-open = 🏃 进行中
plan-stage-reported = ✋ 说做完了，等团队长确认
plan-stage-done = ✅ 已完成
plan-stage-cancelled = 🚫 已取消
plan-overdue = ⏰ 逾期
plan-said = 💬 { $name }：{ $words }

plan-board = 📋 <b>{ $team }</b> 的计划
plan-own = 📋 我在 <b>{ $team }</b> 的计划
plan-counts = 完成 { $done } · 进行中 { $open } · 逾期 { $overdue }
plan-count-declined = 待商量 { $n }
plan-line-overdue = ⏰ #{ $number } { $task }
    　{ $about }
plan-line-declined = 💬 #{ $number } { $task }
    　{ $about }
plan-line-open = 🏃 #{ $number } { $task }
    　{ $about }
plan-line-done = ✅ #{ $number } { $task }
    　{ $about }
plan-none = 现在没有你的计划。
plan-none-team = 还没有计划。点“新计划”，或者写：
    <code>/plan add @小美 回访10位老客 6-15</code>

plan-asked = ✅ 计划定好了。
plan-unheard = ⚠️ { $name } 还没和我私聊过，收不到。请 TA 先给我发一句 /start，再看 /plan。
plan-told-asked = 🆕 { $name } 请你负责一件事：
plan-told-accepted = 👍 { $name } 接受了计划。
plan-told-declined = 💬 { $name } 想再商量，理由在下面。
plan-told-reported = ✋ { $name } 说做完了，请确认。
plan-told-confirmed = ✅ { $name } 确认你做完了，辛苦！
plan-told-reopened = 🔄 { $name } 让这条计划继续。
plan-told-cancelled = 🚫 { $name } 取消了这条计划。
plan-ask-reason = “{ $task }”（#{ $number }）有什么难处？写一句理由，我转给团队长。
plan-reason-sent = 💬 理由已经转给团队长。
plan-comment = 💬 { $name }：{ $words }
plan-about = 关于 #{ $number } { $task }
plan-comment-how = <i>回复这条消息就能接着聊。</i>
plan-comment-passed = 💬 记下了，已转给 { $names }。
plan-comment-kept = 💬 记在计划里了。

plan-remind-checkpoint = 🔔 今天检查一次进度，{ $day } 截止：
plan-remind-before = 🔔 快到期了，{ $day } 截止：
plan-remind-today = 🔔 今天（{ $day }）截止：
plan-remind-overdue = ⏰ { $day } 到期，还没做完（逾期）：

plan-which = 这是哪一条的进度？
plan-nothing-open = 你没有要记次数的进行中的计划。看看：/plan
plan-no-such-goal = 没有哪条计划是这个总数。看看：/plan
plan-too-many = 目标是 { $goal }，记不了这么多。
plan-all-there = 次数已经满了，可以点“做完了”。
plan-none-there = 已经是 0 了。
plan-not-yours = 这条计划归负责人和团队长看。
plan-owner-only = 这个按钮由负责人来点。
plan-now-asked = 负责人还没有答应。
plan-now-declined = 负责人想再商量，已经告诉团队长。
plan-now-open = 这条计划正在进行。
plan-now-reported = 已经报了做完，等团队长确认。
plan-now-done = 这条计划已经完成。
plan-now-cancelled = 这条计划已经取消。

plan-no-owner = 谁来做？每条计划要有一位负责人，名字写在最前面。
plan-how = 例：<code>/plan add @小美 回访10位老客 6-15</code>
plan-one-owner = 一条计划只有一位负责人。两个人做，就定两条。
plan-cannot-own = { $name } 不能当负责人：没有 Telegram，或只看不报。
plan-day-over = { $day } 已经过去了，定一个以后的日子。
plan-day-far = { $day } 太远了，计划最长一年。
plan-no-day = 哪一天截止？写 <code>6-15</code> 或 明天，也可以点上面的按钮。
plan-no-task = 做什么？用几个字写下来。
plan-new-head = 📌 新计划 · <b>{ $team }</b>
plan-new-owner = 负责人：{ $name }
plan-new-task = 做什么：{ $task }
plan-ask-owner = 谁来负责？
plan-owner-unclear = 队里没人叫这个名字。点一个，或者照按钮上的写。
plan-wanted-unclear = 要一个大于 0 的数，如 30。点一个，或者直接写。
plan-ask-task = 做什么？直接写，如 <code>回访10位老客 6-15</code>；或点一个要提高的指标：
plan-ask-task-alert = 做什么？点建议，或直接写，如 <code>回访10位老客 6-15</code>
plan-ask-wanted = { $metric } 要做到多少？点一个，或直接写。
plan-present = 现在 { $present }
plan-amount = { $amount }
plan-metric = { $metric }
plan-metric-task = { $metric } 从 { $present } 做到 { $wanted }
plan-metric-task-to = { $metric }做到 { $wanted }
plan-ask-deadline = 哪天截止？点一个，或写 <code>6-15</code>。前面多写几天，就是中间检查的日子。

audit-plan-added = 定了计划 #{ $number }：{ $task }
audit-plan-accepted = 接受了计划 #{ $number }：{ $task }
audit-plan-declined = 谢绝了计划 #{ $number }：{ $task }
audit-plan-progress = 计划 #{ $number } 的进度
audit-plan-reported = 报计划 #{ $number } 做完：{ $task }
audit-plan-done = 确认计划 #{ $number } 完成：{ $task }
audit-plan-reopened = 重开计划 #{ $number }：{ $task }
audit-plan-cancelled = 取消计划 #{ $number }：{ $task }

button-plan-new = ➕ 新计划
button-plan-open = #{ $number } { $task }
button-plan-before = ‹ 上一页
button-plan-next = 下一页 ›
button-plan-accept = ✅ 接受
button-plan-talk = 💬 商量
button-plan-more = ＋1
button-plan-less = －1
button-plan-done = ✋ 做完了
button-plan-confirm = ✅ 确认完成
button-plan-back = 🔄 还没完成
button-plan-again = 🔁 改一改再提
button-plan-cancel = 🚫 取消计划
button-plan-restore = 🔄 重新打开
