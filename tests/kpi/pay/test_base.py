"""Base pay, grades, and what others pay."""

from dataclasses import replace
from datetime import date

import pytest

from kpi.pay.base import BasePay, Grade, MarketReference, Spell, Standing, on, spells, unequal
from kpi.pay.payslip import payslip
from tests.kpi.june import JUNE, LILI, MEI, QIANG, june
from tests.kpi.pay.given import V1, of

FIRST, RAISED = BasePay(date(2026, 1, 1), 300_000), BasePay(june(16), 360_000)
MARKET = MarketReference("客服", 280_000, 420_000, "招聘网 6月", june(1))


@pytest.mark.parametrize(
    ("day", "amount"), [(date(2025, 12, 31), 0), (june(15), 300_000), (june(16), 360_000), (date(2030, 1, 1), 360_000)]
)
def test_req_44_the_base_pay_of_a_day_is_what_was_set_last(day: date, amount: int) -> None:
    assert on([RAISED, FIRST], day) == amount


@pytest.mark.parametrize(
    ("records", "since", "until", "found", "paid"),
    [
        ([FIRST], None, None, (Spell(300_000, 30),), 300_000),
        ([FIRST, RAISED], None, None, (Spell(300_000, 15), Spell(360_000, 15)), 330_000),
        ([FIRST], june(16), None, (Spell(300_000, 15),), 150_000),
        ([FIRST], None, june(1), (Spell(300_000, 1),), 10_000),
        ([RAISED], None, None, (Spell(360_000, 15),), 180_000),
        ([FIRST, BasePay(june(11), 0)], None, None, (Spell(300_000, 10),), 100_000),
        ([BasePay(june(1), 100)], june(24), None, (Spell(100, 7),), 23),  # 23.33…
        ([BasePay(june(1), 100)], None, june(20), (Spell(100, 20),), 67),  # 66.66…
        ([], None, None, (), 0),
    ],
)
def test_req_44_a_month_is_paid_by_its_days(
    records: list[BasePay], since: date | None, until: date | None, found: tuple[Spell, ...], paid: int
) -> None:
    assert spells(records, JUNE, since, until) == found
    assert payslip(V1, replace(of(0), base=found)).base == paid


@pytest.mark.parametrize(
    ("amount", "standing"),
    [
        (250_000, Standing.BELOW),
        (279_999, Standing.BELOW),
        (280_000, Standing.INSIDE),
        (420_000, Standing.INSIDE),
        (420_001, Standing.ABOVE),
    ],
)
def test_req_58_a_base_pay_lies_below_inside_or_above_what_others_pay(amount: int, standing: Standing) -> None:
    assert MARKET.standing(amount) is standing


@pytest.mark.parametrize(("day", "outdated"), [(date(2027, 6, 1), False), (date(2027, 6, 2), True), (june(1), False)])
def test_req_58_a_reference_is_outdated_after_twelve_months(day: date, outdated: bool) -> None:
    assert MARKET.outdated(day) is outdated


@pytest.mark.parametrize(("low", "high"), [(0, 420_000), (280_000, 279_999)])
def test_a_range_upside_down_is_refused(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="range"):
        replace(MARKET, low=low, high=high)


def test_req_59_the_same_grade_with_different_base_pay_is_shown() -> None:
    assert Grade("客服", 3, 2, 1).points == 6
    grades = {MEI: "客服", QIANG: "客服", LILI: "主播"}
    assert unequal(grades, {MEI: 300_000, QIANG: 280_000, LILI: 500_000}) == {"客服": (QIANG, MEI)}
    assert unequal(grades, {MEI: 300_000, QIANG: 300_000}) == {}
