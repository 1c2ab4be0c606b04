command-pk = PK: two sellers compare a day or a week, once both agree

pk-menu = ⚔️ <b>PK</b>: two of you compare net sales of a day or a week. It starts when both press Accept.
pk-how = Pick a colleague, or write: <code>/pk @Ken week handicap</code>
    Handicap: who sells less on their own 4-week average gets the difference.
pk-when = ⚔️ When do you compete with { $name }?
pk-when-today = Today
pk-when-week = This week
pk-when-tomorrow = Tomorrow
pk-when-nextweek = Next week
pk-title = ⚔️ <b>{ $left } vs { $right }</b> · { $period }{ $handicap ->
    [yes] {" "}· handicap
   *[no] {""}
}
pk-name = { $name }
pk-waits = Waiting for { $names }. Called off when half of the time is over.
pk-on = 🔥 Both accepted, go!
pk-start = { $name } starts with { $amount-short } (from each one's own 4-week average)
pk-start-hidden = { $name } gets a head start (from each one's own 4-week average)
pk-no-start = No head start: you sell alike, or somebody reported too little in the last 4 weeks.
pk-declined = Not this time. Ask again another day.
pk-lapsed = Nobody accepted in the first half of the time, so it is called off. Ask again another day.
pk-is-on = It has started already.
pk-over = 🏁 It is over.
pk-asked = ✅ The challenge is in the group:
pk-answer-in-group = You are challenged: accept or decline in the group.
pk-result = ⚔️ <b>PK result</b> · { $period }
pk-won = 🏆 { $name } wins!
pk-tie = 🤝 A tie!
pk-score = { $name } { $net-short }
pk-score-started = { $name } { $net-short } + head start { $start-short } = { $total-short }

pk-alone = You cannot compete with yourself. Pick a colleague.
pk-half-over = { $period }: half of it is over, too late for a fair start.
pk-later = Take the next one: <code>/pk @Ken tomorrow</code>, or next week
pk-cannot = { $name } cannot accept: no Telegram, or only looks.
pk-away = { $name } is on leave in { $period }.
pk-rest = { $period } is a day of rest.
pk-twice = { $left } and { $right } have one for { $period } already.
pk-not-yours = Only the two who are named can accept this.
pk-too-late = Half of the time is over, too late.
button-pk-with = { $name }
button-pk-when = { $when }
button-pk-when-handicap = { $when } · handicap
button-pk-yes = ✅ Accept
button-pk-no = No, thanks

team-pk-title = ⚔️ <b>{ $left } vs { $right }</b> · { $week } · { $by ->
    [head] net sales per head
   *[sum] net sales
}
team-pk-waits = Waiting for a lead of { $team }. Called off when half of the time is over.
team-pk-score-head = { $name } { $net-short } per head
team-pk-menu = ⚔️ Which team does { $team } compete with?
team-pk-none = Teams compete when one person leads both. You lead one team here.
team-pk-later = Take next week: <code>/pk team nextweek</code>
team-pk-currencies = These teams keep books in { $left } and { $right }, so they cannot be compared.
button-team-pk = 👥 Team against team
button-team-pk-sum = { $team } · { $when } · sum
button-team-pk-head = { $team } · { $when } · per head
