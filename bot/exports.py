"""The books as a file (`kpi.message.Export`): a row for each figure, and what each member comes to each day.

The columns are a promise to whoever reads the file with a program (docs/export.md): new ones are added at the end.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from zoneinfo import ZoneInfo

from bot.documents import Plain, Sheet, content
from bot.render import plain
from kpi.entry import MONEY_MEASURES, How, Measure
from kpi.ids import MemberId
from kpi.message import Export, Form, say
from kpi.metrics import Sums
from kpi.money import Money
from kpi.team import Member, Team
from storage import exports, members, teams, totals
from storage.connection import Connection
from storage.database import Database
from storage.exports import Figure

MOST = 100_000  # figures of a file: some 12 MB of CSV, and Telegram takes 50 from a bot


class Column(Enum):
    """What is said of each figure, in this order; the value is its name in JSON."""

    DAY = "date"
    MEMBER = "member"
    MEASURE = "measure"
    VALUE = "value"
    NET = "net"
    CURRENCY = "currency"
    CUSTOMER = "customer"
    PRODUCT = "product"
    FOR_DAY = "for_date"
    HOW = "how"
    ENTERED_BY = "entered_by"
    RECORDED_AT = "recorded_at"
    ENTRY = "entry"
    LINE = "line"
    REVISION = "revision"
    MEMBER_NUMBER = "member_id"


_OF_A_DAY = (Column.DAY, Column.MEMBER, Column.MEMBER_NUMBER, Column.NET)
_NET = (Measure.GROSS, Measure.REFUNDS)
# What is said of each member and day after that, of what anybody reported.
TOTALS = tuple(measure for measure in Measure if measure not in exports.REPEATED)


def named(column: Column) -> str:
    """The text that heads the column where people read it."""
    return f"export-column-{column.value.replace('_', '-')}"


def measured(measure: Measure) -> str:
    """The text that names a figure where people read it."""
    return f"measure-{measure.value.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Books:
    """What an export is written from."""

    team: Team
    members: Mapping[MemberId, Member]
    figures: Sequence[Figure]
    days: Mapping[tuple[MemberId, date], Sums]


def made(database: Database, export: Export, language: str) -> tuple[str, bytes]:
    """The file's name and content. Takes seconds for a long one, so it is called in a process of its own.

    The books are read in one transaction of a reader, which holds up nobody who writes, and which is over before the
    file is written.
    """
    with database.read() as db:
        books = read(db, export)
    return written(books, export, language)


def read(db: Connection, export: Export) -> Books:
    """What the books say now. `LookupError` when there is no such team any more."""
    team = teams.find(db, export.team)
    if team is None:
        raise LookupError(f"no team {export.team}")
    whose = None if export.whole else export.reader
    days = totals.by_member_day(db, team.id, export.period)
    return Books(
        team,
        {member.id: member for member in members.of_team(db, team.id)},
        list(exports.figures(db, team.id, export.period, whose)),
        {at: sums for at, sums in days.items() if whose in {None, at[0]}},
    )


def written(books: Books, export: Export, language: str) -> tuple[str, bytes]:
    """The file's name and content."""
    writing = _Writing(export, books, language)
    sheets = (writing.figures(books.figures), writing.days(books.days))
    return f"{writing.name}.{export.form.value}", content(export.form, sheets)


class _Writing:
    """How an export is worded."""

    def __init__(self, export: Export, books: Books, language: str) -> None:
        self._export, self._known, self._language = export, books.members, language
        self._currency, self._zone = books.team.currency, ZoneInfo(books.team.zone)
        self.name = self._said("export-file", period=export.period.key)
        keyed = export.form is Form.JSON  # a program reads it: what has a name in the code goes by that
        self._measures = {m: m.value if keyed else self._said(measured(m)) for m in TOTALS}
        self._ways = {how: how.value if keyed else self._said(f"how-{how.value}") for how in How}

    def figures(self, figures: Iterable[Figure]) -> Sheet:
        """A row for each figure."""
        keys = [column.value for column in Column]
        return Sheet("figures", self._said("export-figures"), keys, self._heads(Column), map(self._figure, figures))

    def days(self, days: Mapping[tuple[MemberId, date], Sums]) -> Sheet:
        """A row for each member and day, with what they come to of everything that anybody reported."""
        shown = [measure for measure in TOTALS if any(measure in sums for sums in days.values())]
        keys = [*(column.value for column in _OF_A_DAY), *(measure.value for measure in shown)]
        head = [*self._heads(_OF_A_DAY), *(self._measures[measure] for measure in shown)]
        rows = (
            (day, self._known[member].name, int(member), self._amount(_net_of(sums)), *self._sums(sums, shown))
            for (member, day), sums in sorted(days.items(), key=lambda one: one[0][::-1])
        )
        return Sheet("days", self._said("export-days"), keys, head, rows)

    def _figure(self, figure: Figure) -> tuple[Plain, ...]:
        """In the order of `Column`."""
        measure, value = figure.measure, figure.value
        return (
            figure.business_date,
            self._known[figure.member].name,
            self._measures[measure],
            self._value(measure, value),
            self._amount(_net_of({measure: value})) if measure in _NET else None,
            self._currency if measure in MONEY_MEASURES else None,
            self._customer(figure),
            figure.product,
            figure.for_day,
            self._ways[figure.how],
            self._known[figure.entered_by].name,
            figure.recorded_at.astimezone(self._zone).isoformat(timespec="seconds"),
            int(figure.entry),
            figure.line + 1,
            figure.revision,
            int(figure.member),
        )

    def _customer(self, figure: Figure) -> str | None:
        """By name where whoever asked may read it, else by number."""
        if figure.customer is None:
            return None
        open_to = self._export.names or figure.member == self._export.reader
        if open_to and figure.customer.alias is not None:
            return figure.customer.alias
        return self._said("customer-forgotten", number=str(figure.customer.id))

    def _sums(self, sums: Sums, shown: Iterable[Measure]) -> Iterator[Plain]:
        return (self._value(measure, sums.get(measure, 0)) for measure in shown)

    def _value(self, measure: Measure, value: int) -> Plain:
        return self._amount(value) if measure in MONEY_MEASURES else value

    def _amount(self, minor: int) -> Decimal:
        return Money(minor, self._currency).major

    def _heads(self, columns: Iterable[Column]) -> list[str]:
        return [self._said(named(column)) for column in columns]

    def _said(self, key: str, **values: str) -> str:
        return plain(say(key, **values), self._language)


def _net_of(sums: Sums) -> int:
    return sums.get(Measure.GROSS, 0) - sums.get(Measure.REFUNDS, 0)


def columns_table(language: str) -> str:
    """The columns of an export, as a table in Markdown."""
    rows = ((f"`{column.value}`", named(column), f"export-about-{column.value.replace('_', '-')}") for column in Column)
    return _table(
        language, ((name, plain(say(head), language), plain(say(about), language)) for name, head, about in rows)
    )


def measures_table(language: str) -> str:
    """The figures that stand in the column of figures, likewise."""
    units = {True: "export-unit-money", False: "export-unit-count"}
    rows = ((m, plain(say(measured(m)), language), units[m in MONEY_MEASURES]) for m in TOTALS)
    return _table(language, ((f"`{m.value}`", name, plain(say(unit), language)) for m, name, unit in rows))


def _table(language: str, rows: Iterable[tuple[str, str, str]]) -> str:
    head = tuple(plain(say(f"export-head-{name}"), language) for name in ("json", "sheet", "meaning"))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))
