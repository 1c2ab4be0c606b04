told-reported = 📝 { $team }：{ $name } 替你报了 #{ $number }（{ $day }）
    { $figures }
told-changed = ✏️ { $team }：{ $name } 改了你的 #{ $number }（{ $day }）
    { $before } → { $figures }
told-gone = ↩️ { $team }：{ $name } 撤回了你的 #{ $number }（{ $day }）
    { $figures }
told-back = ♻️ { $team }：{ $name } 恢复了你的 #{ $number }（{ $day }）
    { $figures }
card-twin = ⚠️ 同样的一条 #{ $number } { $n-n ->
    [0] 刚刚
   *[other] { $n } 分钟前
}已经记了。报重了就点“撤回”。
told-listed = 📋 { $team }：{ $name } 用名单替你报了
told-day = { $day } { $figures }
told-more-days = ……还有之前的 { $n } 天
