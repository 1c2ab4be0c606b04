command-target = 看目标；团队长可定团队和个人的

target-head = 🎯 <b>{ $team }</b> · { $month }目标
target-none = { $period }还没定目标。
target-team = 团队 { $net } / { $target }（{ $attainment }）
target-team-open = 团队 { $net }，还没定团队目标
target-member = { $name } { $net } / { $target }（{ $attainment }）
target-more = ……还有 { $n } 人
target-more-others = ……还有 { $n } 项
target-other = { $whose } · { $metric } { $actual } / { $target }（{ $attainment }）
target-when = { $period }
target-parts-even = 个人合计 { $parts-short }，和团队目标一致 ✓
target-parts-over = 个人合计 { $parts-short }，团队 { $whole-short }，多 { $gap-short }
target-parts-under = 个人合计 { $parts-short }，团队 { $whole-short }，少 { $gap-short }
target-kept = 团队目标保持不变。
target-how = 定目标：<code>目标 50000</code>，个人的：<code>目标 小美 2万</code>，别的指标：<code>目标 本月 新客 30</code>
target-of-team = 团队
target-of-member = { $name }
target-yours = 你的
target-money = { $amount-short }
target-set = ✅ { $whose } { $period }目标：{ $amount }
target-set-anew = ✅ { $whose } { $period }目标：{ $before } → { $amount }
target-set-of = ✅ { $whose } { $period } { $metric }目标：{ $amount }
target-set-of-anew = ✅ { $whose } { $period } { $metric }目标：{ $before } → { $amount }
target-same = 目标本来就是 { $amount }，没有改。
target-too-large = 这个数太大了，没有改。请检查一下零的个数。
target-not-positive = 目标要大于 0，没有改。这样写：<code>目标 50000</code>

target-not-measured = “{ $word }”没法衡量，定不了目标。能定的有：
target-unknown = “{ $word }”不是指标，队里也没人叫这个名字。能定目标的指标有：
target-no-goal = { $metric }是算出来的，不能直接定目标。可以定：
target-offer = { $metric }

target-new-head = 🎯 <b>{ $team }</b> · 定目标
target-so-far = { $parts }
target-ask-metric = 哪个指标？点一个，或者写名字。
target-ask-whose = 谁的目标？
target-unclear-whose = 队里没人叫这个名字。点一个，或者照按钮上的写。不定了就写：取消
target-unclear-period = 这是哪段时间？点一个，或者写：7月、Q3、下周。不定了就写：取消
target-unclear-amount = 要一个大于 0 的数，如 30。不定了就写：取消
target-ask-period = 哪段时间？点一个，或者写：7月、Q3、下周
target-ask-amount = { $metric }要做到多少？写一个数。
target-ask-amount-unseen = 我在这个群里看不到普通消息，请回复这条，或者去私聊里定。
target-ask-replace = 已经有目标 { $before }，要改成 { $amount } 吗？
target-ask-reason = 也可以直接回一句原因，我会记下来。
target-before = 现在的目标：{ $before }
target-do = 定 { $amount }
target-use = 用 { $amount }
target-usual = 📊 { $grain ->
    [week] 以往 { $n } 周
    [month] 以往 { $n } 个月
    [quarter] 以往 { $n } 个季度
   *[year] 以往 { $n } 年
}：一般 { $usual }，最好 { $best }；建议 { $wanted }
target-between = { $low } 到 { $high }
target-too-high = ⚠️ 这是以往最好成绩的 { $share }，恐怕够不着。
target-verdict-unknown = ⏳ 数据还不到三周，先不判断能不能达成。
target-verdict-usual = 👍 照平时的水平就能做到。
target-verdict-stretch = 💪 比平时高，以前做到过。
target-verdict-record = 🚀 比以往最好的还高。

target-noted = { $amount }
target-noted-because = { $amount }（{ $reason }）
audit-target-of = { $period } { $metric }目标（{ $whose }）
target-told = 🎯 <b>{ $team }</b>：{ $name } 定了{ $whose } { $period } { $metric }目标：{ $now }
target-told-anew = 🎯 <b>{ $team }</b>：{ $name } 改了{ $whose } { $period } { $metric }目标：{ $before } → { $now }

target-parts-head = 🗓 { $whose } { $period } { $amount }（权重 { $weight }）
target-part = { $period } · { $amount }（{ $weight }）
target-part-rest = { $period } · 休
target-split-head = ✂️ { $period } { $metric } { $amount } 这样拆：
target-split-line = { $name } { $share } · { $amount }
target-split-how = 合计正好是团队目标。要别的比例就按上面的顺序写：<code>40/35/25</code>
target-split-done = ✅ { $period } { $amount } 已拆给 { $n } 人，合计一致 ✓
target-split-nothing = { $period }还没定团队的{ $metric }目标，先定一个再拆：<code>目标 50000</code>
target-split-nobody = 队里还没有销售，没人可拆。
target-split-count = 写了 { $given } 个比例，队里有 { $n } 位销售。按名单顺序一人一个。
target-not-shared = { $metric }是比率，每个人一样，不能拆。

target-copy-head = 📋 <b>{ $team }</b> · 照 { $old } 定 { $new } 的目标？
target-copy-days = { $old } { $before }；{ $new } { $now }
target-copy-work = { $days } 个工作日、权重 { $weight }
target-copy-line = { $whose }：照搬 { $same } ｜按工作日 { $days }
target-copy-ask = 选一个才会保存。
target-copied = ✅ { $period }的 { $n } 个目标定好了。
target-copy-skipped = 好，{ $period }的目标先不定。随时可以写：<code>目标 复制</code>
target-copy-nothing = 这个月和上个月都还没定目标，照搬不了。
target-copy-there = { $period }已经有目标了，没有动。

button-target-raise = 提高团队目标到 { $amount-short }
button-target-keep = 保持
button-target-new = ➕ 定目标
button-target-weeks = 按周
button-target-days = 按天
button-target-year = 全年
button-target-split = 拆分到人
button-target-copy = 照搬到下个月
button-target-look = 看目标
button-split-equal = 平均分
button-split-sales = 按近三月业绩
button-split-do = ✅ 就这样拆
button-copy-same = 照搬
button-copy-days = 按工作日折算
button-copy-change = 改一个
button-copy-skip = 跳过
