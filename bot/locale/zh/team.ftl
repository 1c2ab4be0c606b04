command-team = 团队有谁、报单率、占比；团队长可改角色、移除、改名

team-head = 👥 <b>{ $team }</b> · { $n }人
team-member = { $what }
team-name = { $name }
team-without-telegram = 没有 Telegram
team-more = ……还有 { $n } 人
team-how = <code>团队 角色 小美 组长</code>（或 销售、只看、自动）
    <code>团队 移除 小美</code>
    <code>团队 改名 小美 美美</code>
team-how-to-join = 报一单，或点下面的按钮，就加入了。
team-new = ➕ 要再带一个团队，就把我加进另一个群。一个群就是一个团队，业绩、目标、设置各管各的。
    你是那个群的管理员，就是那个团队的团队长。
team-role-given = ✅ { $name } 的角色：{ $role }
team-removed = ✅ { $name } 已移出团队，以前的业绩还在。在群里再报单就又加入了。
team-renamed = ✅ { $before } 以后叫 { $name }。
team-name-taken = 团队里已经有人叫 { $name } 了，换一个吧。
team-last-lead = 这样团队里就没有团队长了，没有改。先让别人当组长：<code>团队 角色 小美 组长</code>

role-lead = 团队长
role-seller = 销售
role-viewer = 只看

called-nobody = 团队里没有 { $name }。发 /team 看看大家叫什么；还没加入的，先报一单或点“加入团队”。
called-several = 有好几个人叫 { $name }，请用 @用户名。

team-active-head = 📋 <b>{ $team }</b> · { $period }报单率
team-active-all = 全队
team-active = { $who } { $reported }/{ $expected } 天 = { $rate }
team-streaks = 🔥 连续报单：{ $names }
team-streak-one = { $name } { $days }{ $more ->
    [yes] +
   *[no] {""}
} 天
team-shares-head = 🥧 <b>{ $team }</b> · { $period }贡献占比
team-shares-total = 合计 { $net-short } = 100%
team-shares-none = 还没有净销售额，算不出占比。
button-team-active = 📋 报单率
button-team-shares = 🥧 占比
