"""A team with people and sales, for tests of what is said about them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, func, select

from bot.command import Answer, Request
from bot.render import render
from bot.tick import Missing, make
from kpi.entry import How, Line, Measure
from kpi.ids import TelegramId
from kpi.message import Message, decode, encode
from kpi.period import Grain, period_of
from kpi.schedule import Post
from kpi.team import Chat, ChatKind, Member, Person, Role, Team, role_of
from storage import calendars, chats, entries, members, people, targets, teams
from storage import tables as t

FOUNDED = datetime(2026, 5, 1, tzinfo=UTC)
GROUP = TelegramId(-1001)
_TAG = re.compile(r"</?(?:b|i|code)>")


def make_boards(db: Connection, missing: Iterable[Missing], now: datetime) -> int:
    """Makes what is `missing`: how many posts other than what people hear in private."""
    before = _boards(db)
    make(db, missing, now)
    return _boards(db) - before


def _boards(db: Connection) -> int:
    kinds = (Post.MORNING, Post.LEAD_MORNING, Post.REMINDER, Post.PLANS, Post.COACHING, Post.PRAISE)
    private = tuple(kind.value for kind in kinds)
    return int(db.execute(select(func.count()).select_from(t.post).where(t.post.c.kind.not_in(private))).scalar_one())


@dataclass
class Shop:
    """The team 花花美妆 in Shanghai, or another, in the transaction `db`. Money is given in yuan."""

    db: Connection
    zone: str = "Asia/Shanghai"
    currency: str = "CNY"
    language: str = "zh"
    name: str = "花花美妆"
    group: TelegramId = GROUP
    team: Team = field(init=False)

    def __post_init__(self) -> None:
        chat = chats.open_chat(self.db, self.group, ChatKind.GROUP, self.language)
        self.team = teams.create(
            self.db,
            chat=chat.id,
            name=self.name,
            language=self.language,
            zone=self.zone,
            currency=self.currency,
            at=FOUNDED,
        )

    def member(self, name: str, role: Role | None = None, *, private: str = "") -> Member:
        """Somebody of the team; `private` is the language of their private chat, when they have one."""
        telegram_id = TelegramId(4000 + len(self.members) + 100 * self.team.id)
        person = people.seen(self.db, telegram_id, name, None, private or self.language)
        if private:
            chats.open_chat(self.db, telegram_id, ChatKind.PRIVATE, private)
        member = members.join(self.db, self.team.id, person.id, name)
        if role is not None:
            members.set_role(self.db, self.team.id, member.id, role)
        return self.again(member)

    def works(self, week: frozenset[int], weights: dict[date, int]) -> None:
        """The weekdays on which the team sells, and days that weigh something else."""
        self.team = replace(self.team, work_week=week)
        teams.save(self.db, self.team)
        for day, weight in weights.items():
            calendars.set_weight(self.db, self.team.id, (day,), weight)

    def again(self, member: Member) -> Member:
        """The member as the database has them now."""
        found = members.get(self.db, self.team.id, member.id)
        assert found is not None
        return found

    @property
    def members(self) -> list[Member]:
        return members.of_team(self.db, self.team.id)

    def private_chat(self, member: Member) -> Chat:
        found = chats.chat_of(self.db, self.person(member).telegram_id)
        assert found is not None
        return found

    def person(self, member: Member) -> Person:
        assert member.person is not None
        return people.person(self.db, member.person)

    def sold(self, member: Member, day: date, amount: int, orders: int = 0, new: int = 0, *, refund: int = 0) -> None:
        """A report of the member that counts for `day`."""
        figures = {
            Measure.GROSS: amount * 100,
            Measure.GROSS_OF_ORDERS: amount * 100 if orders else 0,
            Measure.ORDERS: orders,
            Measure.NEW_CUSTOMERS: new,
            Measure.REFUNDS: refund * 100,
            Measure.REPORTS: 1,
        }
        lines = [Line(measure, value, day, member.id) for measure, value in figures.items() if value]
        ref = f"{self.group}:{member.id}:{day}:{amount}:{orders}:{new}:{refund}"
        at = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        entries.record(
            self.db, self.team.id, author=member.id, source="telegram", source_ref=ref, how=How.TEXT, lines=lines, at=at
        )  # fmt: skip

    def aims(self, member: Member | None, day: date, amount: int, by: Member) -> None:
        """A target for the month of `day`, of the team with None."""
        month = period_of(Grain.MONTH, day).key
        whose = None if member is None else member.id
        targets.set_target(self.db, self.team.id, whose, month, amount * 100, by=by.id, at=FOUNDED)

    def request(
        self,
        member: Member,
        at: datetime,
        arguments: str = "",
        *,
        in_group: bool = False,
        values: tuple[str, ...] = (),
    ) -> Request:
        """What a handler gets when `member` writes or presses something at that instant."""
        here = chats.chat(self.db, self.team.chat) if in_group else self.private_chat(member)
        return Request(
            db=self.db,
            now=at,
            sent_at=at,
            chat=here,
            person=self.person(member),
            team=self.team,
            teams=(self.team,),
            member=self.again(member),
            role=role_of(member),
            bot_username="longhubang_bot",
            sees_all=True,
            arguments=arguments,
            message_id=77,
            values=values,
            in_group=in_group,
        )


def lines(message: Message | Answer, language: str = "zh") -> list[str]:
    """What a reader of `language` sees, after the way through the outbox, without the tags."""
    said = message.message if isinstance(message, Answer) else message
    text = render(decode(encode(said)), language).text
    return _TAG.sub("", text).split("\n")


def labels(message: Message | Answer, language: str = "zh") -> dict[str, str]:
    """The buttons' labels and what they carry."""
    said = message.message if isinstance(message, Answer) else message
    keyboard = render(decode(encode(said)), language).buttons
    assert keyboard is not None
    return {button.text: str(button.callback_data) for row in keyboard.inline_keyboard for button in row}


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """That time in Shanghai, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour - 8, minutes=minute)
