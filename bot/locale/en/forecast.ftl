command-forecast = Forecast: what this month will bring at this pace
forecast-title = 🔮 <b>{ $whose }</b> · forecast for { $month }
forecast-amount = The whole month: <b>{ $net }</b>
forecast-range = Likely between { $low-short } and { $high-short } (8 times out of 10)
forecast-basis = Based on { $reached-short } up to { $until }, { $n-n ->
    [one] { $n } reported day
   *[other] { $n } reported days
}, time elapsed { $share }
forecast-target = Target { $target-short }: <b>{ $share }</b> expected, { $by-short } { $side ->
    [short] short
   *[over] over
}
forecast-few = Not enough data: { $n-n ->
    [one] { $n } day was reported
   *[other] { $n } days were reported
} this month, and a forecast takes { $needed }.
forecast-next = 🎯 For a target in { $month }:
