command-target = 本月目标；团队长可定团队和个人的

target-head = 🎯 <b>{ $team }</b> · { $month }目标
target-none = 这个月还没定目标。
target-team = 团队 { $net-short } / { $target-short }（{ $attainment }）
target-team-open = 团队 { $net-short }，还没定团队目标
target-member = { $name } { $net-short } / { $target-short }（{ $attainment }）
target-more = ……还有 { $n } 人
target-parts-even = 个人合计 { $parts-short }，和团队目标一致 ✓
target-parts-over = 个人合计 { $parts-short }，比团队目标多 { $gap-short }
target-parts-under = 个人合计 { $parts-short }，比团队目标少 { $gap-short }
target-how = 定目标：<code>目标 50000</code>，个人的：<code>目标 小美 2万</code>
target-of-team = 团队
target-of-member = { $name }
target-set = ✅ { $whose } { $month }目标：{ $amount-short }
target-changed = ✅ { $whose } { $month }目标：{ $before-short } → { $amount-short }
target-too-large = 这个数太大了，没有改。请检查一下零的个数。
target-not-positive = 目标要大于 0，没有改。这样写：<code>目标 50000</code>
