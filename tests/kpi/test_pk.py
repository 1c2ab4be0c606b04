"""The rules of a PK."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.ids import MemberId, TeamId
from kpi.period import Grain, Period, period_of
from kpi.pk import Pk, Side, Stage, agreed_by, begins_at, ends_at, head_starts, winner

DAY, WEEK = (period_of(grain, date(2026, 6, 9)) for grain in (Grain.DAY, Grain.WEEK))
ASKED = datetime(2026, 6, 9, 2, tzinfo=UTC)
MEI, KEN = Side(MemberId(1), agreed=True), Side(MemberId(2), agreed=True)
PK = Pk(1, TeamId(1), MEI, KEN, DAY, handicap=True, asked_by=MEI.member, asked_at=ASKED, stage=Stage.ON)

usual = st.one_of(st.none(), st.fractions(min_value=0, max_value=10**9))


def utc(day: int, hour: int) -> datetime:
    return datetime(2026, 6, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("period", "day_close", "begins", "agreed", "ends"),
    [
        (DAY, 0, utc(8, 16), utc(9, 4), utc(9, 16)),
        (DAY, 120, utc(8, 18), utc(9, 6), utc(9, 18)),
        (WEEK, 0, utc(7, 16), utc(11, 4), utc(14, 16)),
    ],
)
def test_it_lasts_as_long_as_its_business_dates_and_is_agreed_to_in_their_first_half(
    period: Period, day_close: int, begins: datetime, agreed: datetime, ends: datetime
) -> None:
    of = (period, "Asia/Shanghai", day_close)
    assert (begins_at(*of), agreed_by(*of), ends_at(*of)) == (begins, agreed, ends)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Fraction(500), Fraction(300), (0, 200)),
        (Fraction(300), Fraction(500), (200, 0)),
        (Fraction(300), Fraction(300), (0, 0)),
        (Fraction(1, 2), Fraction(0), (0, 1)),
        (None, Fraction(300), None),
        (Fraction(300), None, None),
    ],
)
def test_the_weaker_side_gets_the_difference(
    left: Fraction | None, right: Fraction | None, expected: tuple[int, int] | None
) -> None:
    assert head_starts(left, right) == expected


@given(left=usual, right=usual)
def test_one_side_at_most_has_a_head_start(left: Fraction | None, right: Fraction | None) -> None:
    starts = head_starts(left, right)
    assert starts is None or (min(starts) == 0 and max(starts) >= 0)


@pytest.mark.parametrize(
    ("left", "right", "start", "won"),
    [(300, 200, 0, MEI), (200, 300, 0, KEN), (300, 300, 0, None), (300, 200, 100, None), (300, 200, 101, KEN)],
)
def test_who_sells_more_with_the_head_start_wins_and_a_tie_is_a_tie(
    left: int, right: int, start: int, won: Side | None
) -> None:
    found = winner(replace(PK, right=replace(KEN, start=start)), left, right)
    assert (found.member if found else None) == (won.member if won else None)


@given(left=st.integers(0, 10**9), right=st.integers(0, 10**9))
def test_selling_as_usual_is_a_tie_with_a_handicap(left: int, right: int) -> None:
    starts = head_starts(Fraction(left), Fraction(right))
    assert starts is not None
    given_ = replace(PK, left=replace(MEI, start=starts[0]), right=replace(KEN, start=starts[1]))
    assert winner(given_, left, right) is None
