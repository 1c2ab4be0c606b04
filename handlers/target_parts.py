"""Targets in their parts: by weeks and days, among people, and taken over into the next month."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from bot.aim_copying import Copying, How, copy_message, copy_slot, drafts, is_open, months
from bot.aim_draft import Draft
from bot.aim_overview import gap
from bot.aim_parts import part_lines
from bot.aim_periods import aim_period_at, read_aim_period
from bot.aim_setting import put
from bot.aim_text import aimed, what
from bot.asking import PATIENCE, ask, pressed, question_slot
from bot.called import called
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import lead, of_this_team
from bot.metric_words import metric_at
from kpi.aim import shared
from kpi.cascade import by_shares
from kpi.ids import MemberId
from kpi.message import Button, Message, Percent, Say, say
from kpi.metrics import Metric, net
from kpi.money import Money
from kpi.period import Grain, Period, period_of, previous
from kpi.team import Member, Role, role_of
from storage import members, questions, targets, totals
from storage.questions import Question

parting = Capability()

SPLIT = "target-split"
_BACK = timedelta(days=91)  # in which shares by sales are looked for
_EQUAL = {"平均", "均分", "平分", "equal", "equally"}
_BY_SALES = {"历史", "按历史", "按业绩", "last", "sales", "history"}
_SHARES = re.compile(r"\d{1,9}(?:\.\d{1,2})?%?(?:\s*[/:：、,，\s]\s*\d{1,9}(?:\.\d{1,2})?%?)+")
_SHARE = re.compile(r"\d{1,9}(?:\.\d{1,2})?")
_HUNDREDTHS = 100
_MOST_MEMBERS = 60


def gap_row(request: Request, period: Period, number: int) -> Iterator[tuple[Button, ...]]:
    """Whether the team's target is to become what its members' make, where that is more: for leads to choose."""
    found, team = gap(request, period), request.its_team
    if request.is_lead and found is not None and found.amount > 0:
        raised, carried = Money(found.parts, team.currency), (number, team.id, period.key)
        up = Button(say("button-target-raise", amount=raised), data("aim-raise", *carried, found.parts))
        yield (up, Button(say("button-target-keep"), data("aim-keep", *carried)))


def ways(request: Request, period: Period, number: int) -> Iterator[tuple[Button, ...]]:
    """Buttons that show parts of the targets of `period`, and for leads those that make some."""
    carried = (number, request.its_team.id, period.key)
    if period.grain is Grain.MONTH:
        year = period_of(Grain.YEAR, period.start)
        yield (
            Button(say("button-target-weeks"), data("aim-parts", *carried, Grain.WEEK.value)),
            Button(say("button-target-days"), data("aim-parts", *carried, Grain.DAY.value)),
            Button(say("button-target-year"), data("aim-look", number, request.its_team.id, year.key)),
        )
    if request.is_lead:
        split_it = Button(say("button-target-split"), data("aim-split", *carried))
        onward = Button(say("button-target-copy"), data("aim-copying", *carried[:2]))
        yield (split_it, onward) if period.grain is Grain.MONTH else (split_it,)


def weeks(request: Request, text: str) -> Answers:
    return (_parts(request, text, Grain.WEEK),)


def days(request: Request, text: str) -> Answers:
    return (_parts(request, text, Grain.DAY),)


def _parts(request: Request, text: str, grain: Grain) -> Answer:
    """The month's target, of the team or of somebody, in parts. A colleague's are for leads."""
    period, rest = aim_period_at(text, request.today) or (period_of(Grain.MONTH, request.today), text)
    found = called(request, rest) if rest else None
    if (rest and found is None) or (found and found.rest) or period.grain not in {Grain.MONTH, Grain.WEEK}:
        raise Usage
    member = found.member if found else None
    if member is not None and (request.member is None or member.id != request.member.id):
        lead(request)
    return _shown(request, period, grain, member, request.message_id or 0)


def _shown(request: Request, period: Period, grain: Grain, member: Member | None, number: int) -> Answer:
    fine = Grain.DAY if period.grain is Grain.WEEK else grain
    lines = list(part_lines(request, period, fine, member)) or [say("target-none", period=period)]
    own = [] if member or request.in_group else list(_own(request, period, fine))
    home = Button(say("button-back"), data("aim-look", number, request.its_team.id, period.key))
    return answer(*lines, *own, buttons=((home,),), slot=f"targets:{number}")


def _own(request: Request, period: Period, grain: Grain) -> Iterator[Say]:
    """For a seller alone, their own parts as well."""
    if request.member is not None and request.member.active:
        yield from part_lines(request, period, grain, request.member)


@parting.press("aim-parts")
def parts_by_button(request: Request) -> Answers:
    period = _period(request)
    grain = next((grain for grain in (Grain.WEEK, Grain.DAY) if grain.value == _value(request, 3)), None)
    if grain is None or period.grain is not Grain.MONTH:
        raise Refusal(say("button-old"))
    return (_shown(request, period, grain, None, request.number(0)),)


def _value(request: Request, index: int) -> str:
    return request.values[index] if index < len(request.values) else ""


def _period(request: Request) -> Period:
    """The period that a button of this team carries."""
    of_this_team(request, 1)
    period = read_aim_period(_value(request, 2), request.today)
    if period is None:
        raise Refusal(say("button-old"))
    return period


@dataclass(frozen=True, slots=True)
class _Split:
    """A team's target of `metric` among people, by `shares` that need not make 100."""

    period: Period
    metric: Metric
    shares: Mapping[MemberId, int]

    def encode(self) -> str:
        shares = {str(member): share for member, share in self.shares.items()}
        raw = {"period": self.period.key, "metric": self.metric.value, "shares": shares, "amends": True}
        return json.dumps(raw)


