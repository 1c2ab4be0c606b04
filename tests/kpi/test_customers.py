"""The figures of the customer book: each formula with the figures it is known by, and the laws that hold for all."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.customers import (
    CALL_AFTER,
    Customer,
    Mention,
    Purchase,
    Share,
    Standing,
    buy_back,
    by_seller,
    counted_as,
    due,
    new_by_seller,
    new_customers,
    repurchase,
    retained,
    retention,
    standings,
)
from kpi.entry import Measure
from kpi.ids import CustomerId, EntryId, MemberId
from kpi.period import Grain, Period, period_of

MEI, KEN = MemberId(1), MemberId(2)
MONDAY = date(2026, 6, 8)
THURSDAY = MONDAY + timedelta(days=3)
WEEK = period_of(Grain.WEEK, MONDAY)
NEXT_WEEK = period_of(Grain.WEEK, MONDAY + timedelta(days=7))
NEW, REPEAT = Measure.NEW_CUSTOMERS, Measure.REPEAT_CUSTOMERS


def bought(customer: int, day: date = MONDAY, seller: MemberId = MEI, *, returning: bool = False) -> Purchase:
    return Purchase(CustomerId(customer), seller, day, None, returning)


def test_a_customer_who_is_logged_twice_is_new_once() -> None:
    assert new_customers([bought(1), bought(1)], WEEK) == 1


def test_the_same_alias_next_week_is_not_new_again() -> None:
    purchases = [bought(1), bought(1, NEXT_WEEK.start), bought(2, NEXT_WEEK.start)]
    assert [new_customers(purchases, week) for week in (WEEK, NEXT_WEEK)] == [1, 1]


def test_a_first_purchase_that_is_said_to_be_a_returning_one_makes_nobody_new() -> None:
    assert new_customers([bought(1, returning=True), bought(1)], WEEK) == 0


def test_who_sold_first_has_the_new_customer() -> None:
    purchases = [bought(1, THURSDAY, KEN), bought(1, MONDAY, MEI), bought(2, THURSDAY, KEN)]
    assert new_by_seller(purchases, WEEK) == {MEI: 1, KEN: 1}


@pytest.mark.parametrize(("same_day_once", "ratio"), [(False, Fraction(1, 2)), (True, Fraction(1, 4))])
def test_repurchase_rate_with_and_without_repeats_on_one_day(same_day_once: bool, ratio: Fraction) -> None:
    """c1 on Monday and Thursday, c2 twice on Monday, c3 and c4 once: 50 % plain, 25 % with one purchase a day."""
    purchases = [bought(1), bought(1, THURSDAY), bought(2), bought(2), bought(3), bought(4, THURSDAY)]
    share = repurchase(purchases, WEEK, same_day_once=same_day_once)
    assert share.ratio == ratio
    assert share.of == 4


def test_repurchase_counts_only_what_lies_in_the_window() -> None:
    assert repurchase([bought(1), bought(1, WEEK.end)], WEEK) == Share(0, 1)


def test_buy_back_rate_of_two_out_of_five_is_forty_percent() -> None:
    first = [bought(n) for n in range(1, 6)]
    second = [
        bought(1, NEXT_WEEK.start),
        bought(2, NEXT_WEEK.last),
        bought(2, NEXT_WEEK.last),
        bought(9, NEXT_WEEK.last),
    ]
    assert buy_back([*first, *second], WEEK, NEXT_WEEK).ratio == Fraction(2, 5)


@pytest.mark.parametrize("share", [repurchase([], WEEK), buy_back([], WEEK, NEXT_WEEK)])
def test_a_rate_without_buyers_is_none(share: Share) -> None:
    assert share.ratio is None


@pytest.mark.parametrize(("buyers", "enough"), [(4, False), (5, True)])
def test_req_26_fewer_than_five_buyers_are_too_small_a_sample(buyers: int, enough: bool) -> None:
    assert repurchase([bought(n) for n in range(buyers)], WEEK).is_enough is enough


@pytest.mark.parametrize(
    ("start", "end", "new", "ratio"), [(20, 19, 3, Fraction(4, 5)), (0, 3, 3, None), (5, 5, 0, 1), (4, 2, 2, 0)]
)
def test_req_07_retention_is_the_customers_kept_of_those_at_the_start(
    start: int, end: int, new: int, ratio: Fraction | None
) -> None:
    assert retention(start, end, new) == ratio


def test_retention_from_purchases_knows_a_customer_for_ninety_days() -> None:
    june = period_of(Grain.MONTH, MONDAY)
    kept, lost, new = 1, 2, 3
    purchases = [
        bought(kept, june.start - timedelta(days=5)),
        bought(kept, june.last),
        bought(lost, june.start - timedelta(days=85)),
        bought(new, june.start),
    ]
    assert retained(purchases, june) == Fraction(1, 2)
    assert retained([bought(new, june.start)], june) is None


def mention(  # noqa: PLR0917 - in the order of a table
    customer: int, said: Measure, day: date, entry: int, line: int = 0, seller: MemberId = MEI
) -> Mention:
    return Mention(day, EntryId(entry), line, CustomerId(customer), seller, said)


COUNTED = [
    # mentions in their order, and what each counts as
    ([mention(1, NEW, MONDAY, 1)], [NEW]),
    ([mention(1, REPEAT, MONDAY, 1)], [REPEAT]),
    ([mention(1, NEW, MONDAY, 1), mention(1, NEW, MONDAY, 2)], [NEW, REPEAT]),
    ([mention(1, REPEAT, MONDAY, 1), mention(1, NEW, THURSDAY, 2)], [REPEAT, REPEAT]),
    ([mention(1, NEW, MONDAY, 5), mention(1, NEW, THURSDAY, 2)], [NEW, REPEAT]),
    ([mention(1, NEW, MONDAY, 1, 0), mention(1, NEW, MONDAY, 1, 1)], [NEW, None]),
    ([mention(1, NEW, MONDAY, 1, 0), mention(1, NEW, MONDAY, 1, 1, KEN)], [NEW, REPEAT]),
    ([mention(1, NEW, MONDAY, 1), mention(2, NEW, MONDAY, 2)], [NEW, NEW]),
]


@pytest.mark.parametrize(("mentions", "counted"), COUNTED)
@pytest.mark.parametrize("backwards", [False, True])
def test_what_was_said_counts_once_in_the_order_of_the_days(
    mentions: list[Mention], counted: list[Measure | None], backwards: bool
) -> None:
    assert [measure for _, measure in counted_as(mentions[::-1] if backwards else mentions)] == counted


DAYS = st.integers(0, 40).map(lambda days: MONDAY + timedelta(days=days))
MENTIONS = st.lists(
    st.builds(
        Mention,
        DAYS,
        st.integers(1, 9).map(EntryId),
        st.integers(0, 99),
        st.integers(1, 4).map(CustomerId),
        st.sampled_from([MEI, KEN]),
        st.sampled_from([NEW, REPEAT]),
    ),
    unique_by=lambda found: (found.day, found.entry, found.line),
)


@given(mentions=MENTIONS)
def test_nobody_is_new_twice_and_no_purchase_counts_twice(mentions: list[Mention]) -> None:
    counted = counted_as(mentions)
    new = [found.customer for found, measure in counted if measure is NEW]
    assert len(new) == len(set(new))
    assert sum(measure is not None for _, measure in counted) == len(
        {(found.customer, found.entry, found.seller, found.day) for found in mentions}
    )


PURCHASES = st.lists(
    st.builds(Purchase, st.integers(1, 6).map(CustomerId), st.sampled_from([MEI, KEN]), DAYS, st.none(), st.booleans()),
    max_size=30,
)
QUARTER = Period(Grain.QUARTER, MONDAY, MONDAY + timedelta(days=90))


@given(purchases=PURCHASES)
def test_new_customers_of_the_weeks_and_of_the_sellers_add_up_to_those_of_the_quarter(
    purchases: list[Purchase],
) -> None:
    weeks = [period_of(Grain.WEEK, MONDAY + timedelta(weeks=n)) for n in range(13)]
    whole = new_customers(purchases, QUARTER)
    assert sum(new_customers(purchases, week) for week in weeks) == whole
    assert sum(new_by_seller(purchases, QUARTER).values()) == whole


@given(purchases=PURCHASES)
def test_one_purchase_a_day_never_raises_the_repurchase_rate(purchases: list[Purchase]) -> None:
    plain, once = repurchase(purchases, QUARTER), repurchase(purchases, QUARTER, same_day_once=True)
    assert once.of == plain.of
    assert once.part <= plain.part <= plain.of


def standing(customer: int, last: date) -> Standing:
    return Standing(Customer(CustomerId(customer), "小红"), last, 1, 0)


@pytest.mark.parametrize(("days", "calls"), [(CALL_AFTER - 1, False), (CALL_AFTER, True), (CALL_AFTER + 1, True)])
def test_somebody_is_due_for_a_call_after_28_days(days: int, calls: bool) -> None:
    assert bool(due([standing(1, MONDAY)], MONDAY + timedelta(days=days))) is calls


def test_who_has_not_bought_for_longest_is_called_first() -> None:
    book = [standing(1, MONDAY), standing(2, MONDAY - timedelta(days=9)), standing(3, MONDAY)]
    assert [who.customer.id for who in due(book, MONDAY + timedelta(days=60))] == [2, 1, 3]


def test_a_standing_adds_up_what_is_known_of_the_amounts() -> None:
    purchases = [
        Purchase(CustomerId(1), MEI, MONDAY, 19900),
        Purchase(CustomerId(1), MEI, THURSDAY, None),
        Purchase(CustomerId(2), KEN, MONDAY, 500),
    ]
    known = {CustomerId(n): Customer(CustomerId(n), alias) for n, alias in ((1, "小红"), (2, "阿玲"))}
    assert standings(purchases, known) == [
        Standing(known[CustomerId(1)], THURSDAY, 2, 19900),
        Standing(known[CustomerId(2)], MONDAY, 1, 500),
    ]
    assert {seller: len(theirs) for seller, theirs in by_seller(purchases).items()} == {MEI: 2, KEN: 1}
