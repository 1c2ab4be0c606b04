"""分析: trend, comparison, shares, Pareto, funnel, weekdays and outliers of the team or of one person."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.called import called
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, data
from bot.finding import Kind, Scope, kind_name
from bot.findings import finding, finding_message
from bot.leads import of_this_team
from bot.metric_words import metric_at, name
from bot.periods import read_period
from bot.privacy import of_reader
from bot.switches import refuse_off, used
from kpi.ids import MemberId
from kpi.message import Button, Say, joined, say
from kpi.metrics import Metric
from kpi.period import Grain, Period, period_of, previous
from kpi.team import Member, Openness, Role
from storage import members

analyze = Capability()

_KINDS = {
    Kind.TREND: "趋势 走势 trend",
    Kind.LAST_PERIOD: "环比 对比 compare change",
    Kind.LAST_YEAR: "同比 yoy year",
    Kind.STRUCTURE: "结构 占比 构成 贡献 structure shares share contribution",
    Kind.PARETO: "二八 二八法则 80/20 pareto",
    Kind.FUNNEL: "漏斗 转化 转化漏斗 funnel",
    Kind.WEEKDAYS: "星期 星期几 周几 weekday weekdays",
    Kind.OUTLIERS: "异常 异常值 outlier outliers",
}
_WORDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_GRAINS = {Grain.DAY: "日 天 按天 day daily", Grain.WEEK: "周 按周 week weekly", Grain.MONTH: "月 按月 month monthly"}
_GRAIN_WORDS = {word: grain for grain, words in _GRAINS.items() for word in words.split()}
_ROW = 2  # buttons
_ALL_DAYS = "days"  # in a button: a trend over the days of its period
# What adds up over days and people. Buttons carry the place: new ones come at the end.
_METRICS = (
    Metric.NET,
    Metric.ORDERS,
    Metric.NEW_CUSTOMERS,
    Metric.GROSS,
    Metric.UNITS,
    Metric.RETURNING,
    Metric.INQUIRIES,
    Metric.CONTACTS,
    Metric.PAGE_VIEWS,
)
_OFFERED = 3  # of these


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A finding to show; `number` is the message that first asked, by which buttons know it."""

    number: int
    member: Member | None
    kind: Kind
    period: Period
    grain: Grain | None
    metric: Metric = Metric.NET


@analyze.command(
    "analyze",
    words=("分析",),
    zh=("/analyze", "分析 趋势 月", "/analyze 环比 上月", "分析 新客 二八", "/analyze 漏斗", "/analyze 小美 星期"),
    en=("/analyze", "/analyze trend month", "/analyze new customers pareto", "/analyze funnel", "/analyze Ken weekday"),
)
def analyse(request: Request) -> Answers:
    """A finding of the team or of a person: the trend by weeks, this month, when nothing is said."""
    member, rest = whose(request)
    kind, rest = _kind_at(rest)
    metric, rest = _metric_at(rest)
    if kind is None:
        kind, rest = _kind_at(rest)
    kind = kind or Kind.TREND
    period, grain = _when(rest, kind, request.today)
    return (_shown(request, _Wanted(request.message_id or 0, member, kind, period, grain, metric)),)


def _kind_at(text: str) -> tuple[Kind | None, str]:
    first, _, rest = text.partition(" ")
    kind = _WORDS.get(first.casefold())
    return kind, rest.strip() if kind else text


def _metric_at(text: str) -> tuple[Metric, str]:
    """The metric at the head of `text`, net sales when none is. `Refusal` for one that does not add up."""
    found = None if _GRAIN_WORDS.get(text.casefold()) else metric_at(text)
    if found is None:
        return Metric.NET, text
    metric, rest = found
    if metric not in _METRICS:
        raise Refusal(say("analysis-no-sum", metric=joined(name(metric)), names=joined(*map(name, _METRICS))))
    return metric, rest


@analyze.press("analyze")
def switch(request: Request) -> Answers:
    """Another finding in place of the one that the button sits under. One without a chart leaves it alone."""
    of_this_team(request, 1)
    wanted = _pressed(request)
    shown = _shown(request, wanted)
    if shown.message.picture is None:
        raise Refusal(*shown.message.lines[1:])
    return (shown,)


def whose(request: Request) -> tuple[Member | None, str]:
    """Whose figures are meant, None for the team's, and what else was written. Sellers mean their own."""
    found = called(request, request.arguments)
    if _reads_all(request):
        return (None, request.arguments) if found is None else (found.member, found.rest)
    if found is not None and (request.member is None or found.member.id != request.member.id):
        raise Refusal(say("analysis-own"))
    return _oneself(request), request.arguments if found is None else found.rest


