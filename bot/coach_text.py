"""Coaching as leads read it: an alert's card, what became of it, and a rule in words."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from bot.aim_text import figure, what
from bot.command import data
from bot.plan import name_of
from kpi.coaching import DESIGNS, Answer, Figure, Finding, Kind, Rule, Seen, Terms
from kpi.message import Button, Joined, Message, Say, joined, say
from kpi.money import round_half_up
from kpi.period import Grain, period_of
from kpi.team import Team
from storage.coaching import Alert
from storage.connection import Connection


def slot(alert: Alert) -> str:
    """The name of the message that shows the alert in a chat."""
    return f"coach:{alert.id}"


def key(rule: Rule) -> str:
    """The rule in the keys of texts."""
    return rule.value.replace("_", "-")


def card(db: Connection, team: Team, alert: Alert) -> Message:
    """The alert: the figure, what it is compared with, a likely cause, a step, and what to press."""
    rule = alert.finding.seen.rule
    lines = (
        say("coach-title", name=name_of(db, team, alert.finding.seen.member)),
        *figures(alert.finding, team, alert.raised_on),
        say("coach-why", why=joined(say(f"coach-why-{key(rule)}"))),
        say("coach-step", step=joined(say(f"coach-step-{key(rule)}"))),
        say("coach-advice"),
        *([say(f"coach-answered-{alert.answer.value}")] if alert.answer else []),
    )
    return Message(lines, tuple(_rows(alert)))


def _rows(alert: Alert) -> Iterator[tuple[Button, ...]]:
    match alert.answer:
        case None:
            yield (Button(say("button-coach-plan"), data("coach-plan", alert.id)),)
            yield (
                Button(say("button-coach-ignore"), data("coach-say", alert.id, Answer.IGNORE.value)),
                Button(say("button-coach-bad"), data("coach-say", alert.id, Answer.BAD.value)),
            )
        case Answer.IGNORE | Answer.BAD:
            yield (Button(say("button-coach-undo"), data("coach-undo", alert.id)),)
        case Answer.PLAN:
            return
        case _:
            assert_never(alert.answer)


def figures(found: Finding, team: Team, day: date) -> Iterator[Say]:
    """What was seen by the evening before `day`, what it is compared with, and the line between."""
    seen = found.seen
    design = DESIGNS[seen.rule]
    other = seen.other or Figure(None, 0)
    own, usual, line = (figure(design.metric, v, team.currency) for v in (seen.own.value, other.value, found.line))
    match design.kind:
        case Kind.PEERS:
            yield say("coach-peers", days=design.days, metric=what(design.metric), own=own, n=_sample(seen.own))
            yield say("coach-peers-team", other=usual, n=_sample(other), line=line)
        case Kind.TREND:
            yield say("coach-trend", days=design.days, metric=what(design.metric), own=own)
            yield say("coach-trend-usual", other=usual, n=seen.own.n, line=line)
        case Kind.TARGET:
            month = period_of(Grain.MONTH, day - timedelta(days=1))
            yield say("coach-target", month=month, metric=what(design.metric), own=own)
            yield say("coach-target-due", other=usual, n=seen.own.n, line=line)
        case Kind.SILENCE:
            yield say("coach-silence", days=_days(seen.own.value))
            yield say("coach-silence-line", n=seen.own.n, line=_days(found.line) + 1)
        case _:
            assert_never(design.kind)


def _days(value: Fraction | None) -> int:
    return round_half_up(value or Fraction(0))


def _sample(told: Figure) -> Joined:
    """What a figure rests on: so many of so many, or so many."""
    if told.part is None:
        return joined(say("coach-n", n=told.n))
    return joined(say("coach-part", part=told.part, n=told.n))


def effect(db: Connection, team: Team, alert: Alert, now: Seen | None, today: date) -> Message:
    """The figure of the alert before and now. It proves nothing, and says so."""
    before = alert.finding.seen
    design, name = DESIGNS[before.rule], name_of(db, team, before.member)
    after = now.own if now is not None else Figure(None, 0)
    silent = design.kind is Kind.SILENCE
    then, here = (_value(team, design.kind, before.rule, told) for told in (before.own, after))
    n = say("coach-reported", n=after.n) if after.part is None and design.kind is not Kind.PEERS else None
    line = say(
        "coach-effect",
        what=joined(say("coach-rule-silence")) if silent else what(design.metric),
        before=then,
        after=here,
        n=joined(n) if n else _sample(after),
    )
    head = say("coach-effect-title", name=name, days=(today - alert.raised_on).days)
    return Message((head, line, say("coach-no-proof")))


def _value(team: Team, kind: Kind, rule: Rule, told: Figure) -> Joined:
    if kind is Kind.SILENCE:
        return joined(say("coach-silent-days", n=_days(told.value)))
    return figure(DESIGNS[rule].metric, told.value, team.currency)


def terms_line(rule: Rule, terms: Terms) -> Joined:
    """When the rule speaks."""
    kind = DESIGNS[rule].kind.value
    return joined(say(f"coach-limit-{kind}", limit=terms.limit), say(f"coach-fewest-{_of(rule)}", n=terms.fewest))


def _of(rule: Rule) -> str:
    """What its sample counts."""
    return key(rule) if DESIGNS[rule].kind is Kind.PEERS else "days"
