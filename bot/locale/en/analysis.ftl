command-analyze = Analysis: trend, comparison, shares, Pareto, funnel, weekdays, outliers

analysis-title = 🔍 <b>{ $whose } · { $kind }</b> { $period }
analysis-subtitle = { $kind } · { $period }
analysis-footer = As reported · time zone { $zone }
analysis-own = Here you can look at your own figures only. Leads see the team’s.
analysis-kept = The team keeps single amounts to itself. Leads can look in the private chat.
analysis-no-sum = { $metric } does not add up over days, so look at it with /kpi. What can be analysed: { $names }
analysis-nothing = { $period }: no figures to analyse yet.

analysis-kind-trend = Trend
analysis-kind-last = vs last period
analysis-kind-year = vs last year
analysis-kind-parts = Shares
analysis-kind-pareto = 80/20
analysis-kind-funnel = Funnel
analysis-kind-weekday = Weekdays
analysis-kind-outlier = Outliers
analysis-button-grain = { $grain ->
    [day] By day
    [week] By week
   *[month] By month
}

analysis-day = { $day }
analysis-period = { $period }
analysis-name = { $name }
analysis-percent = { $share }
analysis-level = { $share }
analysis-point = { $label } { $net }
analysis-points = { $points }
analysis-row = { $label } <b>{ $net }</b> { $share }
analysis-others = { $n } { $what ->
    [sellers] { $n-n ->
        [one] other
       *[other] others
    }
   *[days] more
}
analysis-days = { $n-n ->
    [one] { $n } day in all
   *[other] { $n } days in all
}

# Trend
analysis-trend-up = Rising over { $n } { $grain ->
    [day] days
    [week] weeks
   *[month] months
}, by about { $by } a { $grain ->
    [day] day
    [week] week
   *[month] month
}.
analysis-trend-down = Falling over { $n } { $grain ->
    [day] days
    [week] weeks
   *[month] months
}, by about { $by } a { $grain ->
    [day] day
    [week] week
   *[month] month
}.
analysis-trend-steady = Steady over { $n } { $grain ->
    [day] days
    [week] weeks
   *[month] months
}: neither rising nor falling.
analysis-mean = average { $net }
analysis-best = best { $label } { $net }
analysis-worst = lowest { $label } { $net }
analysis-rise = From start to end { $change } (of the average)
analysis-legend = period before
analysis-legend-year = a year ago
analysis-few-trend = A trend takes { $needed } whole { $grain ->
    [day] days
    [week] weeks
   *[month] months
}. So far there { $n-n ->
    [one] is { $n }
   *[other] are { $n }
}.

# Against another period
analysis-change-more = { $now }, which is { $by } more than { $before } in { $then } (▲{ $change }).
analysis-change-less = { $now }, which is { $by } less than { $before } in { $then } (▼{ $change }).
analysis-change-same = { $now }, the same as in { $then }.
analysis-few-change = Nothing was reported in { $period }. It takes two periods to compare.

# Shares, Pareto
analysis-structure = { $first } { $what ->
    [sellers] brings most
   *[weeks] is the strongest week
}: { $share } of { $whole } ({ $n } { $what ->
    [sellers] { $n-n ->
        [one] seller
       *[other] sellers
    }
   *[weeks] { $n-n ->
        [one] week
       *[other] weeks
    }
}).
analysis-pareto = { $top } of { $n } { $what ->
    [sellers] sellers
   *[days] days
} { $top-n ->
    [one] makes
   *[other] make
} { $share } of { $sales ->
    [yes] the sales
   *[no] the whole
}.
analysis-pareto-even = Evenly spread: it takes all { $n } { $what ->
    [sellers] sellers
   *[days] days
} to make 80%.
analysis-few-pareto = 80/20 takes { $needed } { $what ->
    [sellers] sellers
   *[days] days
} with { $sales ->
    [yes] sales
   *[no] any
}. So far there { $n-n ->
    [one] is { $n }
   *[other] are { $n }
}.

# Funnel
analysis-funnel = Most are lost before “{ $step }”: only { $rate } get there from the step before.
analysis-funnel-one = { $rate } get to “{ $step }” from the step before.
analysis-funnel-gaps = There are gaps, so no rate can be told. Not reported: { $missing }
analysis-few-funnel = A funnel takes two reported steps; so far there { $n-n ->
    [one] is { $n }
   *[other] are { $n }
}. Not reported: { $missing }
analysis-report-steps = Put them in a report, like: <code>3 orders 1280 UV40 inquiries 12 returning 1</code>
analysis-missing = not reported
analysis-step-visitors = Visits
analysis-step-inquiries = Inquiries
analysis-step-buyers = Buyers
analysis-step-orders = Orders
analysis-step-repeat-customers = Returning
analysis-step-none = { $step }: not reported
analysis-step-first = { $step }: { $n }
analysis-step-rate = { $step }: { $n } ({ $rate } of the step before)

# Weekdays, outliers
analysis-weekday = { $on ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
analysis-weekdays = { $best } is strongest with { $high } on average, { $worst } weakest with { $low }.
analysis-few-weekdays = A weekday pattern takes { $needed } days. So far there { $n-n ->
    [one] is { $n }
   *[other] are { $n }
}.
analysis-outliers = { $n-n ->
    [one] { $n } day stands out
   *[other] { $n } days stand out
}; a usual day brings { $usual }.
analysis-outliers-none = No day stands out; a usual day brings { $usual }.
analysis-few-outliers = Outliers take { $needed } reported days. So far there { $n-n ->
    [one] is { $n }
   *[other] are { $n }
}.
analysis-usual = usual day { $net }
analysis-high = ▲ { $day } { $net }
analysis-low = ▼ { $day } { $net }

# For leads, each week and month
largest-change-more = 💡 Largest change: { $name }, { $by-short } more than the week before (▲{ $change }), { $n-n ->
    [one] { $n } order
   *[other] { $n } orders
}, { $before } the week before
largest-change-less = 💡 Largest change: { $name }, { $by-short } less than the week before (▼{ $change }), { $n-n ->
    [one] { $n } order
   *[other] { $n } orders
}, { $before } the week before
month-findings = 🔍 <b>{ $team } · { $month }</b>, also found:
month-finding = <b>{ $kind }</b>: { $finding }