def _reads_all(request: Request) -> bool:
    return request.role in {Role.LEAD, Role.VIEWER}


def _oneself(request: Request) -> Member:
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    return request.member


def _when(named: str, kind: Kind, today: date) -> tuple[Period, Grain | None]:
    """The period that is named, this month when none is; of a trend rather the periods it goes over."""
    month = period_of(Grain.MONTH, today)
    if kind is Kind.TREND and named.casefold() in _GRAIN_WORDS:
        return month, _GRAIN_WORDS[named.casefold()]
    if not named:
        return month, Grain.WEEK
    period = read_period(named, today)
    if period is None or period.start > today:
        raise Usage
    return period, None


def _pressed(request: Request) -> _Wanted:
    """What a button asks for. Whose figures somebody may see is looked at again."""
    number = request.number(2)
    named = (*request.values[3:], "", "", "", "")[:4]
    kind = next((kind for kind in Kind if kind.value == named[0]), None)
    period = read_period(named[1], request.today)
    if kind is None or period is None or period.start > request.today:
        raise Refusal(say("button-old"))
    grain = next((grain for grain in _GRAINS if grain.value == named[2]), None)
    metric = dict(zip(map(str, range(len(_METRICS))), _METRICS, strict=True)).get(named[3], Metric.NET)
    return _Wanted(request.number(0), _allowed(request, number), kind, period, grain, metric)


def _allowed(request: Request, number: int) -> Member | None:
    found = members.get(request.db, request.its_team.id, MemberId(number)) if number else None
    if number and found is None:
        raise Refusal(say("button-old"))
    if not _reads_all(request) and (found is None or found.id != _oneself(request).id):
        raise Refusal(say("analysis-own"))
    return found


def refuse_kept(request: Request, member: Member | None) -> None:
    """`Refusal` of one person's amounts in the group of a team that keeps these to itself."""
    if request.in_group and member is not None and request.its_team.openness is not Openness.AMOUNTS:
        raise Refusal(say("analysis-kept"))


def _shown(request: Request, wanted: _Wanted) -> Answer:
    refuse_off(request, wanted.metric)
    refuse_kept(request, wanted.member)
    view, metric = of_reader(request), wanted.metric
    scope = Scope(request.its_team, wanted.period, request.today, wanted.member, wanted.grain, view, metric)
    message = finding_message(scope, finding(request.db, scope, wanted.kind))
    return Answer(replace(message, buttons=tuple(_buttons(request, wanted))), slot=f"analyze:{wanted.number}")


def _buttons(request: Request, wanted: _Wanted) -> Iterator[tuple[Button, ...]]:
    """Every kind, by which periods a trend goes, what is looked at, and this month and the last one."""
    kinds = [_button(request, wanted, replace(wanted, kind=kind), kind_name(kind)) for kind in Kind]
    yield from (tuple(kinds[at : at + _ROW]) for at in range(0, len(kinds), _ROW))
    if wanted.kind is Kind.TREND:
        grains = [(grain, say("analysis-button-grain", grain=grain.value)) for grain in _GRAINS]
        yield tuple(_button(request, wanted, replace(wanted, grain=grain), label) for grain, label in grains)
    if wanted.kind is not Kind.FUNNEL:
        offered = dict.fromkeys((*used(request.db, request.its_team, _METRICS)[:_OFFERED], wanted.metric))
        yield tuple(_button(request, wanted, replace(wanted, metric=each), name(each)) for each in offered)
    month = period_of(Grain.MONTH, request.today)
    months = ((month, "chart-show-month"), (previous(month), "chart-show-last-month"))
    yield tuple(
        _button(request, wanted, replace(wanted, period=period, grain=None), say(label)) for period, label in months
    )


def _button(request: Request, now: _Wanted, wanted: _Wanted, label: Say) -> Button:
    if wanted.kind is not Kind.TREND:
        now, wanted = replace(now, grain=None), replace(wanted, grain=None)
    shown = say("board-chosen", label=joined(label)) if now == wanted else label
    member = 0 if wanted.member is None else wanted.member.id
    grain = wanted.grain.value if wanted.grain else _ALL_DAYS
    named = (wanted.kind.value, wanted.period.key, grain, _METRICS.index(wanted.metric))
    return Button(shown, data("analyze", wanted.number, request.its_team.id, member, *named))
