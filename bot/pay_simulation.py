"""What rules of pay would cost a team, in words: on its own last months, and at so much of its targets."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from bot.pay_facts import team_month
from bot.pay_readback import share
from kpi.message import Joined, Message, Number, Say, joined, say
from kpi.money import Money
from kpi.pay.rules import RuleSet
from kpi.pay.simulate import Case, Change, Simulation, TeamMonth, of_person, simulate
from kpi.period import Grain, Period, period_of, previous
from kpi.plot import Accent, Plot, Point, Shape, to_picture
from kpi.team import Member, Team
from storage import members, pay_rules
from storage.connection import Connection

_MONTHS = 3
_PERCENT = 100


def simulation(db: Connection, team: Team, rule_set: RuleSet, today: date, head: Say) -> Message:
    """What `rule_set` costs beside the present rules, under `head`, with a picture of every case."""
    month = period_of(Grain.MONTH, today)
    coming = team_month(db, team, month, today, rule_set).months
    aimed = tuple(facts for facts in coming if facts.targets)
    present = pay_rules.of_month(db, team.id, month)
    past = _past(db, team, rule_set, month)
    found = simulate(rule_set, past, aimed, present.rule_set if present and present.rule_set != rule_set else None)
    lines = (head, *_cases(found, rule_set, targets=bool(aimed)), *_changes(db, team, found.changes))
    return Message(lines, picture=to_picture(_plot(team, found, rule_set)) if found.cases else None)


def _plot(team: Team, found: Simulation, rule_set: RuleSet) -> Plot:
    """A bar for what each case costs, with its share of net sales; those beyond the budget stand out."""
    over = set(map(id, found.over_budget))
    points = tuple(
        Point(
            _called(case),
            case.pay.variable,
            note=say("sim-bar-note", net=_share(case.of_net)),
            accent=Accent.LOW if id(case) in over else Accent.NONE,
        )
        for case in found.cases
    )
    finding = say("sim-chart-over" if over else "sim-chart")
    subtitle = say("sim-chart-subtitle")
    return Plot(Shape.ROWS, team.name, subtitle, finding, points, rule_set.currency, team.zone)


def own_simulation(db: Connection, team: Team, member: Member, rule_set: RuleSet, today: date) -> tuple[Say, ...]:
    """What somebody would be paid at some shares of their own target; nothing without one."""
    found = team_month(db, team, period_of(Grain.MONTH, today), today, rule_set)
    own = next((facts for facts in found.months if facts.member == member.id and facts.targets), None)
    if own is None:
        return ()
    return tuple(
        say(
            "sim-own-at-bonus" if slip.cost == slip.variable else "sim-own-at",
            attained=_exact(attained),
            bonus=Money(slip.variable, rule_set.currency),
            total=Money(slip.cost, rule_set.currency),
        )
        for attained, slip in of_person(rule_set, own)
    )


def _past(db: Connection, team: Team, rule_set: RuleSet, month: Period) -> list[TeamMonth]:
    """The months before `month` in which something was sold, the oldest first."""
    found: list[TeamMonth] = []
    for _ in range(_MONTHS):
        month = previous(month)
        was = team_month(db, team, month, month.last, rule_set)
        found = [was, *found] if was.months and was.net else found
    return found


def _cases(found: Simulation, rule_set: RuleSet, *, targets: bool) -> Iterator[Say]:
    for case in found.cases:
        yield from _case(case, rule_set.currency)
    if not targets:
        yield say("sim-no-targets")
    if found.dearest and found.cheapest and len(found.cases) > 1:
        yield say("sim-extremes", dearest=_of(found.dearest), cheapest=_of(found.cheapest))
    if rule_set.budget is not None and found.cases:
        over = joined(*(_called(case) for case in found.over_budget))
        key = "sim-over-budget" if over.parts else "sim-within-budget"
        more = {"cases": over} if over.parts else {}
        yield say(key, budget=share(rule_set.budget), **more)


def _case(case: Case, currency: str) -> Iterator[Say]:
    """What a case costs; the whole pay only where some of it is base pay."""
    pay, called = case.pay, joined(_called(case))
    net, margin = _share(case.of_net), _share(case.of_margin)
    yield say("sim-case", case=called, variable=Money(pay.variable, currency), net=net, margin=margin)
    if pay.cost != pay.variable:
        yield say("sim-case-whole", cost=Money(pay.cost, currency), all=_share(pay.share(pay.cost)))


def _called(case: Case) -> Say:
    if isinstance(case.of, Period):
        return say("sim-month", month=case.of)
    return say("sim-at", attained=_exact(case.of))


def _of(case: Case) -> Joined:
    return joined(say("sim-extreme", case=joined(_called(case)), net=_share(case.of_net)))


def _changes(db: Connection, team: Team, changes: Sequence[Change]) -> Iterator[Say]:
    """Who gains and who loses against the present rules, on the months that were."""
    named = {member.id: member.name for member in members.of_team(db, team.id)}
    moved = [change for change in changes if change.gain and change.member in named]
    if not changes:
        return
    yield say("sim-changes" if moved else "sim-no-changes")
    for change in sorted(moved, key=lambda each: -each.gain):
        yield say(
            "sim-gains" if change.gain > 0 else "sim-loses",
            name=named[change.member],
            now=Money(change.now, team.currency),
            then=Money(change.then, team.currency),
            change=Money(abs(change.gain), team.currency),
        )


def _share(ratio: Fraction | None) -> Joined:
    return joined(say("sim-none") if ratio is None else say("sim-share", percent=Number(ratio * _PERCENT, 2)))


def _exact(ratio: Fraction) -> int:
    return int(ratio * _PERCENT)
