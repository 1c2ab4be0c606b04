command-boss = 老板看板：今天、本月、前三名、14 天走势，一张图
viewers-only = 这个给团队长和只看的人用（老板）。要看的话，请团队长给你“只看”的角色。

boss-empty = { $team } 最近 14 天和本月都还没有人报数，没有图可看。
boss-title = 📊 <b>{ $team } · 老板看板</b> { $day } { $at }
boss-subtitle = 老板看板 · { $day } { $at }
boss-day = 今天 <b>{ $net-short }</b>
boss-day-target = 今天 <b>{ $net-short }</b> / { $target-short } = <b>{ $share }</b>
boss-month = 本月 <b>{ $net-short }</b>
boss-month-target = 本月 <b>{ $net-short }</b> / { $target-short } = <b>{ $share }</b> · 时间进度 { $elapsed }
boss-top = 本月前三：{ $names }
boss-top-one = { $rank }. { $name } { $net-short }
boss-days-none = 近 { $n } 天没有人报数
boss-days-line = 近 { $n } 天共 { $net-short }，最高 { $day } { $best-short }

boss-today = 今天
boss-this-month = 本月
boss-day-goal = 今天的目标
boss-left = 还差 { $gap-short }
boss-done = 已达成
boss-reported = 已报 { $reported }/{ $of }
boss-beside = { $figures }
boss-best = 本月前三
boss-column-today = 今天
boss-days = 近 { $n } 天净销售额
page-before = 上期 { $before }

button-refresh = 🔄 刷新
button-boss-report = 📄 出报告

command-report = 给老板的报告：一周或一个月，一份 PDF 或长图
report-empty = { $period } 没有人报数，出不了报告。
report-file = { $team } { $period } 报告
report-title = 📄 <b>{ $team } · 报告</b> { $period }{ $over ->
    [yes] {""}
   *[no] （还没结束）
}
report-pages = 共 { $n } 页
report-subtitle = { $heading } · { $period }{ $over ->
    [yes] {""}
   *[no] （还没结束）
}
report-cover = 业绩报告
report-board = 排行榜
report-customers = 客户
report-findings = 要点
report-finding = { $kind }：{ $finding }
report-places = 销售排行（{ $n } 人）
report-before = 比上期
report-new = 谁带来新客
page-nothing = {""}
pack-undrawn = ⚠️ 报告没画出来，请再点一次。
button-report-pdf = 📄 要 PDF
button-report-png = 🖼 要长图
