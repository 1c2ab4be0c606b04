command-stock = Stock: goods in, counts, how long they last, what does not sell

stock-head = 📦 Stock of <b>{ $team }</b>
stock-none = 📦 <b>{ $team }</b> has no stock on record yet.
stock-how = When goods come in, write: <code>/stock in mask 100 cost 30</code>
    When you have counted: <code>/stock count mask 60</code>
    Then reports that name product and pieces take from it: <code>3 pcs mask 299</code>
stock-none-how = It shows here once a lead has entered goods.
stock-line = { $name } · { $figures }
stock-line-low = ⚠️ { $name } · { $figures }
stock-name = { $name }
stock-number = { $n }
stock-pieces = { $n-n ->
    [one] { $n } piece
   *[other] { $n } pieces
}
stock-short = { $n } more sold than came in, please count
stock-gone = sold out
stock-days = enough for { $days } days
stock-never-sold = none sold yet
stock-unsold = none sold in { $days } days
stock-turns = { $period }: { $figures }
stock-turn = { $turns } turns
stock-turn-days = { $days } days each
stock-turns-unpriced = Turnover takes what goods cost; missing for { $names }
stock-product = 📦 <b>{ $name }</b>
stock-now = Now { $figures }
stock-cost = Cost { $cost } (average for one)
stock-was-in = { $day } in: { $n }
stock-was-count = { $day } counted: { $n }
stock-done-in = ✅ <b>{ $name }</b>: { $n } in, cost { $cost }
stock-done-count = ✅ <b>{ $name }</b>: { $n } counted
stock-done-cost = ✅ <b>{ $name }</b>: cost { $cost }
stock-missing = { $n } fewer than on record
stock-found = { $n } more than on record
stock-unpriced = No cost yet, so there is no turnover. Add it: <code>/stock cost { $name } 30</code>
stock-undone = ↩️ Taken back: { $name }{ $step ->
    [in] , { $n } in
    [count] , { $n } counted
   *[cost] , cost
}
stock-unknown = There is no “{ $name }” in stock.
stock-undone-already = That was taken back already.
stock-ask-name-in = What came in, and how many? For example: <code>mask 100 cost 30</code>
stock-ask-name-count = What did you count, and how many are there? For example: <code>mask 60</code>
stock-ask-name-cost = Which product? For example: <code>mask</code>
stock-ask-pieces-in = How many <b>{ $name }</b> came in? Press one or write a number.
stock-ask-pieces-count = How many <b>{ $name }</b> are there? Press one or write a number.
stock-ask-cost = What does one <b>{ $name }</b> cost you? Write a number such as 30. What you pay for it, not its price.
stock-step-unclear = I did not get that. Write <code>mask 100</code>, or: cancel
stock-pieces-unclear = Please write a whole number such as 60, or: cancel
stock-cost-unclear = I did not get the cost. Write what one costs, such as 30.
stock-in-private = Step by step goes in the private chat. Here you can write: <code>/stock in mask 100 cost 30</code>
stock-low = 🔔 <b>{ $team }</b>: { $name } is running low, { $figures }.
stock-low-limit = You hear it once below { $days } days, and not again before it is refilled. To change that: <code>/settings stock 10</code>
stock-slow-head = 🐢 Not sold in { $days } days:
stock-slow-none = 👍 Nothing has gone unsold for { $days } days.
stock-slow-line = { $name } · { $n } left · { $days } days without a sale
stock-slow-tied = { $name } · { $n } left · { $days } days without a sale · { $money } tied up
stock-slow-unpriced = { $name } · { $n } left · { $days } days without a sale · no cost
stock-slow-more = and { $n } more
stock-slow-total = { $money } tied up in all
button-stock-all = 📦 All stock
button-stock-slow = 🐢 Slow movers
button-stock-in = 📥 Goods in
button-stock-count = 📋 Count
button-stock-cost = 💰 Cost
button-stock-same = As last time, { $cost }
button-stock-unknown = I don't know
setting-stock = Stock alert
settings-stock-days = below { $days } days
settings-stock-unclear = Below how many days of stock? Write 1 to 365, like <code>/settings stock 10</code>, or off
choose-stock = Below how many days of stock should leads be told in private?
