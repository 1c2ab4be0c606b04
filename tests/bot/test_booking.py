"""Records made into lines and back: figures stay, and every customer who is called by name is one line of their own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking import amended, lines_of
from bot.customers import carried
from bot.pending import Pending, decode
from bot.reader.reading import Kind, Named, Record
from kpi.entry import How, Line, Measure
from kpi.ids import ChatId, CustomerId, MemberId, TeamId
from kpi.metrics import Sums
from kpi.team import Team

DAY = date(2026, 6, 8)
MEI = MemberId(1)
NEW, REPEAT = Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS
BEGAN = datetime(2026, 6, 1, tzinfo=UTC)
TEAM = Team(TeamId(1), "美妆", ChatId(1), None, "zh", "Asia/Shanghai", "CNY", 0, None, None, BEGAN, active=True)
KNOWN = {"小红": CustomerId(1), "阿玲": CustomerId(2), "Anna": CustomerId(3)}


def booked(*records: Record) -> tuple[Line, ...]:
    return lines_of(TEAM, records, {None: MEI}, KNOWN)


def sums(lines: tuple[Line, ...]) -> Sums:
    found: Sums = {}
    for line in lines:
        found[line.measure] = found.get(line.measure, 0) + line.value
    return found


SALE = Record(
    kind=Kind.SALE, day=DAY, revenue=Decimal(299), orders=1, new_customers=1, customers=(Named("小红", True),)
)


def test_what_was_sold_to_one_customer_is_theirs() -> None:
    lines = booked(SALE)
    assert Line(Measure.GROSS, 29900, DAY, MEI, customer=KNOWN["小红"]) in lines
    assert Line(NEW, 1, DAY, MEI, customer=KNOWN["小红"]) in lines


def test_of_several_customers_nobody_knows_whose_the_money_is() -> None:
    both = replace(SALE, new_customers=3, customers=(Named("小红", True), Named("阿玲", True)))
    lines = booked(both)
    assert [line.customer for line in lines if line.measure is Measure.GROSS] == [None]
    assert sums(lines)[NEW] == 3
    assert Line(NEW, 1, DAY, MEI) in lines


def test_who_is_not_known_by_name_only_counts() -> None:
    lines = lines_of(TEAM, (SALE,), {None: MEI})
    assert sums(lines) == sums(booked(SALE))
    assert {line.customer for line in lines} == {None}


NAMED = st.lists(st.builds(Named, st.sampled_from(sorted(KNOWN)), st.booleans()), unique_by=lambda n: n.name).map(tuple)


@given(customers=NAMED, more=st.integers(0, 3), amount=st.integers(1, 10**6))
def test_names_change_no_figure(customers: tuple[Named, ...], more: int, amount: int) -> None:
    new = sum(customer.new for customer in customers) + more
    sale = Record(
        kind=Kind.SALE, day=DAY, revenue=Decimal(amount), orders=1, new_customers=new or None, customers=customers
    )
    assert sums(booked(sale)) == sums(lines_of(TEAM, (sale,), {None: MEI}))


@given(customers=NAMED)
def test_names_survive_a_question(customers: tuple[Named, ...]) -> None:
    pending = Pending("-100:1", How.TEXT, ((replace(SALE, customers=customers),),))
    assert decode(pending.encode()) == pending


def test_another_amount_for_several_customers_is_nobodys() -> None:
    two = (SALE, replace(SALE, customers=(Named("阿玲", True),)))
    right = amended(TEAM, booked(*two), (Record(kind=Kind.SALE, day=DAY, revenue=Decimal(500)),), {None: MEI})
    assert right is not None
    assert {line.customer for line in right if line.measure is Measure.GROSS} == {None}


def line(measure: Measure, value: int, name: str | None = None, day: date = DAY) -> Line:
    return Line(measure, value, day, MEI, customer=KNOWN[name] if name else None)


CARRIED = [
    # the report, what it takes the place of, and what is booked of both
    ([line(NEW, 2)], [line(NEW, 1, "小红")], [line(NEW, 1), line(NEW, 1, "小红")]),
    ([line(NEW, 1)], [line(NEW, 1, "小红"), line(NEW, 1, "阿玲")], [line(NEW, 1, "小红")]),
    ([line(Measure.ORDERS, 3)], [line(NEW, 1, "小红"), line(REPEAT, 1, "阿玲")],
     [line(Measure.ORDERS, 3), line(NEW, 1, "小红"), line(REPEAT, 1, "阿玲")]),
    ([line(Measure.GROSS, 500)], [line(NEW, 1, "小红"), line(Measure.GROSS, 299, "小红")],
     [line(Measure.GROSS, 201), line(Measure.GROSS, 299, "小红"), line(NEW, 1, "小红")]),
    ([line(Measure.GROSS, 100)], [line(NEW, 1, "小红"), line(Measure.GROSS, 299, "小红")],
     [line(Measure.GROSS, 100), line(NEW, 1, "小红")]),
    ([line(NEW, 1, "小红")], [line(NEW, 1, "小红")], [line(NEW, 1, "小红")]),
    ([line(NEW, 1, day=DAY + timedelta(days=1))], [line(NEW, 1, "小红")],
     [line(NEW, 1, day=DAY + timedelta(days=1)), line(NEW, 1, "小红")]),
    ([line(NEW, 2)], [line(NEW, 2)], [line(NEW, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("report", "before", "expected"), CARRIED)
def test_a_days_report_keeps_its_figures_and_the_names_of_what_it_replaces(
    report: list[Line], before: list[Line], expected: list[Line]
) -> None:
    assert sorted(carried(report, before), key=repr) == sorted(expected, key=repr)
