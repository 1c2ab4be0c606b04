"""What is watched, as people write it: 复购率 <70%队均, 客单价 低于 100, team conversion above 5%."""

import re
from fractions import Fraction

from bot.aim_text import figure
from bot.aim_words import read_amount
from bot.command import Refusal, Request, Usage
from bot.metric_words import likely_metrics, metric_at, name
from kpi.aim import asked
from kpi.board import Contender
from kpi.message import Joined, Number, Say, Value, joined, say
from kpi.metrics import CATALOGUE, Lives, Metric
from kpi.money import round_half_up
from kpi.watch import Side, Watch

_WHOLE = re.compile(r"(?:团队|全队|全团|team)(?=\s)\s*", re.IGNORECASE)
_SIDE = re.compile(
    r"(?P<below><|低于|小于|少于|不到|below|under|less than)|(?P<above>>|高于|大于|多于|超过|above|over|more than)",
    re.IGNORECASE,
)
_AVERAGE = r"(?:队均|(?:团队|全队)(?:均值|平均|的)?|(?:of\s+)?(?:the\s+)?team(?:'s)?(?:\s+(?:average|avg|mean))?)"
_OF_TEAM = re.compile(rf"(?:{_AVERAGE}的?\s*)?(?P<percent>\d{{1,3}}(?:\.\d)?)\s*%\s*(?:的?{_AVERAGE})?", re.IGNORECASE)
_LONGEST = 64

# What nobody keeps figures of by seller or in a team, or what has none of its own.
_NEVER = frozenset({Metric.TIME_PROGRESS, Metric.NEEDED, Metric.SCORE, Metric.SHARE})


def read_watch(request: Request, text: str) -> Watch:
    """What `text` says to watch. `Refusal`, or `Usage`, for what it cannot be."""
    whole = _WHOLE.match(text)
    plain = text[whole.end() :] if whole else text
    side = _SIDE.search(plain)
    if side is None:
        raise Usage
    metric = read_watched(plain[: side.start()])
    return read_limit(
        request, metric, Side(side.lastgroup), plain[side.end() :], whole=whole is not None or of_team_only(metric)
    )


def read_watched(text: str) -> Metric:
    """The metric of that name. `Refusal` for none, and for one that cannot be watched."""
    found = metric_at(text.strip())
    if found is None or found[1]:
        likely = joined(*(name(metric) for metric in likely_metrics(text) if metric not in _NEVER))
        unknown = say("kpi-unknown", asked=text.strip()[:_LONGEST])
        raise Refusal(unknown, *([say("watch-likely", names=likely)] if likely.parts else ()))
    if found[0] in _NEVER:
        raise Refusal(say("watch-never", metric=joined(name(found[0]))))
    return found[0]


def read_limit(request: Request, metric: Metric, side: Side, text: str, *, whole: bool) -> Watch:
    """The limit that `text` is: a figure of the metric, or a part of the team's."""
    of_team = _part(text.strip())
    if of_team is not None:
        if whole:
            raise Refusal(say("watch-team-of-team", metric=joined(name(metric))))
        return Watch(metric, side, of_team, of_team=True)
    try:
        amount = read_amount(request, metric, text.strip())
    except Refusal:
        raise Refusal(say("watch-positive")) from None
    if amount is None:
        raise Usage
    return Watch(metric, side, asked(metric, amount), of_team=False, whole=whole)


def _part(text: str) -> Fraction | None:
    """The part of the team's figure that `text` names; None for a plain figure."""
    found = _OF_TEAM.fullmatch(text)
    if found is None or not re.search(_AVERAGE, text, re.IGNORECASE):
        return None
    part = Fraction(found["percent"]) / 100
    if not part:
        raise Refusal(say("watch-positive"))
    return part


def of_team_only(metric: Metric) -> bool:
    """Whether nobody has a figure of their own: stock belongs to the team."""
    return CATALOGUE[metric].lives is Lives.STOCK


def ruled(watch: Watch, currency: str) -> Say:
    """The rule in words: 复购率低于队均的 70%."""
    return say(
        "watch-rule",
        whole="yes" if watch.whole else "no",
        metric=joined(name(watch.metric)),
        side=watch.side.value,
        limit=joined(
            say("watch-of-team", percent=_percent(watch))
            if watch.of_team
            else say("watch-figure", figure=figure(watch.metric, watch.limit, currency))
        ),
    )


def stands(who: Contender, watch: Watch, currency: str) -> Say:
    """Somebody's figure, with what it rests on: 小美 15.0%（n 40）."""
    value = _figure(watch, who.value, currency)
    if who.n is None:
        return say("watch-stands", name=who.name, value=value)
    return say("watch-stands-of", name=who.name, value=value, n=who.n)


def bounded(watch: Watch, team: Fraction | None, bound: Fraction | None, currency: str) -> Say:
    """The limit as a figure, with the team's that it is a part of."""
    limit = _figure(watch, bound, currency)
    if not watch.of_team:
        return say("watch-bound", limit=limit)
    return say("watch-bound-of", limit=limit, team=_figure(watch, team, currency), percent=_percent(watch))


def _percent(watch: Watch) -> Value:
    """70 or 72.5, as it was written."""
    percent = watch.limit * 100
    return int(percent) if percent.denominator == 1 else Number(percent, 1)


def _figure(watch: Watch, value: Fraction | None, currency: str) -> Joined:
    """As it is read: parts of a piece and of a fen are rounded."""
    whole = value is not None and watch.of_team and CATALOGUE[watch.metric].unit.value == "count"
    return figure(watch.metric, Fraction(round_half_up(value)) if value is not None and whole else value, currency)
