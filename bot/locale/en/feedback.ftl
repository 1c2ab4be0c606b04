command-complaint = Complaints: which are open; settle or withdraw one

complaint-open = open
complaint-solved = solved
complaint-withdrawn = withdrawn
complaint-card = 📮 Complaint #{ $number } { $status }
complaint-card-said = 📮 Complaint #{ $number } { $status }: { $said }
rating-card = 💬 { $said }
complaints-head = 📮 <b>Open complaints</b>: { $n }
complaints-none = 👍 No open complaints.
complaint-line = #{ $number } { $name } · { $day } · { $n-n ->
    [one] { $n } complaint
   *[other] { $n } complaints
}
complaint-line-said = #{ $number } { $name } · { $day } · { $n-n ->
    [one] { $n } complaint
   *[other] { $n } complaints
} · { $said }
complaint-stands = It is <b>{ $status }</b>
complaint-rate = Complaint rate this month { $value } ({ $n } of { $orders-n ->
    [one] { $orders } order
   *[other] { $orders } orders
})
complaint-how = <i>Report one: <code>complaint 1 Anna broken</code></i>
complaint-none-such = There is no complaint #{ $number }, or it is not yours.
button-complaint = #{ $number }
button-complaints = 📮 All complaints
button-solved = ✅ Solved
button-withdrawn = ↩️ Withdrawn
button-open-again = Open again
buyers-alone = <i>For sales per buyer, say the buyers with the sale: 3 orders 1280, 2 buyers</i>
hint-ratings = Not logged. Write the stars of each rating, 1 to 5: <code>ratings 5,5,4</code>, or <code>rating 5 Anna so good</code>
