command-kpi = Metrics: how each is told, and how this month stands

kpi-menu = 📊 <b>Metrics</b>
    Press a group, or write: <code>/kpi conversion</code>
kpi-group-sales = 💰 Sales
kpi-group-customers = 👥 Customers
kpi-group-operations = 🏪 Operations
kpi-group-targets = 🎯 Targets
kpi-group-names = <b>{ $group }</b>
    { $names }
kpi-group-title = <b>{ $group }</b>
kpi-listed = <b>{ $name }</b>: { $meaning }
kpi-example = <i>For example: { $example }</i>
kpi-title = 📊 <b>{ $name }</b>
kpi-about = { $parts }
kpi-better-higher = Higher is better
kpi-better-lower = Lower is better
kpi-adds-sum = days and people add up
kpi-adds-ratio = sum ÷ sum, never a mean
kpi-adds-daily = several days are a daily average, not a sum
kpi-origin = defined by { $whose }
kpi-origin-alibaba = Alibaba's shop payment metrics
kpi-origin-aliexpress = AliExpress's seller metrics
kpi-origin-opensearch = Alibaba Cloud OpenSearch
kpi-origin-odoo = Odoo's sales commissions
kpi-origin-onmetrix = onmetrix, “50 retail KPIs”
kpi-origin-youzan = Youzan, one person once
kpi-origin-repurchase = usual practice
kpi-origin-ambition = Ambition's scorecards
kpi-origin-accounting = accounting
kpi-origin-retail = usual practice in shops
kpi-origin-ours = this bot

kpi-team = <b>{ $period }</b>, the team: { $figures }
kpi-value = { $value }
kpi-value-days = { $value } days
kpi-value-hours = { $value } hours
kpi-value-points = { $value } points
kpi-daily = { $value } a day
kpi-visits = { $n-n ->
    [one] { $n } visit
   *[other] { $n } visits
}
kpi-sample = of { $n }
kpi-before = same days last month { $value }
kpi-made-of = From { $figures }
kpi-few = Fewer than { $fewest }, not ranked: { $figures }
kpi-few-one = { $name } { $value } (of { $n })
kpi-reports = <i>self-reported · { $n-n ->
    [one] { $n } report
   *[other] { $n } reports
}</i>
kpi-instead = Nobody has reported buyers yet; by order it is { $value }
kpi-needs = { $period }: cannot be told yet, nobody has reported: { $measures }
kpi-needs-customers = { $period }: cannot be told yet. Name customers in your reports: <code>new: Anna</code>
kpi-needs-orders = Not known yet: nothing is marked as shipped. Write <code>shipped #18</code> or <code>shipped 3 orders avg 6h</code>
kpi-needs-stock = No figure yet: no stock is on record. A lead writes: <code>/stock in mask 100 cost 30</code>
kpi-needs-sold = No figure yet: no report says which goods and how many, such as <code>3 pcs mask 299</code>
kpi-needs-target = { $period } has no target yet. A lead sets one: <code>/target 50000</code>
kpi-needs-weights = The metrics have no weights yet.
kpi-reached = { $period }: the target is reached, nothing more is needed.
kpi-over = { $period } has no working day left.
kpi-unknown = There is no metric “{ $asked }”.
kpi-likely = Did you mean one of these?
kpi-choose = Choose one here:
kpi-before-other = same part of the period before { $value }
kpi-small = small sample
kpi-rated = 💬 { $stars } stars: { $said }
kpi-behind = 🔎 Newest reports of { $period }:
kpi-behind-none = There are none that you may read.
button-behind = 🔎 Reports
kpi-entry = #{ $number } { $name } · { $day } · { $figures }
