"""Business dates and periods."""

from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.period import Grain, Period, business_date, compared, period_of, pieces, previous

grains = st.sampled_from(Grain)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("grain", "day", "first", "last", "key"),
    [
        (Grain.DAY, "2026-06-08", "2026-06-08", "2026-06-08", "2026-06-08"),
        (Grain.WEEK, "2026-06-08", "2026-06-08", "2026-06-14", "2026-W24"),  # a Monday
        (Grain.WEEK, "2026-06-14", "2026-06-08", "2026-06-14", "2026-W24"),
        (Grain.WEEK, "2027-01-03", "2026-12-28", "2027-01-03", "2026-W53"),  # the week belongs to the old year
        (Grain.WEEK, "2025-12-31", "2025-12-29", "2026-01-04", "2026-W01"),  # and here to the new
        (Grain.MONTH, "2026-06-08", "2026-06-01", "2026-06-30", "2026-06"),
        (Grain.MONTH, "2026-12-31", "2026-12-01", "2026-12-31", "2026-12"),
        (Grain.MONTH, "2028-02-29", "2028-02-01", "2028-02-29", "2028-02"),
        (Grain.QUARTER, "2026-06-30", "2026-04-01", "2026-06-30", "2026-Q2"),
        (Grain.QUARTER, "2026-10-01", "2026-10-01", "2026-12-31", "2026-Q4"),
        (Grain.YEAR, "2026-06-08", "2026-01-01", "2026-12-31", "2026"),
    ],
)
def test_the_period_of_a_day(grain: Grain, day: str, first: str, last: str, key: str) -> None:
    period = period_of(grain, date.fromisoformat(day))
    assert (period.start.isoformat(), period.last.isoformat(), period.key) == (first, last, key)


@given(grain=grains, day=days)
def test_a_period_contains_its_days_and_no_other(grain: Grain, day: date) -> None:
    period = period_of(grain, day)
    assert day in period
    assert period.start in period
    assert period.last in period
    assert period.end not in period
    assert period.start - timedelta(days=1) not in period
    assert len(period.days()) == period.length
    assert all(period_of(grain, each) == period for each in (period.start, period.last))


@given(grain=grains, day=days)
def test_periods_follow_each_other_without_a_gap_under_different_names(grain: Grain, day: date) -> None:
    period = period_of(grain, day)
    before, after = previous(period), period_of(grain, period.end)
    assert before.end == period.start
    assert previous(after) == period
    assert before.key < period.key < after.key


@pytest.mark.parametrize(
    ("grain", "day", "today", "first", "last"),
    [
        pytest.param("day", "2026-06-08", "2026-06-08", "2026-06-07", "2026-06-07", id="today"),
        pytest.param("week", "2026-06-10", "2026-06-10", "2026-06-01", "2026-06-03", id="Monday to Wednesday"),
        pytest.param("week", "2026-06-08", "2026-06-08", "2026-06-01", "2026-06-01", id="Monday alone"),
        pytest.param("week", "2026-06-08", "2026-06-14", "2026-06-01", "2026-06-07", id="the last day"),
        pytest.param("week", "2026-06-08", "2026-07-14", "2026-06-01", "2026-06-07", id="a week that is over"),
        pytest.param("month", "2026-06-01", "2026-06-08", "2026-05-01", "2026-05-08", id="a week into June"),
        pytest.param("month", "2026-06-01", "2026-06-30", "2026-05-01", "2026-05-31", id="the whole of June"),
        pytest.param("month", "2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28", id="more days than February"),
        pytest.param("quarter", "2026-04-01", "2026-04-30", "2026-01-01", "2026-01-30", id="a month into a quarter"),
    ],
)
def test_an_unfinished_period_is_compared_with_as_many_days_of_the_one_before(
    grain: str, day: str, today: str, first: str, last: str
) -> None:
    part = compared(period_of(Grain(grain), date.fromisoformat(day)), date.fromisoformat(today))
    assert (part.grain.value, part.start.isoformat(), part.last.isoformat()) == (grain, first, last)


