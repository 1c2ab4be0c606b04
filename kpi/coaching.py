"""Coaching: which figures of a seller are worth a talk, by rules that a lead can see and change.

A rule compares a figure with the team's, with the seller's own four weeks before, with what the target asks for by
now, or with nothing but its limit (days without a report). It says nothing of too small a sample.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from kpi.ids import MemberId
from kpi.metrics import CATALOGUE, Better, Metric
from kpi.watch import Side, Watch, crossed
from kpi.watch import limit as line_of

EFFECT_DAYS = 14  # until an effect is looked for
MOST_A_DAY = 3  # cards
MANY_BAD = 3  # times "not useful" after which a rule speaks less
_RARELY = timedelta(days=7)
_PERCENT = 100


class Kind(Enum):
    """What a figure is compared with."""

    PEERS = "peers"  # the team's own figure
    TREND = "trend"  # one's own four weeks before
    TARGET = "target"  # what the month's target asks for by now
    SILENCE = "silence"  # nothing: days without a report


class Rule(Enum):
    """What is looked at. The names are kept in the database."""

    REPURCHASE = "repurchase"
    AOV = "aov"
    CONVERSION = "conversion"
    SATISFACTION = "satisfaction"
    COMPLAINTS = "complaints"
    SALES = "sales"
    NEW_CUSTOMERS = "new_customers"
    TARGET = "target"
    SILENCE = "silence"


class Answer(Enum):
    """What a lead made of an alert. The names are kept in the database."""

    PLAN = "plan"
    IGNORE = "ignore"
    BAD = "bad"  # not useful


@dataclass(frozen=True, slots=True)
class Terms:
    """When a rule speaks: beyond `limit` (percent of what is compared with; of silence, days), of `fewest` or more.

    `fewest` counts customers, orders, visitors or ratings behind the figure, else the days that were reported.
    """

    limit: int
    fewest: int
    active: bool = True


@dataclass(frozen=True, slots=True)
class Design:
    """What a rule looks at, over how many days (of a target: the month so far), and the terms that we suggest."""

    kind: Kind
    metric: Metric
    days: int
    terms: Terms


DESIGNS: Mapping[Rule, Design] = {
    Rule.REPURCHASE: Design(Kind.PEERS, Metric.REPURCHASE, 30, Terms(70, 20)),
    Rule.AOV: Design(Kind.PEERS, Metric.AOV, 30, Terms(70, 20)),
    Rule.CONVERSION: Design(Kind.PEERS, Metric.CONVERSION, 30, Terms(70, 100)),
    Rule.SATISFACTION: Design(Kind.PEERS, Metric.SATISFACTION, 30, Terms(80, 10)),
    Rule.COMPLAINTS: Design(Kind.PEERS, Metric.COMPLAINT_RATE, 30, Terms(200, 20)),
    Rule.SALES: Design(Kind.TREND, Metric.NET, 7, Terms(70, 8)),
    Rule.NEW_CUSTOMERS: Design(Kind.TREND, Metric.NEW_CUSTOMERS, 14, Terms(50, 8)),
    Rule.TARGET: Design(Kind.TARGET, Metric.NET, 0, Terms(70, 5)),
    Rule.SILENCE: Design(Kind.SILENCE, Metric.NET, 28, Terms(3, 5)),
}
LIMITS = {
    Kind.PEERS: (50, 60, 70, 80, 90),
    Kind.TREND: (40, 50, 60, 70, 80),
    Kind.TARGET: (50, 60, 70, 80, 90),
    Kind.SILENCE: (2, 3, 4, 5, 7),
}
LIMITS_ABOVE = (150, 200, 250, 300)  # where lower is better
SAMPLES = (5, 8, 10, 20, 30, 50, 100)
EFFECTS = (7, 14, 21, 30)


def limits(rule: Rule) -> tuple[int, ...]:
    """What its limit may be."""
    design = DESIGNS[rule]
    above = design.kind is Kind.PEERS and CATALOGUE[design.metric].better is Better.LOWER
    return LIMITS_ABOVE if above else LIMITS[design.kind]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in the metric's unit (silence: days), and what it rests on: `part` of `n` where it is a share."""

    value: Fraction | None
    n: int
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody's figure beside what it is compared with; silence is compared with nothing."""

    rule: Rule
    member: MemberId
    own: Figure
    other: Figure | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure beyond its line."""

    seen: Seen
    line: Fraction

    @property
    def distance(self) -> Fraction:
        """How far beyond, as a part of the line."""
        value = self.seen.own.value
        return Fraction(0) if value is None or not self.line else abs(value - self.line) / abs(self.line)


@dataclass(frozen=True, slots=True)
class Votes:
    """What leads made of a rule's cards, and the day of the last one."""

    planned: int = 0
    ignored: int = 0
    bad: int = 0
    last: date | None = None


NO_VOTES = Votes()


def line(seen: Seen, terms: Terms) -> Fraction | None:
    """Where an alert begins, in the unit of the figure; None when there is nothing to compare with."""
    return line_of(_watch(seen.rule, terms), None if seen.other is None else seen.other.value)


def beyond(seen: Seen, terms: Terms) -> bool | None:
    """Whether the figure lies beyond its line. None when that cannot be said: no value, or too small a sample."""
    if seen.own.n < terms.fewest:
        return None
    return crossed(_watch(seen.rule, terms), seen.own.value, None if seen.other is None else seen.other.value)


def finding(seen: Seen, terms: Terms) -> Finding | None:
    """The figure as an alert, if it is one."""
    at = line(seen, terms)
    return Finding(seen, at) if at is not None and terms.active and beyond(seen, terms) else None


def _watch(rule: Rule, terms: Terms) -> Watch:
    design = DESIGNS[rule]
    if design.kind is Kind.SILENCE:  # the limit is the first day that is too many
        return Watch(design.metric, Side.ABOVE, Fraction(terms.limit - 1), of_team=False)
    side = Side.BELOW if CATALOGUE[design.metric].better is Better.HIGHER else Side.ABOVE
    return Watch(design.metric, side, Fraction(terms.limit, _PERCENT), of_team=True)


def chosen(
    found: Iterable[Finding],
    raised: Collection[tuple[MemberId, Rule]],
    votes: Mapping[Rule, Votes],
    today: date,
) -> Sequence[Finding]:
    """The findings to show today: three at most, none that is `raised` already and has not recovered.

    Rules that were not useful speak last, and after several such votes once a week; each rule speaks of one seller
    a day where others have something to say.
    """
    new = [one for one in found if (one.seen.member, one.seen.rule) not in raised and _may_speak(one, votes, today)]
    ordered = sorted(new, key=lambda one: (_bad(one, votes), -one.distance, one.seen.member, one.seen.rule.value))
    first = {one.seen.rule: one for one in reversed(ordered)}
    leading = [one for one in ordered if first[one.seen.rule] is one]
    return (leading + [one for one in ordered if one not in leading])[:MOST_A_DAY]


def _bad(one: Finding, votes: Mapping[Rule, Votes]) -> int:
    told = votes.get(one.seen.rule, NO_VOTES)
    return max(0, told.bad - told.planned)


def _may_speak(one: Finding, votes: Mapping[Rule, Votes], today: date) -> bool:
    told = votes.get(one.seen.rule, NO_VOTES)
    return _bad(one, votes) < MANY_BAD or told.last is None or told.last + _RARELY <= today
