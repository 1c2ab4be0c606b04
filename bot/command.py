"""What a capability is made of: a request, an answer, and the declarations dispatch works by.

A command is declared once. Menus, `/help`, the permission check, the usage answer, the README's table and the
contract tests are all derived from its `Command`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from bot.lists.file import Sent
from bot.service import Service
from kpi.ids import TelegramId
from kpi.message import Button, Lane, Message, Say, say
from kpi.period import business_date
from kpi.team import Chat, Member, Person, Role, Team
from storage.connection import Connection
from storage.questions import Question

_LONGEST_NUMBER = 15  # digits


class Where(Enum):
    """Where a command may be used."""

    ANYWHERE = "anywhere"
    GROUP = "group"
    PRIVATE = "private"


class Who(Enum):
    """Who may use a command."""

    ANYONE = "anyone"  # no team needed
    TEAM = "team"  # whoever is in a team's group, or a member of a team
    LEAD = "lead"
    VIEWER = "viewer"  # whoever may read all of a team's figures: its viewers, and its leads
    OPERATOR = "operator"  # who runs the bot, as the environment says


class Refusal(Exception):  # noqa: N818 - the house's word; it is an answer, not a fault
    """What was asked for is not done, and this is why. Everything the update did is rolled back."""

    def __init__(self, said: Say, *more: Say, buttons: tuple[tuple[Button, ...], ...] = ()) -> None:
        super().__init__(said.key)
        self.lines = (said, *more)
        self.buttons = buttons


class Usage(Refusal):
    """The arguments were not understood: the command's own usage and examples are the answer."""

    def __init__(self) -> None:
        super().__init__(say("usage"))


@dataclass(frozen=True, slots=True)
class Answer:
    """One message that goes out because of a request, to `chat` or to where the request came from.

    A `slot` names a message that is edited when said again (`entry:12`). One that only `acknowledges` what somebody
    wrote may become a reaction to it, where a group hears too much from the bot.
    """

    message: Message
    slot: str | None = None
    chat: Chat | None = None
    topic: int | None = None
    lane: Lane = Lane.ANSWER
    acknowledges: bool = False


Answers = Iterable[Answer]


@dataclass(frozen=True, slots=True)
class Request:
    """Something a person did, with everything a handler may know about it.

    `sent_at` is when the person did it, `now` when it is handled: after an outage they differ, and a sale
    counts for the day on which it was sent. `arguments` is what stands after the command, `values` what a
    button carries.
    """

    db: Connection
    now: datetime
    sent_at: datetime
    chat: Chat
    person: Person
    team: Team | None
    teams: tuple[Team, ...]  # all of the person's, when `team` is None because none was chosen
    member: Member | None
    role: Role | None
    bot_username: str
    sees_all: bool  # whether the bot can read every message of the group (privacy mode off, or administrator)
    text: str = ""
    arguments: str = ""
    message_id: int | None = None
    topic: int | None = None
    edit_date: int | None = None
    callback: str | None = None
    values: tuple[str, ...] = ()
    in_group: bool = False
    reply_to: int | None = None  # the message that it answers
    mentions: tuple[tuple[str, TelegramId], ...] = ()  # names that Telegram resolved to a person
    addressed: bool = False  # the bot's name stood in the message; `text` is without it
    photo: str | None = None  # Telegram's number of a picture that came with the text
    file: Sent | None = None  # a document that was sent in private, read already
    service: Service | None = None  # the process, for who runs it; None for everybody else
    admitted: bool = False  # a member of the group that a join link names, as Telegram says
    # Whether they administrate each group that Telegram was asked about; of one that it is silent about they do not.
    administers: Mapping[TelegramId, bool] = field(default_factory=dict)

    @property
    def its_team(self) -> Team:
        """The team, for what is declared to need one: dispatch refuses before."""
        assert self.team is not None  # noqa: S101
        return self.team

    @property
    def its_member(self) -> Member:
        """The member, for what is declared for leads: dispatch makes them one."""
        assert self.member is not None  # noqa: S101
        return self.member

    @property
    def is_lead(self) -> bool:
        return self.role is Role.LEAD

    @property
    def today(self) -> date:
        """The team's business date when the person did it."""
        return business_date(self.sent_at, self.its_team.zone, self.its_team.day_close)

    def value(self, index: int) -> str:
        """What a button carries at `index`; empty where it carries nothing."""
        return self.values[index] if index < len(self.values) else ""

    def number(self, index: int) -> int:
        """The number that a button carries at `index`. `Refusal` for anything else: the data can be forged."""
        given = self.value(index)
        if not (given.isascii() and given.isdecimal() and len(given) <= _LONGEST_NUMBER):
            raise Refusal(say("button-old"))
        return int(given)

    @property
    def source_ref(self) -> str:
        """The key of an entry made by this message."""
        return f"{self.chat.telegram_id}:{self.message_id}"


