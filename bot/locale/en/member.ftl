command-member = Who is there from when and how much; leads add people without Telegram

member-head = 👥 <b>{ $team }</b> · selling: { $n }
member-line = { $name }: { $parts }
member-always = full time, since the start
member-since = since { $day }
member-until = until { $day }
member-part = { $share } of the time
member-noted = { $parts }
member-how = Add somebody: <code>/member add Zhou 16 Jun full month 62000</code>, part time: <code>/member @Mei 50%</code>, leaving: <code>/member @Mei until 30 Jun</code>
member-added = ✅ { $name } is added: { $parts }
member-changed = ✅ { $name }: { $parts }
member-target = 🎯 { $name }, target of { $period }: { $amount } ({ $share } of { $full } for the whole time)
member-target-whole = 🎯 { $name }, target of { $period }: { $amount }
member-target-stays = 🎯 { $name }, target of { $period }: { $amount }, as before. Part time and leave change targets once you write <code>/settings prorate on</code>
member-nobody = Nobody here is called “{ $name }”. To add somebody: <code>/member add Zhou 16 Jun</code>
member-percent = Part time is between 1% and 100%.
member-backwards = { $until } is before { $since }, so nothing was changed.
audit-member = when { $name } is there

target-prorated = 🎯 { $name }, target of { $period } by days there: { $before } → { $amount }
