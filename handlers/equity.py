"""股权和分红: a register of granted units, and a yearly pool that is shared out. It records; nothing is valued."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from bot.aim_words import read_amount
from bot.audit import note
from bot.called import called, nobody
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.leads import lead, of_this_team, refuse_viewer
from bot.scores import scores
from kpi.ids import MemberId
from kpi.message import Button, Say, joined, say
from kpi.metrics import Metric
from kpi.money import Money
from kpi.pay.pool import SharedBy, shared
from kpi.pay.vesting import Grant
from kpi.period import Grain, period_of
from storage import equity as register
from storage import members

equity = Capability()

_GRANT, _LEAVE = {"grant", "授予", "登记"}, {"leave", "离职", "left"}
_SPAN = re.compile(
    r"(?P<units>\d{1,9})\s*(?:份|units?|股)?\s+(?P<n>\d{1,3})\s*(?P<of>年|years?|个?月|months?)", re.IGNORECASE
)
_POOL = re.compile(r"(?P<year>20\d\d)年?\s*(?:池|pool)?\s+(?P<amount>\S+)(?:\s+(?P<by>\S+))?", re.IGNORECASE)
_BY = {"积分": SharedBy.SCORE, "score": SharedBy.SCORE, "股份": SharedBy.UNITS, "units": SharedBy.UNITS}
_MONTHS = 12
_SHOWN = 5  # pools in a list


@equity.command(
    "equity",
    words=("股权",),
    where=Where.PRIVATE,
    zh=("/equity", "/equity grant @小美 100 4年"),
    en=("/equity", "/equity grant @Mei 100 4 years"),
)
def show_or_grant(request: Request) -> Answers:
    """The register: the team's for a lead, for everybody their own. A lead enters a grant, or that somebody left."""
    refuse_viewer(request, "viewers-no-pay")
    word, _, rest = request.arguments.partition(" ")
    if not request.arguments:
        return (answer(*_listed(request)),)
    lead(request)
    if word.casefold() in _GRANT:
        return (_grant(request, rest),)
    if word.casefold() in _LEAVE:
        return (_leave(request, rest),)
    raise Usage


def _listed(request: Request) -> Iterator[Say]:
    mine = None if request.is_lead else _self(request)
    found = register.grants(request.db, request.its_team.id, mine)
    yield say("equity-head" if found else "equity-none")
    for grant in found.values():
        yield grant_line(request, grant)
    yield say("equity-only-recorded")
    if request.is_lead:
        yield say("equity-how")


def grant_line(request: Request, grant: Grant) -> Say:
    """A grant with what is vested today."""
    member = members.get(request.db, request.its_team.id, grant.member)
    return say(
        "equity-left" if grant.left else "equity-line",
        name=member.name if member else "",
        units=grant.units,
        vested=grant.vested(request.today),
        elapsed=min(grant.months, grant.elapsed(request.today)),
        months=grant.months,
        day=grant.left or grant.granted,
    )


def _grant(request: Request, text: str) -> Answer:
    whom = called(request, text)
    if whom is None:
        raise nobody(text)
    span = _SPAN.fullmatch(whom.rest)
    if span is None:
        raise Usage
    months = int(span["n"]) * (_MONTHS if span["of"].casefold()[0] in "年y" else 1)
    try:
        new = Grant(whom.member.id, int(span["units"]), request.today, months)
    except ValueError:
        raise Refusal(say("equity-impossible")) from None
    register.grant(request.db, request.its_team.id, new, by=request.its_member.id, at=request.now)
    line = grant_line(request, new)
    note(request, say("audit-equity", name=whom.member.name), new=line, member=whom.member)
    return answer(say("equity-granted"), line, say("equity-only-recorded"))


def _leave(request: Request, text: str) -> Answer:
    whom = called(request, text)
    if whom is None:
        raise nobody(text)
    if not register.leave(request.db, request.its_team.id, whom.member.id, request.today):
        raise Refusal(say("equity-none-of", name=whom.member.name))
    note(request, say("audit-equity", name=whom.member.name), new=say("audit-left"), member=whom.member)
    return answer(*_listed(request))


