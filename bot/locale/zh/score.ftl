command-score = 综合分：几个指标按权重合成一个分，团队长可改权重

score-weights = 权重 { $parts }
score-weight = { $metric } { $weight }
score-weights-head = ⚖️ <b>综合分</b>：各指标达成率 × 权重，加起来就是分，全部达标是 100 分。
score-weights-how = 单项最多按 150% 算；越低越好的反过来算；没有数或没有目标的那项不算，其余按比例补足。
    自己定：<code>/score 权重 销售额 50 新客 20 复购率 20 投诉率 10</code>
score-weights-set = ✅ 权重改好了。
score-not-whole = 权重加起来是 { $total }，要正好 100，而且每项都大于 0。没有改。
score-not-aimed-at = { $metric }自己就是按目标算的，不能放进综合分。
score-own = <b>我的综合分 { $points }</b>
score-part = { $metric } { $achieved } × { $weight } → { $points } 分
score-part-none = { $metric }：没有数或没有目标，不算
button-score-weights = ⚖️ 权重
button-score-balanced = 均衡：销售 50 · 新客 20 · 复购 20 · 投诉 10
button-score-sales = 重销售：销售 70 · 新客 20 · 投诉 10
button-score-growth = 重拓新：销售 40 · 新客 40 · 复购 20
audit-score-weights = 综合分权重
