"""Targets: what the team and each seller are to sell this month."""

from collections.abc import Iterator
from decimal import Decimal

from bot.audit import note
from bot.called import called, nobody
from bot.command import Answers, Capability, Refusal, Request, Usage, answer
from bot.leads import lead
from bot.privacy import of_reader
from bot.reader.bare import read_bare
from bot.reader.reading import Context
from kpi.board import attainment
from kpi.message import Percent, Say, joined, say
from kpi.metrics import added, net
from kpi.money import MINOR_LIMIT, Money, to_minor
from kpi.period import Grain, Period, period_of
from kpi.team import Member, Openness
from storage import members, targets, totals

target = Capability()

_LONGEST_LIST = 40  # members


@target.command(
    "target",
    words=("目标", "target"),
    zh=("/target", "/target 50000", "/target @小美 20000", "目标 小美 2万"),
    en=("/target", "/target 50000", "/target @Mei 20000"),
)
def show_or_set(request: Request) -> Answers:
    """Shows this month's targets; sets one for a lead."""
    month = period_of(Grain.MONTH, request.today)
    if request.arguments:
        return (answer(_set(request, month), *_overview(request, month)),)
    how = [say("target-how")] if request.is_lead else []
    return (answer(*_overview(request, month), *how),)


def _set(request: Request, month: Period) -> Say:
    member, amount = _asked(request)
    by, team = lead(request), request.its_team
    whose = member.id if member else None
    before = targets.targets(request.db, team.id, month.key).get(whose)
    minor = _minor(amount, team.currency)
    targets.set_target(request.db, team.id, whose, month.key, minor, by=by.id, at=request.now)
    whom = joined(say("target-of-member", name=member.name) if member else say("target-of-team"))
    amount_set = Money(minor, team.currency)
    _note(request, member, month, None if before is None else Money(before, team.currency), amount_set)
    if before is None:
        return say("target-set", whose=whom, month=month, amount=amount_set)
    return say("target-changed", whose=whom, month=month, before=Money(before, team.currency), amount=amount_set)


def _note(request: Request, member: Member | None, month: Period, before: Money | None, now: Money) -> None:
    """For the record of changes."""
    whose = joined(say("target-of-member", name=member.name) if member else say("target-of-team"))
    old = None if before is None else say("audit-amount", amount=before)
    what, new = say("audit-target", whose=whose, month=month), say("audit-amount", amount=now)
    note(request, what, old=old, new=new, member=member)


def _asked(request: Request) -> tuple[Member | None, Decimal]:
    """Whose target (None: the team's) and how much. `Usage` when that is not what stands there."""
    text = request.arguments
    whole = _amount(request, text)
    if whole is not None:
        return None, whole
    found = called(request, text)
    amount = _amount(request, found.rest) if found else None
    if found is not None and amount is not None:
        return found.member, amount
    if found is None and _amount(request, text.split()[-1]) is not None:
        lead(request)
        raise nobody(text)
    raise Usage


def _amount(request: Request, text: str) -> Decimal | None:
    """The amount that `text` is: nothing beside it, and in the team's currency if it names one."""
    currency = request.its_team.currency
    bare = read_bare(text, Context(today=request.today, currency=currency, lang=request.chat.language))
    return bare.value if bare is not None and bare.currency in {None, currency} else None


def _minor(amount: Decimal, currency: str) -> int:
    """The amount in minor units; `Refusal` unless it is one that a team could sell."""
    if to_minor(amount, currency) >= MINOR_LIMIT:
        raise Refusal(say("target-too-large"))
    minor = to_minor(amount, currency)
    if minor <= 0:
        raise Refusal(say("target-not-positive"))
    return minor


def _overview(request: Request, month: Period) -> Iterator[Say]:
    """The team's target and each member's, how far they are, and whether the parts make the whole."""
    team = request.its_team
    yield say("target-head", team=team.name, month=month)
    yield from _standing(request, month) or [say("target-none")]


def _standing(request: Request, month: Period) -> list[Say]:
    """A line for each target that there is, the largest member's first."""
    team = request.its_team
    amounts = targets.targets(request.db, team.id, month.key)
    if not amounts:
        return []
    sums = totals.by_member(request.db, team.id, month)
    active = [member for member in members.of_team(request.db, team.id) if member.active]
    own = sorted((m for m in active if m.id in amounts), key=lambda m: -amounts[m.id])
    return [
        _team_line(net(added(*sums.values())), amounts.get(None), team.currency),
        *(line for m in own[:_LONGEST_LIST] for line in _member(request, m, net(sums.get(m.id, {})), amounts[m.id])),
        *_more(len(own) - _LONGEST_LIST),
        *_difference(amounts.get(None), [amounts[m.id] for m in own], team.currency),
    ]


def _more(n: int) -> Iterator[Say]:
    if n > 0:
        yield say("target-more", n=n)


def _team_line(net: int, target: int | None, currency: str) -> Say:
    if target is None:
        return say("target-team-open", net=Money(net, currency))
    ratio = Percent(attainment(net, target))
    return say("target-team", net=Money(net, currency), target=Money(target, currency), attainment=ratio)


def _member(request: Request, member: Member, net: int, target: int) -> Iterator[Say]:
    """As much of a member's line as the team shows."""
    view, currency = of_reader(request), request.its_team.currency
    if view.openness is Openness.AMOUNTS or view.own == member.id:
        yield _member_line(member, net, target, currency)
    elif view.openness is Openness.PERCENT:
        yield say("board-also-one", name=member.name, figure=joined(_share(net, target)))


def _share(net: int, target: int) -> Say:
    return say("board-percent", percent=Percent(attainment(net, target)))


def _member_line(member: Member, net: int, target: int, currency: str) -> Say:
    return say(
        "target-member",
        name=member.name,
        net=Money(net, currency),
        target=Money(target, currency),
        attainment=Percent(attainment(net, target)),
    )


def _difference(whole: int | None, parts: list[int], currency: str) -> Iterator[Say]:
    """Whether the members' targets add up to the team's, where both exist."""
    if whole is None or not parts:
        return
    total, gap = sum(parts), sum(parts) - whole
    if gap == 0:
        yield say("target-parts-even", parts=Money(total, currency))
        return
    key = "target-parts-over" if gap > 0 else "target-parts-under"
    yield say(key, parts=Money(total, currency), gap=Money(abs(gap), currency))
