command-boss = The boss's board: today, the month, the first three and 14 days in one picture
viewers-only = That is for leads and viewers (the boss). A lead can give you the role of a viewer.

boss-empty = Nobody in { $team } has reported this month or in the last 14 days, so there is no picture.
boss-title = 📊 <b>{ $team } · boss's board</b> { $day } { $at }
boss-subtitle = Boss's board · { $day } { $at }
boss-day = Today <b>{ $net-short }</b>
boss-day-target = Today <b>{ $net-short }</b> / { $target-short } = <b>{ $share }</b>
boss-month = This month <b>{ $net-short }</b>
boss-month-target = This month <b>{ $net-short }</b> / { $target-short } = <b>{ $share }</b> · time { $elapsed }
boss-top = First three: { $names }
boss-top-one = { $rank }. { $name } { $net-short }
boss-days-none = Nobody reported in the last { $n } days
boss-days-line = Last { $n } days { $net-short } in all, best { $day } { $best-short }

boss-today = Today
boss-this-month = This month
boss-day-goal = Today's target
boss-left = { $gap-short } to go
boss-done = reached
boss-reported = reported { $reported }/{ $of }
boss-beside = { $figures }
boss-best = First three of the month
boss-column-today = Today
boss-days = Net sales of the last { $n } days
page-before = was { $before }

button-refresh = 🔄 Refresh
button-boss-report = 📄 Report

command-report = A report for the boss: a week or a month as a PDF or one long picture
report-empty = Nobody reported in { $period }, so there is no report.
report-file = { $team } { $period } report
report-title = 📄 <b>{ $team } · report</b> { $period }{ $over ->
    [yes] {""}
   *[no] {" "}(not over yet)
}
report-pages = { $n-n ->
    [one] { $n } page
   *[other] { $n } pages
}
report-subtitle = { $heading } · { $period }{ $over ->
    [yes] {""}
   *[no] {" "}(not over yet)
}
report-cover = Sales report
report-board = Board
report-customers = Customers
report-findings = What stands out
report-finding = { $kind }: { $finding }
report-places = Sales, by rank ({ $n-n ->
    [one] { $n } seller
   *[other] { $n } sellers
})
report-before = vs. before
report-new = Who brings new customers
page-nothing = {""}
pack-undrawn = ⚠️ The report could not be drawn. Please ask again.
button-report-pdf = 📄 As PDF
button-report-png = 🖼 As a long picture
