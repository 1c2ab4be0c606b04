command-team = Who is in the team, who reports, who brings how much; leads change roles, remove or rename

team-head = 👥 <b>{ $team }</b> · { $n-n ->
    [one] { $n } member
   *[other] { $n } members
}
team-member = { $what }
team-name = { $name }
team-without-telegram = no Telegram
team-more = … and { $n } more
team-how = <code>/team role @Ken viewer</code> (or lead, seller, auto)
    <code>/team remove @Ken</code>
    <code>/team rename Ken Kenneth</code>
team-how-to-join = Report a sale or press the button to join.
team-new = ➕ For another team, add me to another group. Each group is a team with its own sales, targets and settings.
    As an administrator of that group you lead its team.
team-role-given = ✅ Role of { $name }: { $role }
team-removed = ✅ { $name } is out of the team; past sales stay. Reporting again brings them back.
team-renamed = ✅ { $before } is now called { $name }.
team-name-taken = Somebody in the team is called { $name } already. Choose another name.
team-last-lead = The team would have no lead then, so nothing was changed. Make somebody else a lead first: <code>/team role @Ken lead</code>

role-lead = lead
role-seller = seller
role-viewer = viewer

called-nobody = Nobody in the team is called { $name }. /team lists the names; who has not joined yet can report a sale or press “Join the team”.
called-several = Several people are called { $name }. Please use their @username.

team-active-head = 📋 <b>{ $team }</b> · days reported, { $period }
team-active-all = Team
team-active = { $who } { $reported } of { $expected } = { $rate }
team-streaks = 🔥 In a row: { $names }
team-streak-one = { $name } { $days }{ $more ->
    [yes] +
   *[no] {""}
} { $days-n ->
    [one] day
   *[other] days
}
team-shares-head = 🥧 <b>{ $team }</b> · shares, { $period }
team-shares-total = Team { $net-short } = 100%
team-shares-none = No net sales yet, so there are no shares.
button-team-active = 📋 Days reported
button-team-shares = 🥧 Shares
