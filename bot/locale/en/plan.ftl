command-plan = Plans: who does what, until when

plan-title = 📌 <b>{ $task }</b> (#{ $number })
plan-owner = Owner { $name } · due { $day }
plan-checkpoints = Looked at on: { $days }
plan-day = { $day }
plan-aim = { $metric } { $present } → wanted { $wanted }
plan-aim-to = { $metric } → wanted { $wanted }
plan-progress = Done { $done }/{ $goal } ({ $share })
plan-of = { $done }/{ $goal }
plan-name = { $name }
plan-until = by { $day }
plan-short-asked = not accepted yet
plan-short-reported = to be confirmed
plan-stage-asked = ⏳ Waiting for the owner
plan-stage-declined = 💬 The owner wants to talk about it
plan-stage-open = 🏃 Open
plan-stage-reported = ✋ Done, says the owner. A lead confirms.
plan-stage-done = ✅ Done
plan-stage-cancelled = 🚫 Called off
plan-overdue = ⏰ Overdue
plan-said = 💬 { $name }: { $words }

plan-board = 📋 Plans of <b>{ $team }</b>
plan-own = 📋 My plans in <b>{ $team }</b>
plan-counts = Done { $done } · open { $open } · overdue { $overdue }
plan-count-declined = To talk about: { $n }
plan-line-overdue = ⏰ #{ $number } { $task }
    　{ $about }
plan-line-declined = 💬 #{ $number } { $task }
    　{ $about }
plan-line-open = 🏃 #{ $number } { $task }
    　{ $about }
plan-line-done = ✅ #{ $number } { $task }
    　{ $about }
plan-none = Nothing is planned for you.
plan-none-team = No plans yet. Press “New”, or write:
    <code>/plan add @Mei call back 10 customers 15 Jun</code>

plan-asked = ✅ Planned.
plan-unheard = ⚠️ { $name } has never written to me and cannot read this. Ask them to send me /start, then /plan.
plan-told-asked = 🆕 { $name } asks you to take this on:
plan-told-accepted = 👍 { $name } accepted.
plan-told-declined = 💬 { $name } wants to talk about it, here is why:
plan-told-reported = ✋ { $name } says it is done. Please confirm.
plan-told-confirmed = ✅ { $name } confirmed that it is done. Thank you!
plan-told-reopened = 🔄 { $name } says this goes on.
plan-told-cancelled = 🚫 { $name } called this off.
plan-ask-reason = What stands in the way of “{ $task }” (#{ $number })? Write a line, and your lead gets it.
plan-reason-sent = 💬 Your lead has your reason.
plan-comment = 💬 { $name }: { $words }
plan-about = About #{ $number } { $task }
plan-comment-how = <i>Reply to this message to answer.</i>
plan-comment-passed = 💬 Noted, and passed on to { $names }.
plan-comment-kept = 💬 Noted with the plan.

plan-remind-checkpoint = 🔔 Time to look at this, due { $day }:
plan-remind-before = 🔔 Soon due, on { $day }:
plan-remind-today = 🔔 Due today, { $day }:
plan-remind-overdue = ⏰ Overdue, was due { $day }:

plan-which = Which one is that?
plan-nothing-open = You have no open plan with a number to reach. See /plan
plan-no-such-goal = None of your plans has that number to reach. See /plan
plan-too-many = The goal is { $goal }, so that is too many.
plan-all-there = All are counted already. Press “Done”.
plan-none-there = It is 0 already.
plan-not-yours = Only its owner and leads read this plan.
plan-owner-only = That button is for the owner.
plan-now-asked = The owner has not accepted it yet.
plan-now-declined = The owner wants to talk about it, and the lead knows.
plan-now-open = It is open.
plan-now-reported = It is reported as done. A lead confirms.
plan-now-done = It is done.
plan-now-cancelled = It is called off.

plan-no-owner = Who does it? Every plan needs one owner: begin with a name.
plan-how = For example: <code>/plan add @Mei call back 10 customers 15 Jun</code>
plan-one-owner = A plan has one owner. For two people, make two.
plan-cannot-own = { $name } cannot own a plan: no Telegram, or only looks.
plan-day-over = { $day } is over. Take a later day.
plan-day-far = { $day } is too far away. A plan lasts a year at most.
plan-no-day = Due on which day? Write <code>15 Jun</code> or tomorrow, or press a button above.
plan-no-task = What is to be done? Write it in a few words.
plan-new-head = 📌 New plan · <b>{ $team }</b>
plan-new-owner = Owner: { $name }
plan-new-task = What: { $task }
plan-ask-owner = Who does it?
plan-owner-unclear = Nobody in the team is called that. Press a name, or write it as it stands on the button.
plan-wanted-unclear = I need one number above 0, such as 30. Press one, or write it.
plan-ask-task = What is to be done? Write it, like <code>call back 10 customers 15 Jun</code>, or press a metric to raise:
plan-ask-task-alert = What is to be done? Press the suggestion, or write it, like <code>call back 10 customers 15 Jun</code>
plan-ask-wanted = { $metric }: how much? Press one, or write it.
plan-present = Now { $present }
plan-amount = { $amount }
plan-metric = { $metric }
plan-metric-task = { $metric } from { $present } to { $wanted }
plan-metric-task-to = { $metric } to { $wanted }
plan-ask-deadline = Due when? Press one, or write <code>15 Jun</code>. Earlier days before it are checkpoints.

audit-plan-added = planned #{ $number }: { $task }
audit-plan-accepted = accepted plan #{ $number }: { $task }
audit-plan-declined = declined plan #{ $number }: { $task }
audit-plan-progress = progress of plan #{ $number }
audit-plan-reported = reported plan #{ $number } as done: { $task }
audit-plan-done = confirmed plan #{ $number } as done: { $task }
audit-plan-reopened = opened plan #{ $number } again: { $task }
audit-plan-cancelled = called plan #{ $number } off: { $task }

button-plan-new = ➕ New
button-plan-open = #{ $number } { $task }
button-plan-before = ‹ Before
button-plan-next = Next ›
button-plan-accept = ✅ Accept
button-plan-talk = 💬 Talk about it
button-plan-more = +1
button-plan-less = −1
button-plan-done = ✋ Done
button-plan-confirm = ✅ Confirm
button-plan-back = 🔄 Not yet
button-plan-again = 🔁 Change and ask again
button-plan-cancel = 🚫 Call off
button-plan-restore = 🔄 Open again
