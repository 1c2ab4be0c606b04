command-ops = Operations: stock turnover, days of stock, how fast orders go out, what is late

ops-head = 🏪 <b>{ $team }</b>, operations · { $period }
ops-goods = <b>📦 Goods</b>
ops-no-stock = No stock is on record. A lead writes: <code>/stock in mask 100 cost 30</code>
ops-orders = <b>🚚 Shipping</b>
ops-no-orders = No orders are marked as shipped yet. Write: <code>/ship 18</code>
ops-figure = { $name }: { $figures }
ops-orders-behind = { $n-n ->
    [one] { $n } order
   *[other] { $n } orders
}
ops-none-overdue = 👍 No sale has waited for more than { $hours } hours
ops-overdue = ⏰ { $n-n ->
    [one] { $n } sale has
   *[other] { $n } sales have
} waited for more than { $hours } hours:
ops-late = #{ $number } { $figures } · for { $hours } hours
ops-more = and { $n } more
ops-all-off = The team uses none of these metrics. Leads can switch them on with /metrics.
button-ops-again = 🔄 Refresh
