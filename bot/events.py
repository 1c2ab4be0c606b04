"""What happens around the bot without a word said: it is added or removed, a member leaves, a group moves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from bot.command import Answer, answer, data
from bot.incoming import Happening, Incoming
from bot.scene import Seen, meet, open_team, refresh_administrators
from bot.summary import leads_in_private
from kpi.message import Button, Message, Minutes, say
from kpi.team import Chat, ChatKind, Team
from storage import chats, members, people, teams
from storage.connection import Connection

_EVENTS = {Happening.BOT_ADDED, Happening.BOT_REMOVED, Happening.MEMBER_LEFT, Happening.MIGRATED}

KEPT = timedelta(days=30)  # so long a team is kept after the bot was taken out of its group

Handled = tuple[Chat, tuple[Answer, ...]]


def is_event(incoming: Incoming) -> bool:
    return incoming.happening in _EVENTS


def handle(db: Connection, seen: Seen) -> Handled:
    """Does what the event asks for; the chat it happened in and what is said there."""
    incoming = seen.incoming
    chat = chats.open_chat(db, incoming.chat, incoming.kind, seen.language)
    match incoming.happening:
        case Happening.BOT_ADDED:
            return chat, _added(db, seen, chat)
        case Happening.BOT_REMOVED:
            return chat, tuple(_removed(db, seen, chat))
        case Happening.MEMBER_LEFT:
            _left(db, incoming, chat)
        case Happening.MIGRATED:
            _moved(db, incoming)
        case Happening.MESSAGE | Happening.EDIT | Happening.PRESS:
            raise ValueError(incoming.happening)
        case _:
            assert_never(incoming.happening)
    return chat, ()


def _added(db: Connection, seen: Seen, chat: Chat) -> tuple[Answer, ...]:
    """A team exists as soon as the bot is in a group; coming back to one finds everything as it was."""
    if chat.kind is ChatKind.PRIVATE:
        return ()
    team = open_team(db, seen, chat)
    if not team.active:
        team = replace(team, active=True, scheduled_since=seen.now)
        teams.save(db, team)
    if not seen.incoming.sender.anonymous:
        adder = meet(db, seen.incoming.sender)
        members.join(db, team.id, adder.id, adder.name)
    refresh_administrators(db, seen.known, team.id, chat.telegram_id)
    return (greeting(seen.known.username, team, sees_all=seen.known.sees_all(chat.telegram_id)),)


def greeting(bot_username: str, team: Team, *, sees_all: bool) -> Answer:
    """What the bot says on arrival: what it does, what it can see, what it assumed, and how to join."""
    return answer(
        say("greeting", team=team.name),
        say("greeting-sees-all" if sees_all else "greeting-sees-commands"),
        say(
            "greeting-assumed",
            zone=team.zone,
            currency=team.currency,
            daily=None if team.daily_at is None else Minutes(team.daily_at),
            weekly=None if team.weekly_at is None else Minutes(team.weekly_at),
        ),
        buttons=(
            (join_button(bot_username, team), Button(say("button-help"), data("help"))),
            (Button(say("button-setup"), data("setup")),),
        ),
    )


def join_button(bot_username: str, team: Team) -> Button:
    """A link into the private chat that makes somebody of the group a member."""
    return Button(say("button-join"), url=f"https://t.me/{bot_username}?start=join_{team.id}")


def another_group(bot_username: str) -> Button:
    """A link that adds the bot to a group, which makes the group a team."""
    return Button(say("button-add-to-group"), url=f"https://t.me/{bot_username}?startgroup=1")


def _removed(db: Connection, seen: Seen, chat: Chat) -> Iterator[Answer]:
    """The team sleeps. Its leads read in private for how long it is kept."""
    chats.close_chat(db, chat.id, "removed", seen.now)
    team = teams.of_chat(db, chat.id)
    if team is not None:
        teams.save(db, replace(team, active=False))
        for lead in leads_in_private(db, team):
            yield Answer(Message((say("removed-told", team=team.name, days=KEPT.days),)), chat=lead)


def _left(db: Connection, incoming: Incoming, chat: Chat) -> None:
    """Who leaves keeps their history and is no longer missed."""
    team = teams.of_chat(db, chat.id)
    person = people.find(db, incoming.subject.telegram_id) if incoming.subject else None
    member = members.of_person(db, team.id, person.id) if team and person else None
    if team and member:
        members.set_active(db, team.id, member.id, active=False)


def _moved(db: Connection, incoming: Incoming) -> None:
    if incoming.migrated is not None:
        chats.move_chat(db, *incoming.migrated)
