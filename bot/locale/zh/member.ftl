command-member = 谁哪天来、做多少时间；团队长可加没有 Telegram 的人

member-head = 👥 <b>{ $team }</b> · { $n } 人在卖
member-line = { $name }：{ $parts }
member-always = 全勤
member-since = { $day } 起
member-until = 做到 { $day }
member-part = { $share } 时间
member-noted = { $parts }
member-how = 加人：<code>人员 添加 小周 6-16 全月62000</code>；兼职：<code>人员 小美 50%</code>；离开：<code>人员 小美 离开 6-30</code>
member-added = ✅ { $name } 加进来了：{ $parts }
member-changed = ✅ { $name }：{ $parts }
member-target = 🎯 { $name } { $period }目标 { $amount }（全月 { $full } 的 { $share }）
member-target-whole = 🎯 { $name } { $period }目标：{ $amount }
member-target-stays = 🎯 { $name } { $period }目标：{ $amount }，没有变。要让目标随兼职、请假减少，写 <code>设置 折算 开</code>
member-nobody = 队里没有“{ $name }”。要加人就写：<code>人员 添加 小周 6-16</code>
member-percent = 时间比例在 1% 到 100% 之间。
member-backwards = { $until } 比 { $since } 还早，没有改。
audit-member = { $name } 的到岗时间

target-prorated = 🎯 { $name } { $period }目标按出勤：{ $before } → { $amount }
