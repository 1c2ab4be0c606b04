command-status = 运行状态：排队、补发、丢失、备份
who-operator = 运维
status-title = <b>🩺 运行状态</b>
status-up = { $since } 启动 · { $teams } 个团队 · { $members } 名成员
status-reports = 24 小时内报单 { $n } 条
status-waiting = 等着发的消息 { $n } 条{ $minutes-n ->
    [0] {""}
   *[other] ，最早的等了 { $minutes } 分钟
}
status-posts = 7 天内定时发布：补发 { $late } 次，错过没发 { $skipped } 次
status-lost = 7 天内没发出去的消息 { $n } 条
status-reasons = 　{ $reasons }
status-reason = { $reason } ×{ $n }
status-failed = 24 小时内程序出错 { $n } 次（编号在日志里）
status-unreachable = 联系不上的私聊（被屏蔽）{ $n } 个
status-size = 账本 { $megabytes } MB
status-backup = 上次备份 { $at }
status-no-backup = ⚠️ 还没有备份
status-postgresql = 账本在 PostgreSQL 里，备份用它自己的工具
status-week = <b>🩺 每周一报</b>
status-backup-failed = ⚠️ 今晚没能备份（{ $error }）。磁盘满了？文件夹能写吗？十分钟后再试。
