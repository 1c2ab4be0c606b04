command-calendar = The team's calendar: working days, rest days, campaigns
command-leave = Leave: who is away, and when

calendar-head = 📅 <b>{ $team }</b> { $month }
calendar-week = Working days: { $week }
calendar-line = { $days }: { $what }
calendar-sum = { $days } working days, weight { $weight }
calendar-how = Press a weekday to change it. For single days write:
    <code>/calendar 16-18 Jun x3</code> (a campaign: a day counts as three)
    <code>/calendar 6-19 off</code>　<code>/calendar 6-21 work</code>　<code>/calendar 6-19 normal</code>
calendar-leads-only = Leads change the calendar.
calendar-set = ✅ { $days }: { $what }
calendar-off = rest day
calendar-work = working day
calendar-x = campaign ×{ $n }
calendar-normal = as usual
calendar-too-heavy = A day counts as { $most } days at most.
calendar-no-day-left = A week needs one working day. Nothing was changed.
calendar-works = ✓ { $day }
calendar-rests = { $day }
calendar-before = ‹ { $month }
calendar-after = { $month } ›

work-week = { $days ->
    [on-0123456] every day
    [on-01234] Monday to Friday
    [on-012345] Monday to Saturday
   *[other] { $named }
}
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun

leave-head = 🌴 Away in the next month, <b>{ $team }</b>:
leave-none = 🌴 Nobody of <b>{ $team }</b> is away in the next month.
leave-line = { $name } { $days }
leave-how = Your own leave: <code>/leave 6-10</code> or <code>/leave 10-12 Jun</code>
    On leave your target is 0, nobody asks for a report, and your streak goes on.
leave-how-lead = Your own: <code>/leave 6-10</code>; a colleague's: <code>/leave @Lili 10-12 Jun</code>
    On leave the target is 0, nobody asks for a report, and the streak goes on.
leave-set = 🌴 { $name } is away { $days }. No target, no reminder, and the streak goes on.
leave-unset = ✅ { $name } is there { $days } after all.
leave-away = away
leave-back = there
button-leave-today = Away today
button-leave-tomorrow = Away tomorrow
button-leave-back = Not after all
button-leave-again = Away again

audit-calendar = calendar { $days }
audit-work-week = working days
audit-leave = { $name } { $days }
