command-lock = Lock the books of a day or a month; /lock alone shows them
command-unlock = Unlock them again

locked = 🔒 { $period } is locked: no reports, changes or undos, so nothing was done. Ask a lead to unlock it. Refunds can be reported; they count today.
locked-for-lead = 🔒 { $period } is locked, so nothing was done. Unlock it, change it, and lock it again.
card-adjustment = 🔁 Adjustment: refund { $amount } for { $day }, which is locked, so it counts here
me-adjustment = 　of it refund for { $day } (locked): { $amount }

lock-head = 🔒 Locked in <b>{ $team }</b>:
lock-none = 🔓 Nothing is locked in <b>{ $team }</b>.
lock-line = { $period } (by { $name } on { $day })
lock-more = … and { $n } more
lock-how = Nobody can report, change or undo anything of locked days. Later refunds count on the day they are reported, with a note.
    <code>/lock 6-08</code>　<code>/lock June</code>　<code>/unlock June</code>
lock-leads-only = Locking and unlocking is for leads.
lock-ask = Lock <b>{ $period }</b>? It stands at { $figures }
    Then nobody can report, change or undo anything of it. Later refunds count on the day they are reported, with a note.
unlock-ask = Unlock <b>{ $period }</b>? It stands at { $figures }
    Then everybody can report, change and undo again.
lock-done = 🔒 { $period } is locked ({ $name })
unlock-done = 🔓 { $period } is unlocked ({ $name })
lock-not-over = { $period } is not over; nobody could report any more. Lock days that are over.
lock-already = { $period } is locked already.
unlock-already = { $period } is not locked.
unlock-other = { $period } was not locked by itself. Unlock this:
button-lock = 🔒 Lock { $period }
button-unlock = 🔓 Unlock { $period }
