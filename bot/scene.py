"""Who is speaking, where, and for which team: an incoming update made into a `Request`."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.command import Request
from bot.incoming import Happening, Incoming, Sender
from bot.leads import role_in
from bot.names import clean
from bot.service import Service
from bot.telegram_facts import Facts, linked_team
from bot.texts import language_of
from kpi.ids import TeamId, TelegramId
from kpi.team import Chat, ChatKind, Member, Person, Role, Team, role_of
from storage import chats, members, people, teams
from storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Seen:
    """An incoming update, what Telegram was asked about it beforehand, and when it is handled."""

    incoming: Incoming
    known: Facts
    now: datetime
    service: Service

    @property
    def language(self) -> str:
        return language_of(self.incoming.sender.language)


def look(db: Connection, seen: Seen) -> Request:
    """The request that the update makes. Chat, person and, for a group, the team exist afterwards."""
    incoming = seen.incoming
    text, addressed = _without_own_name(incoming, seen.known.username)
    person = meet(db, incoming.sender)
    chat = chats.open_chat(db, incoming.chat, incoming.kind, person.language)
    candidates = _teams(db, seen, chat, person)
    team = _chosen(candidates, person)
    group = _group_of(db, chat, team) if team else None
    member = _member(db, seen, team.id, person, group) if team and group else None
    return Request(
        db,
        seen.now,
        incoming.sent_at,
        chat,
        person,
        team,
        candidates,
        member,
        _role(seen, group, member),
        seen.known.username,
        sees_all=seen.known.sees_all(incoming.chat),
        text=text,
        addressed=addressed,
        message_id=incoming.message_id,
        topic=incoming.topic,
        edit_date=incoming.edit_date,
        callback=incoming.callback,
        in_group=incoming.kind is ChatKind.GROUP,
        mentions=incoming.mentions,
        reply_to=incoming.reply_to,
        photo=incoming.photo,
        service=seen.service if incoming.sender.telegram_id in seen.service.operators else None,
        file=seen.known.files.get(incoming.attached.file_id) if incoming.attached else None,
        admitted=(incoming.sender.telegram_id, linked_team(incoming.text)) in seen.known.admitted,
        administers=_administers(seen),
    )


def _administers(seen: Seen) -> dict[TelegramId, bool]:
    sender, known = seen.incoming.sender.telegram_id, seen.known
    told = {group: sender in administrators for group, administrators in known.administrators.items()}
    return told | dict.fromkeys(known.silent, False)


def _without_own_name(incoming: Incoming, username: str) -> tuple[str, bool]:
    """What was written, without the bot's own name, and whether that stood there: `@bot 3 orders 1280`."""
    if incoming.happening is Happening.PRESS or "@" not in incoming.text:
        return incoming.text, False
    text, times = re.subn(rf"(?<!\w)@{re.escape(username)}\b", "", incoming.text, flags=re.IGNORECASE)
    return (text.strip(), True) if times else (incoming.text, False)


def meet(db: Connection, sender: Sender) -> Person:
    """The person, with the name they have now."""
    name = clean(sender.name, f"User {str(sender.telegram_id)[-4:]}")
    language, told = language_of(sender.language), sender.language is not None
    return people.seen(db, sender.telegram_id, name, sender.username, language, told=told)


def open_team(db: Connection, seen: Seen, chat: Chat) -> Team:
    """The team of the group, made on the spot when there is none.

    A group whose first person's Telegram is Chinese keeps its books in Shanghai's time and in yuan, any other
    in UTC and US dollars, until it says otherwise.
    """
    team, name = teams.of_chat(db, chat.id), clean(seen.incoming.title, f"Team {chat.id}")
    if team is not None:
        return team if team.name == name else _renamed(db, team, name)
    chinese = seen.language == "zh"
    chats.set_language(db, chat.id, seen.language)
    return teams.create(
        db,
        chat=chat.id,
        name=name,
        language=seen.language,
        zone="Asia/Shanghai" if chinese else "UTC",
        currency="CNY" if chinese else "USD",
        at=seen.now,
    )


def _renamed(db: Connection, team: Team, name: str) -> Team:
    """A team is called what its group is called."""
    renamed = replace(team, name=name)
    teams.save(db, renamed)
    return renamed


def in_team(request: Request, wanted: TeamId | None) -> Request:
    """The request for another team of the same person: the one that a message or a button of theirs belongs to.

    The request as it is when there is no such team among theirs.
    """
    team = next((team for team in request.teams if team.id == wanted), None)
    if team is None or team == request.team:
        return request
    member = members.of_person(request.db, team.id, request.person.id)
    return replace(request, team=team, member=member, role=role_in(request, team, member) if member else None)


def keep_administrators(db: Connection, known: Facts) -> None:
    """Writes down who leads the groups of which Telegram said so since it was last written down."""
    for group in known.fresh:
        chat = chats.chat_of(db, group)
        team = teams.of_chat(db, chat.id) if chat else None
        if team is not None:
            refresh_administrators(db, known, team.id, group)


def refresh_administrators(db: Connection, known: Facts, team: TeamId, group: TelegramId) -> None:
    """Writes down who leads the group, when Telegram was asked."""
    administrators = known.administrators.get(group)
    if administrators is not None:
        members.set_administrators(db, team, administrators)


def _group_of(db: Connection, chat: Chat, team: Team) -> TelegramId:
    return chat.telegram_id if chat.id == team.chat else chats.chat(db, team.chat).telegram_id


def _member(db: Connection, seen: Seen, team: TeamId, person: Person, group: TelegramId) -> Member | None:
    """What the person is in the team. Whether they lead it is corrected here for whoever joined since Telegram told."""
    member, administrators = members.of_person(db, team, person.id), seen.known.administrators.get(group)
    if member is None or administrators is None or member.administrator == (person.telegram_id in administrators):
        return member
    refresh_administrators(db, seen.known, team, group)
    return replace(member, administrator=not member.administrator)


def _teams(db: Connection, seen: Seen, chat: Chat, person: Person) -> tuple[Team, ...]:
    if chat.kind is ChatKind.GROUP:
        return (open_team(db, seen, chat),)
    return tuple(teams.of_person(db, person.id))


def _chosen(candidates: tuple[Team, ...], person: Person) -> Team | None:
    if len(candidates) == 1:
        return candidates[0]
    return next((team for team in candidates if team.id == person.current_team), None)


def _role(seen: Seen, group: TelegramId | None, member: Member | None) -> Role | None:
    """What the person may do. While Telegram was asked and is silent about who leads, nobody does by that.

    Somebody of the group who is no member yet is judged by Telegram alone.
    """
    if group is None:
        return None
    if member is not None:
        silent = member.administrator and group in seen.known.silent
        return role_of(replace(member, administrator=False) if silent else member)
    administrators = seen.known.administrators.get(group) or frozenset()
    return Role.LEAD if seen.incoming.sender.telegram_id in administrators else Role.SELLER
