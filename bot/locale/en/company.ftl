# /company: several teams side by side
command-company = Company: the teams you lead side by side, and what they come to together

company-title = 🏢 { $what }
company-count = <b>{ $n } teams</b>
company-period = { $period }
company-total = <b>Together</b> { $figures }
company-in = <b>{ $currency } together</b> { $figures }
company-team = { $team }: { $figures }
company-attained = { $percent } of target
company-no-target = no target
company-more = … and { $n } more teams, which are in the sum
company-apart = <i>Different currencies are never added up.</i>
company-own-days = <i>In different time zones each team has its own day.</i>
company-one = { $n-n ->
    [0] You lead no team yet.
   *[other] You lead one team: { $team }.
}
    With two or more, this shows them side by side and what they come to together.
