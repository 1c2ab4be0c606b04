command-top = Leaderboards of any period: sales, orders, % of target, progress and more

board-title = 🏆 <b>{ $grain ->
    [today] Today
    [day] Day
    [week] Week
    [month] Month
    [quarter] Quarter
   *[year] Year
}</b> · { $period }{ $by ->
    [orders] {" "}· orders
    [new] {" "}· new customers
    [percent] {" "}· % of target
    [improved] {" "}· improved on own 4 weeks
    [repurchase] {" "}· repurchase rate, 90 days
    [score] {" "}· score
   *[sales] {""}
}
board-medal = { $medal } { $figures }
board-place = { $rank }. { $figures }
board-name = { $name }
board-amount = { $amount-short }
board-percent = { $percent }
board-of-target = { $percent } of target
board-up = ↑{ $n }
board-down = ↓{ $n }
board-entered = new entry
board-more = … and { $n } more
board-near = <b>Around you</b>
board-to-next = { $gap-short } to the next place
board-total = Team { $figures }
board-day = { $current ->
    [yes] Today
   *[no] That day
} { $net-short } / { $target-short } = { $attainment }
board-also = { $by ->
    [percent] 🎯 % of target
    [improved] 📈 Improved on own 4 weeks
   *[new] 🌱 New customers
} { $names }
board-also-one = { $name } { $figure }
board-count = { $n }
board-more-than = ▲{ $percent }
board-less = ▼{ $percent }
board-score = { $points }
board-none-percent = 🏆 { $period }: nobody with a target has reported yet.
board-none-improved = 🏆 { $period }: nobody can be compared with their own 4 weeks before yet (3 days reported at least).
board-none-repurchase = 🏆 { $period }: no repurchase rate yet. Name your customers: <code>new customer Anna 198</code>
board-none-score = 🏆 { $period }: nobody has a target to score by. A lead sets one: <code>/target @Mei 20000</code>
board-month = { $current ->
    [yes] This month
   *[no] { $month }
} { $net-short } / { $target-short } = { $attainment } · time gone { $progress }
board-reported = Reported { $reported }/{ $of }{ $missing-n ->
    [0] {""}
   *[other] {" "}· { $missing } not yet
}
board-source = <i>self-reported · { $zone }</i>
board-source-checked = <i>{ $unchecked-n ->
    [0] all { $n } reports checked
   *[other] { $unchecked } of { $n-n ->
        [one] { $n } report
       *[other] { $n } reports
    } not checked
} · { $zone }</i>
board-marks = { $marks }
board-late = ⏰ (delayed) I was offline when this was due
board-amended = ✏️ amended, reports came in later
live-renewed = 📌 live, as of { $time }
board-empty-so-far = 🏆 { $period }: no reports yet. Be the first: <code>/sale 2 198</code>
board-empty = { $period }: no reports.
board-title-of = { $title } · { $metric }
board-aim = { $value } / { $target } = { $attainment }
board-aim-team = Team { $metric } { $figures }
board-no-aims = { $period }: nobody has a target of “{ $metric }” to rank by. A lead sets one: <code>/target @Mei { $metric } 30</code>
board-no-targets = { $period }: nobody has a target to rank by. A lead sets one: { $grain ->
    [year] <code>/target @Mei year 240000</code>
    [quarter] <code>/target @Mei quarter 60000</code>
   *[month] <code>/target @Mei 20000</code>
}

board-show-day = Today
board-show-week = Week
board-show-month = Month
board-show-sales = Sales
board-show-orders = Orders
board-show-new = New
board-show-percent = %
board-show-improved = Improved
board-show-repurchase = Repurchase
board-show-score = Score
board-show-aim = 🎯 { $metric }
board-chosen = ✓ { $label }
