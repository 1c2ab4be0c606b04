# 当天合计（日报）和已经记的单对照
day-head = { $whose ->
    [other] <b>{ $name }</b> { $day }已经记了 { $n } 条：
   *[own] { $day }已经记了 { $n } 条：
}
day-booked = 已记：{ $figures }
day-told = 这份：{ $figures }
day-lost = ⚠️ 换成这份后，这些不再算：{ $figures }
ask-day = 这份是当天的合计，还是另外的单？
button-day-replace = 是合计，换成这份
button-day-add = 是另外的，加上去
day-same = 和已经记的一样（{ $figures }），没有重复记。
card-replaced = ↩️ #{ $number } 已由当天合计 #{ $report } 代替，不另计。要恢复请撤回 #{ $report }。
