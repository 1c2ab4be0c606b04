morning-title = ☀️ Good morning { $name } · { $team }
morning-today = Today { $today-short } · this month { $reached-short } of { $target-short } ({ $attainment })
morning-month = This month { $reached-short }
morning-calls = 📞 Call today: { $names }
morning-calls-none = 📞 Call today: nobody
morning-name = { $name }
morning-focus = 🎯 Focus of the day: { $metric } ({ $attainment })
morning-step-money = 　{ $today-short } today keeps the month's target in reach
morning-step-new = { $n-n ->
    [one] {"　"}{ $n } new customer today keeps the month's target in reach
   *[other] {"　"}{ $n } new customers today keep the month's target in reach
}
morning-step-count = 　{ $metric }: { $n } today keep the month's target in reach
morning-step-return = { $n-n ->
    [0] {"　"}Write to customers who have not bought lately: how do they like it?
    [one] {"　"}Call the customer above first
   *[other] {"　"}Call the { $n } customers above first
}
morning-step-rating = 　Ask 3 customers today how they liked it
morning-step-complaint = 　Settle one open complaint first
morning-step-basket = 　Suggest one thing that goes with it in every order today
morning-step-conversion = 　Answer once more those who asked yesterday and did not buy
morning-step-shipping = 　Ship the oldest orders first
morning-step-look = 　Have a look at it: /kpi
button-morning-off = 🔕 No more mornings
morning-off-done = 🔕 Fine, nothing in the morning any more. Write /morning on to have it back.
morning-on-done = ☀️ Fine, see you at nine on working days.
morning-state-on = ☀️ At nine on every working day I tell you here what the day is to bring.
morning-state-off = 🔕 You switched the morning's line off.
button-morning-on = ☀️ Switch on
command-morning = The day's target and focus every morning, on or off
reminder = 🔔 { $name }, there is no report of yours today ({ $team }).
button-nothing-sold = Nothing sold today
command-schedule = What comes by itself and when; leads can pause it
schedule-title = <b>⏱ { $team } · what comes by itself</b> ({ $zone })
schedule-post = { $name }: { $day }, { $at }
schedule-off = { $name }: off
schedule-paused = { $name }: ⏸ paused
schedule-paused-until = { $name }: ⏸ paused until { $day }
schedule-how = To pause until a day: /schedule pause 6-20
schedule-daily = Leaderboard of the day
schedule-weekly = Chart of the week (Mondays)
schedule-monthly = Report of the month (on the 1st)
schedule-targets = Whether to copy last month's targets
schedule-morning = The morning's line (private)
schedule-reminder = Reminder to report (private)
schedule-plans = Plan reminders (private)
schedule-praise = Praise for the month (on the 1st)
schedule-coaching = Coaching for leads (private)
button-schedule-pause = ⏸ { $name }
button-schedule-resume = ▶ { $name }
button-schedule-pause-all = ⏸ Pause all
button-schedule-resume-all = ▶ Resume all
schedule-past = Name a day to come, such as: /schedule pause 6-20
audit-schedule = What comes by itself: { $what }
schedule-all = all
reminder-over = That day is over. To report it late name the day: no sales yesterday
schedule-state-on = on
schedule-state-paused = paused
schedule-state-until = paused until { $day }
