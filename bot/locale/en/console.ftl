console-no-token = There is no bot token yet. In Telegram, write /newbot to @BotFather and answer its questions: it gives you one.
    Then run: BOT_TOKEN=<the token> make run
    Just want to look around first? Run make demo, it needs none.
console-setting-bot-token = BOT_TOKEN is not right: { $subject }
console-setting-bot-token-file = The file that BOT_TOKEN_FILE names cannot be read: { $subject }
console-setting-bot-api-url = BOT_API_URL must begin with http:// or https://, such as https://api.telegram.org
console-setting-database-url = DATABASE_URL must be sqlite:///path or postgresql://user:password@host/name
console-setting-webhook-url = WEBHOOK_URL must begin with https://, Telegram calls nothing else
console-setting-webhook-secret = WEBHOOK_URL needs a WEBHOOK_SECRET too, or anybody could write into the books
console-setting-port = PORT must be a number from 1 to 65535
console-setting-operator-ids = OPERATOR_IDS must be Telegram's numbers, separated by commas, such as 123456789
console-setting-log-level = LOG_LEVEL is one of DEBUG, INFO, WARNING and ERROR
console-setting-log-format = LOG_FORMAT is line or json
console-setting-metrics-port = METRICS_PORT must be a number from 1 to 65535
console-setting-allow-network-disk = ALLOW_NETWORK_DISK is yes or no
console-setting-env-readable = { $subject } holds the token, and others on this machine can read it. Run: chmod 600 { $subject }
console-no-port = The ports { $ports } are all taken. Choose another: PORT=9000 make demo
console-database-damaged = The database file is damaged, or no database: { $database }
    It was left as it is. Restore a backup, or have somebody look at it.
console-database-newer = A newer release wrote { $database }, and this one would not know how to use it. Please update.
console-database-closed = The database cannot be opened ({ $error }): { $database }
    Check the path, the rights and the address, and whether the disk is full.
console-port-taken = Port { $port } cannot be used: it is taken, or needs more rights. Choose another PORT.
console-network-disk = The books are on a network disk, where SQLite files get damaged, so the bot does not start: { $subject }
    Use a disk of this machine or PostgreSQL; if it must be, set ALLOW_NETWORK_DISK=yes.
console-books-gone = The books are gone, but there are backups of them, so no new ones are made: { $subject }
    To begin anew all the same, move the folder with the backups away first.
console-unknown-zone = This machine does not know { $zone }, the time zone of the team { $team }, so the bot does not start. Run: pip install -U tzdata

# The table of `python main.py variables`, which is the README's too.
console-column-variable = variable
console-column-purpose = for what
console-column-without = without it
console-variable-bot-token = the bot's token
console-without-bot-token = the bot says how to get one
console-variable-bot-token-file = a file that holds the token
console-without-bot-token-file = `BOT_TOKEN` counts
console-variable-bot-api-url = root address of a Bot API server of your own
console-variable-database-url = where the books are: `sqlite:///path` or `postgresql://user:password@host/name`
console-variable-webhook-url = public https address that Telegram calls
console-without-webhook-url = the bot asks Telegram itself (long polling)
console-variable-webhook-secret = what Telegram shows there; needed with `WEBHOOK_URL`
console-without-webhook-secret = no webhook
console-variable-port = the webhook's or the demo's port
console-variable-operator-ids = Telegram numbers of who runs the bot, separated by commas: they have `/status` and hear of backups every week
console-without-operator-ids = nobody
console-variable-log-level = `DEBUG`, `INFO`, `WARNING` or `ERROR`
console-variable-log-format = lines of the log: words (`line`) or JSON (`json`)
console-variable-allow-network-disk = `yes`: start with the books on a network disk too, where SQLite files get damaged
console-without-allow-network-disk = does not start there
console-variable-metrics-port = port of this machine alone (127.0.0.1) with `/healthz` and `/metrics`
console-without-metrics-port = off

console-copied = Copied to { $database }: { $n } rows. Set DATABASE_URL to it and start the bot; keep the old books as a backup.
console-copy-nothing = There are no books in { $database }. Set DATABASE_URL to where they are.
console-copy-running = The bot is running on { $database }. Stop it first, or what is reported meanwhile would be missing.
console-copy-not-empty = There are books in { $database } already, and they are not overwritten. Name an empty database.

console-backed-up = Backed up: { $file }
console-verified = The backup is sound: { $file }
console-restored = Restored to { $file }. You can start the bot now.
console-restore-kept = The books that were there are kept beside it: { $file }
console-restore-used = There are books in { $database }. To put the backup in their place add --replace; they are kept under another name.
console-restore-running = The bot is running on { $database }. Stop it first, then restore.
console-backup-failed = The backup could not be made ({ $error }). Is the disk full, and can the folder be written?
console-backup-postgresql = The books are in PostgreSQL. Use its own tools:
    pg_dump -Fc "$DATABASE_URL" > longhubang.dump
    pg_restore --clean --if-exists -d "$DATABASE_URL" longhubang.dump
console-contents = schema { $schema }, teams { $teams }, members { $members }, reports { $reports }, figures { $figures }
console-sums = sums of the figures in force (money in cents): { $sums }
