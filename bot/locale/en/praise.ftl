command-level = Levels: public criteria, and how far you are
command-promote = Promotion list: who meets the criteria; a lead decides (private chat only)
command-poster = A poster to pass on, without anything of customers (private chat only)
command-praise = Praise of a customer, with a picture; a lead confirms it
command-tour = A tour of what I do, in five steps (private chat only)
command-feedback = A word to the leads, with your name or without (private chat only)

praise-month = 🌟 <b>Praise for { $month }</b>
best-day = 🎉 Your best day ever! { $net-short } today, { $before-short } before

level-head = 🪜 Levels of <b>{ $team }</b> (average score of the last three months, and steady)
level-line = { $name }: { $points-n ->
    [one] { $points } point
   *[other] { $points } points
}
level-yours = You are: <b>{ $level }</b>
level-none-yet = You have no level yet
level-too-early = How far you are is told once three months have a score.
level-average = Your average: { $points } points ({ $months })
level-points = { $points }
level-missing = { $points } points to { $name }
level-next = Next: { $name } ({ $points-n ->
    [one] { $points } point
   *[other] { $points } points
})
level-how = Change the criteria: <code>/level set Starter 60 | Pro 80 | Gold 100</code>
    Promotion list: /promote
level-names = { $names }
level-first = Starter
level-second = Pro
level-third = Gold
audit-levels = Criteria of levels

promote-head = 🪜 Who meets the criteria in <b>{ $team }</b>:
promote-none = 🪜 Nobody in <b>{ $team }</b> meets the criteria of the next level.
promote-line = { $name } → { $level }: average { $points } points ({ $months })
promote-how = Steady means: three months with a score, none below 80% of their average. You decide; nobody is promoted by itself.
promote-ask = Promote { $name } to { $level }? They are told in private.
promote-done = ✅ { $name } is { $level } now.
promote-told = 🎉 Congratulations, you are <b>{ $level }</b> now!
button-promote = { $name } → { $level }
button-promote-yes = ✅ Promote
audit-promote = Promotion of { $name }

poster-head = Well done
poster-net = Net sales, { $period }
poster-money = { $net-short }
poster-when = { $period }
poster-target = { $share } of the target
poster-rank = Number { $rank } of { $of }
poster-orders = { $n-n ->
    [one] { $n } order
   *[other] { $n } orders
}
poster-text = 🎉 { $head }: { $name }
poster-figure = { $label } { $figure }
poster-from = — { $team }
poster-nothing = Nothing was sold in { $period } yet: report something first.

praise-sent = 👏 Thank you. A lead is asked to confirm it.
praise-sent-bare = 👏 Thank you, but without a picture it counts as unverified. Better send it again with one.
praise-of = 👏 Praise from a customer of { $name } · { $day }
praise-of-bare = 👏 { $name } tells of a customer's praise · { $day } (no picture, unverified)
praise-words = “{ $words }”
praise-is-given = ✅ Confirmed
praise-is-declined = Does not count
praise-told-given = 👏 The praise that you sent is confirmed. Well done!
praise-told-declined = The praise that you sent does not count. Ask your lead if in doubt.
praise-head = 👏 Praise of { $month }
praise-none = 👏 No praise in { $month } yet.
praise-line-given = ✅ { $name } · { $day }
praise-line-offered = ⏳ { $name } · { $day } (waits)
praise-line-declined = ✖ { $name } · { $day } (does not count)
praise-how = Send a picture with the words “/praise …”
button-praise-yes = ✅ Confirm
button-praise-no = Does not count
audit-praise = Praise for { $name }

tour-head = 🧭 Tour { $step } of { $of }
tour-report = <b>Report</b>
    Just send: <code>3 orders 1280 new 2</code>
    Or one question at a time: /log
tour-fix = <b>Put right</b>
    Edit your message and I follow.
    Or: <code>/undo</code>, <code>my last one should be 250</code>
tour-look = <b>Look</b>
    Yourself: /me. The board: /top. A picture: /chart
tour-target = <b>Targets</b>
    What the day asks for comes in the morning, in private.
    Targets: /target. Leave: /leave
tour-more = <b>And more</b>
    Plans /plan, training /train, pay /pay, a poster /poster
    Everything: /help
tour-stopped = Stopped at step { $step }. Press Go on whenever you like.
tour-done = 🎉 That was it. Questions? Send /help.
button-tour-on = ▶ Go on
button-tour-stop = ⏹ Stop here
button-tour-end = ✅ Done

feedback-ask = What do you want to tell the leads? Just send it to me.
feedback-how = With your name?
feedback-sent = ✅ Passed on to the leads.
feedback-nobody = No lead has ever written to me in private, so I cannot pass it on.
feedback-named = 💌 { $name } says:
feedback-unnamed = 💌 Somebody says (without a name):
feedback-words = “{ $words }”
feedback-reply = Answer this message and I pass it on.
feedback-answered = 💌 { $name } answers you:
feedback-passed = ✅ Passed on.
feedback-gone = I cannot reach them: they never wrote to me in private.
button-feedback-named = With my name
button-feedback-unnamed = Without my name
