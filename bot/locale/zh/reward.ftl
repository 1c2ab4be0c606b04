command-reward = 奖励：现金或礼品，计入当月工资（只在私聊）

reward-head = 🎁 { $month } 的奖励
reward-none = 🎁 { $month } 还没有奖励。
reward-how = 给奖励：<code>/reward 小美 现金 500 大客户</code>
    或 <code>/reward 小美 礼品 “护手霜” 80</code>
reward-line = { $parts }
reward-cash = 现金 { $amount-short }
reward-gift = 礼品“{ $gift }”，价值 { $amount-short }
reward-state-offered = 等你决定
reward-state-declined = 不发
reward-state-received = 已收到 ✓
reward-given = ✅ 已记下，计入当月工资：
reward-for-you = 🎉 你得到一份奖励：
reward-is-given = ✅ 发：
reward-is-declined = 不发：
reward-back = ↩️ 已撤回：
reward-decided = 已经决定过了。
reward-not-yours = 这份奖励不是给你的。
reward-name-long = 礼品的名字太长了。
offer-big-order = 💎 大单 #{ $number }，按规则可以发奖励，发吗？

button-reward-back = ↩️ 撤回
button-reward-received = ✅ 已收到
button-reward-yes = 发
button-reward-no = 不发

audit-reward = 奖励 { $name }
audit-reward-back = 撤回奖励

base-own = 💰 你的基本工资：
base-own-none = 还没有记录你的基本工资。
base-since = { $amount-short } / 月，{ $day } 起
base-head = 💰 <b>{ $team }</b> 的基本工资
base-amount = { $amount-short }
base-none = 没定
base-grade = 岗位：{ $grade }
base-line = { $name }　{ $parts }
base-unclear = 每月基本工资多少？这样写：<code>/pay base 小美 3000</code>，从某个月起：<code>/pay base 小美 3000 从 7月</code>
base-how = 改：<code>/pay base 小美 3000 从 7月</code>
    行情：/pay market　岗位：/pay grade
base-set = ✅ { $name }：每月 { $amount-short }，{ $day } 起。只有本人和团队长看得到。
market-below = 低于区间
market-inside = 在区间内
market-above = 高于区间
market-outdated = 参考已过期
market-head = 📈 同行的基本工资：
market-none = 📈 还没有记录同行的基本工资。
market-line = { $work }：{ $low-short } 到 { $high-short }（{ $source }，{ $day } 记）
market-line-bare = { $work }：{ $low-short } 到 { $high-short }（没写来源，{ $day } 记）
market-old = ⚠️ { $work }：参考已过期，超过 12 个月了。
market-how = 记：<code>/pay market 客服 2800 4200 "招聘网 6月"</code>
market-upside-down = 先写低的，再写高的：2800 4200
grade-head = 🪜 岗位（技能 + 责任 + 难度）：
grade-none = 🪜 还没有岗位。
grade-line = { $grade } · { $n } 分　{ $names }
grade-points = { $n } 分
grade-unequal = ⚠️ 同是“{ $grade }”，基本工资不一样：{ $names }
grade-paid = { $name } { $amount-short }
grade-unknown = 没有岗位“{ $grade }”。先定：<code>/pay grade 客服 3 2 1</code>
grade-how = 定：<code>/pay grade 客服 3 2 1</code>
    给人：<code>/pay grade 小美 客服</code>
audit-base = { $name } 的基本工资
audit-market = 行情 { $work }
audit-grade = 岗位 { $grade }
audit-grade-of = { $name } 的岗位
