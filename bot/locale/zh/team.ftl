command-team = 团队有谁；团队长可改角色、移除、改名

team-head = 👥 <b>{ $team }</b> · { $n }人
team-member = { $what }
team-name = { $name }
team-without-telegram = 没有 Telegram
team-more = ……还有 { $n } 人
team-how = <code>团队 角色 小美 组长</code>（或 销售、只看、自动）
    <code>团队 移除 小美</code>
    <code>团队 改名 小美 美美</code>
team-how-to-join = 报一单，或点下面的按钮，就加入了。
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
