# The preview of chains, lists and imported files
list-head = 📋 <b>{ $title }</b>
list-head-day = 📋 <b>{ $title }</b> · { $day }
list-title = { $title }
list-untitled = List
list-untitled-file = File
list-line-ready = ✅ { $what }
list-line-booked = 🔁 { $what } · already booked { $numbers }
list-line-asked = ❓ { $what }
    — { $why }
list-line-skipped = ➖ { $what } · left out
list-line-beside = ✅ { $what }
    — { $beside }
list-beside = that day has { $figures } already ({ $numbers }); both will count
list-replacing = instead of that day’s { $figures } ({ $numbers })
list-beside-replace = 🔁 Replace what that day has ({ $n })
list-beside-add = Count both ({ $n })
list-count-nothing = nothing new to book
list-row = Row { $line }
list-name = <b>{ $name }</b>
list-day = { $day }
list-said = { $said }
list-figures = { $figures }
list-new-member = new member
list-more = … and { $n } more
list-total = ⚠️ The total says { $written }, the lines add up to { $told }
list-ignored = Columns not used: { $names }
list-counts = { $parts }
list-count-ready = <b>{ $n } ready</b> { $net }
list-count-booked = { $n } already booked
list-count-asked = <b>{ $n-n ->
    [one] { $n } question
   *[other] { $n } questions
}</b>
list-count-skipped = { $n } left out

list-why-who = I do not know this name
list-why-several = several people are called that
list-why-old = more than 35 days back
list-why-twice = the same line stands here twice
list-why-known = the books have the same already { $numbers }
list-why-differs = the books say { $figures } ({ $numbers })
list-why-locked = the books of that day are locked; /unlock first
list-why-unusual = far more than usual
list-fault-no-name = whose is it? Send it again as: name 3 orders 450
list-fault-no-figure = no figure
list-fault-no-amount = no amount
list-fault-unclear = orders or amount? Send it again as: 3 orders 450
list-fault-unread = not understood. Send it again as: 3 orders 450
list-fault-to-come = the day is still to come
list-fault-no-day = no date
list-fault-bad-day = I cannot read this date; write 2026-06-08
list-fault-bad-number = not a number that I can book
list-problem-zero-amount = the amount is 0; for a day without sales write: no sales
list-problem-too-large = this number is too large
list-problem-too-many = this quantity is too large
list-problem-future-day = the day is still to come
list-problem-too-old = the day is too long ago
list-problem-other-currency = not in { $own }; please convert it

list-ask-who = 👇 Who is <b>{ $name }</b>?
list-ask-book = 👇 <b>{ $name }</b> { $figures }: book it?
list-ask-differs = 👇 <b>{ $name }</b>: the books say { $before }, this says { $after }. What now?
list-member = { $name }
list-more-members = Others ›
list-answer-new = ➕ New member (no Telegram)
list-answer-skip = Skip
list-answer-yes = Book it
list-answer-replace = Replace
list-answer-add = Add to it
list-all-skip = Skip all { $n }
list-all-yes = Book all { $n }
list-all-replace = Replace all { $n }
list-all-add = Add all { $n }
list-confirm = ✅ Book { $n }

list-done = ✅ <b>Booked { $n }</b> ({ $numbers })
    { $figures }
list-left = { $n } not booked; put them right and send them again:
list-undo = ↩️ Take all { $n } back
list-undone = ↩️ This list was taken back ({ $numbers }); what somebody changed since stays.
list-over = This list is done with, or too old. Just send it again.
list-changed = The books have just changed. Please look again.
list-leads-only = Lists are for leads. For your own sales write: 3 orders 1280
