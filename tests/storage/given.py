"""What tests of storage start from: a group with a team, sellers, and what they report."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from kpi.entry import Entry, How, Line, Measure
from kpi.ids import MemberId, TeamId, TelegramId
from kpi.period import Grain, period_of
from kpi.team import Chat, ChatKind, Member, Team
from storage import chats, entries, members, people, teams, totals

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
MONDAY = date(2026, 6, 8)
JUNE = period_of(Grain.MONTH, MONDAY)
GROUP = TelegramId(-100)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def group(db: Connection, telegram_id: int = GROUP) -> Chat:
    return chats.open_chat(db, TelegramId(telegram_id), ChatKind.GROUP, "zh")


def team(db: Connection, telegram_id: int = GROUP, currency: str = "CNY") -> Team:
    chat = group(db, telegram_id)
    return teams.create(
        db, chat=chat.id, name="美妆一队", language="zh", zone="Asia/Shanghai", currency=currency, at=NOW
    )


def seller(db: Connection, team: Team, name: str, telegram_id: int) -> Member:
    person = people.seen(db, TelegramId(telegram_id), name, None, "zh")
    return members.join(db, team.id, person.id, name)


def line(member: MemberId, value: int, measure: Measure = Measure.GROSS, day: date = MONDAY) -> Line:
    return Line(measure, value, day, member)


def report(db: Connection, author: Member, ref: str, *lines: Line) -> Entry:
    return entries.record(
        db, author.team, author=author.id, source="telegram", source_ref=ref, how=How.COMMAND, lines=lines, at=NOW
    )


def gross(db: Connection, team: TeamId) -> dict[str, int]:
    """What each member sold in June, by name."""
    names = {member.id: member.name for member in members.of_team(db, team)}
    sums = totals.by_member(db, team, JUNE)
    return {names[member]: measures[Measure.GROSS] for member, measures in sums.items() if Measure.GROSS in measures}
