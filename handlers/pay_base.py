"""基本工资: who gets how much from when on, the grades of posts, and what others pay. Each sees their own."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum

from bot.aim_periods import read_aim_period
from bot.aim_words import read_amount
from bot.audit import note
from bot.called import Called, called, nobody
from bot.command import Answer, Answers, Refusal, Request, Usage, answer
from bot.leads import lead
from bot.pay_market import reference_for
from kpi.ids import MemberId
from kpi.message import Joined, Say, joined, say
from kpi.metrics import Metric
from kpi.money import Money
from kpi.pay.base import BasePay, Grade, MarketReference, on, unequal
from kpi.period import Grain, period_of
from kpi.team import Member, Role, role_of
from storage import base_pay, members

_NUMBERS = 3  # skill, duty and difficulty
_MOST_POINTS = 100
_LONGEST = 40  # characters of a name or a source
_SINCE = re.compile(r"\s*(?:从|自|起|from|since|as of)\s*", re.IGNORECASE)
_QUOTED = re.compile(r'["“”「」](.+?)["“”「」]')


class Part(Enum):
    """What of base pay is meant."""

    BASE = "base"
    MARKET = "market"
    GRADE = "grade"


PARTS = {
    "base": Part.BASE, "基本": Part.BASE, "基本工资": Part.BASE, "底薪": Part.BASE,
    "market": Part.MARKET, "行情": Part.MARKET, "市场": Part.MARKET,
    "grade": Part.GRADE, "岗位": Part.GRADE, "职级": Part.GRADE,
}  # fmt: skip


def about_base(request: Request, part: Part, text: str) -> Answers:
    """Shows or changes one of them."""
    match part:
        case Part.BASE:
            return (_base(request, text),)
        case Part.MARKET:
            lead(request)
            return (_set_market(request, text) if text else _markets(request),)
        case Part.GRADE:
            lead(request)
            return (_grade(request, text) if text else _grades(request),)


def _base(request: Request, text: str) -> Answer:
    if text:
        lead(request)
        return _set_base(request, _meant(request, text))
    return answer(*(_everybody(request) if request.is_lead else _own(request)))


def _own(request: Request) -> Iterator[Say]:
    """What somebody was paid from when on."""
    if request.member is None:
        raise Refusal(say("not-a-member"))
    records = base_pay.of_team(request.db, request.its_team.id).get(request.member.id, ())
    yield say("base-own" if records else "base-own-none")
    for each in records:
        yield say("base-since", amount=_money(request, each.amount), day=each.since)


def _everybody(request: Request) -> Iterator[Say]:
    """Each seller's, beside what others pay for such work."""
    team = request.its_team
    found, posts = base_pay.of_team(request.db, team.id), base_pay.grades_of_members(request.db, team.id)
    references = base_pay.references(request.db, team.id)
    yield say("base-head", team=team.name)
    for member in _sellers(request):
        records = found.get(member.id, ())
        amount = on(records, request.today)
        later = [each for each in records if each.since > request.today]
        grade = posts.get(member.id)
        reference = reference_for(references, grade)
        parts = joined(
            say("base-amount", amount=_money(request, amount)) if amount else say("base-none"),
            *(say("base-since", amount=_money(request, each.amount), day=each.since) for each in later),
            say("base-grade", grade=grade) if grade else None,
            _beside(reference, amount, request.today) if reference and amount else None,
        )
        yield say("base-line", name=member.name, parts=parts)
    yield say("base-how")


def _beside(reference: MarketReference, amount: int, today: date) -> Say:
    if reference.outdated(today):
        return say("market-outdated")
    return say(f"market-{reference.standing(amount).value}")


def _set_base(request: Request, whom: Called) -> Answer:
    said, *since = _SINCE.split(whom.rest, maxsplit=1)
    amount = 0 if said.strip() == "0" else read_amount(request, Metric.NET, said.strip())
    month = read_aim_period(since[0], request.today) if since else period_of(Grain.MONTH, request.today)
    if amount is None or month is None or month.grain is not Grain.MONTH:
        raise Refusal(say("base-unclear"))
    team, db = request.its_team, request.db
    before = on(base_pay.of_team(db, team.id).get(whom.member.id, ()), request.today)
    base_pay.set_base(
        db, team.id, whom.member.id, BasePay(month.start, amount), by=request.its_member.id, at=request.now
    )
    note(
        request,
        say("audit-base", name=whom.member.name),
        old=say("base-amount", amount=_money(request, before)),
        new=say("base-since", amount=_money(request, amount), day=month.start),
        member=whom.member,
    )
    return answer(say("base-set", name=whom.member.name, amount=_money(request, amount), day=month.start))


