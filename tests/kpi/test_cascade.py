"""A target in its parts."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.calendar import EVERY_DAY, Calendar, Presence
from kpi.cascade import by_shares, difference, of_day, parts, prorated
from kpi.ids import MemberId
from kpi.period import Grain, Period, period_of
from tests.kpi.june import JUNE, LILI, MEI, QIANG, SHOP, ZHOU, june

TEAM = 31_000_000
amounts = st.integers(0, 10**11)
work_weeks = st.frozensets(st.integers(0, 6), min_size=1)
specials = st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 5), max_size=20)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
two_grains = st.tuples(st.sampled_from(Grain), st.sampled_from(Grain)).map(
    lambda two: (min(two, key=list(Grain).index), max(two, key=list(Grain).index))
)


def test_req_14_the_june_of_the_examples_comes_out_exactly() -> None:
    shares = by_shares(TEAM, {MEI: 40, QIANG: 35, LILI: 25})
    assert shares == {MEI: 12_400_000, QIANG: 10_850_000, LILI: 7_750_000}
    assert {who: of_day(amount, JUNE, june(8), SHOP) for who, amount in shares.items()} == {
        MEI: 400_000,
        QIANG: 350_000,
        LILI: 250_000,
    }
    assert of_day(TEAM, JUNE, june(8), SHOP) == 1_000_000
    assert of_day(TEAM, JUNE, june(17), SHOP) == 3_000_000
    assert of_day(TEAM, JUNE, june(19), SHOP) == 0


def test_req_37_weeks_make_the_month_and_are_cut_where_it_ends() -> None:
    weeks = parts(TEAM, JUNE, Grain.WEEK, SHOP)
    assert [(part.period.start.day, part.period.last.day, part.amount) for part in weeks] == [
        (1, 7, 6_000_000),
        (8, 14, 6_000_000),
        (15, 21, 11_000_000),
        (22, 28, 6_000_000),
        (29, 30, 2_000_000),
    ]
    july = parts(TEAM, period_of(Grain.MONTH, date(2026, 7, 1)), Grain.WEEK)
    assert july[0].period == Period(Grain.WEEK, date(2026, 7, 1), date(2026, 7, 6))


def test_req_14_a_year_comes_down_to_its_days() -> None:
    year = period_of(Grain.YEAR, june(1))
    counts = {grain: len(parts(372_000_000, year, grain)) for grain in Grain}
    assert counts == {Grain.YEAR: 1, Grain.QUARTER: 4, Grain.MONTH: 12, Grain.WEEK: 63, Grain.DAY: 365}


@given(amount=amounts, grains=two_grains, day=days, work_week=work_weeks, special=specials)
def test_req_14_parts_add_up_to_the_whole(
    amount: int, grains: tuple[Grain, Grain], day: date, work_week: frozenset[int], special: dict[date, int]
) -> None:
    (grain, longer), calendar = grains, Calendar(work_week, special)
    whole = period_of(longer, day)
    assume(calendar.weight_of(whole))
    found = parts(amount, whole, grain, calendar)
    assert sum(part.amount for part in found) == amount
    assert [of for part in found for of in part.period.days()] == whole.days()


@given(amount=amounts, day=days, work_week=work_weeks, special=specials)
def test_req_14_what_nobody_works_in_gets_nothing(
    amount: int, day: date, work_week: frozenset[int], special: dict[date, int]
) -> None:
    calendar, whole = Calendar(work_week, special), period_of(Grain.QUARTER, day)
    assume(calendar.weight_of(whole))
    for grain in (Grain.MONTH, Grain.WEEK, Grain.DAY):
        for part in parts(amount, whole, grain, calendar):
            assert calendar.weight_of(part.period) or part.amount == 0


@given(amount=amounts, day=days, special=specials)
def test_req_37_the_days_of_a_week_make_its_milestone(amount: int, day: date, special: dict[date, int]) -> None:
    calendar, month = Calendar(special=special), period_of(Grain.MONTH, day)
    of_days = {part.period.start: part.amount for part in parts(amount, month, Grain.DAY, calendar)}
    for week in parts(amount, month, Grain.WEEK, calendar):
        assert sum(of_days[of] for of in week.period.days()) == week.amount


def test_what_is_left_over_goes_to_the_earlier_days() -> None:
    week = period_of(Grain.WEEK, june(8))
    assert [part.amount for part in parts(100, week, Grain.DAY)] == [15, 15, 14, 14, 14, 14, 14]


def test_what_is_left_over_goes_to_the_lower_id() -> None:
    assert by_shares(100, {LILI: 1, QIANG: 1, MEI: 1}) == {MEI: 34, QIANG: 33, LILI: 33}


@given(amount=amounts, shares=st.dictionaries(st.integers(1, 50).map(MemberId), st.integers(0, 100), min_size=1))
def test_req_36_people_s_parts_add_up_to_the_team_s(amount: int, shares: dict[MemberId, int]) -> None:
    assume(any(shares.values()))
    found = by_shares(amount, shares)
    assert sum(found.values()) == amount
    assert all(share or not found[member] for member, share in shares.items())


@pytest.mark.parametrize(
    ("grain", "calendar", "why"),
    [(Grain.YEAR, EVERY_DAY, "no parts of a year"), (Grain.DAY, Calendar(frozenset()), "add up to nothing")],
)
def test_what_cannot_be_shared_out(grain: Grain, calendar: Calendar, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parts(100, JUNE, grain, calendar)


@pytest.mark.parametrize("day", [date(2026, 5, 31), june(7), date(2026, 7, 1)])
def test_a_day_outside_the_period_or_of_rest_asks_for_nothing(day: date) -> None:
    assert of_day(TEAM, JUNE, day, SHOP) == 0


@pytest.mark.parametrize(
    ("full", "presence", "expected"),
    [
        (7_750_000, Presence(leave=frozenset({june(10)})), 7_500_000),  # 丽丽, §5.3 step 6
        (6_200_000, Presence(since=june(16)), 3_600_000),  # 小周, step 7: 18 of 31
        (6_200_000, Presence(until=june(15)), 2_600_000),
        (6_200_000, Presence(hours=Fraction(1, 2)), 3_100_000),
        (6_200_000, Presence(since=june(16), hours=Fraction(1, 2)), 1_800_000),
        (6_200_000, Presence(since=date(2026, 7, 1)), 0),
        (100, Presence(since=june(30)), 3),  # 3.23
    ],
)
def test_a_target_is_prorated_by_the_days_that_somebody_is_there(full: int, presence: Presence, expected: int) -> None:
    assert prorated(full, JUNE, SHOP, presence) == expected


def test_nobody_is_prorated_in_a_month_without_work() -> None:
    with pytest.raises(ValueError, match="nobody works"):
        prorated(100, JUNE, Calendar(frozenset()), Presence())


@given(full=amounts, leave=st.frozensets(st.dates(june(1), june(30))))
def test_leave_never_raises_a_target(full: int, leave: frozenset[date]) -> None:
    assert 0 <= prorated(full, JUNE, SHOP, Presence(leave=leave)) <= full


def test_req_36_the_difference_between_the_team_and_its_people() -> None:
    people = {MEI: 12_400_000, QIANG: 10_850_000, LILI: 7_750_000}
    assert difference(TEAM, people.values()) == 0
    people[ZHOU] = prorated(6_200_000, JUNE, SHOP, Presence(since=june(16)))
    assert (sum(people.values()), difference(TEAM, people.values())) == (34_600_000, 3_600_000)
    people[LILI] = prorated(7_750_000, JUNE, SHOP, Presence(leave=frozenset({june(10)})))
    assert (sum(people.values()), difference(TEAM, people.values())) == (34_350_000, 3_350_000)
