"""Looking at the board: any period, ranked by sales, orders, customers, % of any target or one's own progress."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.board import board_message, ranked_period
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, data
from bot.measured import aimed_metrics
from bot.metric_words import name, read_metric
from bot.periods import read_period
from bot.privacy import of_reader
from bot.rankings import RANKED_BY, boards_of
from bot.standing import so_far
from bot.switches import refuse_off
from kpi.board import By
from kpi.message import Button, Say, joined, say
from kpi.metrics import CATALOGUE, Metric
from kpi.period import Grain, Period, period_of

board = Capability()

_BY = {
    **dict.fromkeys(("sales", "revenue", "销售额", "销售", "业绩", "金额"), By.SALES),
    **dict.fromkeys(("orders", "订单", "单数", "单量"), By.ORDERS),
    **dict.fromkeys(("new", "customers", "新客", "拓新"), By.NEW),
    **dict.fromkeys(("+", "improved", "improvement", "进步", "进步榜"), By.IMPROVED),
    **dict.fromkeys(("score", "综合", "综合分"), By.SCORE),
    **dict.fromkeys(("repurchase", "again", "复购", "复购率"), By.REPURCHASE),
    **dict.fromkeys(("%", "percent", "target", "达成率", "达成", "完成率"), By.PERCENT),
}
_PERIODS = {"day": say("board-show-day"), "week": say("board-show-week"), "month": say("board-show-month")}
_MEASURES = {
    By.SALES: say("board-show-sales"),
    By.ORDERS: say("board-show-orders"),
    By.NEW: say("board-show-new"),
    By.PERCENT: say("board-show-percent"),
    By.IMPROVED: say("board-show-improved"),
    By.REPURCHASE: say("board-show-repurchase"),
    By.SCORE: say("board-show-score"),
}
_USUAL = {
    By.PERCENT: "month",
    By.IMPROVED: "week",
    By.REPURCHASE: "month",
    By.SCORE: "month",
}  # where a day says little
_ROW = 4  # buttons by which a board is ranked
_AIMS, _MOST_AIMS = 2, 6  # buttons of metrics in a row, and in all
_LONGEST = 15  # digits of a message's number


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A board to show: which one, and `number`, the message that first asked, by which its buttons know it."""

    number: int
    period: Period
    by: By
    metric: Metric = Metric.NET  # whose targets a board by % of the target is about


@board.command(
    "top",
    words=("排行", "排行榜", "龙虎榜", "榜"),
    zh=(
        "/top",
        "/top 本周 订单",
        "/top 5月",
        "/top 今日 达成率",
        "/top 达成率 新客",
        "排行 上周 新客",
        "/top 进步",
        "/top 复购",
    ),
    en=(
        "/top",
        "/top week orders",
        "/top last month",
        "/top May new",
        "/top today %",
        "/top % new customers",
        "/top improved",
    ),
)
def top(request: Request) -> Answers:
    """The board that is asked for; of the day by sales when nothing is said."""
    words = request.arguments.casefold().split()
    if any(_BY.get(word) is By.PERCENT for word in words):
        return (_shown(request, _of_target(request, words)),)
    ranked = {_BY[word] for word in words if word in _BY}
    named = " ".join(word for word in words if word not in _BY)
    if len(ranked) > 1:
        raise Usage
    by = ranked.pop() if ranked else By.SALES
    period = read_period(named or _USUAL.get(by, "day"), request.today)
    if period is None:
        raise Usage
    if by in RANKED_BY:
        refuse_off(request, RANKED_BY[by])
    return (_shown(request, _Wanted(request.message_id or 0, period, by)),)


def _of_target(request: Request, words: Sequence[str]) -> _Wanted:
    """A board by % of the target: the other words are a period and a metric, both of them or neither, in any order."""
    rest = [word for word in words if _BY.get(word) is not By.PERCENT]
    metric, named = _metric_in(rest)
    period = read_period(named or _USUAL[By.PERCENT], request.today)
    if period is None or not CATALOGUE[metric].aimed_at:
        raise Usage
    refuse_off(request, metric)
    return _Wanted(request.message_id or 0, period, By.PERCENT, metric)