def _decoded(request: Request, body: str) -> _Split:
    raw = json.loads(body)
    period = read_aim_period(raw["period"], request.today)
    if period is None:
        raise Refusal(say("button-old"))
    shares = {MemberId(int(member)): share for member, share in raw["shares"].items()}
    return _Split(period, Metric(raw["metric"]), shares)


def split(request: Request, text: str) -> Answers:
    """Asks how the team's target is to be shared out, beginning with the shares that were said."""
    lead(request)
    period, metric, rest = _said(request, text)
    if metric is not None and not shared(metric):
        raise Refusal(say("target-not-shared", metric=what(metric)))
    shares = _read_shares(request, rest, period) if rest else None
    if rest and shares is None:
        raise Usage
    return _begin(request, _Split(period, metric or Metric.NET, shares or _usual(request, period)))


def _said(request: Request, text: str) -> tuple[Period, Metric | None, str]:
    period: Period | None = None
    metric: Metric | None = None
    rest = text
    while rest and not _SHARES.fullmatch(rest):
        if period is None and (when := aim_period_at(rest, request.today)):
            period, rest = when
        elif metric is None and (found := metric_at(rest)):
            metric, rest = found
        else:
            break
    return period or period_of(Grain.MONTH, request.today), metric, rest


@parting.press("aim-split", who=Who.LEAD)
def split_by_button(request: Request) -> Answers:
    period = _period(request)
    return _begin(request, _Split(period, Metric.NET, _usual(request, period)))


def _begin(request: Request, wanted: _Split) -> Answers:
    _whole(request, wanted)
    return ask(request, SPLIT, wanted.encode(), lambda question: _preview(request, question, wanted))


def _whole(request: Request, wanted: _Split) -> int:
    """What is to be shared out. `Refusal` while the team has no such target, or nobody to share it."""
    amount = targets.targets(request.db, request.its_team.id, wanted.period.key, wanted.metric).get(None)
    if amount is None:
        raise Refusal(say("target-split-nothing", period=wanted.period, metric=what(wanted.metric)))
    if not wanted.shares:
        raise Refusal(say("target-split-nobody"))
    return amount


def _sellers(request: Request) -> list[Member]:
    everybody = members.of_team(request.db, request.its_team.id)
    return [member for member in everybody if member.active and role_of(member) is Role.SELLER][:_MOST_MEMBERS]


def _usual(request: Request, period: Period) -> dict[MemberId, int]:
    """By what everybody sold in the last three months; equal shares while nobody sold anything."""
    return _by_sales(request, period) or dict.fromkeys((member.id for member in _sellers(request)), 1)


def _by_sales(request: Request, period: Period) -> dict[MemberId, int]:
    end = min(period.start, request.today)
    sums = totals.by_member(request.db, request.its_team.id, Period(Grain.MONTH, end - _BACK, end))
    shares = {member.id: max(0, net(sums.get(member.id, {}))) for member in _sellers(request)}
    return shares if any(shares.values()) else {}


def _read_shares(request: Request, text: str, period: Period) -> dict[MemberId, int] | None:
    """Shares in the order in which members are listed, or a word for them. `Refusal` when they are too many or few."""
    word, sellers = text.strip().lower(), _sellers(request)
    if word in _EQUAL:
        return dict.fromkeys((member.id for member in sellers), 1)
    if word in _BY_SALES:
        return _usual(request, period)
    if not _SHARES.fullmatch(word):
        return None
    given = [int(Fraction(share) * _HUNDREDTHS) for share in _SHARE.findall(word)]
    if len(given) != len(sellers):
        raise Refusal(say("target-split-count", given=len(given), n=len(sellers)))
    if not any(given):
        raise Refusal(say("target-not-positive"))
    return {member.id: share for member, share in zip(sellers, given, strict=True)}


def _preview(request: Request, question: Question, wanted: _Split) -> Message:
    """What each would get. Nothing is saved yet."""
    amount, currency = _whole(request, wanted), request.its_team.currency
    names = {member.id: member.name for member in _sellers(request)}
    all_shares = sum(wanted.shares.values())
    lines = [
        say(
            "target-split-line",
            name=names.get(member),
            share=Percent(Fraction(wanted.shares[member], all_shares)),
            amount=aimed(wanted.metric, part, currency),
        )
        for member, part in by_shares(amount, wanted.shares).items()
    ]
    head = say(
        "target-split-head",
        period=wanted.period,
        metric=what(wanted.metric),
        amount=aimed(wanted.metric, amount, currency),
    )
    shape = Button(say("button-split-equal"), data("aim-shares", question.id, "equal"))
    by_sales = [Button(say("button-split-sales"), data("aim-shares", question.id, "sales"))]
    confirm = Button(say("button-split-do"), data("aim-split-do", question.id))
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    rows = ((shape, *(by_sales if _by_sales(request, wanted.period) else ())), (confirm, cancel))
    return Message((head, *lines, say("target-split-how")), rows)


