"""What a lead had better look at: doubles within minutes, and sales far above the seller's own usual."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.doubts import TWINS, Booked, Outlier, Twin, doubts
from kpi.entry import How, Line, Measure
from kpi.ids import EntryId, MemberId

DAY = date(2026, 6, 8)
NOON = datetime(2026, 6, 8, 12, tzinfo=UTC)
MEI, KEN = MemberId(1), MemberId(2)


def booked(
    number: int, gross: int, orders: int = 0, *, at: float = 0, who: MemberId = MEI, day: date = DAY, seen: bool = False
) -> Booked:
    """An entry of `gross` yuan, `at` minutes after noon."""
    told = ((Measure.GROSS, gross * 100), (Measure.ORDERS, orders), (Measure.REPORTS, 1))
    lines = tuple(Line(measure, value, day, who) for measure, value in told if value)
    return Booked(EntryId(number), who, How.TEXT, NOON + timedelta(minutes=at), lines, not seen)


TWIN_CASES = [
    # the second entry, after 300 yuan for 3 orders at noon, and after how many minutes it is the same
    (booked(2, 300, 3, at=3), 3),
    (booked(2, 300, 3, at=0), 0),
    (booked(2, 300, 3, at=10), 10),
    (booked(2, 300, 3, at=10.1), None),
    (booked(2, 301, 3, at=3), None),
    (booked(2, 300, 2, at=3), None),
    (booked(2, 300, 3, at=3, who=KEN), None),
    (booked(2, 300, 3, at=3, day=DAY - timedelta(days=1)), None),
    (booked(2, 300, 3, at=3, seen=True), None),
]


@pytest.mark.parametrize(("second", "minutes"), TWIN_CASES)
def test_the_same_figures_of_a_seller_within_ten_minutes_are_doubtful(second: Booked, minutes: int | None) -> None:
    expected = [] if minutes is None else [Twin(second, EntryId(1), minutes)]
    assert doubts([booked(1, 300, 3), second], DAY - timedelta(days=9)) == expected


def test_the_first_may_be_checked_and_the_second_is_doubtful_all_the_same() -> None:
    assert len(doubts([booked(1, 300, seen=True), booked(2, 300, at=1)], DAY)) == 1


def test_who_reported_does_not_matter_but_for_whom() -> None:
    by_lead = replace(booked(2, 300, at=5), author=KEN)
    assert doubts([booked(1, 300), by_lead], DAY) == [Twin(by_lead, EntryId(1), 5)]


USUAL = [100, 120, 80]  # what 小美 sold before, one order each
OUTLIERS = [
    # gross, orders, whether it is far from usual
    (1_000, 1, True),
    (999, 1, False),
    (1_000, 10, False),
    (10_000, 10, True),
    (1_000, 0, True),
]


@pytest.mark.parametrize(("gross", "orders", "far"), OUTLIERS)
def test_ten_times_the_sellers_own_median_is_doubtful(gross: int, orders: int, far: bool) -> None:
    before = [booked(number, amount, 1, at=-99 * number) for number, amount in enumerate(USUAL, start=1)]
    one = booked(9, gross, orders)
    found = doubts([*before, one, booked(10, 5, who=KEN)], DAY)
    assert found == ([Outlier(one, MEI, gross * 100, 100 * 100)] if far else [])


def test_with_fewer_than_two_other_sales_nothing_is_unusual() -> None:
    assert doubts([booked(1, 1), booked(2, 1_000_000, at=60)], DAY) == []


def test_what_is_older_only_tells_what_is_usual() -> None:
    old = [booked(number, 100, 1, at=-99 * number, day=DAY - timedelta(days=20)) for number in (1, 2, 3)]
    slip = booked(4, 5_000, 1, day=DAY - timedelta(days=19))
    now = booked(5, 5_000, 1)
    assert [doubt.booked for doubt in doubts([*old, slip, now], DAY - timedelta(days=14))] == [now]


def test_the_newest_come_first_and_each_entry_once() -> None:
    books = [booked(n, 100, 1, at=-100 * n) for n in (1, 2, 3)] + [booked(4, 9_000, 1), booked(5, 9_000, 1, at=1)]
    found = doubts(books, DAY)
    assert [doubt.booked.entry for doubt in found] == [5, 4]
    assert isinstance(found[0], Twin)


entry = st.builds(
    booked,
    st.just(0),
    st.integers(1, 9_999),
    st.integers(0, 3),
    at=st.integers(0, 60),
    who=st.sampled_from([MEI, KEN]),
    seen=st.booleans(),
)


@given(st.lists(entry, max_size=12), st.randoms())
def test_whatever_is_booked_no_checked_entry_is_doubtful_and_order_does_not_matter(
    entries: list[Booked], chance: Random
) -> None:
    books = [replace(one, entry=EntryId(number)) for number, one in enumerate(entries, start=1)]
    found = doubts(books, DAY)
    assert all(doubt.booked.unchecked for doubt in found)
    assert all(doubt.minutes * timedelta(minutes=1) <= TWINS for doubt in found if isinstance(doubt, Twin))
    shuffled = books[:]
    chance.shuffle(shuffled)
    assert doubts(shuffled, DAY) == found
    checked = [replace(one, unchecked=False) for one in books]
    assert doubts(checked, DAY) == []
