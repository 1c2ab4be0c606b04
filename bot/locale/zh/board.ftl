command-top = 排行榜：任意一段时间，按销售额、达成率、进步等等

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
    [improved] {" "}· 进步（比自己的前四周）
    [repurchase] {" "}· 复购率（近 90 天）
    [score] {" "}· 综合分
   *[sales] {""}
}
board-medal = { $medal } { $figures }
board-place = { $rank }. { $figures }
board-name = { $name }
board-amount = { $amount-short }
board-percent = { $percent }
board-of-target = 达成 { $percent }
board-up = ↑{ $n }
board-down = ↓{ $n }
board-entered = 新上榜
board-more = …… 还有 { $n } 人
board-near = <b>你的前后</b>
board-to-next = 离前一名还差 { $gap-short }
board-total = 合计 { $figures }
board-day = { $current ->
    [yes] 今日
   *[no] 当日
} { $net-short } / { $target-short } = { $attainment }
board-also = { $by ->
    [percent] 🎯 达成率
    [improved] 📈 比自己前四周
   *[new] 🌱 拓新
} { $names }
board-also-one = { $name } { $figure }
board-count = { $n }
board-more-than = ▲{ $percent }
board-less = ▼{ $percent }
board-score = { $points } 分
board-none-percent = 🏆 { $period }：有目标的人都还没报单，排不了达成率。
board-none-improved = 🏆 { $period }：还没有人能和自己的前四周比（前四周至少报过 3 天）。
board-none-repurchase = 🏆 { $period }：还算不出复购率。报单时写上客户名字就行：<code>1单 198 新客 小红</code>
board-none-score = 🏆 { $period }：还没有人有目标，算不出综合分。团队长这样定：<code>/target @小美 20000</code>
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
board-title-of = { $title } · { $metric }
board-aim = { $value } / { $target } = { $attainment }
board-aim-team = 全队{ $metric } { $figures }
board-no-aims = { $period }还没有人定“{ $metric }”的目标，排不了达成率。团队长这样定：<code>/target @小美 { $metric } 30</code>
board-no-targets = { $period }还没有人定目标，排不了达成率。团队长这样定：{ $grain ->
    [year] <code>/target @小美 今年 240000</code>
    [quarter] <code>/target @小美 本季度 60000</code>
   *[month] <code>/target @小美 20000</code>
}

board-show-day = 今日
board-show-week = 本周
board-show-month = 本月
board-show-sales = 销售额
board-show-orders = 订单
board-show-new = 新客
board-show-percent = 达成率
board-show-improved = 进步
board-show-repurchase = 复购
board-show-score = 综合
board-show-aim = 🎯 { $metric }
board-chosen = ✓ { $label }
