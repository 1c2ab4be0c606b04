command-top = 排行榜：今日、本周、本月，按销售额、订单、新客或达成率

board-title = 🏆 <b>{ $grain ->
    [today] 今日榜
    [day] 日榜
    [week] 周榜
    [month] 月榜
    [quarter] 季榜
   *[year] 年榜
}</b> · { $period }{ $by ->
    [orders] {" "}· 订单
    [new] {" "}· 新客
    [percent] {" "}· 达成率
   *[sales] {""}
}
board-medal = { $medal } { $figures }
board-place = { $rank }. { $figures }
board-name = { $name }
board-amount = { $amount-short }
board-percent = { $percent }
board-up = ↑{ $n }
board-down = ↓{ $n }
board-entered = 新上榜
board-more = …… 还有 { $n } 人
board-total = 合计 { $figures }
board-month = { $current ->
    [yes] 本月
   *[no] { $month }
} { $net-short } / { $target-short } = { $attainment } · 时间进度 { $progress }
board-reported = 已报 { $reported }/{ $of }{ $missing-n ->
    [0] {""}
   *[other] {" "}· 未报 { $missing } 人
}
board-source = <i>成员自报 · { $zone }</i>
board-source-checked = <i>{ $unchecked-n ->
    [0] { $n } 条都已核对
   *[other] { $n } 条中 { $unchecked } 条未核对
} · { $zone }</i>
board-marks = { $marks }
board-late = ⏰ 补发（到点时我不在线）
board-amended = ✏️ 有补报，已更新
live-renewed = 📌 实时，更新于 { $time }
board-empty-so-far = 🏆 { $period }：还没有人报单。报一单就上榜：<code>报单 2 198</code>
board-empty = { $period }：没有人报单。
board-no-targets = { $period }还没有人定目标，排不了达成率。团队长这样定：<code>/target @小美 20000</code>

board-show-day = 今日
board-show-week = 本周
board-show-month = 本月
board-show-sales = 销售额
board-show-orders = 订单
board-show-new = 新客
board-show-percent = 达成率
board-chosen = ✓ { $label }
