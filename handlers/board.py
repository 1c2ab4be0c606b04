"""Looking at the board: any period, ranked by sales, orders, customers, % of target or one's own progress."""

from dataclasses import dataclass, replace

from bot.board import board_message, ranked_period
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, data
from bot.periods import read_period
from bot.privacy import of_reader
from bot.rankings import RANKED_BY, boards_of
from bot.switches import refuse_off
from kpi.board import By
from kpi.message import Button, Say, joined, say
from kpi.period import Period

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
_LONGEST = 15  # digits of a message's number


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A board to show: which one, and `number`, the message that first asked, by which its buttons know it."""

    number: int
    period: Period
    by: By


@board.command(
    "top",
    words=("排行", "排行榜", "龙虎榜", "榜"),
    zh=("/top", "/top 本周 订单", "/top 5月", "/top 今日 达成率", "排行 上周 新客", "/top 进步", "/top 复购"),
    en=("/top", "/top week orders", "/top last month", "/top May new", "/top today %", "/top improved"),
)
def top(request: Request) -> Answers:
    """The board that is asked for; of the day by sales when nothing is said."""
    words = request.arguments.casefold().split()
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


@board.press("top")
def switch(request: Request) -> Answers:
    """Another board in place of the one that the button sits on."""
    return (_shown(request, _pressed(request)),)


def _pressed(request: Request) -> _Wanted:
    """What a button asks for. Its data may be forged, so it is read like something written."""
    try:
        number, named, ranked = request.values
        by = By(ranked)
    except ValueError:
        raise Refusal(say("button-old")) from None
    period = read_period(named, request.today)
    if period is None or not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST):
        raise Refusal(say("button-old"))
    return _Wanted(int(number), period, by)


def _shown(request: Request, wanted: _Wanted) -> Answer:
    view = of_reader(request)
    message = board_message(request.db, request.its_team, wanted.period, request.today, wanted.by, view=view)
    return Answer(replace(message, buttons=_buttons(request, wanted)), slot=f"top:{wanted.number}")


def _buttons(request: Request, wanted: _Wanted) -> tuple[tuple[Button, ...], ...]:
    shown = ranked_period(wanted.period, request.today, wanted.by)
    measures = [_measure_button(wanted, by) for by in boards_of(request.db, request.its_team)]
    return (
        tuple(_period_button(request, wanted, word, shown) for word in _PERIODS),
        *(tuple(measures[at : at + _ROW]) for at in range(0, len(measures), _ROW)),
    )


def _period_button(request: Request, wanted: _Wanted, word: str, shown: Period) -> Button:
    """Another period by the same measure."""
    chosen = read_period(word, request.today) == shown
    return Button(_label(_PERIODS[word], chosen=chosen), data("top", wanted.number, word, wanted.by.value))


def _measure_button(wanted: _Wanted, by: By) -> Button:
    chosen = by is wanted.by
    return Button(_label(_MEASURES[by], chosen=chosen), data("top", wanted.number, wanted.period.key, by.value))


def _label(label: Say, *, chosen: bool) -> Say:
    return say("board-chosen", label=joined(label)) if chosen else label
