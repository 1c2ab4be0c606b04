"""What is said of a PK in the group: that it is asked for, that it is on, and how it ended."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import assert_never
from zoneinfo import ZoneInfoNotFoundError

from bot.command import data
from bot.privacy import of_group
from bot.rankings import usual
from bot.telling import private_chat
from kpi.ids import MemberId
from kpi.message import Button, Lane, Message, Say, encode, joined, say
from kpi.metrics import net
from kpi.money import Money
from kpi.pk import Pk, Side, Stage, agreed_by, ends_at, head_starts, winner
from kpi.schedule import PUNCTUAL
from kpi.team import Openness, Team
from storage import calendars, members, outbox, pks, teams, totals
from storage.connection import Connection
from storage.outbox import Outgoing

log = logging.getLogger(__name__)


def slot(pk: Pk) -> str:
    """The name of the group's one message that shows how far `pk` is."""
    return f"pk:{pk.id}"


def settled(stage: Stage) -> Say:
    """Why a PK cannot be answered any more."""
    return say("pk-is-on" if stage is Stage.ON else f"pk-{stage.value}")


def card(db: Connection, team: Team, pk: Pk) -> Message:
    """How far `pk` is, with the buttons to answer it while it waits."""
    lines = (_title(db, team, pk), *_state(db, team, pk))
    return Message(lines, (_answers(pk),) if pk.stage is Stage.ASKED else ())


def _title(db: Connection, team: Team, pk: Pk) -> Say:
    left, right = (_name(db, team, side.member) for side in pk.sides)
    handicap = "yes" if pk.handicap else "no"
    return say("pk-title", left=left, right=right, period=pk.period, handicap=handicap)


def _state(db: Connection, team: Team, pk: Pk) -> Iterator[Say]:
    match pk.stage:
        case Stage.ASKED:
            waited = joined(*(say("pk-name", name=_name(db, team, s.member)) for s in pk.sides if not s.agreed))
            yield say("pk-waits", names=waited)
        case Stage.ON:
            yield say("pk-on")
            yield from _starts(db, team, pk)
        case Stage.DECLINED:
            yield say("pk-declined")
        case Stage.LAPSED:
            yield say("pk-lapsed")
        case Stage.OVER:
            yield say("pk-over")
        case _:
            assert_never(pk.stage)


def _starts(db: Connection, team: Team, pk: Pk) -> Iterator[Say]:
    """The head start, where there is one to speak of."""
    if not pk.handicap:
        return
    ahead = next((side for side in pk.sides if side.start), None)
    if ahead is None:
        yield say("pk-no-start")
    elif team.openness is Openness.AMOUNTS:
        yield say("pk-start", name=_name(db, team, ahead.member), amount=Money(ahead.start, team.currency))
    else:
        yield say("pk-start-hidden", name=_name(db, team, ahead.member))


def _answers(pk: Pk) -> tuple[Button, ...]:
    return (Button(say("button-pk-yes"), data("pk", pk.id, 1)), Button(say("button-pk-no"), data("pk", pk.id, 0)))


def _name(db: Connection, team: Team, member: MemberId) -> str:
    found = members.get(db, team.id, member)
    return found.name if found else ""


def begun(db: Connection, team: Team, pk: Pk) -> Pk:
    """`pk` now that both have agreed: with the head start of whoever usually sells less."""
    starts = head_starts(*(_expected(db, team, pk, side.member) for side in pk.sides)) if pk.handicap else None
    left, right = starts or (0, 0)
    return replace(pk, left=replace(pk.left, start=left), right=replace(pk.right, start=right), stage=Stage.ON)


def _expected(db: Connection, team: Team, pk: Pk, member: MemberId) -> Fraction | None:
    """What `member` would sell in the PK's time as they did in their own four weeks before; None for too few days."""
    before = usual(db, team, pk.period.start).get(member)
    whole, own = calendars.of_members(db, team, pk.period)
    return None if before is None else before.a_day * own.get(member, whole).weight_of(pk.period)


def find_due(db: Connection, now: datetime) -> list[tuple[Team, Pk]]:
    """The PKs that nobody agreed to in time, and those that are over. Of a team without its bot they wait."""
    found = []
    for pk in pks.unsettled(db):
        team = teams.find(db, pk.team)
        if team is not None and team.active and _is_due(team, pk, now):
            found.append((team, pk))
    return found


def _is_due(team: Team, pk: Pk, now: datetime) -> bool:
    until = agreed_by if pk.stage is Stage.ASKED else ends_at
    try:
        return until(pk.period, team.zone, team.day_close) <= now
    except ZoneInfoNotFoundError:
        log.exception("team %d has a zone that this machine does not know", team.id)
        return False


def settle(db: Connection, team: Team, found: Pk, now: datetime) -> None:
    """Ends a PK that is due: with its result in the group, or with a word to whoever asked. Once, whoever ticks."""
    pk = pks.get(db, team.id, found.id)
    if pk is None or pk.stage is not found.stage or not _is_due(team, pk, now):
        return
    ended = replace(pk, stage=Stage.OVER if pk.stage is Stage.ON else Stage.LAPSED)
    pks.save(db, ended)
    _queue(db, team, card(db, team, ended), now, slot(ended))
    if ended.stage is Stage.OVER:
        late = now > ends_at(pk.period, team.zone, team.day_close) + PUNCTUAL
        _queue(db, team, result(db, team, ended, late=late), now, f"pk-result:{pk.id}")
        return
    asker = members.get(db, team.id, pk.asked_by)
    chat = private_chat(db, asker) if asker is not None else None
    if chat is not None:
        note = Message((_title(db, team, pk), say("pk-lapsed")))
        outbox.put(db, Outgoing(chat.id, encode(note), Lane.BROADCAST, scheduled=True), now)


def _queue(db: Connection, team: Team, message: Message, now: datetime, named: str) -> None:
    outgoing = Outgoing(team.chat, encode(message), Lane.BROADCAST, topic=team.topic, slot=named, scheduled=True)
    outbox.put(db, outgoing, now)


def result(db: Connection, team: Team, pk: Pk, *, late: bool) -> Message:
    """Who won, as far as the group may read it."""
    sums = totals.by_member(db, team.id, pk.period)
    left, right = (net(sums.get(side.member, {})) for side in pk.sides)
    won = winner(pk, left, right)
    lines = [
        say("pk-result", period=pk.period),
        say("pk-tie") if won is None else say("pk-won", name=_name(db, team, won.member)),
    ]
    if of_group(team).openness is Openness.AMOUNTS:
        lines += [_score(db, team, side, sold) for side, sold in ((pk.left, left), (pk.right, right))]
    return Message((*lines, *([say("board-late")] if late else [])))


def _score(db: Connection, team: Team, side: Side, sold: int) -> Say:
    name, amount = _name(db, team, side.member), Money(sold, team.currency)
    if not side.start:
        return say("pk-score", name=name, net=amount)
    start, sum_ = Money(side.start, team.currency), Money(sold + side.start, team.currency)
    return say("pk-score-started", name=name, net=amount, start=start, total=sum_)
