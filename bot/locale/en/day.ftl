# The totals of a day beside what is booked of it
day-head = { $whose ->
    [other] <b>{ $name }</b> { $day }, { $n-n ->
        [one] { $n } report booked
       *[other] { $n } reports booked
    }:
   *[own] { $day }, { $n-n ->
        [one] { $n } report booked
       *[other] { $n } reports booked
    }:
}
day-booked = Booked: { $figures }
day-told = This one: { $figures }
day-lost = ⚠️ Replacing drops: { $figures }
ask-day = Is this the total of the day, or on top of that?
button-day-replace = The total: replace the day
button-day-add = On top: add it
day-same = That is what is booked already ({ $figures }), so nothing was added.
card-replaced = ↩️ #{ $number } is part of the day's total #{ $report } and does not count beside it. To bring it back, undo #{ $report }.