def _set_market(request: Request, text: str) -> Answer:
    """客服 2800 4200 "招聘网 6月": the work, from, to, and who says so."""
    source = _QUOTED.search(text)
    words = _QUOTED.sub(" ", text).split()
    numbers = [read_amount(request, Metric.NET, word) for word in words[-2:]] if len(words) > 2 else []  # noqa: PLR2004
    low, high = numbers if len(numbers) == 2 else (None, None)  # noqa: PLR2004
    if low is None or high is None:
        raise Usage
    work, said = " ".join(words[:-2])[:_LONGEST], source[1][:_LONGEST] if source else ""
    try:
        reference = MarketReference(work, low, high, said, request.today)
    except ValueError:
        raise Refusal(say("market-upside-down")) from None
    base_pay.set_reference(request.db, request.its_team.id, reference, by=request.its_member.id, at=request.now)
    note(request, say("audit-market", work=work), new=_range(request, reference))
    return _markets(request)


def _markets(request: Request) -> Answer:
    found = base_pay.references(request.db, request.its_team.id)
    lines = [_range(request, each) for each in found]
    old = [say("market-old", work=each.work) for each in found if each.outdated(request.today)]
    return answer(say("market-head" if found else "market-none"), *lines, *old, say("market-how"))


def _range(request: Request, found: MarketReference) -> Say:
    low, high = (_money(request, amount) for amount in (found.low, found.high))
    if not found.source:
        return say("market-line-bare", work=found.work, low=low, high=high, day=found.as_of)
    return say("market-line", work=found.work, low=low, high=high, source=found.source, day=found.as_of)


def _grade(request: Request, text: str) -> Answer:
    """A post with its points, or whose post it is."""
    *name, skill, duty, difficulty = ("", "", "", *text.split()) if len(text.split()) < _NUMBERS else text.split()
    points = [int(each) for each in (skill, duty, difficulty) if each.isascii() and each.isdecimal()]
    if len(points) == _NUMBERS and "".join(name) and all(0 <= each <= _MOST_POINTS for each in points):
        grade = Grade(" ".join(name).strip()[:_LONGEST], *points)
        base_pay.set_grade(request.db, request.its_team.id, grade)
        note(request, say("audit-grade", grade=grade.name), new=say("grade-points", n=grade.points))
        return _grades(request)
    return _give_grade(request, _meant(request, text))


def _give_grade(request: Request, whom: Called) -> Answer:
    known = {grade.name for grade in base_pay.grades(request.db, request.its_team.id)}
    if whom.rest not in known:
        raise Refusal(say("grade-unknown", grade=whom.rest[:_LONGEST] or "—"))
    base_pay.give_grade(request.db, request.its_team.id, whom.member.id, whom.rest)
    note(request, say("audit-grade-of", name=whom.member.name), new=say("base-grade", grade=whom.rest))
    return _grades(request)


def _grades(request: Request) -> Answer:
    team = request.its_team
    found = base_pay.grades(request.db, team.id)
    posts = base_pay.grades_of_members(request.db, team.id)
    records = base_pay.of_team(request.db, team.id)
    pay = {member: on(each, request.today) for member, each in records.items()}
    names = {member.id: member.name for member in members.of_team(request.db, team.id)}

    def holders(grade: str) -> Joined:
        said = [say("plan-name", name=names[each]) for each in sorted(posts) if posts[each] == grade]
        return joined(*(said or [say("sim-none")]))

    def paid(holders_: tuple[MemberId, ...]) -> Joined:
        return joined(*(say("grade-paid", name=names[each], amount=_money(request, pay[each])) for each in holders_))

    lines = [say("grade-line", grade=each.name, n=each.points, names=holders(each.name)) for each in found]
    lines += [say("grade-unequal", grade=grade, names=paid(who)) for grade, who in unequal(posts, pay).items()]
    return answer(say("grade-head" if found else "grade-none"), *lines, say("grade-how"))


def _sellers(request: Request) -> list[Member]:
    everybody = members.of_team(request.db, request.its_team.id)
    return [member for member in everybody if member.active and role_of(member) is not Role.VIEWER]


def _meant(request: Request, text: str) -> Called:
    found = called(request, text)
    if found is None:
        raise nobody(text)
    return found


def _money(request: Request, amount: int) -> Money:
    return Money(amount, request.its_team.currency)
