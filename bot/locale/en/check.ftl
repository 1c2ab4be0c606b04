# What `python main.py check` says. Lines stand under each other in a terminal, so the marks are of one width.
check-line-ok = ok       { $said }
check-line-warning = warning  { $said }
check-line-failed = FAILED   { $said }
check-conclusion-ok = Everything is ready: the bot can be started.
check-conclusion-warning = The bot can run. { $n-n ->
    [one] One line above wants to be read
   *[other] { $n } lines above want to be read
} first.
check-conclusion-failed = { $n-n ->
    [one] One thing
   *[other] { $n } things
} to put right (FAILED above), then run this check again.

# Machine
check-settings = Settings are in order.
check-zones = { $n } time zones are known.
check-zones-missing = There are no time zones on this machine, so no post would come at the right hour.
    Install the packages of requirements.lock again: tzdata is one of them.
check-chart = Charts can be drawn, with Chinese letters and emoji.
check-chart-failed = Charts cannot be drawn ({ $reason }).
    Get the folder kpi/charts/fonts and the packages of requirements.lock again.

# Database
check-sqlite = SQLite { $version }.
check-sqlite-old = SQLite { $version } has a rare fault: two programs that write at the same instant can damage the file.
    The bot itself writes alone. Let no other program write to the file while it runs. Repaired in 3.51.3.
check-folder = { $folder } is no folder that this user can write to. Give it to the user who runs the bot.
check-network-disk = { $folder } is on a network disk ({ $kind }), where SQLite files get damaged.
    Use a disk of this machine, or PostgreSQL (DATABASE_URL).
check-disk = { $free } MB of disk space are free.
check-disk-scarce = Only { $free } MB of disk space are free. On a full disk the bot stops taking reports.
check-disk-full = Only { $free } MB of disk space are free: too little to go on. Make room.
check-mode = Others on this machine can read the books. Run: chmod 600 { $file }
check-new = The books will be made at the first start: { $file }
check-current = The books are sound and fit this version: { $file }
check-older = The books are sound, but of an older version; the next start brings them up to date.
    Keep a copy first: sqlite3 { $file } "VACUUM INTO 'backup.db'"
check-newer = A newer version of the bot has used this database. Install that version again, or restore a backup.
check-damaged = The books are damaged, and the bot will not start on them: { $file }
    Leave the file as it is, keep a copy, and restore the last backup.
check-file-failed = The books could not be looked at ({ $reason }): { $file }
check-server = PostgreSQL answers, and its tables fit this version or will at the next start.
check-server-failed = PostgreSQL cannot be used: { $reason }
    Look at DATABASE_URL, and whether the server runs.
check-server-at = In DATABASE_URL, write an @ in the password as %40.
check-teams = { $n-n ->
    [one] One team; its time zone is known.
   *[other] { $n } teams; all their time zones are known.
}
check-no-team = No team yet. Add the bot to your Telegram group: that makes one.
check-team-zone = The time zone { $zone } of team { $team } is unknown here, so it gets no posts.
    In its group, write for example: /settings zone Asia/Shanghai

# Telegram
check-token-refused = { $address } does not accept the token. Copy it again: @BotFather, /mybots, your bot, API Token.
    With a server of your own, look at BOT_API_URL as well.
check-no-telegram = { $address } cannot be reached ({ $reason }). Look at the network; a proxy goes into HTTPS_PROXY.
check-bot = Telegram knows the bot as { $name }.
check-no-groups = The bot cannot be added to groups. Write to @BotFather: /setjoingroups, your bot, Enable.
check-reads-all = Privacy mode is off: in groups the bot reads every message, so plain lines are reports too.
check-privacy = Privacy mode is on: in groups the bot sees only commands and replies to it, unless it is an administrator.
    So that it reads plain lines: @BotFather, /setprivacy, your bot, Disable; then remove it from the group and add it again.
check-polling = The bot fetches its updates; { $n } waiting.
check-other-webhook = Telegram brings the updates to { $host }. The bot takes them over when it starts, and that one gets none.
    If it is not yours, revoke the token at @BotFather.
check-webhook = Telegram brings the updates to WEBHOOK_URL; { $n } waiting.
check-webhook-later = WEBHOOK_URL will be registered at the next start.
check-webhook-error = Telegram could not bring the last updates: { $reason }
    Look at WEBHOOK_URL, its certificate, and the proxy in front of PORT.
