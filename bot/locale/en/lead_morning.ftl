lead-morning-title = ☀️ <b>{ $team }</b> · yesterday ({ $day })
lead-morning-of = Team { $reached-short } / { $target-short } = { $attainment }
lead-morning-sold = Team { $reached-short }
lead-morning-check = ✋ To check: { $n-n ->
        [one] { $n } report
       *[other] { $n } reports
    } (/clean)
lead-morning-nothing = Nothing that needs a look.
lead-morning-gap = ⚠️ The month is { $gap-short } behind schedule: { $attainment }, time gone { $progress } ({ $n-n ->
        [one] { $n } day
       *[other] { $n } days
    })
lead-morning-drop = ⚠️ { $name }: { $now-short } a day in 7 days, { $usual-short } in the four weeks before, down { $by } ({ $n-n ->
        [one] { $n } day
       *[other] { $n } days
    })
lead-morning-complaints = ⚠️ More complaints: { $complaints } in { $orders } orders of 7 days, { $before } in { $orders_before } of the four weeks before
schedule-lead-morning = Leads' morning line (private)
