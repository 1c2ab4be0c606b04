command-clean = 待核对：没答的、像报重的、离谱的

clean-head-doubts = 🧹 <b>{ $team }</b> { $n-n ->
    [0] 都清楚了，不用核对 👍
   *[other] 待核对 { $n } 条
}
clean-head-text = 📝 <b>{ $team }</b> { $n-n ->
    [0] 文字报单都核对了 👍
   *[other] 未核对的文字报单 { $n } 条
}
clean-open = { $at }. ❓ { $name } { $report }
    　还没回答（{ $day } { $time }）
clean-twin = { $at }. 👯 #{ $number } { $report }
    　和 #{ $before } 一样，{ $n-n ->
    [0] 紧接着报的
   *[other] 只隔 { $n } 分钟
}
clean-outlier = { $at }. 📈 #{ $number } { $report }
    　平时一次约 { $usual-short }
clean-text = { $at }. #{ $number } { $report }
clean-name = { $name }
clean-day = { $day }
clean-checked = ✓ #{ $number } 没问题，记下了
clean-reminded = 已私聊提醒
clean-unreachable = 没法私聊 TA：TA 还没和我说过话
clean-reminder = 🔔 { $team }：{ $name } 请你确认一条，现在还没记：{ $report }
clean-dropped = ✖ { $team }：{ $name } 说这条不记：{ $report }
button-right = { $at } ✓ 没问题
button-take-back = { $at } ↩️ 撤回
button-look = { $at } 👁 看
button-remind = { $at } 🔔 提醒
button-do-not-count = { $at } ✖ 不记
button-previous = ‹ 上一页
button-next = 下一页 ›
button-clean-text = 📝 未核对的文字报单 { $n } 条
button-clean-doubts = 🧹 待核对 { $n } 条
