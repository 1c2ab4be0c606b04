"""Templates of trades: a set of metrics and the weights of the score, shown before they replace what stands."""

from collections.abc import Iterator
from typing import assert_never

from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import lead, of_this_team
from bot.metric_words import name
from bot.score_words import said
from bot.scores import weights
from kpi.message import Button, Say, joined, say
from kpi.metrics import Metric
from kpi.switches import SWITCHED, TEMPLATES, Trade
from storage import metrics_off, score_weights

template = Capability()

_TRADE = 2  # the value of a button that says which trade

_NAMES = {
    **dict.fromkeys(("美妆", "护肤", "化妆品", "beauty", "cosmetics"), Trade.BEAUTY),
    **dict.fromkeys(("母婴", "婴童", "baby", "mother and baby", "mother-and-baby"), Trade.BABY),
    **dict.fromkeys(("食品", "零食", "生鲜", "food"), Trade.FOOD),
    **dict.fromkeys(("服饰", "服装", "女装", "fashion", "clothes", "clothing"), Trade.FASHION),
}


@template.command(
    "template",
    words=("行业模板",),
    who=Who.LEAD,
    zh=("/template", "/template 美妆", "行业模板 食品"),
    en=("/template", "/template beauty"),
)
def show(request: Request) -> Answers:
    """The trades, or what one of them would change."""
    number = request.message_id or 0
    if not request.arguments:
        return (_trades(request, number),)
    trade = _NAMES.get(request.arguments.casefold())
    if trade is None:
        raise Usage
    return (_preview(request, number, trade),)


@template.press("template", who=Who.LEAD)
def turn(request: Request) -> Answers:
    """A trade, or the trades to choose from."""
    of_this_team(request, 1)
    if len(request.values) <= _TRADE:
        return (_trades(request, request.number(0)),)
    return (_preview(request, request.number(0), _trade(request)),)


@template.press("template-use", who=Who.LEAD)
def replace_by(request: Request) -> Answers:
    """A template in the place of the metrics and the weights that stand."""
    of_this_team(request, 1)
    trade = _trade(request)
    found, team = TEMPLATES[trade], request.its_team.id
    lead(request)
    before, old = metrics_off.of_team(request.db, team), said(weights(request.db, request.its_team))
    metrics_off.set_off(request.db, team, found.off)
    score_weights.set_weights(request.db, team, found.weights)
    if before != found.off:
        note(request, say("audit-template", trade=joined(_name(trade))), old=_used(before), new=_used(found.off))
    note(request, say("audit-score-weights"), old=old, new=said(found.weights))
    lines = (say("template-done", trade=joined(_name(trade))), said(found.weights), say("template-later"))
    return (answer(*lines, slot=_slot(request.number(0))),)


def _used(off: frozenset[Metric]) -> Say:
    return say("template-uses", n=1 + len(set(SWITCHED) - off))


def _trade(request: Request) -> Trade:
    named = request.values[_TRADE] if len(request.values) > _TRADE else ""
    found = next((trade for trade in Trade if trade.value == named), None)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _name(trade: Trade) -> Say:
    match trade:
        case Trade.BEAUTY:
            return say("trade-beauty")
        case Trade.BABY:
            return say("trade-baby")
        case Trade.FOOD:
            return say("trade-food")
        case Trade.FASHION:
            return say("trade-fashion")
        case _:
            assert_never(trade)


def _trades(request: Request, number: int) -> Answer:
    of = (number, request.its_team.id)
    each = [Button(_name(trade), data("template", *of, trade.value)) for trade in Trade]
    back = Button(say("button-template-metrics"), data("metrics", *of))
    rows = (tuple(each[:2]), tuple(each[2:]), (back,))
    return answer(say("template-head", team=request.its_team.name), buttons=rows, slot=_slot(number))


def _preview(request: Request, number: int, trade: Trade) -> Answer:
    """What a template changes, before → after, and the question whether to."""
    of, found = (number, request.its_team.id), TEMPLATES[trade]
    off, now = metrics_off.of_team(request.db, request.its_team.id), weights(request.db, request.its_team)
    back = Button(say("button-back"), data("template", *of))
    head = say("template-title", trade=joined(_name(trade)))
    if off == found.off and dict(now) == dict(found.weights):
        return answer(head, say("template-same"), buttons=((back,),), slot=_slot(number))
    lines = (
        head,
        say("template-metrics", before=joined(_used(off)), after=joined(_used(found.off))),
        *_switched("template-on", [metric for metric in SWITCHED if metric in off - found.off]),
        *_switched("template-off", [metric for metric in SWITCHED if metric in found.off - off]),
        say("template-weights", before=joined(said(now)), after=joined(said(found.weights))),
        say("template-ask"),
    )
    use = Button(say("button-template-use"), data("template-use", *of, trade.value))
    return answer(*lines, buttons=((use,), (back,)), slot=_slot(number))


def _switched(key: str, which: list[Metric]) -> Iterator[Say]:
    if which:
        yield say(key, names=joined(*map(name, which)))


def _slot(number: int) -> str:
    return f"template:{number}"
