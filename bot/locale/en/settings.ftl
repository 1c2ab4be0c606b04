command-settings = The settings; leads change zone, times, currency, language
command-language = Your own language

setting-zone = Zone
setting-daily = Daily board
setting-weekly = Weekly report
setting-close = Day ends
setting-currency = Currency
setting-language = Language

settings-head = ⚙️ Settings of <b>{ $team }</b>
settings-line = { $what }: { $value }
settings-text = { $value }
settings-clock = now { $time } there
settings-daily = every day { $time }
settings-weekly = Mondays { $time }
settings-close = at { $time }
settings-off = off
settings-sees-all = 👀 I see every message of the group: just write 3 orders 1280.
settings-sees-commands = 👀 In this group I only see commands and replies to me. Make me an administrator, and you can just write 3 orders 1280.
settings-posts-here = 📌 Boards and reports will be posted in this topic.
settings-posts-in-general = 📌 Boards and reports will be posted in the General topic.
settings-leads-only = Leads and the group's administrators can change them.
settings-how = <b>To change them</b>
    <code>/settings zone Berlin</code>
    <code>/settings daily 20:00</code>
    <code>/settings weekly 09:05</code>
    <code>/settings close 02:00</code> (before 2:00 counts for the day before)
    <code>/settings currency USD</code>
button-switch-off = { $what } off
button-switch-on = { $what } on
settings-changed = ✅ { $what }: { $before } → { $after }
settings-same = { $what } is that already: { $value }
settings-next-daily = Next board: { $day } at { $time } ({ $zone })
settings-next-weekly = Next weekly report: { $day } at { $time } ({ $zone })
settings-zone-unknown = I do not know that zone. A city will do: <code>/settings zone Berlin</code>
settings-zone-near = I do not know that zone. Press one, or name a city: <code>/settings zone Berlin</code>
settings-daily-unclear = Which time? Write it like this: <code>/settings daily 20:00</code>, or off, on
settings-weekly-unclear = Which time? Write it like this: <code>/settings weekly 09:05</code>, or off, on
settings-close-unclear = A day can end between 00:00 and 12:00. Write it like this: <code>/settings close 02:00</code>; what is reported before 2:00 counts for the day before.
settings-currency-unclear = I do not know that currency. Write it like this: <code>/settings currency USD</code>
settings-currency-fixed = There are amounts in { $currency } already. In another currency they would be other money, so nothing was changed.
settings-language-unclear = There are Chinese and English. Write it like this: <code>/settings language en</code>

language-zh = 中文
language-en = English
language-which = Choose a language / 选一种语言
language-set = ✅ From now on I speak { $language } in this chat.
