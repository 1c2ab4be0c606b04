figure-nothing-sold = nothing sold

card-line = ✅ <b>{ $name }</b> · { $day } · #{ $number }
    { $figures }
card-by = reported by { $name }
card-before-close = Counts for { $day } (before { $close } is still the day before)
card-today = Today { $what }
card-day-target = 🎯 { $attainment } of the day's { $target-short } · { $missing } to go
card-day-reached = 🎉 The day's { $target-short } is reached: { $attainment }
card-that-day = { $day } { $what }
card-this-month = This month { $sums }
card-that-month = { $month } { $sums }
card-month = { $net }
card-month-target = { $net } / { $target-short } ({ $attainment })
card-undone = ↩️ #{ $number } was taken back and does not count.

undone = ↩️ Took back #{ $number }: { $figures }
undone-short = Taken back
restored = ✅ #{ $number } counts again.
restored-short = Restored
already-undone = This one was taken back already
already-there = This one counts already
nothing-numbered = There is no report #{ $number } that you may take back.
nothing-to-undo = There is nothing of the last two days to take back.

ask-amount = How much was it? Just answer with a number, such as 1280
ask-unusual = <b>{ $figures }</b>: is that right? It is far more than usual, so I ask before I count it.
ask-mine = Reporting for { $name } is for leads. { $figures }: is it yours?
ask-change = What should #{ $number } ({ $figures }) be? Write what is right, or the whole line anew, such as 3 orders 1280 new 2
button-mine = It is mine
button-reading = { $figures }
button-none-of-these = None of these
question-settled = OK.
not-counted = OK, nothing was counted.
cancelled = OK, cancelled.
nothing-to-cancel = There is nothing to cancel.

edit-not-read = ⚠️ I could not read the edited message; this still counts as before.

problem-zero-amount = The amount is 0, so nothing was counted. If nothing was sold, write: no sales
problem-negative-sale = A sale cannot be negative. For money given back, write: /refund 500
problem-too-large = That number is too large, so nothing was counted. Please check the zeros.
problem-too-many = That quantity is too large, so nothing was counted.
problem-future-day = { $day } is still to come, so nothing was counted.
problem-too-old = { $day } is more than 35 days back, so nothing was counted. Ask your lead about old sales.
problem-other-currency = This team keeps its books in { $own }; an amount in { $currency } was not counted. Please convert it to { $own }.
no-such-member = Nobody in this team is called { $name }. /team shows the names.
name-of-several = Several people are called { $name }, so nothing was counted. Please use the @username.
viewers-only-look = You are a viewer here, so nothing was counted. Ask a lead to change your role.

hint-not-a-report = I did not get that, so nothing was counted. Report like this: 3 orders 1280 new 2
    All that I can do: /help
hint-still-asked = I did not get that, so nothing was changed. My last question still waits: press one of its buttons, or write: cancel

command-sale = Report a sale: orders, total, new customers
command-refund = Report money given back: orders, amount
command-new = Report new customers: how many, or who
command-log = Report in a sentence; /log alone asks step by step
command-undo = Take the last report back, or the one with a number

ask-by-reply = Please answer by replying to this message.
edit-stands = It still counts as it was before the edit.
not-changed = OK, nothing was changed.
card-team = Team: { $team }
edit-undone = #{ $number } was taken back, so editing its message changes nothing. Press Restore first, or send a new one.
