command-mydata = Everything stored about you, as a JSON file (private chat only)
command-forget = Forget you: your name and number go (private chat only)
mydata-file = my-data
mydata-table = table
mydata-row = row
mydata-column = column
mydata-value = value
mydata-caption = 📄 All about you: { $n-n ->
    [one] { $n } value
   *[other] { $n } values
}.
mydata-too-much = More than { $most } values do not fit into a file. Figures: /export. For the rest ask who runs the bot.
forget-ask = 🧽 Shall I forget you? It is done at once and cannot be undone.
forget-goes = Goes: your name, your number at Telegram, what was said in this chat, names of customers that are yours alone, comments and disputes that you wrote.
forget-stays = Stays: figures, under “Former member” and a number. The team's totals do not change.
    What I passed on of your words goes after 7 days.
forget-only-lead = ⚠️ You are the only lead of { $team }: the group's administrators lead it from then on.
forget-only-oneself = You can only have yourself forgotten: /forget
forget-done = ✅ You are forgotten. Whatever you send now is a new start.
former-member = Former member
button-forget-me = 🧽 Forget me
removed-told = ℹ️ I was taken out of { $team }. Its data stays for { $days } days and is removed then; adding me again before that brings everything back.
removal-soon = ⏳ In { $days-n ->
    [one] { $days } day
   *[other] { $days } days
} all of { $team } is removed. To keep it, add me to the group again before then.
