"""Plans as people write them: @小美 回访10位老客 6-15; 小美 复购率 30% 6月15日; 4/10; call 10 customers, 15 Jun."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.aim_words import read_amount
from bot.command import Refusal, Request
from bot.day_spans import read_days
from bot.metric_figures import figures
from bot.metric_words import metric_at
from kpi.aim import scale
from kpi.ids import MemberId
from kpi.message import say
from kpi.metrics import CATALOGUE, Metric
from kpi.money import MINOR_LIMIT, round_half_up
from kpi.period import Grain, period_of
from kpi.plan import LATEST, LONGEST, MOST_GOAL, Aim, Task

_MOST_DATES = 5
_WORDS_OF_A_DAY = 3  # 15 June 2027
_BEFORE = re.compile(r"(?:by|before|until|till|due)\s+|[,，、;；]\s*", re.IGNORECASE)
_AFTER = re.compile(r"(?:之前|以前|前)$")
# The first number, unless it counts days or is a part of a hundred or an amount.
_GOAL = re.compile(
    r"(?<![\d.¥$€£])(\d{1,5})(?![\d.])(?!\s*(?:天|日|号|月|年|周|小时|分|点|%|％|元|块|万|千|days?|weeks?|months?|h\b))",
    re.IGNORECASE,
)
_PROGRESS = re.compile(r"(\d{1,5})(?:\s*[/／]\s*(\d{1,5}))?")
_ONE_MORE = re.compile(r"[+＋]\s*(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody says they are: so many `of` a goal, or so many more."""

    done: int
    of: int | None = None
    more: bool = False


def read_progress(text: str) -> Progress | None:
    """4/10, 4, +1. None for anything else."""
    asked = unicodedata.normalize("NFKC", text).strip()
    if more := _ONE_MORE.fullmatch(asked):
        return Progress(int(more[1]), more=True)
    found = _PROGRESS.fullmatch(asked)
    return Progress(int(found[1]), int(found[2]) if found[2] else None) if found else None


def read_dates(text: str, today: date) -> tuple[str, tuple[date, ...]]:
    """What `text` says before the days that stand at its end, and these days, sorted."""
    days: set[date] = set()
    while len(days) < _MOST_DATES and (found := _last_day(text, today)) is not None:
        text, day = found
        days.add(day)
    return text, tuple(sorted(days))


def _last_day(text: str, today: date) -> tuple[str, date] | None:
    """The day at the end of `text`, and what stands before it."""
    words = _BEFORE.sub(" ", text).split()
    for count in range(min(_WORDS_OF_A_DAY, len(words)), 0, -1):
        period = read_days(_AFTER.sub("", " ".join(words[-count:])), today)
        if period is not None and period.grain is Grain.DAY and (count < len(words) or len(words) == count):
            return _without(text, words[-count:]), period.start
    return None


def _without(text: str, words: Sequence[str]) -> str:
    """`text` up to the first of the last `words`."""
    for word in reversed(words):
        text = text[: text.rindex(word)].rstrip()
    return re.sub(r"(?:\b(?:by|before|until|till|due)|[,，、;；])\s*$", "", text, flags=re.IGNORECASE).rstrip()


def checked_days(days: Sequence[date], today: date) -> tuple[date, tuple[date, ...]]:
    """The deadline, which is the last of `days`, and the checkpoints. `Refusal` for what is over or too far away."""
    if days[0] < today:
        raise Refusal(say("plan-day-over", day=days[0]))
    if days[-1] > today + LATEST:
        raise Refusal(say("plan-day-far", day=days[-1]))
    return days[-1], tuple(days[:-1])


def read_goal(text: str) -> int | None:
    """How many times something is to be done: the first number that counts things."""
    found = _GOAL.search(unicodedata.normalize("NFKC", text))
    goal = int(found[1]) if found else 0
    return goal if 0 < goal <= MOST_GOAL else None


def task_of(request: Request, owner: MemberId, text: str, days: Sequence[date], aim: Aim | None = None) -> Task:
    """The task that `text` says, by the last of `days`. A metric with a value (复购率 30%) is what it aims at."""
    deadline, checkpoints = checked_days(days, request.today)
    said = read_aim(request, owner, text)
    goal = None if said else read_goal(text)
    return Task(text[:LONGEST].strip(), deadline, goal, said or aim, checkpoints)


def read_aim(request: Request, owner: MemberId, text: str) -> Aim | None:
    """The metric at the head of `text` and its wanted value, beside the owner's present one. None for other words."""
    found = metric_at(text)
    if found is None or not CATALOGUE[found[0]].aimed_at:
        return None
    metric, rest = found
    wanted = (
        read_amount(request, metric, re.sub(r"^(?:到|达到|做到|提到|提高到|to|=|≥|：|:)\s*", "", rest))
        if rest
        else None
    )
    return None if wanted is None else aim_at(request, owner, metric, wanted)


def aim_at(request: Request, owner: MemberId, metric: Metric, wanted: int) -> Aim:
    return Aim(metric, present_value(request, owner, metric), wanted)


def present_value(request: Request, owner: MemberId, metric: Metric) -> int | None:
    """The owner's value in the month so far, in the units of `kpi.aim`; None where nobody can say."""
    month = period_of(Grain.MONTH, request.today)
    found = figures(request.db, request.its_team, metric, month, request.today).sellers
    value = next((one.value for one in found if one.member == owner), None)
    if value is None:
        return None
    amount = round_half_up(value * scale(metric))
    return amount if abs(amount) < MINOR_LIMIT else None
