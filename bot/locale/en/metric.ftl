metric-net = Net sales
metric-net-is = What was paid − refunds. The leaderboard goes by it
metric-net-example = 1,280 + 1,150 − 200 refunded = 2,230
metric-gross = Gross sales
metric-gross-is = All that was paid, refunds still in it
metric-gross-example = 1,280 + 1,150 = 2,430
metric-orders = Orders
metric-orders-is = Paid orders. One with a partial refund still counts
metric-orders-example = “2 orders 5 pcs” are 2 orders
metric-units = Units sold
metric-units-is = Pieces sold − pieces returned
metric-units-example = “2 orders 5 pcs” are 5 pieces
metric-per-buyer = Sales per buyer
metric-per-buyer-is = Net sales ÷ buyers
metric-per-buyer-example = 1,000 ÷ 4 buyers = 250.00
metric-aov = Order value (AOV)
metric-aov-is = Net sales ÷ orders
metric-aov-example = 1,000 ÷ 6 orders = 166.67
metric-units-per-order = Units per order
metric-units-per-order-is = Pieces ÷ orders
metric-units-per-order-example = 5 pieces ÷ 2 orders = 2.50

metric-new-customers = New customers
metric-new-customers-is = Who buys for the first time, each once. Recruited sellers are none
metric-new-customers-example = Anna reported as new last week and this week counts 1
metric-returning = Returning customers
metric-returning-is = Purchases by customers who had bought before
metric-returning-example = 1 yesterday and 2 today = 3
metric-repurchase = Repurchase rate
metric-repurchase-is = Customers with two purchases or more in 90 days ÷ customers with one or more
metric-repurchase-example = 2 of 4 customers bought twice → 50.0%
metric-bought-again = Bought-again rate
metric-bought-again-is = Last month's buyers who bought again this month ÷ last month's buyers
metric-bought-again-example = 2 of last month's 5 came back → 40.0%
metric-retention = Customer retention
metric-retention-is = (Customers at the end − new ones) ÷ customers at the start. A customer bought in the last 90 days
metric-retention-example = (19 − 3) ÷ 20 = 80.0%
metric-satisfaction = Customer satisfaction
metric-satisfaction-is = Positive ratings (4 or 5 stars) ÷ all ratings
metric-satisfaction-example = 5, 5, 4, 3 and 1 stars → 3 ÷ 5 = 60.0%
metric-stars = Average stars
metric-stars-is = All stars ÷ ratings
metric-stars-example = 5, 5, 4, 3 and 1 stars → 18 ÷ 5 = 3.60
metric-complaint-rate = Complaint rate
metric-complaint-rate-is = (Complaints − withdrawn ones) ÷ orders
metric-complaint-rate-example = (2 − 1) ÷ 50 orders = 2.0%

metric-page-views = Page views (PV)
metric-page-views-is = How often pages were opened, added up by day
metric-page-views-example = 120 + 90 = 210
metric-visitors = Unique visitors (UV)
metric-visitors-is = People who came to look, each once a day. Several days are a daily average; added up they are visits
metric-visitors-example = 40 and 35 → 37.5 a day (75 visits)
metric-inquiries = Inquiries
metric-inquiries-is = Customers who asked, added up
metric-inquiries-example = 10 + 5 = 15
metric-contacts = New contacts
metric-contacts-is = Contacts added
metric-contacts-example = 8 + 12 = 20
metric-conversion = Conversion
metric-conversion-is = Buyers ÷ visitors. Not orders ÷ visitors
metric-conversion-example = 4 ÷ 75 = 5.3%
metric-handling = Order processing time
metric-handling-is = Hours from paid to shipped, on average
metric-handling-example = 2, 4 and 30 hours → 12.0 hours
metric-handling-median = Processing time (median)
metric-handling-median-is = Hours that the order in the middle took, from fast to slow
metric-handling-median-example = 2, 4 and 30 hours → 4.0 hours
metric-within-24h = Shipped in 24 hours
metric-within-24h-is = Orders shipped within 24 hours ÷ orders shipped
metric-within-24h-example = 2, 4 and 30 hours → 66.7%
metric-within-48h = Shipped in 48 hours
metric-within-48h-is = Orders shipped within 48 hours ÷ orders shipped
metric-within-48h-example = 2, 4 and 30 hours → 100.0%
metric-turnover = Stock turnover
metric-turnover-is = Cost of goods sold ÷ average stock at cost. By cost, not by selling price
metric-turnover-example = 12,000 ÷ 4,000 = 3.00 turns
metric-turnover-days = Days per turn
metric-turnover-days-is = Days ÷ stock turnover
metric-turnover-days-example = 30 days ÷ 3.00 turns = 10.0 days
metric-stock-days = Days of stock
metric-stock-days-is = Pieces in stock ÷ pieces sold a day
metric-stock-days-example = 40 pieces ÷ 5 a day = 8.0 days

metric-share = Share of the team
metric-share-is = One's net sales ÷ the team's
metric-share-example = 23,770 ÷ 67,690 = 35.1%
metric-attainment = Target attainment
metric-attainment-is = Actual ÷ target
metric-attainment-example = 2,770 ÷ 4,000 = 69.3%
metric-time-progress = Time progress
metric-time-progress-is = Days over ÷ all days, each by its weight
metric-time-progress-example = 7 ÷ 31 = 22.6%
metric-needed = Needed per day
metric-needed-is = What is missing ÷ the weights of the days left × that day's weight
metric-needed-example = 100,230 ÷ 24 = 4,176.25
metric-score = Overall score
metric-score-is = Attainment of each metric × its weight, added up
metric-score-example = 90% × 50 + 120% × 20 + 80% × 20 + 80% × 10 = 93.0

measure-gross = sales
measure-gross-of-orders = sales with their orders
measure-gross-of-buyers = sales with their buyers
measure-orders = orders
measure-units = pieces
measure-buyers = buyers
measure-new-customers = new customers
measure-repeat-customers = returning customers
measure-contacts = contacts
measure-inquiries = inquiries
measure-visitors = visitors
measure-page-views = page views
measure-ratings = ratings
measure-rating-stars = stars
measure-refunds = refunds
measure-refunded-orders = refunded orders
measure-returned-units = returned pieces
measure-complaints = complaints
measure-withdrawn-complaints = withdrawn complaints
measure-positive-ratings = ratings of 4 or 5 stars
measure-shipped = shipped orders
measure-handling-minutes = minutes to ship
measure-reports = reports
