"""综合分: everybody's score over several metrics, what it is made of, and what weighs how much."""

from collections.abc import Iterator

from bot.audit import note
from bot.board import board_message
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import of_this_team
from bot.metric_words import name
from bot.periods import read_period
from bot.privacy import of_reader
from bot.score_words import UnknownMetricError, read_weights, said
from bot.scores import USUAL, scores, weights
from bot.switches import refuse_off, used
from kpi.board import By
from kpi.message import Button, Message, Number, Percent, Say, joined, say
from kpi.metrics import CATALOGUE, Metric
from kpi.period import Grain, Period
from kpi.score import Component, WeightsError, check_weights
from storage import score_weights

score = Capability()

_WEIGHTS = {"weights", "weight", "权重"}
_OFFERED = {
    "balanced": USUAL,
    "sales": {Metric.NET: 70, Metric.NEW_CUSTOMERS: 20, Metric.COMPLAINT_RATE: 10},
    "growth": {Metric.NET: 40, Metric.NEW_CUSTOMERS: 40, Metric.REPURCHASE: 20},
}


@score.command(
    "score",
    words=("综合分",),
    zh=("/score", "综合分 上月", "/score 权重 销售额 50 新客 20 复购率 20 投诉率 10", "/score 权重 50/20/20/10"),
    en=("/score", "/score last month", "/score weights revenue 60 new customers 40"),
)
def show_or_weigh(request: Request) -> Answers:
    """The scores of a month, this one when nothing is said; or for a lead other weights."""
    word, _, rest = request.arguments.partition(" ")
    if word.casefold() in _WEIGHTS:
        return (_weigh(request, rest) if rest.strip() else _offer(request),)
    month = read_period(request.arguments or "month", request.today)
    if month is None or month.grain is not Grain.MONTH or month.start > request.today:
        raise Usage
    return (_scores(request, month),)


@score.press("score")
def offered(request: Request) -> Answers:
    """The weights that can be pressed."""
    return (_offer(request),)


@score.press("score-weights", who=Who.LEAD)
def pressed(request: Request) -> Answers:
    """Weights that were offered."""
    of_this_team(request, 0)
    chosen = _OFFERED.get(request.values[1]) if len(request.values) > 1 else None
    if chosen is None:
        raise Refusal(say("button-old"))
    return (_set(request, dict(chosen)),)


def _scores(request: Request, month: Period) -> Answer:
    db, team, today = request.db, request.its_team, request.today
    board = board_message(db, team, month, today, By.SCORE, view=of_reader(request))
    button = Button(say("button-score-weights"), data("score"))
    return Answer(Message((*board.lines, *_own(request, month)), ((button,),)))


def _own(request: Request, month: Period) -> Iterator[Say]:
    """What one's own score is made of, in private."""
    if request.in_group or request.member is None:
        return
    found = scores(request.db, request.its_team, month, request.today)
    own = next((each.score for each in found if each.member == request.member.id), None)
    if own is not None:
        yield say("score-own", points=Number(own.points, 1))
        yield from (_part(part) for part in own.components)


def _part(part: Component) -> Say:
    metric = joined(name(part.metric))
    if part.achieved is None:
        return say("score-part-none", metric=metric, weight=part.weight)
    return say(
        "score-part",
        metric=metric,
        achieved=Percent(part.achieved),
        weight=part.weight,
        points=Number(part.points, 1),
    )


def _offer(request: Request) -> Answer:
    """How weights stand and what they do; for leads, others to press."""
    lines = (say("score-weights-head"), said(weights(request.db, request.its_team)), say("score-weights-how"))
    if not request.is_lead:
        return answer(*lines[:2])
    team = request.its_team
    offered = [key for key, parts in _OFFERED.items() if len(used(request.db, team, parts)) == len(parts)]
    rows = tuple((Button(say(f"button-score-{key}"), data("score-weights", team.id, key)),) for key in offered)
    return answer(*lines, buttons=rows)


def _weigh(request: Request, text: str) -> Answer:
    if not request.is_lead:
        raise Refusal(say("leads-only"))
    try:
        wanted = read_weights(text, weights(request.db, request.its_team))
    except UnknownMetricError as unknown:
        raise Refusal(say("kpi-unknown", asked=str(unknown)[:64])) from None
    if wanted is None:
        raise Usage
    return _set(request, wanted)


def _set(request: Request, wanted: dict[Metric, int]) -> Answer:
    never = next((metric for metric in wanted if not CATALOGUE[metric].aimed_at), None)
    if never is not None:
        raise Refusal(say("score-not-aimed-at", metric=joined(name(never))))
    for metric in wanted:
        refuse_off(request, metric)
    try:
        check_weights(wanted)
    except WeightsError as error:
        raise Refusal(say("score-not-whole", total=error.total)) from None
    before = said(weights(request.db, request.its_team))
    score_weights.set_weights(request.db, request.its_team.id, wanted)
    note(request, say("audit-score-weights"), old=before, new=said(wanted))
    return answer(say("score-weights-set"), said(wanted))
