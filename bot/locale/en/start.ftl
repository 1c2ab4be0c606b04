command-start = Start, or choose another team
command-help = What you can do, and how to write it

greeting = 👋 Hello! I keep the sales of <b>{ $team }</b> and post a leaderboard every day.
greeting-sees-all = Report right here: <code>3 orders 1280 new 2</code>
greeting-sees-commands = In this group I only see commands and replies to me, so report like this: <code>/sale 3 1280</code>
    To write just “3 orders 1280”, make me an administrator.
greeting-assumed = Zone { $zone }, currency { $currency }. Board at { $daily }, weekly report on Mondays at { $weekly }.
    Not right? Administrators press “Set up”.

start-member = Hello { $name }, you are in <b>{ $team }</b>.
start-report = Report: <code>3 orders 1280 new 2</code>
start-look = Your figures /me, the leaderboard /top
start-undo = Made a mistake? /undo
start-lead = Set targets /target, change settings /settings
start-which-team = Hello { $name }, you are in several teams. Which one do you mean now?
start-no-team = Hello { $name }, I keep the sales of a team and post its leaderboard.
    Add me to your group to begin. If I am in it already, press “Join the team” there.
start-here = Just the two of us here: you can use { $command } now.
button-run = { $command }
button-add-to-group = ➕ Add to a group
team-chosen = Right, now it is about <b>{ $team }</b>.
joined = ✅ { $name }, you are in <b>{ $team }</b> now.
join-refused = I could not confirm that you are in that group, so you have not joined. Once you are in it, press “Join the team” again.

button-do = ▶ { $command }
button-help-report = 🧾 Report
button-help-look = 👀 Look
button-help-analysis = 🔍 Analysis
button-help-shop = 🏪 Goods, operations
button-help-service = 📮 After the sale
button-help-goals = 🎯 Targets, days
button-help-training = 📚 Training, tips
button-help-praise = 🏅 Levels, praise
button-help-pay = 💰 Pay
button-help-rules = 🧮 Bonus, payroll
button-help-plans = 📌 Plans, coaching
button-help-compete = ⚔️ Compete
button-help-team = 👥 Team
button-help-books = 📒 Books
button-help-files = 📤 Export
button-help-own = 🔐 Trial, privacy
button-help-scope = 🧭 What I leave to others
button-help-private = ❔ Help in private
help-menu = What do you want to do? Press one:
help-who = <b>{ $team }</b> · you are a { $role }
help-in-group = Report like this: <code>/sale 3 1280</code>
help-in-private = Your figures, targets, settings: all by buttons in the private chat.
help-report = <b>🧾 Report</b>
help-look = <b>👀 Look</b>
help-analysis = <b>🔍 Analysis</b>
help-shop = <b>🏪 Goods and operations</b>
help-service = <b>📮 Complaints and shipping</b>
help-goals = <b>🎯 Targets and calendar</b>
help-training = <b>📚 Training and tips</b>
help-praise = <b>🏅 Levels, praise, posters</b>
help-pay = <b>💰 Pay</b>
help-rules = <b>🧮 Bonus rules and payroll</b>
help-plans = <b>📌 Plans and coaching</b>
help-compete = <b>⚔️ Compete</b>
help-team = <b>👥 Team</b>
help-books = <b>📒 Books</b>
help-files = <b>📤 Export</b>
help-own = <b>🔐 Trial and privacy</b>
help-scope =
    <b>🧭 What I do and what I leave to others</b>
    I do: reports, customers, complaints, light stock, targets, plans, analysis, bonuses.
    I do not do: accounting, invoices and taxes, attendance, payments, shipping, machines, production, purchasing, full inventory, after-sales tickets.
    There is software made for those, and my figures can be exported to it.
help-command = <b>/{ $name }</b> { $does }

table-command = Command
table-words = Words
table-does = What it does
table-who = For whom
table-example = Example
who-anyone = anybody
who-team = the team
who-lead = leads
who-viewer = leads and viewers
