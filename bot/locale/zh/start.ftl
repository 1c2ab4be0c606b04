command-start = 开始，或换一个团队
command-help = 能做什么、怎么写

greeting = 👋 大家好，我帮 <b>{ $team }</b> 记业绩，每天发排行榜。
greeting-sees-all = 报单直接在群里写：<code>3单 1280 新客2</code>
greeting-sees-commands = 在这个群里我只看得到命令和对我的回复，报单请写：<code>/sale 3 1280</code>
    想直接写“3单 1280”，就把我设为管理员。
greeting-assumed = 时区 { $zone }，货币 { $currency }。日报 { $daily }，周报周一 { $weekly }。
    不对的话，管理员点“设置向导”。

start-member = 你好，{ $name }！你在 <b>{ $team }</b>。
start-report = 报单：<code>3单 1280 新客2</code>
start-look = 看自己 /me，看排行 /top
start-undo = 报错了就发：撤回
start-lead = 定目标 /target，改设置 /settings
start-which-team = 你好，{ $name }！你在几个团队里，现在说哪一个？
start-no-team = 你好，{ $name }！我帮销售团队记业绩、发排行榜。
    把我加进你们的群就能用；群里已经有我，就在那里点“加入团队”。
start-here = 这里只有你我，可以用 { $command } 了。
button-run = { $command }
button-add-to-group = ➕ 加到群里
team-chosen = 好，现在说的是 <b>{ $team }</b>。
joined = ✅ { $name }，你已加入 <b>{ $team }</b>。
join-refused = 没能确认你在那个群里，所以没有加入。进群以后再点一次“加入团队”。

button-do = ▶ { $command }
button-help-report = 🧾 报业绩
button-help-look = 👀 看业绩
button-help-analysis = 🔍 分析
button-help-shop = 🏪 货和运营
button-help-service = 📮 投诉和发货
button-help-goals = 🎯 目标和日历
button-help-training = 📚 培训和话术
button-help-praise = 🏅 等级和好评
button-help-pay = 💰 工资
button-help-rules = 🧮 奖金和工资表
button-help-plans = 📌 计划和辅导
button-help-compete = ⚔️ 比一比
button-help-team = 👥 管团队
button-help-books = 📒 查账
button-help-files = 📤 导出
button-help-own = 🔐 试用和隐私
button-help-scope = 🧭 我不管什么
button-help-private = ❔ 去私聊看
help-menu = 想做什么？点一个：
help-who = <b>{ $team }</b> · 你是{ $role }
help-in-group = 报单：<code>/sale 3 1280</code>
help-in-private = 看业绩、目标、设置，都在私聊里点着用。
help-report = <b>🧾 报业绩</b>
help-look = <b>👀 看业绩</b>
help-analysis = <b>🔍 分析</b>
help-shop = <b>🏪 货和运营</b>
help-service = <b>📮 投诉和发货</b>
help-goals = <b>🎯 目标和日历</b>
help-training = <b>📚 培训和话术</b>
help-praise = <b>🏅 等级、好评、喜报</b>
help-pay = <b>💰 工资</b>
help-rules = <b>🧮 奖金规则和工资表</b>
help-plans = <b>📌 计划和辅导</b>
help-compete = <b>⚔️ 比一比</b>
help-team = <b>👥 管团队</b>
help-books = <b>📒 查账</b>
help-files = <b>📤 导出</b>
help-own = <b>🔐 试用和隐私</b>
help-scope =
    <b>🧭 我管什么，不管什么</b>
    管：报单、客户、投诉、轻量库存、目标、计划、分析、奖金。
    不管：财务记账、开票报税、考勤和行政、收款发货、物流、设备、生产、采购、完整的进销存、售后工单。
    那些用专门的软件，我的数据可以导出给它们。
help-command = <b>/{ $name }</b> { $does }

table-command = 命令
table-words = 也可以写
table-does = 做什么
table-who = 谁能用
table-example = 例子
who-anyone = 所有人
who-team = 团队成员
who-lead = 团队长
who-viewer = 团队长和只看的人
