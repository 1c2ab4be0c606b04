# Reports that are asked about before they count: the questions, their buttons, and how /me and a lead's summary name them
ask-quote = “{ $text }”
ask-past = { $day } is more than a week ago. Was it really that day? ({ $figures })
ask-pieces = { $price } each: how many were sold?
button-sold = Sold { $figures }
button-price = That is the price of one
button-only-price = Only a price, nothing sold
button-no-report = Not a report
button-by-items = By items: { $figures }
button-by-total = By total: { $figures }
button-deposit = Count { $figures } now
button-when-paid = Later, when it is paid
open-text = “{ $text }”
open-name = { $name }
open-no-more = This one needs no answer any more
still-open = Not answered yet, so nothing was counted. /me lets you answer it.
me-open = ❓ To be answered, not counted yet: { $reports }
me-open-count = ❓ { $n-n ->
    [one] { $n } report waits
   *[other] { $n } reports wait
} for your answer, not counted yet
button-answer = Answer: { $report }
summary-open = ❓ Not answered, not counted:
summary-open-one = 　{ $name }: { $reports }
summary-more-open = { $n } more
me-open-one = { $report }
button-own = Mine: { $figures }
