command-calendar = 团队日历：工作日、休息日、大促日
command-leave = 请假：谁哪天不在

calendar-head = 📅 <b>{ $team }</b> { $month }
calendar-week = 工作日：{ $week }
calendar-line = { $days }：{ $what }
calendar-sum = 共 { $days } 个工作日，权重 { $weight }
calendar-how = 点星期几来改工作日。某几天不一样就写：
    <code>日历 6-16至6-18 x3</code>（大促，一天顶三天）
    <code>日历 6-19 休</code>　<code>日历 6-21 上班</code>　<code>日历 6-19 正常</code>
calendar-leads-only = 日历由团队长来改。
calendar-set = ✅ { $days }：{ $what }
calendar-off = 休息
calendar-work = 上班
calendar-x = 大促 ×{ $n }
calendar-normal = 按平时
calendar-too-heavy = 一天最多顶 { $most } 天。
calendar-no-day-left = 一周总得有一天上班，没有改。
calendar-works = ✓ { $day }
calendar-rests = { $day }
calendar-before = ‹ { $month }
calendar-after = { $month } ›

work-week = { $days ->
    [on-0123456] 每天
    [on-01234] 周一至周五
    [on-012345] 周一至周六
   *[other] { $named }
}
weekday-0 = 周一
weekday-1 = 周二
weekday-2 = 周三
weekday-3 = 周四
weekday-4 = 周五
weekday-5 = 周六
weekday-6 = 周日

leave-head = 🌴 <b>{ $team }</b> 一个月内请假的：
leave-none = 🌴 <b>{ $team }</b> 一个月内没人请假。
leave-line = { $name } { $days } 请假
leave-how = 自己请假：<code>请假 6-10</code> 或 <code>请假 6-10至6-12</code>
    请假那天目标为 0，不催报单，也不断连续天数。
leave-how-lead = 自己：<code>请假 6-10</code>；替别人：<code>请假 丽丽 6-10至6-12</code>
    请假那天目标为 0，不催报单，也不断连续天数。
leave-set = 🌴 { $name } { $days } 请假。那天目标为 0，不催报单，也不断连续天数。
leave-unset = ✅ { $name } { $days } 不请假了。
leave-away = 请假
leave-back = 上班
button-leave-today = 今天请假
button-leave-tomorrow = 明天请假
button-leave-back = 不请了
button-leave-again = 还是请

audit-calendar = 日历 { $days }
audit-work-week = 工作日
audit-leave = { $name } { $days }
