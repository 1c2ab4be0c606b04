"""What is said of a PK between two teams, in the groups of both: that it is asked for, on, and how it ended."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfoNotFoundError

from bot.command import data
from bot.telling import private_chat
from kpi.ids import TeamId
from kpi.message import Button, Lane, Message, Say, encode, say
from kpi.metrics import added, net
from kpi.money import Money, round_half_up
from kpi.pk import Stage, TeamPk, agreed_by, ends_at
from kpi.schedule import PUNCTUAL
from kpi.team import Chat, Role, Team, role_of
from storage import members, outbox, team_pks, teams, totals
from storage.connection import Connection
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

Sides = tuple[Team, Team]
Due = tuple[TeamPk, Sides]


def slot(pk: TeamPk) -> str:
    """The name of the one message in either group that shows how far `pk` is."""
    return f"team-pk:{pk.id}"


def card(pk: TeamPk, sides: Sides, reader: TeamId) -> Message:
    """How far `pk` is; the leads of the second team answer by its buttons."""
    lines = (_title(pk, sides), _state(pk, sides[1]))
    if pk.stage is not Stage.ASKED or reader != pk.right:
        return Message(lines)
    yes, no = (say(key) for key in ("button-pk-yes", "button-pk-no"))
    return Message(lines, ((Button(yes, data("team-pk", pk.id, 1)), Button(no, data("team-pk", pk.id, 0))),))


def _title(pk: TeamPk, sides: Sides) -> Say:
    left, right = sides
    return say("team-pk-title", left=left.name, right=right.name, week=pk.week, by="head" if pk.per_head else "sum")


def _state(pk: TeamPk, right: Team) -> Say:
    if pk.stage is Stage.ASKED:
        return say("team-pk-waits", team=right.name)
    return say(f"pk-{pk.stage.value}")


def sides_of(db: Connection, pk: TeamPk) -> Sides | None:
    """Both teams; None when one of them has lost its bot."""
    left, right = (teams.find(db, side) for side in pk.sides)
    if left is None or right is None or not left.active or not right.active:
        return None
    return left, right


def is_open(pk: TeamPk, sides: Sides, now: datetime) -> bool:
    """Whether it may still be agreed to: the first half of the week is not over for either team."""
    return all(now < agreed_by(pk.week, team.zone, team.day_close) for team in sides)


def find_due(db: Connection, now: datetime) -> list[Due]:
    """The PKs that nobody agreed to in time, and those that are over in both teams."""
    found = ((pk, sides_of(db, pk)) for pk in team_pks.unsettled(db))
    return [(pk, sides) for pk, sides in found if sides is not None and _is_due(pk, sides, now)]


def _is_due(pk: TeamPk, sides: Sides, now: datetime) -> bool:
    try:
        return not is_open(pk, sides, now) if pk.stage is Stage.ASKED else _end(pk, sides) <= now
    except ZoneInfoNotFoundError:
        log.exception("a team of the PK %d is in a zone that this machine does not know", pk.id)
        return False


def _end(pk: TeamPk, sides: Sides) -> datetime:
    return max(ends_at(pk.week, team.zone, team.day_close) for team in sides)


def settle(db: Connection, due: Due, now: datetime) -> None:
    """Ends a PK that is due, once, whoever ticks: with its result in both groups, or with a word to who asked."""
    found, sides = due
    pk = team_pks.get(db, found.left, found.id)
    if pk is None or pk.stage is not found.stage or not _is_due(pk, sides, now):
        return
    ended = replace(pk, stage=Stage.OVER if pk.stage is Stage.ON else Stage.LAPSED)
    team_pks.set_stage(db, pk.id, ended.stage)
    late = now > _end(pk, sides) + PUNCTUAL
    for team in sides:
        _queue(db, team, card(ended, sides, team.id), now, slot(ended))
        if ended.stage is Stage.OVER:
            _queue(db, team, result(db, ended, sides, late=late), now, f"team-pk-result:{pk.id}")
    chat = asker_chat(db, pk)
    if ended.stage is Stage.LAPSED and chat is not None:
        note = Message((_title(pk, sides), say("pk-lapsed")))
        outbox.put(db, Outgoing(chat.id, encode(note), Lane.BROADCAST, scheduled=True), now)


def asker_chat(db: Connection, pk: TeamPk) -> Chat | None:
    """The private chat of whoever asked."""
    asker = members.of_person(db, pk.left, pk.asked_by)
    return None if asker is None else private_chat(db, asker)


def _queue(db: Connection, team: Team, message: Message, now: datetime, named: str) -> None:
    outgoing = Outgoing(team.chat, encode(message), Lane.BROADCAST, topic=team.topic, slot=named, scheduled=True)
    outbox.put(db, outgoing, now)


def result(db: Connection, pk: TeamPk, sides: Sides, *, late: bool) -> Message:
    """Which team won, with what both brought and nothing of any person."""
    left, right = (_brought(db, pk, team) for team in sides)
    won = None if left == right else sides[left < right]
    lines = (
        say("pk-result", period=pk.week),
        say("pk-tie") if won is None else say("pk-won", name=won.name),
        *(_score(pk, team, amount) for team, amount in zip(sides, (left, right), strict=True)),
    )
    return Message((*lines, *([say("board-late")] if late else [])))


def _brought(db: Connection, pk: TeamPk, team: Team) -> Fraction:
    """The team's net sales of the week in minor units, or what each who sells now brought on the average."""
    sold = net(added(*totals.by_day(db, team.id, pk.week).values()))
    return Fraction(sold, max(1, sum(1 for _ in _selling(db, team)))) if pk.per_head else Fraction(sold)


def _selling(db: Connection, team: Team) -> Iterator[None]:
    return (None for m in members.of_team(db, team.id) if m.active and role_of(m) is Role.SELLER)


def _score(pk: TeamPk, team: Team, amount: Fraction) -> Say:
    key = "team-pk-score-head" if pk.per_head else "pk-score"
    return say(key, name=team.name, net=Money(round_half_up(amount), team.currency))
