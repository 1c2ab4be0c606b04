"""The wizard of targets: what is asked in each step, with answers to press."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.aim_advice import Advice, advice
from bot.aim_draft import TEAM, Draft, Step
from bot.aim_periods import GRAINS
from bot.aim_text import aimed, doubtful, usual, what
from bot.aim_words import USUAL
from bot.command import Request
from kpi.message import Say, say
from kpi.metrics import Metric
from kpi.period import Grain, following, period_of
from kpi.team import Member, Role, role_of
from storage import members, targets

_MOST_MEMBERS = 30  # buttons


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the draft: whose it is, what it was before, and what history says."""

    member: Member | None
    before: int | None
    found: Advice


def facts_of(request: Request, draft: Draft) -> Facts:
    """What the books say beside `draft`. Without a metric, a period and whose it is, that is nothing yet."""
    team, metric, period = request.its_team, draft.metric, draft.period
    member = members.get(request.db, team.id, draft.member) if draft.member else None
    if metric is None or period is None or draft.whose is None:
        return Facts(member, None, Advice())
    before = targets.targets(request.db, team.id, period.key, metric).get(draft.member)
    return Facts(member, before, advice(request.db, team, draft, request.today))


@dataclass(frozen=True, slots=True)
class Offer:
    """What is asked in a step, and rows of answers with their values."""

    lines: tuple[Say, ...]
    rows: tuple[tuple[tuple[Say, str], ...], ...] = ()


def _rows(choices: list[tuple[Say, str]], width: int = 2) -> tuple[tuple[tuple[Say, str], ...], ...]:
    return tuple(tuple(choices[at : at + width]) for at in range(0, len(choices), width))


def _offer_metrics(request: Request, draft: Draft, facts: Facts) -> Offer:  # noqa: ARG001 - one shape for all steps
    choices = [(say("target-offer", metric=what(metric)), metric.value) for metric in USUAL]
    return Offer((say("target-ask-metric"),), _rows(choices))


def _offer_people(request: Request, draft: Draft, facts: Facts) -> Offer:  # noqa: ARG001
    sellers = [(say("target-of-member", name=m.name), str(m.id)) for m in selling(request)[:_MOST_MEMBERS]]
    return Offer((say("target-ask-whose"),), (((say("target-of-team"), str(TEAM)),), *_rows(sellers, 3)))


def selling(request: Request) -> list[Member]:
    """Whom a target can be given to."""
    everybody = members.of_team(request.db, request.its_team.id)
    return [member for member in everybody if member.active and role_of(member) is not Role.VIEWER]


def _offer_periods(request: Request, draft: Draft, facts: Facts) -> Offer:  # noqa: ARG001
    now = [period_of(grain, request.today) for grain in GRAINS]
    coming = following(period_of(Grain.MONTH, request.today))
    choices = [(say("target-when", period=period), period.key) for period in (*now, coming)]
    return Offer((say("target-ask-period"),), _rows(choices))


def _offer_amounts(request: Request, draft: Draft, facts: Facts) -> Offer:
    metric, currency = draft.metric or Metric.NET, request.its_team.currency
    amounts = sorted({amount for amount in (facts.found.least, facts.found.most) if amount})
    rows = (tuple((say("target-use", amount=aimed(metric, a, currency)), str(a)) for a in amounts),) if amounts else ()
    before = [say("target-before", amount=aimed(metric, facts.before, currency))] if facts.before else []
    unseen = [say("target-ask-amount-unseen")] if request.in_group and not request.sees_all else []
    lines = (*before, *usual(draft, facts.found, currency), say("target-ask-amount", metric=what(metric)), *unseen)
    return Offer(lines, rows)


def _offer_yes(request: Request, draft: Draft, facts: Facts) -> Offer:
    metric, currency = draft.metric or Metric.NET, request.its_team.currency
    amount = aimed(metric, draft.amount or 0, currency)
    high = tuple(doubtful(draft, facts.found))
    lines = [*high, *(usual(draft, facts.found, currency) if high else ())]
    if facts.before is not None:
        lines.append(say("target-ask-replace", before=aimed(metric, facts.before, currency), amount=amount))
    choices = [(say("target-do", amount=amount), "yes")]
    if high and facts.found.most:
        choices.append((say("target-use", amount=aimed(metric, facts.found.most, currency)), str(facts.found.most)))
    why = [] if draft.reason or facts.before is None else [say("target-ask-reason")]
    return Offer((*lines, *why), _rows(choices, 1))


_OFFERS: dict[Step, Callable[[Request, Draft, Facts], Offer]] = {
    Step.METRIC: _offer_metrics,
    Step.WHOSE: _offer_people,
    Step.PERIOD: _offer_periods,
    Step.AMOUNT: _offer_amounts,
    Step.SURE: _offer_yes,
}


def offered(request: Request, draft: Draft, facts: Facts) -> Offer:
    """What the step at hand asks."""
    return _OFFERS[draft.step](request, draft, facts)
