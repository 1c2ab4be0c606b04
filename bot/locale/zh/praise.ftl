command-level = 等级：标准公开，自己差多少
command-promote = 晋升名单：谁够标准，由团队长决定（只在私聊）
command-poster = 喜报：一张可以转发的图，没有客户信息（只在私聊）
command-praise = 好评：发客户好评的截图，团队长确认
command-tour = 带看：五步看懂我能做什么（只在私聊）
command-feedback = 反馈：悄悄对团队长说句话，可以不留名（只在私聊）

praise-month = 🌟 <b>{ $month } 表扬</b>
best-day = 🎉 个人最高纪录！今天 { $net-short }，以前最高 { $before-short }

level-head = 🪜 <b>{ $team }</b> 的等级（看最近三个月综合分的平均，还要稳定）
level-line = { $name } · { $points } 分
level-yours = 你现在是：<b>{ $level }</b>
level-none-yet = 你还没有等级
level-too-early = 满三个月有综合分以后，才能看差多少。
level-average = 你的平均：{ $points } 分（{ $months }）
level-points = { $points }
level-missing = 到 { $name } 还差 { $points } 分
level-next = 下一级：{ $name }（{ $points } 分）
level-how = 改标准：<code>/level set 新人 60 | 骨干 80 | 金牌 100</code>
    晋升名单：/promote
level-names = { $names }
level-first = 新人
level-second = 骨干
level-third = 金牌
audit-levels = 等级标准

promote-head = 🪜 <b>{ $team }</b> 够标准的人：
promote-none = 🪜 <b>{ $team }</b> 现在没有人够下一级的标准。
promote-line = { $name } → { $level }　平均 { $points } 分（{ $months }）
promote-how = 三个月都有综合分，最低的一个月不低于平均的 80%，才算稳定。由你决定，不会自动晋升。
promote-ask = 让 { $name } 升为 { $level }？会私聊告诉本人。
promote-done = ✅ { $name } 已升为 { $level }。
promote-told = 🎉 恭喜，你升为 <b>{ $level }</b>！
button-promote = { $name } → { $level }
button-promote-yes = ✅ 晋升
audit-promote = 晋升 { $name }

poster-head = 喜报
poster-net = { $period } 净销售额
poster-money = { $net-short }
poster-when = { $period }
poster-target = 完成目标 { $share }
poster-rank = 团队第 { $rank } 名（共 { $of } 人）
poster-orders = 共 { $n } 单
poster-text = 🎉 { $head }：{ $name }
poster-figure = { $label } { $figure }
poster-from = — { $team }
poster-nothing = { $period } 还没有业绩，先报一单再来。

praise-sent = 👏 收到，已转给团队长确认。
praise-sent-bare = 👏 收到，但没有截图，先算未核实。带上截图再发一次更好。
praise-of = 👏 { $name } 发来客户好评 · { $day }
praise-of-bare = 👏 { $name } 说有客户好评 · { $day }（没有截图，未核实）
praise-words = “{ $words }”
praise-is-given = ✅ 已确认
praise-is-declined = 不算
praise-told-given = 👏 你的客户好评已确认，谢谢！
praise-told-declined = 你发的客户好评没有通过。有疑问可以问团队长。
praise-head = 👏 { $month } 的好评
praise-none = 👏 { $month } 还没有好评。
praise-line-given = ✅ { $name } · { $day }
praise-line-offered = ⏳ { $name } · { $day }（等确认）
praise-line-declined = ✖ { $name } · { $day }（不算）
praise-how = 发好评：发一张截图，配字“好评 …”
button-praise-yes = ✅ 确认
button-praise-no = 不算
audit-praise = { $name } 的好评

tour-head = 🧭 带看 { $step }/{ $of }
tour-report = <b>报单</b>
    直接发：<code>3单 1280 新客2</code>
    或点“一步步报单”：/log
tour-fix = <b>改和撤</b>
    改一下原来的消息，我就跟着改。
    或者：<code>撤回</code>、<code>刚才那单是 250</code>
tour-look = <b>看业绩</b>
    自己：/me　排行：/top　图：/chart
tour-target = <b>目标</b>
    每天该做多少，早上私聊告诉你。
    看目标：/target　请假：/leave
tour-more = <b>还有</b>
    计划 /plan，培训 /train，工资 /pay，喜报 /poster
    全部功能：/help
tour-stopped = 好的，停在第 { $step } 步。点“继续”随时接着看。
tour-done = 🎉 看完了。有问题就发 /help。
button-tour-on = ▶ 继续
button-tour-stop = ⏹ 先停
button-tour-end = ✅ 看完了

feedback-ask = 想对团队长说什么？发给我就行。
feedback-how = 要留名字吗？
feedback-sent = ✅ 已转给团队长。
feedback-nobody = 团队长还没和我私聊过，转不到。
feedback-named = 💌 { $name } 说：
feedback-unnamed = 💌 有人说（没有留名）：
feedback-words = “{ $words }”
feedback-reply = 回复这条消息，我就转给本人。
feedback-answered = 💌 { $name } 回复你：
feedback-passed = ✅ 已转给本人。
feedback-gone = 转不到：本人没有和我私聊过。
button-feedback-named = 留名字
button-feedback-unnamed = 不留名字
