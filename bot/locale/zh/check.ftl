# `python main.py check` 在命令行里说的话。每行开头的标记一样宽，上下对齐。
check-line-ok = 正常  { $said }
check-line-warning = 注意  { $said }
check-line-failed = 不行  { $said }
check-conclusion-ok = 都准备好了，可以启动。
check-conclusion-warning = 可以启动。上面有 { $n } 条“注意”，先看一下。
check-conclusion-failed = 还有 { $n } 处要处理（上面的“不行”），弄好后再检查一次。

# 机器
check-settings = 设置没有问题。
check-zones = 时区数据齐全，共 { $n } 个。
check-zones-missing = 这台机器上没有时区数据，播报会发错时间。
    请按 requirements.lock 重新安装依赖，里面有 tzdata。
check-chart = 能画图，中文和表情都有字体。
check-chart-failed = 画不了图（{ $reason }）。
    请重新取得 kpi/charts/fonts 目录，并按 requirements.lock 重新安装依赖。

# 数据库
check-sqlite = SQLite { $version }。
check-sqlite-old = SQLite { $version } 有个少见的毛病：两个程序恰好同时写，文件可能损坏。
    机器人自己只用一个连接写。运行时别让其他程序写这个文件。3.51.3 起已修复。
check-folder = { $folder } 不是目录，或者当前用户不能写。请把它交给运行机器人的用户。
check-network-disk = { $folder } 在网络盘上（{ $kind }），SQLite 文件放在那里容易损坏。
    请用本机硬盘，或者改用 PostgreSQL（DATABASE_URL）。
check-disk = 硬盘还剩 { $free } MB。
check-disk-scarce = 硬盘只剩 { $free } MB。写满以后就收不了报单了。
check-disk-full = 硬盘只剩 { $free } MB，不够用了，请先腾出空间。
check-mode = 这台机器上别人也能读账本。请运行：chmod 600 { $file }
check-new = 还没有账本，第一次启动时会建：{ $file }
check-current = 账本完好，和这个版本一致：{ $file }
check-older = 账本完好，但还是旧版本的格式，下次启动会自动升级。
    升级前先留一份：sqlite3 { $file } "VACUUM INTO 'backup.db'"
check-newer = 这个数据库已经被更新版本的机器人用过。请装回那个版本，或者恢复备份。
check-damaged = 账本损坏了，机器人不会启动：{ $file }
    别动这个文件，先复制一份，再恢复最近的备份。
check-file-failed = 账本没法检查（{ $reason }）：{ $file }
check-server = PostgreSQL 能连上，表结构和这个版本一致，或者下次启动时会升级。
check-server-failed = PostgreSQL 用不了：{ $reason }
    请检查 DATABASE_URL，看看数据库有没有启动。
check-server-at = DATABASE_URL 里，密码中的 @ 要写成 %40。
check-teams = 有 { $n } 个团队，时区都认识。
check-no-team = 还没有团队。把机器人加进 Telegram 群就有了。
check-team-zone = 团队“{ $team }”的时区 { $zone } 这里不认识，收不到播报。
    请在群里发，例如：/settings zone Asia/Shanghai

# Telegram
check-token-refused = { $address } 不认这个令牌。请重新复制：@BotFather → /mybots → 选机器人 → API Token。
    如果用的是自己的服务器，也看看 BOT_API_URL。
check-no-telegram = 连不上 { $address }（{ $reason }）。请检查网络；要走代理就设 HTTPS_PROXY。
check-bot = 已连上 Telegram，机器人是 { $name }。
check-no-groups = 机器人还不能进群。请给 @BotFather 发 /setjoingroups，选机器人，选 Enable。
check-reads-all = 隐私模式已关：群里的消息都能看到，直接写一句就能报单。
check-privacy = 隐私模式开着：在群里只看得到命令和对它的回复，除非它是管理员。
    想直接写一句就报单：@BotFather → /setprivacy → 选机器人 → Disable，再把机器人移出群重新加一次。
check-polling = 主动收取消息，还有 { $n } 条没收。
check-other-webhook = Telegram 现在把消息送到 { $host }。机器人一启动就会收回来，那边就收不到了。
    那边不是自己的话，请到 @BotFather 作废令牌。
check-webhook = Telegram 把消息送到 WEBHOOK_URL，还有 { $n } 条没送。
check-webhook-later = 下次启动时会登记 WEBHOOK_URL。
check-webhook-error = Telegram 最近一次没送成：{ $reason }
    请检查 WEBHOOK_URL、证书和 PORT 前面的代理。
