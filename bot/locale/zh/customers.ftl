customer-name = { $name }
customer-forgotten = 客户 { $number }

card-new = 👤 新客：{ $names }
card-returning = 👤 老客：{ $names }
card-known = ℹ️ { $name } 已是团队的老客，按老客算，没有再算新客。不是同一个人的话，加上姓或称呼再报一次

command-customers = 我的客户：最近买了什么，谁该回访了
command-customer = 一位客户买过什么
command-merge = 把两个名字合并成一位客户

customers-head = 👥 <b>{ $name }</b> 的客户 · { $n }位（{ $team }）
customers-none = 还没有客户。报单时写上名字就有了：
    <code>新客 小红 阿玲</code>
    <code>小红 回购 199</code>
customers-due = 📞 { $n }位 28 天以上没买了，该回访了
customers-closed = 🔒 名字只有自己看得到，团队长只看得到人数。
customers-open = 👀 团队长也看得到名字。
customers-how-to-open = 别人的客户名现在不给团队长看。要看就先开：<code>设置 客户名 开</code>
customers-team = <b>团队</b>
customers-seller = { $name }：{ $n }位，待回访 { $due }位
customer-due = 📞 <b>{ $name }</b> { $days }天没买 · { $bought }
customer-line = { $name } · { $last } · { $bought }
customer-times = { $n }次
customer-amount = { $amount }
customer-head = 👤 <b>{ $name }</b>
customer-stands = { $bought } · 最近 { $last }（{ $days }天前）
customer-bought = { $day }　{ $amount }
customer-bought-from = { $day }　{ $amount }（{ $name }）
customer-more = ……更早还有 { $n } 次
customer-unknown = 你的客户里没有 { $name }。
customer-shared = { $name } 也是别的同事的客户，改名、忘记、合并请找团队长。
customer-ask-name = { $name } 改叫什么？直接写新名字。
customer-name-empty = 这个名字显示不出来，换一个吧。
customer-name-taken = 团队里已经有叫 { $name } 的客户了。同一个人就合并：点“合并”，不是就换个名字。
customer-name-colleague = { $name } 是同事，客户换个名字吧。
customer-ask-forget = 忘记 <b>{ $name }</b>？名字换成编号，买过的次数和金额还在。名字找不回来。

button-customer = { $name }
button-book = { $name } 的客户
button-page-back = ‹ 上一页
button-page-on = 下一页 ›
button-rename = ✏️ 改名
button-forget = 🗑 忘记
button-merge = 🔗 和谁是同一位
button-merge-do = 🔗 合并
button-merge-swap = ⇄ 反过来
button-merge-undo = ↩️ 撤销合并

merge-which = 哪一位其实是另一位？先选要并掉的名字。
merge-too-few = 要有两位客户才能合并。报单时写上名字就有了：<code>新客 小红 阿玲</code>
merge-whom = <b>{ $name }</b> 和谁是同一位？
merge-nobody = 除了 { $name } 还没有别的客户。
merge-same = 两个名字已经是同一位客户了：{ $name }
merge-ask = 把 <b>{ $gone }</b> 并入 <b>{ $kept }</b>？
merge-part = 👤 <b>{ $name }</b> { $bought }
merge-part-closed = 👤 <b>{ $name }</b> { $n }次
merge-effect = 合并后客户少一位，两边都算过新客的只算一次。可以撤销。
merge-done = 🔗 { $gone } 已并入 { $kept }
merge-undone = ↩️ { $gone } 和 { $kept } 又是两位客户了

audit-customer-merged = 把客户 { $gone } 并入 { $kept }
audit-customer-unmerged = 撤销把客户 { $gone } 并入 { $kept }
audit-customer-renamed = 给客户 { $number } 改名
audit-customer-forgotten = 忘记了客户 { $number } 的名字

button-help-customers = 👥 客户
help-customers = <b>👥 客户</b>
