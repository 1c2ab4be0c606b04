"""A group with its people, for tests of what a capability answers: every line goes through the real router."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.command import Capability, Refusal, Request
from bot.incoming import Happening, Incoming, Sender
from bot.registry import gather
from bot.render import render
from bot.router import Router
from kpi.ids import TelegramId
from kpi.message import Message, decode, encode
from kpi.team import Chat, ChatKind, Member, Person, Role, Team, role_of
from storage import chats, members, people, teams

NOON = datetime(2026, 6, 8, 4, 12, tzinfo=UTC)  # a Monday; 12:12 in Shanghai
GROUP = TelegramId(-1001)
SILENT = Capability(plain=lambda _: (), edited=lambda _: ())


@dataclass(frozen=True, slots=True)
class Heard:
    """What the bot answered: the text without tags, the buttons' labels with their data or link, and the slot."""

    text: str
    buttons: dict[str, str]
    slot: str | None

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass
class Stage:
    """The team in the transaction `db`, in `language`. `now` may be moved."""

    db: Connection
    language: str
    capabilities: Sequence[Capability]
    now: datetime = NOON
    group: TelegramId = GROUP
    name: str = "花花美妆"
    team_id: int = field(init=False)

    def __post_init__(self) -> None:
        chat = chats.open_chat(self.db, self.group, ChatKind.GROUP, self.language)
        zh = self.language == "zh"
        self.team_id = teams.create(
            self.db,
            chat=chat.id,
            name=self.name,
            language=self.language,
            zone="Asia/Shanghai" if zh else "UTC",
            currency="CNY" if zh else "USD",
            at=self.now,
        ).id

    @property
    def team(self) -> Team:
        """The team as the database has it now."""
        return next(team for team in teams.active(self.db) if team.id == self.team_id)

    def person(self, name: str, username: str | None = None) -> Person:
        """Somebody on Telegram who is in no team."""
        number = TelegramId(sum(ord(letter) << (7 * place) for place, letter in enumerate(name[:4])) + 1000)
        return people.seen(self.db, number, name, username, self.language)

    def member(
        self, name: str, username: str | None = None, *, role: Role | None = None, administrator: bool = False
    ) -> Person:
        """Somebody of the team."""
        person = self.person(name, username)
        member = members.join(self.db, self.team.id, person.id, name)
        members.set_role(self.db, self.team.id, member.id, role)
        if administrator:
            leads = {self._telegram_id(m) for m in self.members if m.administrator} | {person.telegram_id}
            members.set_administrators(self.db, self.team.id, {lead for lead in leads if lead is not None})
        return person

    def _telegram_id(self, member: Member) -> TelegramId | None:
        return people.person(self.db, member.person).telegram_id if member.person else None

    @property
    def members(self) -> list[Member]:
        return members.of_team(self.db, self.team.id)

    def role(self, name: str) -> Role | None:
        """What the active member of that name may do; None when there is none."""
        return next((role_of(member) for member in self.members if member.active and member.name == name), None)

    def say(
        self,
        person: Person,
        text: str,
        *,
        private: bool = False,
        topic: int | None = None,
        happening: Happening = Happening.MESSAGE,
        sees_all: bool = False,
        admitted: bool = False,
        mentions: tuple[tuple[str, TelegramId], ...] = (),
    ) -> Heard | None:
        """What the bot answers when `person` writes `text`; None when it is silent. A refusal undoes everything."""
        request = self._request(person, text, private=private)
        callback = "callback" if happening is Happening.PRESS else None
        request = replace(
            request, topic=topic, sees_all=sees_all, admitted=admitted, mentions=mentions, callback=callback
        )
        sender = Sender(person.telegram_id, person.name, person.username, person.language)
        incoming = Incoming(1, happening, request.chat.telegram_id, request.chat.kind, "", sender, self.now, text)
        try:
            with self.db.begin_nested():
                answers = tuple(Router(gather((*self.capabilities, SILENT))).answers(request, incoming))
        except Refusal as refusal:
            return self._heard(request.chat, Message(refusal.lines, refusal.buttons))
        messages = [answer for answer in answers if answer.message.callback is None]
        assert len(messages) <= 1
        return self._heard(request.chat, messages[0].message, messages[0].slot) if messages else None

    def press(self, person: Person, data: str, *, private: bool = True) -> Heard | None:
        """What the bot answers when `person` presses a button that carries `data`."""
        return self.say(person, data, private=private, happening=Happening.PRESS)

    def _heard(self, chat: Chat, message: Message, slot: str | None = None) -> Heard:
        """As it is worded after the way through the outbox, in the language the chat has by then."""
        rendered = render(decode(encode(message)), chats.chat(self.db, chat.id).language)
        text = rendered.text
        for tag in ("b", "code", "i"):
            text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
        keyboard = rendered.buttons.inline_keyboard if rendered.buttons else ()
        return Heard(text, {b.text: str(b.callback_data or b.url) for row in keyboard for b in row}, slot)

    def _request(self, person: Person, text: str, *, private: bool) -> Request:
        """As `bot.scene.look` makes it, with who administrates already written down."""
        person = people.person(self.db, person.id)
        mine = tuple(teams.of_person(self.db, person.id)) if private else (self.team,)
        team = mine[0] if len(mine) == 1 else next((t for t in mine if t.id == person.current_team), None)
        member = members.of_person(self.db, team.id, person.id) if team else None
        number, kind = (person.telegram_id, ChatKind.PRIVATE) if private else (self.group, ChatKind.GROUP)
        role = role_of(member) if member else Role.SELLER if team else None
        return Request(
            db=self.db,
            now=self.now,
            sent_at=self.now,
            chat=chats.open_chat(self.db, number, kind, person.language),
            person=person,
            team=team,
            teams=mine,
            member=member,
            role=role,
            bot_username="longhubang_bot",
            sees_all=False,
            text=text,
            message_id=77,
            in_group=not private,
        )
