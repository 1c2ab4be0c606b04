"""Targets as people write them: @丽丽 新客 30, year 销售额 3720000, 7月 50000, 小美 2万, change 33万 大促加码."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from bot.aim_draft import TEAM, Draft
from bot.aim_periods import aim_period_at
from bot.called import called, nobody
from bot.command import Refusal, Request, Usage, data
from bot.metric_words import likely_metrics, metric_at, name
from bot.reader.bare import read_bare
from bot.reader.reading import Context
from kpi.aim import scale
from kpi.message import Button, Say, joined, say
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.money import MINOR_LIMIT, round_half_up, to_minor
from kpi.period import Grain, period_of

# What most teams aim at, in the order in which it is offered.
USUAL = (
    Metric.NET,
    Metric.ORDERS,
    Metric.UNITS,
    Metric.NEW_CUSTOMERS,
    Metric.RETURNING,
    Metric.REPURCHASE,
    Metric.SATISFACTION,
    Metric.COMPLAINT_RATE,
)
_SUGGESTED = 4  # metrics
_LONGEST_REASON = 100
_LONGEST_WORD = 24
_TEAM = re.compile(r"(?:团队|全队|全团|team)(?=\s|\d|$)", re.IGNORECASE)
_BECAUSE = re.compile(r"(?:^|[\s,，;；])(?:because(?: of)?|因为|原因(?:是)?)[:：]?\s*(?P<why>\S.*)$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d¥￥$€£+\-.]")
_COUNTERS = re.compile(r"\s*(?:个|位|人|单|件|次|名|orders?|pcs|customers?|people)$", re.IGNORECASE)
_SPANS = re.compile(r"\s*(?:小时|天|hours?|days?|h|d|%|％|次|件)$", re.IGNORECASE)


def read_draft(request: Request, text: str, *, change: bool = False) -> Draft:
    """What `text` says of a target. `Refusal`, or `Usage`, for what it cannot be.

    An amount by itself, or of somebody, is of this month's net sales. Of a `change` what follows the amount is why.
    """
    text, reason = _reason(text)
    draft, rest = _head(request, Draft(reason=reason), text)
    if rest:
        draft = _with_amount(request, draft, rest, change=change)
    return _filled(request, draft, change=change)


def read_amount(request: Request, metric: Metric, text: str) -> int | None:
    """The amount that `text` is, in the units of `kpi.aim`: nothing beside it but its unit. None for anything else.

    `Refusal` for one that nobody could aim at.
    """
    unit, currency = CATALOGUE[metric].unit, request.its_team.currency
    ending = {Unit.MONEY: None, Unit.COUNT: _COUNTERS}.get(unit, _SPANS)
    bare = read_bare(ending.sub("", text) if ending else text, _context(request))
    if bare is None or bare.currency not in ({None, currency} if unit is Unit.MONEY else {None}):
        return None
    return _checked(_units(metric, bare.value, currency))


def _context(request: Request) -> Context:
    return Context(today=request.today, currency=request.its_team.currency, lang=request.chat.language)


def _units(metric: Metric, amount: Decimal, currency: str) -> int:
    unit = CATALOGUE[metric].unit
    if unit is Unit.MONEY:
        return to_minor(amount, currency)
    whole = Fraction(amount) * scale(metric)
    return round_half_up(whole / 100 if unit is Unit.PERCENT else whole)


def _checked(amount: int) -> int:
    if amount >= MINOR_LIMIT:
        raise Refusal(say("target-too-large"))
    if amount <= 0:
        raise Refusal(say("target-not-positive"))
    return amount


def _reason(text: str) -> tuple[str, str]:
    found = _BECAUSE.search(text)
    return (text[: found.start()].strip(), found["why"][:_LONGEST_REASON]) if found else (text.strip(), "")


def _head(request: Request, draft: Draft, text: str) -> tuple[Draft, str]:
    """Everything before the amount, in any order."""
    while text and read_amount(request, draft.metric or Metric.NET, text) is None:
        taken = _whose(request, draft, text) or _period(request, draft, text) or _metric(draft, text)
        if taken is None:
            break
        draft, text = taken
    return draft, text


def _whose(request: Request, draft: Draft, text: str) -> tuple[Draft, str] | None:
    if draft.whose is not None:
        return None
    if team := _TEAM.match(text):
        return replace(draft, whose=TEAM), text[team.end() :].strip()
    found = called(request, text)
    return (replace(draft, whose=int(found.member.id)), found.rest) if found else None


def _period(request: Request, draft: Draft, text: str) -> tuple[Draft, str] | None:
    found = aim_period_at(text, request.today) if draft.period is None else None
    return (replace(draft, period=found[0]), found[1]) if found else None


def _metric(draft: Draft, text: str) -> tuple[Draft, str] | None:
    found = metric_at(text) if draft.metric is None else None
    if found is None:
        return None
    metric, rest = found
    if not CATALOGUE[metric].aimed_at:
        raise Refusal(say("target-no-goal", metric=joined(name(metric))), buttons=offered(USUAL[:_SUGGESTED]))
    return replace(draft, metric=metric), rest


def _with_amount(request: Request, draft: Draft, text: str, *, change: bool) -> Draft:
    metric, words = draft.metric or Metric.NET, text.split()
    amount = read_amount(request, metric, text)
    if amount is not None:
        return replace(draft, amount=amount)
    if change and (amount := read_amount(request, metric, words[0])) is not None:
        return replace(draft, amount=amount, reason=(draft.reason or " ".join(words[1:]))[:_LONGEST_REASON])
    raise _not_read(text, known=draft != Draft(reason=draft.reason))


def _not_read(text: str, *, known: bool) -> Refusal:
    """Why `text` is no target. `known`: something stood before it that was."""
    if text.startswith("@"):
        return nobody(text)
    if _NUMBER.match(text) or not any(letter.isalpha() for letter in text):
        return Usage()
    word = text.split(maxsplit=1)[0][:_LONGEST_WORD]
    said = say("target-not-measured" if known or len(text.split()) == 1 else "target-unknown", word=word)
    return Refusal(said, buttons=suggested(word))


def suggested(word: str) -> tuple[tuple[Button, ...], ...]:
    """Buttons for what may have been meant, and for what most teams aim at."""
    likely = (metric for metric in likely_metrics(word) if CATALOGUE[metric].aimed_at)
    return offered(tuple(dict.fromkeys((*likely, *USUAL)))[:_SUGGESTED])


def offered(metrics: tuple[Metric, ...]) -> tuple[tuple[Button, ...], ...]:
    """Buttons that begin a target of these metrics, two in a row."""
    buttons = [Button(_label(metric), data("aim-new", metric.value)) for metric in metrics]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _label(metric: Metric) -> Say:
    return say("target-offer", metric=joined(name(metric)))


def _filled(request: Request, draft: Draft, *, change: bool) -> Draft:
    """What is meant where nothing else is said. A metric of the team that is named goes with a period that is."""
    if draft.amount is None:
        return draft
    period = draft.period
    of_member = draft.whose is not None and draft.whose != TEAM
    if period is None and (draft.metric is None or change or of_member):
        period = period_of(Grain.MONTH, request.today)
    return replace(
        draft,
        metric=draft.metric or Metric.NET,
        whose=TEAM if draft.whose is None else draft.whose,
        period=period,
    )