Handler = Callable[[Request], Answers]
ReplyHandler = Callable[[Request], Answers | None]
QuestionHandler = Callable[[Request, Question], Answers]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its Latin name, trigger words, who may use it and where, and lines that show how.

    `words` stand alone or at the head of a message. `examples` pairs a language with example lines. What it
    does, in words, is the text `command-<name>`.
    """

    name: str
    handler: Handler
    words: tuple[str, ...] = ()
    who: Who = Who.TEAM
    where: Where = Where.ANYWHERE
    examples: tuple[tuple[str, tuple[str, ...]], ...] = ()
    joins: bool = False  # using it makes somebody of the group a member

    def examples_in(self, language: str) -> tuple[str, ...]:
        return dict(self.examples).get(language, ())


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does: `action` is the second part of its data (`v1:action:…`)."""

    action: str
    handler: Handler
    who: Who = Who.TEAM


@dataclass(frozen=True, slots=True)
class Asked:
    """Who reads the answer to an open question of `kind`."""

    kind: str
    handler: QuestionHandler


@dataclass
class Capability:
    """One file of `handlers/`: what it declares."""

    commands: list[Command] = field(default_factory=list)
    presses: list[Press] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    plain: Handler | None = None  # reads every text that is nothing else
    edited: Handler | None = None  # reads every edited message
    forwarded: Handler | None = None  # reads what somebody passes on into a group
    replied: ReplyHandler | None = None  # reads what answers a message; None for what is like any other message
    document: Handler | None = None  # reads a file that a lead sends in private

    def command(
        self,
        name: str,
        *,
        words: tuple[str, ...] = (),
        who: Who = Who.TEAM,
        where: Where = Where.ANYWHERE,
        zh: tuple[str, ...] = (),
        en: tuple[str, ...] = (),
        joins: bool = False,
    ) -> Callable[[Handler], Handler]:
        """Declares the function below as `/name`, with example lines in Chinese and English."""

        def declare(handler: Handler) -> Handler:
            examples = (("zh", zh), ("en", en))
            self.commands.append(Command(name, handler, words, who, where, examples, joins))
            return handler

        return declare

    def press(self, action: str, *, who: Who = Who.TEAM) -> Callable[[Handler], Handler]:
        """Declares the function below as what a button with `action` does."""

        def declare(handler: Handler) -> Handler:
            self.presses.append(Press(action, handler, who))
            return handler

        return declare

    def answers(self, kind: str) -> Callable[[QuestionHandler], QuestionHandler]:
        """Declares the function below as the reader of answers to questions of `kind`."""

        def declare(handler: QuestionHandler) -> QuestionHandler:
            self.asked.append(Asked(kind, handler))
            return handler

        return declare


def within(text: str, most: int) -> str:
    """`text` without blanks around it. `Refusal` when it has more than `most` characters: nothing is cut unsaid."""
    words = text.strip()
    if len(words) > most:
        raise Refusal(say("words-too-long", most=most, n=len(words)))
    return words


def data(action: str, *values: object) -> str:
    """Callback data of a button (at most 64 bytes): a version, the action, ids. It can be forged."""
    return ":".join(("v1", action, *(str(value) for value in values)))


def answer(*lines: Say, buttons: tuple[tuple[Button, ...], ...] = (), slot: str | None = None) -> Answer:
    """A plain answer to where the request came from."""
    return Answer(Message(lines, buttons), slot)
