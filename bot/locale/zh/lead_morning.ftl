lead-morning-title = ☀️ <b>{ $team }</b> · 昨天（{ $day }）
lead-morning-of = 全队 { $reached-short } / { $target-short } = { $attainment }
lead-morning-sold = 全队 { $reached-short }
lead-morning-check = ✋ 待核对：{ $n } 条（/clean）
lead-morning-nothing = 没有要特别看的。
lead-morning-gap = ⚠️ 本月落后进度 { $gap-short }：{ $attainment }，时间进度 { $progress }（{ $n } 天）
lead-morning-drop = ⚠️ { $name } 近 7 天日均 { $now-short }，前四周 { $usual-short }，降 { $by }（{ $n } 天）
lead-morning-complaints = ⚠️ 投诉变多：近 7 天 { $complaints } 件 / { $orders } 单，前四周 { $before } 件 / { $orders_before } 单
schedule-lead-morning = 团队长的早报（私聊）