@given(grain=grains, day=days, today=days)
def test_what_a_period_is_compared_with_lies_in_the_one_before(grain: Grain, day: date, today: date) -> None:
    period = period_of(grain, day)
    part, before = compared(period, today), previous(period)
    assert (part.grain, part.start) == (grain, before.start)
    assert 0 <= part.length <= before.length
    assert (part.length == 0) == (today < period.start)


def test_of_a_period_yet_to_come_nothing_is_compared() -> None:
    july = period_of(Grain.MONTH, date(2026, 7, 1))
    assert compared(july, date(2026, 6, 8)) == Period(Grain.MONTH, date(2026, 6, 1), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("instant", "zone", "day_close", "expected"),
    [
        ("2026-06-08T15:59:59", "Asia/Shanghai", 0, "2026-06-08"),
        ("2026-06-08T16:00:00", "Asia/Shanghai", 0, "2026-06-09"),
        ("2026-06-08T16:40:00", "Asia/Shanghai", 120, "2026-06-08"),  # 00:40, the day closes at 02:00
        ("2026-06-08T17:59:59", "Asia/Shanghai", 120, "2026-06-08"),
        ("2026-06-08T18:00:00", "Asia/Shanghai", 120, "2026-06-09"),
        ("2026-03-29T00:30:00", "Europe/Berlin", 120, "2026-03-28"),  # 01:30
        ("2026-03-29T01:00:00", "Europe/Berlin", 120, "2026-03-29"),  # 03:00, an hour later by the clock
        ("2026-10-24T23:59:00", "Europe/Berlin", 120, "2026-10-24"),  # 01:59
        ("2026-10-25T00:30:00", "Europe/Berlin", 120, "2026-10-25"),  # 02:30, and once more an hour later
        ("2026-10-25T01:30:00", "Europe/Berlin", 120, "2026-10-25"),
        ("2026-11-01T04:00:00", "America/New_York", 0, "2026-11-01"),
        ("2026-11-02T04:59:59", "America/New_York", 0, "2026-11-01"),  # a day of 25 hours
        ("2026-06-08T10:00:00", "Pacific/Kiritimati", 0, "2026-06-09"),
        ("2026-06-08T11:59:59", "Etc/GMT+12", 0, "2026-06-07"),
    ],
)
def test_the_business_date_goes_by_the_teams_clock(instant: str, zone: str, day_close: int, expected: str) -> None:
    moment = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert business_date(moment, zone, day_close).isoformat() == expected


@pytest.mark.parametrize("day_close", [0, 120])
@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Africa/Cairo", "America/Santiago", "America/Nuuk"],
)
def test_business_dates_come_each_once_and_in_order_over_clock_changes(zone: str, day_close: int) -> None:
    hours = (datetime(2026, 1, 2, tzinfo=UTC) + timedelta(hours=hour) for hour in range(363 * 24))
    dates = [day for day, _ in groupby(business_date(hour, zone, day_close) for hour in hours)]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(dates))


@given(
    instant=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.timezones()),  # noqa: DTZ001
    zone=st.timezone_keys(),
)
def test_a_business_date_does_not_depend_on_the_zone_that_an_instant_is_written_in(
    instant: datetime, zone: str
) -> None:
    assert business_date(instant, zone) == business_date(instant.astimezone(UTC), zone)


@given(grain=grains, longer=grains, day=days)
def test_a_period_is_made_of_its_pieces(grain: Grain, longer: Grain, day: date) -> None:
    whole = period_of(longer, day)
    found = pieces(whole, grain)
    assert [of for piece in found for of in piece.days()] == whole.days()
    assert all(set(piece.days()) <= set(period_of(grain, piece.start).days()) for piece in found)
    assert all(piece.grain is grain for piece in found)
