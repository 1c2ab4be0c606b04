"""What a correction says changes that and nothing else of an entry."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.booking import amended, lines_of, stating
from bot.reader.reading import Kind, Named, Record
from kpi.entry import Line, Measure
from kpi.ids import ChatId, CustomerId, MemberId, TeamId
from kpi.team import Team

DAY = date(2026, 6, 8)
MEI, KEN = MemberId(1), MemberId(2)
WHO = {None: MEI, "Ken": KEN}
TEAM = Team(
    TeamId(1),
    "花花美妆",
    ChatId(1),
    None,
    "zh",
    "Asia/Shanghai",
    "CNY",
    0,
    None,
    None,
    datetime(2026, 6, 1, tzinfo=UTC),
    True,
)


def sale(revenue: str | None = None, **more: object) -> Record:
    said = None if revenue is None else Decimal(revenue)
    return Record(**{"kind": Kind.SALE, "day": DAY, "revenue": said, **more})  # type: ignore[arg-type]


def booked(*records: Record) -> tuple[Line, ...]:
    return lines_of(TEAM, records, WHO)


def figures(lines: tuple[Line, ...] | None) -> dict[str, int]:
    assert lines is not None
    return {line.measure.value: line.value for line in lines}


BEFORE = sale("285", orders=3, new_customers=2)
CASES = [
    (sale("258"), {"gross": 25800, "gross_of_orders": 25800, "orders": 3, "new_customers": 2, "reports": 1}),
    (sale(orders=4), {"gross": 28500, "gross_of_orders": 28500, "orders": 4, "new_customers": 2, "reports": 1}),
    (
        sale(units=5),
        {"gross": 28500, "gross_of_orders": 28500, "orders": 3, "units": 5, "new_customers": 2, "reports": 1},
    ),
    (sale(orders=0), {"gross": 28500, "new_customers": 2, "reports": 1}),
    (sale("1", orders=1, new_customers=0), {"gross": 100, "gross_of_orders": 100, "orders": 1, "reports": 1}),
    (
        Record(kind=Kind.NEW_CUSTOMERS, day=DAY, new_customers=3),
        {"gross": 28500, "gross_of_orders": 28500, "orders": 3, "new_customers": 3, "reports": 1},
    ),
    (
        Record(kind=Kind.COMPLAINT, day=DAY, count=1),
        {"gross": 28500, "gross_of_orders": 28500, "orders": 3, "new_customers": 2, "complaints": 1, "reports": 1},
    ),
]


@pytest.mark.parametrize(("said", "expected"), CASES)
def test_what_is_said_changes_and_all_else_stays(said: Record, expected: dict[str, int]) -> None:
    assert figures(amended(TEAM, booked(BEFORE), (said,), WHO)) == expected


def test_it_moves_to_the_day_and_the_member_that_are_named() -> None:
    yesterday = DAY - timedelta(days=1)
    said = sale("258", day=yesterday, for_seller="Ken")
    lines = amended(TEAM, booked(BEFORE), (said,), WHO)
    assert lines is not None
    assert {(line.business_date, line.member) for line in lines} == {(yesterday, KEN)}


def test_an_entry_of_several_people_or_days_cannot_be_put_right_in_a_part() -> None:
    assert amended(TEAM, booked(BEFORE, sale("1", for_seller="Ken")), (sale("258"),), WHO) is None
    assert amended(TEAM, booked(BEFORE, sale("1", day=DAY - timedelta(days=1))), (sale("258"),), WHO) is None


def test_customers_who_were_named_stay_as_far_as_the_count_reaches() -> None:
    named = tuple(Line(Measure.NEW_CUSTOMERS, 1, DAY, MEI, customer=CustomerId(n)) for n in (1, 2))
    before = (*booked(sale("285")), *named)
    said = (Record(kind=Kind.NEW_CUSTOMERS, day=DAY, new_customers=3),)
    lines = [line for line in amended(TEAM, before, said, WHO) or () if line.measure is Measure.NEW_CUSTOMERS]
    assert [(line.customer, line.value) for line in lines] == [(1, 1), (2, 1), (None, 1)]
    fewer = (Record(kind=Kind.NEW_CUSTOMERS, day=DAY, new_customers=1),)
    lines = [line for line in amended(TEAM, before, fewer, WHO) or () if line.measure is Measure.NEW_CUSTOMERS]
    assert [(line.customer, line.value) for line in lines] == [(1, 1)]


def test_customers_whom_the_correction_names_take_the_place_of_others() -> None:
    before = (*booked(sale("285")), Line(Measure.NEW_CUSTOMERS, 1, DAY, MEI, customer=CustomerId(1)))
    said = Record(
        kind=Kind.NEW_CUSTOMERS, day=DAY, new_customers=2, customers=(Named("小红", new=True), Named("阿玲", new=True))
    )
    book = {"小红": CustomerId(7), "阿玲": CustomerId(8)}
    lines = [line for line in amended(TEAM, before, (said,), WHO, book) or () if line.measure is Measure.NEW_CUSTOMERS]
    assert [(line.customer, line.value) for line in lines] == [(7, 1), (8, 1)]


def test_what_was_sold_to_one_customer_stays_theirs() -> None:
    before = (
        Line(Measure.GROSS, 19900, DAY, MEI, customer=CustomerId(1)),
        Line(Measure.REPEAT_CUSTOMERS, 1, DAY, MEI, customer=CustomerId(1)),
    )
    lines = amended(TEAM, before, (sale("189"),), WHO)
    assert lines is not None
    assert {(line.measure, line.value, line.customer) for line in lines} == {
        (Measure.GROSS, 18900, 1),
        (Measure.REPEAT_CUSTOMERS, 1, 1),
    }


def test_an_adjustment_stays_one() -> None:
    locked, refund = DAY - timedelta(days=9), Measure.REFUNDS
    before = (Line(refund, 12800, DAY, MEI, for_day=locked),)
    said = Record(kind=Kind.REFUND, day=locked, revenue=Decimal(120))
    assert amended(TEAM, before, (said,), WHO) == (Line(refund, 12000, DAY, MEI, for_day=locked),)


@pytest.mark.parametrize("measure", Measure)
def test_what_a_number_may_state_is_what_it_is_booked_as(measure: Measure) -> None:
    record = stating(measure, Decimal(3), DAY)
    if record is not None:
        value = 300 if measure in {Measure.GROSS, Measure.REFUNDS} else 3
        assert figures(booked(record)) == {measure.value: value, "reports": 1}