def _metric_in(words: Sequence[str]) -> tuple[Metric, str]:
    """The metric whose name the words begin or end with, and the others; net sales where they name none."""
    for at in range(len(words)):
        if found := read_metric(" ".join(words[at:])):
            return found, " ".join(words[:at])
    for at in range(len(words) - 1, 0, -1):
        if found := read_metric(" ".join(words[:at])):
            return found, " ".join(words[at:])
    return Metric.NET, " ".join(words)


@board.press("top")
def switch(request: Request) -> Answers:
    """Another board in place of the one that the button sits on."""
    return (_shown(request, _pressed(request)),)


def _pressed(request: Request) -> _Wanted:
    """What a button asks for. Its data may be forged, so it is read like something written."""
    try:
        number, named, ranked, *aimed = request.values
        by, metric = By(ranked), Metric(*aimed) if aimed else Metric.NET
    except (ValueError, TypeError):
        raise Refusal(say("button-old")) from None
    period = read_period(named, request.today)
    if period is None or not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST):
        raise Refusal(say("button-old"))
    return _Wanted(int(number), period, by, metric if by is By.PERCENT else Metric.NET)


def _shown(request: Request, wanted: _Wanted) -> Answer:
    view = of_reader(request)
    message = board_message(
        request.db, request.its_team, wanted.period, request.today, wanted.by, view=view, metric=wanted.metric
    )
    return Answer(replace(message, buttons=_buttons(request, wanted)), slot=f"top:{wanted.number}")


def _buttons(request: Request, wanted: _Wanted) -> tuple[tuple[Button, ...], ...]:
    shown = ranked_period(wanted.period, request.today, wanted.by, wanted.metric)
    measures = [_measure_button(wanted, by) for by in boards_of(request.db, request.its_team)]
    return (
        tuple(_period_button(request, wanted, word, shown) for word in _PERIODS),
        *(tuple(measures[at : at + _ROW]) for at in range(0, len(measures), _ROW)),
        *_aim_buttons(request, wanted),
    )


def _aim_buttons(request: Request, wanted: _Wanted) -> Iterator[tuple[Button, ...]]:
    """The metrics beside net sales that somebody has a target of, below a board by % of the target."""
    if wanted.by is By.PERCENT:
        month = period_of(Grain.MONTH, so_far(wanted.period, request.today))
        found = [_aim_button(wanted, metric) for metric in aimed_metrics(request.db, request.its_team, month)]
        yield from (tuple(found[at : at + _AIMS]) for at in range(0, min(len(found), _MOST_AIMS), _AIMS))


def _aim_button(wanted: _Wanted, metric: Metric) -> Button:
    values = (wanted.number, wanted.period.key, By.PERCENT.value, metric.value)
    label = say("board-show-aim", metric=joined(name(metric)))
    return Button(_label(label, chosen=metric is wanted.metric), data("top", *values))


def _period_button(request: Request, wanted: _Wanted, word: str, shown: Period) -> Button:
    """Another period by the same measure."""
    chosen = read_period(word, request.today) == shown
    aimed = () if wanted.metric is Metric.NET else (wanted.metric.value,)
    return Button(_label(_PERIODS[word], chosen=chosen), data("top", wanted.number, word, wanted.by.value, *aimed))


def _measure_button(wanted: _Wanted, by: By) -> Button:
    chosen = by is wanted.by and wanted.metric is Metric.NET
    return Button(_label(_MEASURES[by], chosen=chosen), data("top", wanted.number, wanted.period.key, by.value))


def _label(label: Say, *, chosen: bool) -> Say:
    return say("board-chosen", label=joined(label)) if chosen else label
