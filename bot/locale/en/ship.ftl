command-ship = Shipping: what went out and how long it took; /ship alone lists what waits

ship-head = 📦 <b>Not marked as shipped</b>: { $n }. Press what has gone out
ship-none = 📦 No sale is waiting to be shipped.
ship-line = #{ $number } { $name } · { $amount } · waiting { $hours } h
ship-more = and { $n } more
ship-how = <i>Or write: <code>shipped #18</code>, <code>shipped 3 orders avg 6h</code>, <code>shipped 2h 4h 30h</code></i>
button-ship = 📦 #{ $number } shipped
ship-no-sale = #{ $number } is no sale in force. Nothing was logged.
ship-not-yours = #{ $number } is not your report. Who made it, or a lead, can mark it.
ship-already = #{ $number } is marked as shipped already (#{ $report }).
problem-too-long = That took too long to be true. Nothing was logged; please check it.
setting-shipping = Shipping limit
settings-shipping-hours = { $hours-n ->
    [one] overdue after { $hours } hour
   *[other] overdue after { $hours } hours
}
settings-shipping-unclear = After how many hours is an order overdue? Write 1 to 720, such as <code>/settings shipping 48</code>, or off
ship-overdue = ⏰ #{ $number } { $name } · { $amount } · waiting { $hours } h, overdue
choose-shipping = After how long is an order overdue?
hint-shipped = Not logged. Say which, or how long it took: <code>shipped #18</code>, <code>shipped 3 orders avg 6h</code>
