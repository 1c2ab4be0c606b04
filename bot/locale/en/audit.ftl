command-audit = Who changed what, and when: before and after

audit-head = 📜 Changes in <b>{ $team }</b>
audit-head-own = 📜 Your changes in <b>{ $team }</b>
audit-head-entry = 📜 <b>{ $team }</b>: the story of #{ $number }
audit-head-member = 📜 <b>{ $team }</b>: changes by or about { $name }
audit-head-period = 📜 <b>{ $team }</b>: changes of { $period }
audit-empty = No changes.
audit-by = { $day } { $time } <b>{ $name }</b>
audit-made = 📝 { $by } reported #{ $number } ({ $how })
    　{ $figures }
audit-corrected = ✏️ { $by } changed #{ $number }
    　{ $old }
    　→ { $new }
audit-undone = ↩️ { $by } took back #{ $number }
    　{ $figures }
audit-restored = ♻️ { $by } restored #{ $number }
    　{ $figures }
audit-changed = ⚙️ { $by }: { $what }
    　{ $old } → { $new }
audit-set = ⚙️ { $by }: { $what }
    　{ $new }
audit-done = ⚙️ { $by }: { $what }
audit-group = { $name }: { $figures }
audit-day = { $day }
audit-for-day = adjusts { $day }
audit-nothing = nothing
audit-amount = { $amount }
audit-target = target of { $month } ({ $whose })
audit-role = role of { $name }
audit-removed = { $name } taken out of the team
audit-renamed = renamed
audit-lock = { $period } locked
audit-unlock = { $period } unlocked
audit-unknown = (something of an older release)
audit-own-only = You can see your own changes; leads see all of them.
audit-no-entry = There is no #{ $number }.
button-newer = ‹ Newer
button-older = Older ›

how-command = command
how-text = text
how-form = step by step
how-import = import
how-lead = by a lead
