"""Where the figures come from: how each report came in, how much it brought, and how much of it a lead has checked."""

from collections.abc import Iterable, Iterator, Sequence

from bot.card import SHOWN, figure, figure_of_days
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data
from bot.leads import of_this_team
from bot.periods import read_period
from bot.privacy import of_reader
from kpi.entry import How, Measure
from kpi.ids import MemberId
from kpi.message import Button, Joined, Say, joined, say
from kpi.period import Grain, Period, period_of
from storage import entry_checks, members, reported
from storage.reported import Share

sources = Capability()

_LONGEST_LIST = 40  # members
_VALUES = 4  # of a button: the message's number, the team, the period, a source or nothing
_NAMED = {
    "命令": How.COMMAND, "command": How.COMMAND, "commands": How.COMMAND,
    "文字": How.TEXT, "聊天": How.TEXT, "text": How.TEXT, "chat": How.TEXT,
    "表单": How.FORM, "一步步": How.FORM, "form": How.FORM, "step": How.FORM,
    "导入": How.IMPORT, "接龙": How.IMPORT, "import": How.IMPORT, "list": How.IMPORT,
    "代报": How.LEAD, "团队长": How.LEAD, "lead": How.LEAD,
}  # fmt: skip
_PERIODS = ((Grain.DAY, "board-show-day"), (Grain.WEEK, "board-show-week"), (Grain.MONTH, "board-show-month"))


@sources.command(
    "sources",
    words=("数据来源", "来源"),
    zh=("/sources", "/sources 上周", "数据来源 6月 文字"),
    en=("/sources", "/sources last week", "/sources June text"),
)
def show(request: Request) -> Answers:
    """The sources of a period, this month when none is named; or one of them with what it brought."""
    words = request.arguments.casefold().split()
    named = {_NAMED[word] for word in words if word in _NAMED}
    period = read_period(" ".join(word for word in words if word not in _NAMED) or "month", request.today)
    if period is None or len(named) > 1:
        raise Usage
    return (_page(request, request.message_id or 0, period, named.pop() if named else None),)


@sources.press("sources")
def turn(request: Request) -> Answers:
    """Another source or period, in the place of the one at hand. A button's data may be forged."""
    of_this_team(request, 1)
    if len(request.values) < _VALUES:
        raise Refusal(say("button-old"))
    period, key = read_period(request.values[2], request.today), request.values[3]
    if period is None or key not in {"", *(how.value for how in How)}:
        raise Refusal(say("button-old"))
    return (_page(request, request.number(0), period, How(key) if key else None),)


def _page(request: Request, number: int, period: Period, how: How | None) -> Answer:
    shares = reported.by_source(request.db, request.its_team.id, period)
    lines = _all(request, period, shares) if how is None else _one(request, period, how, shares)
    return answer(*lines, buttons=_rows(request, number, period, how, shares), slot=f"sources:{number}")


def _all(request: Request, period: Period, shares: Sequence[Share]) -> Iterator[Say]:
    """A line for each source, and how much rests on the sellers' word alone."""
    yield say("sources-head", team=request.its_team.name, period=period)
    if not shares:
        yield say("sources-none")
    for how in How:
        own = [share for share in shares if share.how is how]
        if own:
            yield say("sources-line", how=_name(how), n=_entries(own), figures=_sums(request, period, own))
    unchecked = sum(share.unchecked for share in shares if share.measure is Measure.REPORTS)
    if shares and entry_checks.used(request.db, request.its_team.id):
        yield say("sources-unchecked", n=_entries(shares), unchecked=unchecked)


def _one(request: Request, period: Period, how: How, shares: Sequence[Share]) -> Iterator[Say]:
    """What one source brought, by measure and by member."""
    own = [share for share in shares if share.how is how]
    yield say("sources-head-one", team=request.its_team.name, period=period, how=_name(how))
    if not own:
        yield say("sources-none")
    for measure in SHOWN:
        of_measure = [share for share in own if share.measure is measure]
        if of_measure:
            told = joined(_figure(request, period, measure, _value(of_measure)))
            yield say("sources-measure", figure=told, n=sum(share.entries for share in of_measure))
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    view = of_reader(request)
    readable = [(member, theirs) for member, theirs in _by_member(own) if view.is_whole or member == view.own]
    for member, of_member in readable[:_LONGEST_LIST]:
        told = _sums(request, period, of_member)
        yield say("sources-member", name=names.get(member), n=_entries(of_member), figures=told)


def _by_member(shares: Iterable[Share]) -> list[tuple[MemberId, list[Share]]]:
    """The shares of each member, who reported most first."""
    found: dict[MemberId, list[Share]] = {}
    for share in shares:
        found.setdefault(share.member, []).append(share)
    return sorted(found.items(), key=lambda item: (-_entries(item[1]), item[0]))


def _entries(shares: Iterable[Share]) -> int:
    """How many reports there are. One for several members counts for each."""
    return sum(share.entries for share in shares if share.measure is Measure.REPORTS)


def _value(shares: Iterable[Share]) -> int:
    return sum(share.value for share in shares)


def _sums(request: Request, period: Period, shares: Sequence[Share]) -> Joined:
    """The figures of a source or member, as a card shows them."""
    sums = {measure: _value(share for share in shares if share.measure is measure) for measure in SHOWN}
    return joined(*(_figure(request, period, measure, value) for measure, value in sums.items() if value))


def _name(how: How) -> Joined:
    return joined(say(f"how-{how.value}"))


def _rows(
    request: Request, number: int, period: Period, how: How | None, shares: Sequence[Share]
) -> tuple[tuple[Button, ...], ...]:
    def to(other: Period, source: How | None) -> str:
        return data("sources", number, request.its_team.id, other.key, source.value if source else "")

    there = [source for source in How if any(share.how is source for share in shares) and source is not how]
    ways = [Button(say("button-source", how=_name(source)), to(period, source)) for source in there]
    if how is not None:
        ways.insert(0, Button(say("button-all-sources"), to(period, None)))
    others = [(period_of(grain, request.today), label) for grain, label in _PERIODS]
    periods = tuple(Button(say(label), to(other, how)) for other, label in others if other != period)
    return (*(tuple(ways[at : at + 3]) for at in range(0, len(ways), 3)), periods)


def _figure(request: Request, period: Period, measure: Measure, amount: int) -> Say:
    worded = figure if period.grain is Grain.DAY else figure_of_days
    return worded(measure, amount, request.its_team.currency)
