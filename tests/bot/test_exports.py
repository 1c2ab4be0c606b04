"""The books as a file: the same sums as everywhere else, and columns that stay."""

import json
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.exports import TOTALS, Column, columns_table, measures_table, read, written
from kpi.entry import MONEY_MEASURES, How, Line, Measure
from kpi.ids import CustomerId, EntryId, MemberId, TeamId
from kpi.message import Export, Form, Message, decode, encode
from kpi.money import Money
from storage import customers, entries, totals
from storage.connection import Connection
from storage.database import Database
from tests.storage.given import JUNE, MONDAY, later, report, seller, team

ROOT = Path(__file__).parents[2]
MAY = MONDAY - timedelta(days=10)
DOCS = {"zh": ROOT / "docs" / "export.zh.md", "en": ROOT / "docs" / "export.md"}
EXPORTS = [
    Export(form, TeamId(3), reader, JUNE, whole=whole, names=whole)
    for form in Form
    for reader, whole in ((MemberId(5), False), (None, True))
]


@pytest.mark.parametrize("export", EXPORTS)
def test_an_export_goes_through_the_outbox_as_it_is(export: Export) -> None:
    assert decode(encode(Message(export=export))) == Message(export=export)


def test_a_message_of_a_release_without_exports_is_read() -> None:
    assert decode(encode(Message()).replace(', "export": null', "")) == Message()


def test_columns_keep_their_order_and_new_ones_come_at_the_end() -> None:
    """What programs rely on: add to this list, never change it."""
    assert [column.value for column in Column] == [
        *("date", "member", "measure", "value", "net", "currency", "customer", "product", "for_date", "how"),
        *("entered_by", "recorded_at", "entry", "line", "revision", "member_id"),
    ]


@pytest.mark.parametrize("language", DOCS)
def test_the_documentation_tells_the_columns_that_there_are(language: str) -> None:
    text = DOCS[language].read_text(encoding="utf-8")
    listed = text.partition("<!-- columns: begin -->\n")[2].partition("\n<!-- columns: end -->")[0]
    assert listed == f"{columns_table(language)}\n\n{measures_table(language)}"


@pytest.mark.parametrize(
    ("currency", "shown"), [("CNY", "1234.50"), ("USD", "1234.50"), ("JPY", "123450"), ("VND", "123450")]
)
def test_money_has_the_decimals_of_its_currency(sqlite_database: Database, currency: str, shown: str) -> None:
    with sqlite_database.write() as db:
        ours = team(db, currency=currency)
        mei = seller(db, ours, "小美", 1)
        report(db, mei, "1", Line(Measure.GROSS, 123450, MONDAY, mei.id))
        (row,) = figures(db, Export(Form.JSON, ours.id, mei.id, JUNE))
        assert (row["value"], row["currency"]) == (shown, currency)
        export = Export(Form.CSV, ours.id, mei.id, JUNE)
        _, content = written(read(db, export), export, "en")
        assert f",{shown}," in content.decode()


Row = dict[str, str | int | None]
Steps = list[tuple[str, int, list[tuple[int, Measure, int, date, int | None]]]]

FIGURES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(
            [Measure.GROSS, Measure.GROSS_OF_ORDERS, Measure.REFUNDS, Measure.NEW_CUSTOMERS, Measure.ORDERS]
        ),
        st.integers(0, 10**9),
        st.sampled_from([MAY, MONDAY, MONDAY + timedelta(days=1)]),
        st.none() | st.integers(0, 2),
    ),
    max_size=4,
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["record", "replace", "restore", "merge", "unmerge"]), st.integers(0, 5), FIGURES)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_req_95_whatever_is_booked_corrected_and_merged_the_file_adds_up_to_the_totals(
    sqlite_database: Database, steps: Steps
) -> None:
    with sqlite_database.write() as db, db.begin_nested() as trial:
        ours = team(db)
        both = [seller(db, ours, "小美", 1).id, seller(db, ours, "Ken", 2).id]
        known = [customers.named(db, ours.id, name) for name in "abc"]
        _book(db, ours.id, both, known, steps)
        for whose in (None, *both):
            export = Export(Form.JSON, ours.id, whose, JUNE, whole=whose is None)
            assert _summed(figures(db, export)) == _kept(db, export, whose)
        trial.rollback()


def figures(db: Connection, export: Export) -> list[Row]:
    _, content = written(read(db, export), export, "en")
    found = json.loads(content)["figures"]
    assert isinstance(found, list)
    return found


def _book(db: Connection, ours: TeamId, both: list[MemberId], known: list[CustomerId], steps: Steps) -> None:
    booked: list[EntryId] = []
    merged: list[customers.Merge] = []
    for number, (step, which, rows) in enumerate(steps):
        lines = [_line(both[who], measure, value, day, customer, known) for who, measure, value, day, customer in rows]
        by, at = both[1], later(number)
        match step:
            case "replace" if booked:
                entries.replace(db, ours, booked[which % len(booked)], lines, by=by, at=at)
            case "restore" if booked:
                entries.restore(db, ours, booked[which % len(booked)], by=by, at=at)
            case "merge" if not merged:
                merged.append(
                    customers.merge(db, ours, gone=known[which % 3], kept=known[which % 3 - 1], by=by, at=at)[0]
                )
            case "unmerge" if merged:
                customers.unmerge(db, ours, merged.pop(), by=by, at=at)
            case _:
                booked.append(
                    entries.record(
                        db, ours, author=both[0], source="t", source_ref=str(number), how=How.TEXT, lines=lines, at=at
                    ).id
                )


def _line(  # noqa: PLR0917 - the columns of the strategy
    member: MemberId, measure: Measure, value: int, day: date, customer: int | None, known: list[CustomerId]
) -> Line:
    if measure is Measure.NEW_CUSTOMERS and customer is not None:
        return Line(measure, 1, day, member, customer=known[customer])
    return Line(measure, value, day, member)


Sums = dict[tuple[str, str, str], Decimal]


def _summed(rows: list[Row]) -> Sums:
    """By day, member and figure; net sales as `net`."""
    found: Sums = defaultdict(Decimal)
    for row in rows:
        found[str(row["date"]), str(row["member_id"]), str(row["measure"])] += Decimal(str(row["value"]))
        found[str(row["date"]), str(row["member_id"]), "net"] += Decimal(str(row["net"] or 0))
    return {key: value for key, value in found.items() if value}


def _kept(db: Connection, export: Export, whose: MemberId | None) -> Sums:
    """The same from the daily totals, which every board reads."""
    found: Sums = {}
    for (member, day), sums in totals.by_member_day(db, export.team, export.period).items():
        if whose in {None, member}:
            at = (day.isoformat(), str(member))
            net = sums.get(Measure.GROSS, 0) - sums.get(Measure.REFUNDS, 0)
            found[(*at, "net")] = Money(net, "CNY").major
            for measure in TOTALS:
                value = sums.get(measure, 0)
                found[(*at, measure.value)] = Money(value, "CNY").major if measure in MONEY_MEASURES else Decimal(value)
    return {key: value for key, value in found.items() if value}
