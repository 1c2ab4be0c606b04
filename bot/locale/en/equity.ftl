command-equity = Register of granted units and how much has vested (a record only; private chat)
command-dividend = Share out a year's pool by scores or by units (private chat only)

equity-head = 📜 Register of units
equity-none = 📜 Nothing is registered yet.
equity-line = { $name }: { $units } units over { $months } months from { $day } on
    　<b>{ $vested }</b> vested ({ $elapsed } of { $months } months)
equity-left = { $name }: { $units } units, left on { $day }, nothing vests since
    　<b>{ $vested }</b> vested ({ $elapsed } of { $months } months)
equity-only-recorded = A record only: no value and no promise.
equity-how = Register: <code>/equity grant Mei 100 4 years</code>
    Somebody leaves: <code>/equity leave Mei</code>
equity-granted = ✅ Registered:
equity-impossible = Units and time do not fit: 10 years at most.
equity-none-of = Nothing is registered for { $name }.
audit-equity = Units of { $name }
audit-left = left, nothing vests any more

dividend-pools = 💵 Pools:
dividend-none = 💵 Nothing was shared out yet.
dividend-pool = { $year }, { $pool-short }: { $parts }
dividend-how = Share out: <code>/dividend 2026 pool 50000</code> (by score)
    or <code>/dividend 2026 50000 units</code>
dividend-head = 💵 Pool of { $year }: { $pool }, by { $by ->
    [score] the year's scores
   *[units] vested units
}:
dividend-line = { $name }: { $share }
dividend-done = ✅ Noted.
dividend-nobody-score = Nobody has a score in that year, so nothing can be shared out.
dividend-nobody-units = Nobody has vested units, so nothing can be shared out.
button-dividend = ✅ Share it out
audit-dividend = Pool of { $year }

command-budget = Budget for variable pay: its share of net sales, and how much is used (private chat only)
budget-none = 💼 There is no budget yet. Set one: <code>/budget 3%</code>
budget-now = 💼 Budget: { $budget }% of net sales
budget-used = This month so far: variable pay { $amount-short }, at most { $limit }
budget-over = ⚠️ { $excess } too much. Such a month is closed only with a reason.
budget-how = Change: <code>/budget 4%</code> makes a new version of the rules, to be tried out and published.

retain-head = 🧲 <b>{ $team }</b>: facts about who might leave (for leads only)
retain-none = Nothing stands out.
retain-line = { $name }: { $facts }
retain-falling = days reported { $before } → { $now } (4 weeks each)
retain-below = base pay below what others pay
retain-no-rise = no rise of base pay in 12 months
retain-foot = Facts only, no score, nothing private. A hint by the system, for reference.

me-year-head = 🗓 { $year }
me-year-target = Year's target { $net-short } / { $target-short } = <b>{ $share }</b> · time { $elapsed }
me-year-net = Done { $net-short } (no target for your year yet)
me-year-units = 📜 Units: { $vested } of { $units } vested (a record only)
button-team-staying = 🧲 Staying
team-staying-private = That is for leads, in the private chat only.
