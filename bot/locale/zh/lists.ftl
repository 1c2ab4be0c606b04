# 接龙、名单和导入文件的预览
list-head = 📋 <b>{ $title }</b>
list-head-day = 📋 <b>{ $title }</b> · { $day }
list-title = { $title }
list-untitled = 名单
list-untitled-file = 文件
list-line-ready = ✅ { $what }
list-line-booked = 🔁 { $what } · 已记 { $numbers }
list-line-asked = ❓ { $what }
    　　{ $why }
list-line-skipped = ➖ { $what } · 不记
list-line-beside = ✅ { $what }
    　　{ $beside }
list-beside = 账上当天另有 { $figures }（{ $numbers }），两笔都算
list-replacing = 替换账上当天的 { $figures }（{ $numbers }）
list-beside-replace = 🔁 换掉账上当天的（{ $n }）
list-beside-add = 账上当天的也算（{ $n }）
list-count-nothing = 没有新的要记
list-row = 第{ $line }行
list-name = <b>{ $name }</b>
list-day = { $day }
list-said = { $said }
list-figures = { $figures }
list-new-member = 新成员
list-more = ……还有 { $n } 行
list-total = ⚠️ 写的合计是 { $written }，各行加起来是 { $told }
list-ignored = 没用到的列：{ $names }
list-counts = { $parts }
list-count-ready = <b>{ $n } 条可记</b> { $net }
list-count-booked = { $n } 条已记过
list-count-asked = <b>{ $n } 条待确认</b>
list-count-skipped = { $n } 条不记

list-why-who = 不认识这个名字
list-why-several = 有好几个人叫这个名字
list-why-old = 是 35 天以前的
list-why-twice = 名单里有一样的两行
list-why-known = 账上已有一样的 { $numbers }
list-why-differs = 账上这天是 { $figures }（{ $numbers }）
list-why-unusual = 比平时多很多
list-fault-no-name = 没看出是谁的，写成“名字 3单 450”再发
list-fault-no-figure = 没有数字
list-fault-no-amount = 没写金额
list-fault-unclear = 分不清是单数还是金额，写成“3单 450”再发
list-fault-unread = 没看懂，写成“3单 450”再发
list-fault-no-day = 没有日期
list-fault-bad-day = 日期没看懂，写成 2026-06-08
list-fault-bad-number = 不是能记的数
list-problem-zero-amount = 金额是 0；没开单就写：没开单
list-problem-too-large = 这个数太大了
list-problem-too-many = 这个数量太大了
list-problem-future-day = 日期还没到
list-problem-too-old = 日期太久以前了
list-problem-other-currency = 不是 { $own }，请换算后再发

list-ask-who = 👇 <b>{ $name }</b> 是谁？
list-ask-book = 👇 <b>{ $name }</b> { $figures }：要记吗？
list-ask-differs = 👇 <b>{ $name }</b> 账上是 { $before }，这里写 { $after }。怎么记？
list-member = { $name }
list-more-members = 其他成员 ›
list-new = ➕ 新成员（没有 Telegram）
list-skip = 跳过
list-yes = 照记
list-replace = 替换
list-add = 另记一笔
list-skip-all = 全跳过（{ $n }）
list-yes-all = 全照记（{ $n }）
list-replace-all = 全替换（{ $n }）
list-add-all = 全另记（{ $n }）
list-confirm = ✅ 确认记 { $n } 条

list-done = ✅ <b>记了 { $n } 条</b>（{ $numbers }）
    { $figures }
list-left = { $n } 条没有记，改好再发就行：
list-undo = ↩️ 全部撤回（{ $n }）
list-undone = ↩️ 这份名单撤回了，账上和记之前一样（{ $numbers }）。
list-over = 这份名单已经处理过了，或者放太久了。再发一次就行。
list-changed = 账上刚有变化，请再看一眼。
list-leads-only = 整份名单要团队长来记。你自己的这样写：3单 1280
list-own-line = 这是一份名单。要记你自己的这一行吗？
    { $figures }
