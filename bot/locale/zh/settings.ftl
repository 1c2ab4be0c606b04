command-settings = 看设置；团队长可改时区、时间、货币、语言
command-language = 我自己的语言

setting-zone = 时区
setting-daily = 日报
setting-weekly = 周报
setting-close = 结算
setting-currency = 货币
setting-language = 语言

settings-head = ⚙️ <b>{ $team }</b> 的设置
settings-line = { $what }：{ $value }
settings-text = { $value }
settings-clock = 那里现在 { $time }
settings-daily = 每天 { $time }
settings-weekly = 每周一 { $time }
settings-close = { $time } 起算新的一天
settings-off = 关
settings-sees-all = 👀 群里的每句话我都看得到，直接写 3单 1280 就行。
settings-sees-commands = 👀 在这个群里我只看得到命令和对我的回复；把我设为管理员，就能直接写 3单 1280。
settings-posts-here = 📌 日报和周报以后发在这个话题里。
settings-posts-in-general = 📌 日报和周报以后发在群的主话题里。
settings-leads-only = 团队长和群管理员可以改。
settings-how = <b>怎么改</b>
    <code>设置 时区 上海</code>
    <code>设置 日报 20:00</code>
    <code>设置 周报 09:05</code>
    <code>设置 结算 02:00</code>（2 点前算前一天）
    <code>设置 货币 CNY</code>
button-switch-off = 关{ $what }
button-switch-on = 开{ $what }
settings-changed = ✅ { $what }：{ $before } → { $after }
settings-same = { $what }本来就是：{ $value }
settings-next-daily = 下次日报：{ $day } { $time }（{ $zone }）
settings-next-weekly = 下次周报：{ $day } { $time }（{ $zone }）
settings-zone-unknown = 没找到这个时区。写城市就行：<code>设置 时区 柏林</code>
settings-zone-near = 没找到这个时区。点一个，或者写城市：<code>设置 时区 柏林</code>
settings-daily-unclear = 没看懂几点。这样写：<code>设置 日报 20:00</code>，或 关、开
settings-weekly-unclear = 没看懂几点。这样写：<code>设置 周报 09:05</code>，或 关、开
settings-close-unclear = 结算时间在 00:00 到 12:00 之间。这样写：<code>设置 结算 02:00</code>，2 点前的单算前一天。
settings-currency-unclear = 没有这种货币。这样写：<code>设置 货币 CNY</code>，或 美元、欧元……
settings-currency-fixed = 已经有用 { $currency } 记的金额，改货币会让它们变成另外的钱，所以没有改。
settings-language-unclear = 现在有中文和英文。这样写：<code>设置 语言 中文</code>

language-zh = 中文
language-en = English
language-which = 选一种语言 / Choose a language
language-set = ✅ 以后在私聊里用{ $language }。
