command-status = How the bot is doing: queue, late posts, losses, backups
who-operator = who runs the bot
status-title = <b>🩺 How the bot is doing</b>
status-up = Up since { $since }, teams: { $teams }, members: { $members }
status-reports = Reports in 24 hours: { $n }
status-waiting = Messages waiting: { $n }{ $minutes-n ->
    [0] {""}
   *[other] , the first for { $minutes } min
}
status-posts = Posts in 7 days: { $late } late, { $skipped } skipped
status-lost = Messages given up in 7 days: { $n }
status-reasons = 　{ $reasons }
status-reason = { $reason } ×{ $n }
status-failed = Defects in 24 hours: { $n } (their numbers are in the log)
status-unreachable = Private chats that blocked the bot: { $n }
status-size = Books: { $megabytes } MB
status-backup = Last backup: { $at }
status-no-backup = ⚠️ There is no backup yet
status-postgresql = The books are in PostgreSQL, which has its own backup tools
status-week = <b>🩺 The week</b>
status-backup-failed = ⚠️ No backup was made tonight ({ $error }). Is the disk full, can the folder be written? I try again in ten minutes.
