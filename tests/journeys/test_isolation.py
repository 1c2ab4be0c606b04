"""Two teams on one bot: whatever is said or pressed in one, nothing of the other is ever shown or changed.

Everything is tried: each command that the bot has, with each of its examples and with names and numbers of the other
team, each button that appears, and forged ones. A new command is tried by itself, by its examples.
"""

import re
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.command import Command, Where, Who
from bot.demo.telegram import Group, Person, Shown
from bot.registry import gather
from handlers import CAPABILITIES
from kpi.entry import Measure
from kpi.ids import TeamId, TelegramId
from kpi.period import Grain, period_of
from storage import chats, members, teams, totals
from storage import tables as t
from storage.connection import Connection
from tests.journeys.world import World

COMMANDS = tuple(command for command in gather(CAPABILITIES).commands if command.who is not Who.OPERATOR)
# What is asked, or kept for the people themselves; nobody's books.
OWN = frozenset({"question", "open_report", "sheet", "outbox", "slot", "live_card"})
PNG = b"\x89PNG\r\n\x1a\n"
ROLES = (("viewer", False), ("seller", True), ("lead", True), ("lead", False))  # and whether in private
MOST = 400  # buttons of one walk, after which something presses itself
LAST = ("v1:forget-me:",)  # whoever presses it is nobody afterwards, and learns nothing more

Rows = dict[str, list[tuple[object, ...]]]
Secret = tuple[str, ...]


async def blank(spec: object) -> bytes:
    """Pictures are looked through by their figures, which wait in the outbox."""
    assert spec
    return PNG


class Undrawn(World):
    draw = staticmethod(blank)


@dataclass
class Side:
    """A team: its group, people and what it has in the books that is nobody else's to know."""

    world: World
    group: Group
    lead: Person
    sellers: tuple[Person, ...]
    viewer: Person
    pressed: set[str] = field(default_factory=set)  # by kind: numbers are left out
    seen: set[str] = field(default_factory=set)  # what buttons carried

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.lead, *self.sellers, self.viewer)

    def team(self, db: Connection) -> TeamId:
        chat = chats.chat_of(db, TelegramId(self.group.id))
        assert chat is not None
        found = teams.of_chat(db, chat.id)
        assert found is not None
        return found.id

    def rows(self) -> Rows:
        """All that the books say of the team, by table."""
        with self.world.database.read() as db:
            ours = self.team(db)
            tables = [table for table in t.metadata.sorted_tables if "team_id" in table.c and table.name not in OWN]
            found: Rows = {
                table.name: [tuple(row) for row in db.execute(select(table).where(table.c.team_id == ours))]
                for table in tables
            }
            found["team"] = [tuple(row) for row in db.execute(select(t.team).where(t.team.c.id == ours))]
            return {name: sorted(rows, key=repr) for name, rows in found.items()}

    def ids(self) -> list[int]:
        """Numbers of what is theirs: the team, members, reports, customers."""
        with self.world.database.read() as db:
            ours = self.team(db)
            tables = (t.member, t.entry, t.customer)
            numbers = [list(db.execute(select(x.c.id).where(x.c.team_id == ours)).scalars())[-1] for x in tables]
            return [ours, *numbers]

    def secrets(self) -> set[Secret]:
        """Names and amounts, each as it may be written: `1,233` in a message, `1233` in a file or a picture."""
        with self.world.database.read() as db:
            ours = self.team(db)
            names = {member.name for member in members.of_team(db, ours)}
            by_member = totals.by_member(db, ours, period_of(Grain.MONTH, self.world.now.date()))
        sums = [found.get(Measure.GROSS, 0) for found in by_member.values()]
        amounts = {value for value in (*sums, sum(sums)) if value}
        written = {(f"{value // 100:,}", f"{value // 100}") for value in amounts}
        return {*((name,) for name in names), (self.group.title,), *written}


async def side(world: World, title: str, names: Sequence[str], customer: str, amounts: Sequence[int]) -> Side:
    """A team that sold for `amounts`, the last of whose people only looks on."""
    lead, *others = (world.telegram.person(name, language="zh-hans", username=f"{name.lower()}_x") for name in names)
    group = world.telegram.group(title, owner=lead, members=others)
    world.telegram.add_bot(group, lead)
    await world.settle()
    made = Side(world, group, lead, tuple(others[:-1]), others[-1])
    for seller, amount in zip((lead, *made.sellers), amounts, strict=True):
        await world.say(seller, group, f"2单 {amount}")
    await world.say(made.sellers[0], group, f"新客 {customer} {amounts[0]}")
    greeting = world.said(group)[0]
    (link,) = [button.url for row in greeting.buttons for button in row if button.url]
    for person in made.people:
        await world.say(person, person, f"/start {link.partition('?start=')[2]}")
    await world.say(lead, lead, f"/team role @{names[-1].lower()}_x viewer")
    return made


@asynccontextmanager
async def two_sides(folder: Path) -> AsyncIterator[tuple[Side, Side]]:
    """Two teams of one bot."""
    world = Undrawn(folder, datetime(2026, 6, 8, 10, 12, tzinfo=ZoneInfo("Asia/Shanghai")))
    await world.start()
    ours = await side(world, "花花美妆", ("林小花", "小美", "阿强", "丽丽"), "小红", (611, 622, 633))
    theirs = await side(world, "Quokkas", ("Xenia", "Yorick", "Zenobia", "Wilfrid"), "Ulrika", (777131, 888242, 999353))
    yield ours, theirs
    world.database.close()


@pytest.fixture
async def sides(tmp_path: Path) -> AsyncIterator[tuple[Side, Side]]:
    async with two_sides(tmp_path) as both:
        yield both


