"""The live card: the board of the day, pinned in the group and edited in place as reports come."""

import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from bot.board import board_message
from bot.zones import clock
from kpi.board import By
from kpi.message import Lane, Message, encode, say
from kpi.period import Grain, business_date, period_of
from kpi.team import Team
from storage import live_cards, outbox, teams
from storage.connection import Connection
from storage.live_cards import LiveCard
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=20)  # at most: a group takes some 20 messages a minute from a bot, and edits count as such

Outdated = tuple[Team, LiveCard]


def find_outdated(db: Connection, now: datetime) -> Iterator[Outdated]:
    """The teams whose live card shows other figures than there are, each with what it is to show now.

    A day's card begins with its first report, so that nobody hears of an empty one at midnight.
    """
    for team in teams.with_live_card(db):
        try:
            day = business_date(now, team.zone, team.day_close)
        except ZoneInfoNotFoundError:
            log.exception("team %d has a zone that this machine does not know", team.id)
            continue
        shown, figures = live_cards.of_team(db, team.id), live_cards.figures(db, team.id, day)
        if figures is None:
            continue
        mark = f"{figures}:{team.shows.value}:{team.openness.value}"  # what may be read of them changes it too
        if _outdated(shown, day, mark, now):
            yield team, LiveCard(day, mark, now)


def _outdated(shown: LiveCard | None, day: date, figures: str, now: datetime) -> bool:
    if shown is None or shown.day != day:
        return True
    return shown.figures != figures and not shown.said_at <= now < shown.said_at + EVERY


def renew(db: Connection, team: Team, card: LiveCard) -> None:
    """Says the team's card anew, in its place; a new day's is a new message, pinned in the place of the last one."""
    shown = live_cards.of_team(db, team.id)
    before = None
    if shown is not None and shown.day != card.day:
        before = outbox.message_in(db, team.chat, live_slot(shown.day))
    live_cards.said(db, team.id, card)
    outbox.put(
        db,
        Outgoing(
            team.chat,
            encode(_message(db, team, card, unpin=before)),
            Lane.BROADCAST,
            topic=team.topic,
            slot=live_slot(card.day),
            scheduled=True,
        ),
        card.said_at,
    )


def _message(db: Connection, team: Team, card: LiveCard, *, unpin: int | None) -> Message:
    board = board_message(db, team, period_of(Grain.DAY, card.day), card.day, By.SALES)
    renewed = say("live-renewed", time=clock(card.said_at, team.zone))
    return Message((*board.lines, renewed), pin=True, unpin=unpin)


def live_slot(day: date) -> str:
    """The name of the group's one message with the live card of `day`."""
    return f"live:{day.isoformat()}"
