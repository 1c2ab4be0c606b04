"""Teams that the bot was taken out of: a week before all of a team is removed, its leads hear of it once more."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.events import KEPT
from bot.summary import leads_in_private
from kpi.ids import TeamId
from kpi.message import Lane, Message, encode, say
from kpi.schedule import State
from storage import outbox, personal, posts, teams
from storage.connection import Connection
from storage.outbox import Outgoing
from storage.posts import Made

_AHEAD = timedelta(days=7)
_DAY = timedelta(days=1)
_KIND = "removal"  # as a post, it exists once


def announce(db: Connection, now: datetime) -> int:
    """Tells the leads of teams that have a week left or less, once for each time the bot was taken out: how many.

    Of a team whose time is up nothing is said any more.
    """
    leaving = personal.abandoned(db, now - KEPT + _AHEAD)
    messages = [message for team, since in leaving for message in _of(db, team, since, now)]
    for message in messages:
        outbox.put(db, message, now)
    return len(messages)


def _of(db: Connection, team_id: TeamId, since: datetime, now: datetime) -> Iterator[Outgoing]:
    """What the leads of a team read that the bot was taken out of at `since`; nothing when they have read it."""
    team, left = teams.find(db, team_id), since + KEPT - now
    if team is None or left <= timedelta() or not _claim(db, team_id, since, now):
        return
    message = Message((say("removal-soon", team=team.name, days=-(-left // _DAY)),))
    for lead in leads_in_private(db, team):
        yield Outgoing(lead.id, encode(message), Lane.BROADCAST, scheduled=True)


def _claim(db: Connection, team: TeamId, since: datetime, now: datetime) -> bool:
    made = Made(team, _KIND, since.isoformat())
    return posts.claim(db, made, due_at=since + KEPT - _AHEAD, state=State.ON_TIME.value, at=now)
