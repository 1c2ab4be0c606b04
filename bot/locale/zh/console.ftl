console-no-token = 还没有机器人令牌。在 Telegram 里找 @BotFather 发 /newbot，照着问，会得到一串令牌。
    然后运行：BOT_TOKEN=令牌 make run
    只想先看看？运行 make demo，不用令牌。
console-setting-bot-token = BOT_TOKEN 不对：{ $subject }
console-setting-bot-token-file = BOT_TOKEN_FILE 指的文件读不到：{ $subject }
console-setting-bot-api-url = BOT_API_URL 要以 http:// 或 https:// 开头，例如 https://api.telegram.org
console-setting-database-url = DATABASE_URL 要写成 sqlite:///路径 或 postgresql://用户:密码@主机/库名
console-setting-webhook-url = WEBHOOK_URL 要以 https:// 开头，Telegram 只访问 https
console-setting-webhook-secret = 用 WEBHOOK_URL 就一定要设 WEBHOOK_SECRET，不然谁都能往账本里写
console-setting-port = PORT 要是 1 到 65535 之间的数
console-setting-operator-ids = OPERATOR_IDS 要写 Telegram 的数字编号，用逗号分开，例如 123456789
console-setting-log-level = LOG_LEVEL 只能是 DEBUG、INFO、WARNING 或 ERROR
console-setting-log-format = LOG_FORMAT 只能是 line 或 json
console-setting-metrics-port = METRICS_PORT 要是 1 到 65535 之间的数
console-setting-allow-network-disk = ALLOW_NETWORK_DISK 只能是 yes 或 no
console-setting-env-readable = { $subject } 里有令牌，但这台机器上别人也能读。请运行：chmod 600 { $subject }
console-no-port = { $ports } 之间的端口都被占用了。换一个：PORT=9000 make demo
console-database-damaged = 数据库文件坏了，或者不是数据库：{ $database }
    没有动它。请用备份恢复，或请人检查。
console-database-newer = { $database } 是更新的版本写的，这个版本不敢动它。请更新程序。
console-database-closed = 数据库打不开（{ $error }）：{ $database }
    看看路径、权限和地址对不对，磁盘有没有满。
console-port-taken = 端口 { $port } 用不了：可能被占用了，或者没有权限。请换一个 PORT。
console-network-disk = 账本在网络盘上，SQLite 文件在那里容易损坏，所以不启动：{ $subject }
    请用本机硬盘或 PostgreSQL；一定要用，就设 ALLOW_NETWORK_DISK=yes。
console-books-gone = 账本不见了，但还有它的备份，所以不新建账本：{ $subject }
    真想从头开始，就先把备份文件夹移走。
console-unknown-zone = 团队“{ $team }”的时区 { $zone } 这台机器不认识，所以不启动。请运行：pip install -U tzdata

# `python main.py variables` 的表，README 里也是它。
console-column-variable = 变量
console-column-purpose = 用途
console-column-without = 不填时
console-variable-bot-token = 机器人的令牌
console-without-bot-token = 启动时告诉你怎么拿到令牌
console-variable-bot-token-file = 存放令牌的文件
console-without-bot-token-file = 用 `BOT_TOKEN`
console-variable-bot-api-url = 自建 Bot API 服务器的根地址
console-variable-database-url = 账本在哪里：`sqlite:///路径` 或 `postgresql://用户:密码@主机/库名`
console-variable-webhook-url = Telegram 来调用的公网 https 地址
console-without-webhook-url = 机器人自己去取（长轮询）
console-variable-webhook-secret = Telegram 调用时出示的暗号；填了 `WEBHOOK_URL` 就必填
console-without-webhook-secret = 不用 webhook
console-variable-port = webhook 或演示页面的端口
console-variable-operator-ids = 运行机器人的人的 Telegram 号码，逗号分开；能看 `/status`，收到备份和每周的消息
console-without-operator-ids = 没有人
console-variable-log-level = `DEBUG`、`INFO`、`WARNING` 或 `ERROR`
console-variable-log-format = 日志格式：一行文字 `line`，或一行 JSON `json`
console-variable-allow-network-disk = `yes`：账本放在网络盘上也启动（SQLite 文件在那里容易损坏）
console-without-allow-network-disk = 不启动
console-variable-metrics-port = 本机端口（只在 127.0.0.1），提供 `/healthz` 和 `/metrics`
console-without-metrics-port = 不开

console-copied = 已复制到 { $database }，共 { $n } 行。把 DATABASE_URL 改成它再启动；旧账本留作备份。
console-copy-nothing = { $database } 里没有账本。请把 DATABASE_URL 设成账本所在的地方。
console-copy-running = 机器人正在 { $database } 上运行。请先停下，不然这期间报的单会漏掉。
console-copy-not-empty = { $database } 里已经有账本，不会覆盖。请换一个空的数据库。

console-backed-up = 已备份：{ $file }
console-verified = 备份是好的：{ $file }
console-restored = 已恢复到 { $file }，现在可以启动机器人了。
console-restore-kept = 原来的账本没有删，改名放在旁边：{ $file }
console-restore-used = { $database } 里已经有账本。确定要换成备份，就加上 --replace，原来的会改名留着。
console-restore-running = 机器人正在 { $database } 上运行。请先停下，再恢复。
console-backup-failed = 没能备份（{ $error }）。看看磁盘有没有满、文件夹能不能写。
console-backup-postgresql = 账本在 PostgreSQL 里，请用它自己的工具备份和恢复：
    pg_dump -Fc "$DATABASE_URL" > longhubang.dump
    pg_restore --clean --if-exists -d "$DATABASE_URL" longhubang.dump
console-contents = 数据库版本 { $schema } · 团队 { $teams } · 成员 { $members } · 报单 { $reports } · 数字 { $figures }
console-sums = 有效数字的合计（金额以分计）：{ $sums }