def lines(command: Command, more: Iterable[str] = ()) -> Iterator[str]:
    """The command alone, its examples, and with each of `more`."""
    yield f"/{command.name}"
    yield from command.examples_in("zh")
    for words in more:
        yield f"/{command.name} {words}"


async def walk(of: Side, who: Person, where: Group | Person, more: Sequence[str] = ()) -> None:
    """Says everything, and presses each kind of button that comes of it."""
    place = Where.GROUP if isinstance(where, Group) else Where.PRIVATE
    of.pressed.clear()
    for command in COMMANDS:
        if command.where in {Where.ANYWHERE, place}:
            for line in lines(command, more):
                await press_all(of, who, where, await of.world.say(who, where, line))


async def press_all(of: Side, who: Person, where: Group | Person, messages: Sequence[Shown]) -> None:
    waiting = list(messages)
    while waiting:
        message = waiting.pop()
        for given in [button.data for row in message.buttons for button in row if button.data]:
            of.seen.add(given)
            kind = re.sub(r"\d+", "N", given)
            if kind in of.pressed or len(of.pressed) > MOST or given.startswith(LAST):
                continue
            of.pressed.add(kind)
            before = {shown.message_id: shown.text for shown in of.world.said(where)}
            await forge(of, who, message, given)
            waiting += [m for m in of.world.said(where) if before.get(m.message_id) != m.text]


async def forge(of: Side, who: Person, message: Shown, given: str) -> None:
    of.world.telegram.forge(who, message, given)
    await of.world.settle()


def heard(world: World, places: Sequence[Group | Person]) -> Iterator[str]:
    """All that was on its way to some chats: as it waited to be sent, and messages and files as they arrived."""
    with world.database.read() as db:
        rows = (
            select(t.outbox.c.body)
            .join(t.chat, t.chat.c.id == t.outbox.c.chat_id)
            .where(t.chat.c.telegram_id.in_([place.id for place in places]))
        )
        yield from db.execute(rows).scalars()
    for place in places:
        for message in world.said(place):
            yield message.text
            if message.document is not None:
                yield message.document.content.decode("utf-8", errors="replace")


def told(of: Side, secrets: Iterable[Secret]) -> list[tuple[Secret, str]]:
    """What of `secrets` was told to the team, with where."""
    texts = heard(of.world, (of.group, *of.people))
    return [(forms, text) for text in texts for forms in secrets if any(form in text for form in forms)]


def one_of_each(seen: Iterable[str]) -> list[str]:
    """Of what buttons carried, one of each kind."""
    return list({re.sub(r"\d+", "N", given): given for given in sorted(seen)}.values())


async def pry(ours: Side, theirs: Side, who: Person, where: Group | Person) -> None:
    """Everything that somebody of one team can try on the other."""
    other = [theirs.sellers[0].name.lower(), f"@{theirs.sellers[0].username}", *map(str, theirs.ids()[1:3])]
    await walk(ours, who, where, other)
    message = ours.world.said(where)[-1]
    for given in one_of_each(theirs.seen):
        await forge(ours, who, message, given)
    for given in one_of_each(ours.seen):
        head, *values = given.split(":")[1:]
        for place, value in enumerate(values):
            if value.isdecimal():
                for number in theirs.ids():
                    swapped = ":".join(("v1", head, *values[:place], str(number), *values[place + 1 :]))
                    await forge(ours, who, message, swapped)


async def tried(ours: Side, theirs: Side, role: str, *, private: bool) -> tuple[list[tuple[Secret, str]], set[str]]:
    """What somebody of one team was told of the other, and the tables in which something of it changed."""
    secrets = theirs.secrets()
    await walk(theirs, theirs.lead, theirs.lead)
    await walk(theirs, theirs.sellers[0], theirs.group)
    kept = theirs.rows()
    who = {"viewer": ours.viewer, "seller": ours.sellers[0], "lead": ours.lead}[role]
    await pry(ours, theirs, who, who if private else ours.group)
    return told(ours, secrets), {name for name, rows in theirs.rows().items() if rows != kept[name]}


@pytest.mark.parametrize(("role", "private"), ROLES, ids=str)
async def test_req_98_nothing_of_another_team_is_shown_or_changed(
    sides: tuple[Side, Side], role: str, private: bool
) -> None:
    ours, theirs = sides
    seen, changed = await tried(ours, theirs, role, private=private)
    assert seen == []
    assert changed == set()


async def test_the_same_walk_shows_a_team_its_own(sides: tuple[Side, Side]) -> None:
    """Else the test above would see nothing."""
    ours, _ = sides
    secrets = ours.secrets()
    await ours.world.say(ours.lead, ours.lead, "/top 本月")  # before the examples that report change the sums
    await walk(ours, ours.lead, ours.lead)
    assert {secret for secret, _ in told(ours, secrets)} == secrets


def test_every_command_has_examples_to_be_tried_by() -> None:
    assert [command.name for command in COMMANDS if not command.examples_in("zh")] == []


@pytest.mark.parametrize("private", [True, False], ids=["private", "group"])
async def test_req_93_a_viewer_writes_nothing(sides: tuple[Side, Side], private: bool) -> None:
    """Whatever they say or press, also what a lead's buttons carry."""
    ours, _ = sides
    await walk(ours, ours.lead, ours.lead)
    await ours.world.say(ours.lead, ours.lead, f"/team role @{ours.viewer.username} viewer")
    leads, kept = one_of_each(ours.seen), ours.rows()
    where = ours.viewer if private else ours.group
    await walk(ours, ours.viewer, where)
    message = ours.world.said(where)[-1]
    for given in leads:
        await forge(ours, ours.viewer, message, given)
    now = ours.rows()
    assert [row for name in now for row in now[name] if row not in kept[name]] == []
    assert [row for name in now for row in kept[name] if row not in now[name]] == []