@equity.command(
    "dividend",
    words=("分红",),
    who=Who.LEAD,
    where=Where.PRIVATE,
    zh=("/dividend", "/dividend 2026 池 50000", "分红 2026 50000 股份"),
    en=("/dividend", "/dividend 2026 pool 50000", "/dividend 2026 50000 units"),
)
def show_or_share(request: Request) -> Answers:
    """The pools of past years; or what each would get of one, to be confirmed."""
    if not request.arguments:
        return (answer(*_pools(request)),)
    found = _POOL.fullmatch(request.arguments)
    amount = read_amount(request, Metric.NET, found["amount"]) if found else None
    by = _BY.get((found["by"] or "score").casefold()) if found else None
    if found is None or amount is None or by is None:
        raise Usage
    year = int(found["year"])
    weights = _weights(request, year, by)
    number = request.message_id or 0
    do = Button(say("button-dividend"), data("dividend", number, request.its_team.id, year, amount, by.value))
    leave = Button(say("button-cancel"), data("lock-leave", number))
    return (answer(*_shares(request, year, amount, by, weights), buttons=((do, leave),), slot=f"lock:{number}"),)


@equity.press("dividend", who=Who.LEAD)
def confirmed(request: Request) -> Answers:
    """Shares it out as it was shown, by what the scores or units are now."""
    of_this_team(request, 1)
    year, amount = request.number(2), request.number(3)
    by = next((each for each in SharedBy if each.value == request.value(4)), None)
    if by is None or request.in_group or not amount:
        raise Refusal(say("button-old"))
    weights = _weights(request, year, by)
    register.share_out(
        request.db,
        request.its_team.id,
        year,
        amount,
        shared_by=by,
        weights=weights,
        by=request.its_member.id,
        at=request.now,
    )
    pool = Money(amount, request.its_team.currency)
    note(request, say("audit-dividend", year=str(year)), new=say("base-amount", amount=pool))
    lines = (say("dividend-done"), *_shares(request, year, amount, by, weights))
    return (answer(*lines, slot=f"lock:{request.number(0)}"),)


def _weights(request: Request, year: int, by: SharedBy) -> dict[MemberId, Fraction]:
    """What the shares follow. `Refusal` when nobody has any."""
    team = request.its_team
    if by is SharedBy.UNITS:
        units: dict[MemberId, int] = {}
        for grant in register.grants(request.db, team.id).values():
            units[grant.member] = units.get(grant.member, 0) + grant.vested(request.today)
        found = {member: Fraction(amount) for member, amount in units.items() if amount}
    else:
        period = period_of(Grain.YEAR, request.today.replace(year=year, day=1))
        scored = scores(request.db, team, period, min(request.today, period.last))
        found = {each.member: each.score.points for each in scored if each.score and each.score.points > 0}
    if not found:
        raise Refusal(say(f"dividend-nobody-{by.value}"))
    return found


def _shares(
    request: Request, year: int, amount: int, by: SharedBy, weights: Mapping[MemberId, Fraction]
) -> Iterator[Say]:
    currency = request.its_team.currency
    yield say("dividend-head", year=str(year), pool=Money(amount, currency), by=by.value)
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    for member, part in sorted(shared(amount, weights).items(), key=lambda each: -each[1]):
        yield say("dividend-line", name=names[member], share=Money(part, currency))


def _pools(request: Request) -> Iterator[Say]:
    team = request.its_team
    found = register.pools(request.db, team.id)[:_SHOWN]
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}
    yield say("dividend-pools" if found else "dividend-none")
    for pool in found:
        parts = (
            say("grade-paid", name=names[member], amount=Money(share.amount, team.currency))
            for member, share in pool.shares.items()
        )
        amount = Money(pool.amount, team.currency)
        yield say("dividend-pool", year=str(pool.year), pool=amount, parts=joined(*parts))
    yield say("dividend-how")


def _self(request: Request) -> MemberId:
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    return request.member.id
