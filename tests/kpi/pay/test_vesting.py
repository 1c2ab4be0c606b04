"""Units that vest."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.pay.vesting import Grant
from tests.kpi.june import MEI

GRANT = Grant(MEI, 100, date(2025, 6, 15), 48)


@pytest.mark.parametrize(
    ("day", "vested"),
    [
        (date(2025, 6, 14), 0),
        (date(2025, 7, 14), 0),
        (date(2025, 7, 15), 2),
        (date(2026, 6, 14), 22),
        (date(2026, 6, 15), 25),  # 12 of 48 months
        (date(2029, 6, 14), 97),
        (date(2029, 6, 15), 100),
        (date(2040, 1, 1), 100),
    ],
)
def test_req_71_units_vest_month_by_month(day: date, vested: int) -> None:
    assert GRANT.vested(day) == vested


def test_req_71_nothing_vests_for_somebody_who_left() -> None:
    left = replace(GRANT, left=date(2026, 6, 15))
    assert left.vested(date(2029, 6, 15)) == 25
    assert replace(left, left=date(2026, 6, 14)).vested(date(2029, 6, 15)) == 22
    assert left.vested(date(2025, 7, 15)) == 2


def test_none_vest_before_the_cliff() -> None:
    grant = replace(GRANT, cliff=12)
    assert (grant.vested(date(2026, 6, 14)), grant.vested(date(2026, 6, 15))) == (0, 25)


def test_what_was_granted_on_the_31st_vests_on_the_last_day_of_shorter_months() -> None:
    grant = Grant(MEI, 48, date(2026, 1, 31), 48)
    assert [grant.vested(date(2026, 2, day)) for day in (27, 28)] == [0, 1]
    assert [grant.vested(date(2026, 4, day)) for day in (29, 30)] == [2, 3]


@pytest.mark.parametrize(("units", "months", "cliff"), [(0, 48, 0), (100, 0, 0), (100, 121, 0), (100, 48, 49)])
def test_a_grant_of_nothing_is_refused(units: int, months: int, cliff: int) -> None:
    with pytest.raises(ValueError, match="nothing"):
        replace(GRANT, units=units, months=months, cliff=cliff)


@given(
    units=st.integers(1, 10**6),
    months=st.integers(1, 120),
    day=st.dates(date(2025, 1, 1), date(2040, 1, 1)),
    later=st.integers(0, 900),
)
def test_req_71_what_is_vested_only_grows_and_never_exceeds_the_grant(
    units: int, months: int, day: date, later: int
) -> None:
    grant = Grant(MEI, units, date(2026, 1, 31), months)
    assert 0 <= grant.vested(day) <= grant.vested(date.fromordinal(day.toordinal() + later)) <= units
