command-pk = PK：两个人比一天或一周，双方答应才算

pk-menu = ⚔️ <b>PK</b>：两个人比一天或一周的净销售额，双方都点“应战”才开始。
pk-how = 点一个同事，或者写：<code>/pk 阿强 本周 让分</code>
    让分：按各自前四周的平均，差多少让多少。
pk-when = ⚔️ 和 { $name } 比什么时候？
pk-when-today = 今天
pk-when-week = 本周
pk-when-tomorrow = 明天
pk-when-nextweek = 下周
pk-title = ⚔️ <b>{ $left } vs { $right }</b> · { $period }{ $handicap ->
    [yes] {" "}· 差额让分
   *[no] {""}
}
pk-name = { $name }
pk-waits = 等 { $names } 应战。时间过半还没答应就取消。
pk-on = 🔥 双方应战，开始！
pk-start = { $name } 先得 { $amount-short }（按各自前四周的平均）
pk-start-hidden = { $name } 先得一段让分（按各自前四周的平均）
pk-no-start = 没有让分：水平相当，或有人前四周报得太少。
pk-declined = 这次没比成，下次再约。
pk-lapsed = 时间过半还没等到应战，这次取消，下次再约。
pk-is-on = 已经开始了。
pk-over = 🏁 已经比完。
pk-asked = ✅ 战书发到群里了：
pk-answer-in-group = 有人向你下战书，去群里点“应战”或“不比了”。
pk-result = ⚔️ <b>PK 结果</b> · { $period }
pk-won = 🏆 { $name } 胜！
pk-tie = 🤝 平手！
pk-score = { $name } { $net-short }
pk-score-started = { $name } { $net-short } ＋ 让分 { $start-short } ＝ { $total-short }

pk-alone = 不能和自己比，选一个同事吧。
pk-half-over = { $period }已经过了一半，来不及公平地比了。
pk-later = 约下一个吧：<code>/pk 阿强 明天</code>，或 下周
pk-cannot = { $name } 不能应战：没有 Telegram，或只看不报。
pk-away = { $name } 在{ $period }有假，比不了。
pk-rest = { $period }休息，比不了。
pk-twice = { $left } 和 { $right } 在{ $period }已经约了一场。
pk-not-yours = 这场 PK 由被点名的两个人来答应。
pk-too-late = 时间已经过半，来不及了。
button-pk-with = { $name }
button-pk-when = { $when }
button-pk-when-handicap = { $when } · 让分
button-pk-yes = ✅ 应战
button-pk-no = 不比了

team-pk-title = ⚔️ <b>{ $left } vs { $right }</b> · { $week } · { $by ->
    [head] 人均净销售额
   *[sum] 净销售额合计
}
team-pk-waits = 等 { $team } 的团队长应战。时间过半还没答应就取消。
team-pk-score-head = { $name } 人均 { $net-short }
team-pk-menu = ⚔️ { $team } 和哪个团队比？
team-pk-none = 团队之间的 PK，在你当团队长的两个团队之间比。你现在只带一个团队。
team-pk-later = 约下周吧：<code>/pk 团队 下周</code>
team-pk-currencies = 两个团队记账的货币不一样（{ $left }、{ $right }），比不了。
button-team-pk = 👥 团队对团队
button-team-pk-sum = { $team } · { $when } · 合计
button-team-pk-head = { $team } · { $when } · 人均
