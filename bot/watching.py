"""Who is beyond a limit that leads watch, and what they are told of it, once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.metric_figures import Figures, figures
from bot.metric_words import name
from bot.switches import used
from bot.watch_words import bounded, stands
from kpi.board import Contender
from kpi.ids import MemberId
from kpi.message import Message, Say, joined, say
from kpi.metrics import CATALOGUE, Adds, Metric
from kpi.period import Grain, Period, period_of
from kpi.team import Team
from kpi.watch import Alarm, Watch, alarm, crossed, limit
from storage import members, watches
from storage.connection import Connection
from storage.watches import Watched

_ADDS = frozenset({Adds.SUM, Adds.DAILY})
_MOST = 12  # names in a line
_THE_TEAM = MemberId(0)


@dataclass(frozen=True, slots=True)
class Seen:
    """A watch as things stand: the team's figure, where the alarm begins, and of everybody whether they are beyond it
    (None when that cannot be said).
    """

    watch: Watch
    team: Fraction | None
    bound: Fraction | None
    all: tuple[tuple[Contender, bool | None], ...]

    @property
    def beyond(self) -> tuple[Contender, ...]:
        return tuple(who for who, found in self.all if found)


def seen(db: Connection, team: Team, watch: Watch, day: date) -> Seen:
    """How `watch` stands at the end of `day`: what adds up is that day's, everything else the month's so far."""
    found = figures(db, team, watch.metric, period(watch.metric, day), day)
    average = _average(watch.metric, found)
    own = (Contender(_THE_TEAM, team.name, found.team.value, n=found.team.n),) if watch.whole else _present(
        db, team, found.sellers
    )  # fmt: skip
    judged = tuple((who, crossed(watch, who.value, average, who.n)) for who in own)
    return Seen(watch, average, limit(watch, average), judged)


def period(metric: Metric, day: date) -> Period:
    """What a metric is watched over. A month's sales so far would be below any limit on its first day."""
    return period_of(Grain.DAY if CATALOGUE[metric].adds in _ADDS else Grain.MONTH, day)


def _average(metric: Metric, found: Figures) -> Fraction | None:
    """The team's figure that one's own is held against: of what adds up, what each who has one brought on average."""
    if CATALOGUE[metric].adds not in _ADDS:
        return found.team.value
    own = [who.value for who in found.sellers if who.value is not None]
    return sum(own, Fraction(0)) / len(own) if own else None


def _present(db: Connection, team: Team, sellers: Sequence[Contender]) -> tuple[Contender, ...]:
    active = {member.id for member in members.of_team(db, team.id) if member.active}
    return tuple(seller for seller in sellers if seller.member in active)


def alarms(db: Connection, team: Team, day: date) -> Message | None:
    """What the leads are to hear at the end of `day` of all that is watched; None when nothing was crossed anew.

    It keeps what it says: nobody is named again until their figure was on the right side of the limit in between.
    """
    watched = watches.of_team(db, team.id)
    looked_at = used(db, team, (each.watch.metric for each in watched)) if watched else ()
    said = [line for each in watched if each.watch.metric in looked_at and (line := _told(db, team, each, day))]
    return Message((say("watch-alarms", team=team.name), *said, say("watch-alarms-how"))) if said else None


def _told(db: Connection, team: Team, watched: Watched, day: date) -> Say | None:
    found = seen(db, team, watched.watch, day)
    raised = tuple(_raised(db, team, watched.id, found))
    return beyond(found, raised, team) if raised else None


def _raised(db: Connection, team: Team, number: int, found: Seen) -> Iterator[Contender]:
    before = watches.crossed(db, team.id, number)
    for who, now in found.all:
        whose = None if found.watch.whole else who.member
        match alarm(whose in before, now):
            case Alarm.RAISED:
                watches.set_crossed(db, team.id, number, whose, beyond=True)
                yield who
            case Alarm.ENDED:
                watches.set_crossed(db, team.id, number, whose, beyond=False)
            case Alarm.NONE:
                pass


def beyond(found: Seen, who: Sequence[Contender], team: Team) -> Say:
    """Who is beyond the limit, by how much: each with what the figure rests on."""
    watch, more = found.watch, len(who) - _MOST
    return say(
        "watch-alarm",
        metric=joined(name(watch.metric)),
        side=watch.side.value,
        bound=joined(bounded(watch, found.team, found.bound, team.currency)),
        names=joined(
            *(stands(each, watch, team.currency) for each in who[:_MOST]),
            say("summary-more-names", n=more) if more > 0 else None,
        ),
    )