def _open(request: Request) -> tuple[Request, Question, _Split]:
    request, question = pressed(request)
    if question.kind != SPLIT:
        raise Refusal(say("button-old"))
    lead(request)
    return request, question, _decoded(request, question.body)


@parting.press("aim-shares", who=Who.LEAD)
def other_shares(request: Request) -> Answers:
    request, question, wanted = _open(request)
    shares = _read_shares(request, _value(request, 1), wanted.period)
    if not shares:
        raise Refusal(say("button-old"))
    return _again(request, question, replace(wanted, shares=shares))


@parting.answers(SPLIT)
def typed_shares(request: Request, question: Question) -> Answers:
    wanted = _decoded(request, question.body)
    shares = _read_shares(request, request.text, wanted.period) if request.is_lead else None
    return _again(request, question, replace(wanted, shares=shares)) if shares else ()


def _again(request: Request, question: Question, wanted: _Split) -> Answers:
    questions.go_on(request.db, question.id, wanted.encode(), request.now + PATIENCE)
    return (Answer(_preview(request, question, wanted), question_slot(question)),)


@parting.press("aim-split-do", who=Who.LEAD)
def shared_out(request: Request) -> Answers:
    """Sets everybody's part, which make the whole to the last fen."""
    request, question, wanted = _open(request)
    amount = _whole(request, wanted)
    there = {member.id for member in _sellers(request)}
    if not wanted.shares.keys() <= there:
        raise Refusal(say("button-old"))
    parts = by_shares(amount, wanted.shares)
    for member, part in parts.items():
        if not part:
            targets.remove(request.db, request.its_team.id, member, wanted.period.key, wanted.metric)
    told = put(request, [Draft(wanted.metric, int(m), wanted.period, part) for m, part in parts.items() if part])
    questions.close(request.db, question.id, request.now)
    done = say(
        "target-split-done",
        n=len(parts),
        period=wanted.period,
        amount=aimed(wanted.metric, amount, request.its_team.currency),
    )
    look = Button(say("button-target-look"), data("aim-look", question.id, request.its_team.id, wanted.period.key))
    return (Answer(Message((done,), ((look,),)), question_slot(question)), *told)


def copy(request: Request, text: str) -> Answers:
    """Proposes the next month's targets."""
    if text and read_aim_period(text, request.today) != period_of(Grain.MONTH, request.today):
        raise Usage
    lead(request)
    return (_proposed(request, request.message_id or 0),)


@parting.press("aim-copying", who=Who.LEAD)
def copy_by_button(request: Request) -> Answers:
    of_this_team(request, 1)
    return (_proposed(request, request.number(0)),)


def _proposed(request: Request, number: int) -> Answer:
    of = months(request.db, request.its_team, request.today)
    if of is None:
        raise Refusal(say("target-copy-nothing"))
    if not is_open(request.db, request.its_team, of.new):
        raise Refusal(say("target-copy-there", period=of.new))
    return Answer(copy_message(request.db, request.its_team, of, number), copy_slot(of.new, number))


@parting.press("aim-copy", who=Who.LEAD)
def copied(request: Request) -> Answers:
    """Saves the proposal, as it is or by working days."""
    month = _period(request)
    how = next((how for how in How if how.value == _value(request, 3)), None)
    if how is None or month.grain is not Grain.MONTH:
        raise Refusal(say("button-old"))
    if not is_open(request.db, request.its_team, month):
        raise Refusal(say("target-copy-there", period=month))
    proposed, whole_time = drafts(request.db, request.its_team, Copying(previous(month), month), how)
    told = put(request, proposed, whole_time=whole_time)
    done = say("target-copied", period=month, n=len(proposed))
    look = Button(say("button-target-look"), data("aim-look", request.number(0), request.its_team.id, month.key))
    return (Answer(Message((done,), ((look,),)), copy_slot(month, request.number(0))), *told)


@parting.press("aim-skip", who=Who.LEAD)
def skipped(request: Request) -> Answers:
    month = _period(request)
    return (Answer(Message((say("target-copy-skipped", period=month),)), copy_slot(month, request.number(0))),)


SUBCOMMANDS: Mapping[str, Callable[[Request, str], Answers]] = {
    **dict.fromkeys(("weeks", "按周", "周计划"), weeks),
    **dict.fromkeys(("days", "按天", "每天"), days),
    **dict.fromkeys(("split", "拆分", "分解", "分配", "拆"), split),
    **dict.fromkeys(("copy", "复制", "照搬", "照抄"), copy),
}
