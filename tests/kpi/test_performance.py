"""A team's week in figures, and their way through the outbox."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import Measure
from kpi.figures import Figures, Goal
from kpi.ids import ChatId, MemberId, TeamId
from kpi.metrics import Sums, added
from kpi.performance import Performance, days_needed, from_picture, performance, to_picture
from kpi.period import Grain, period_of
from kpi.team import Member, Team

TEAM = Team(
    id=TeamId(1), name="花花美妆", chat=ChatId(1), topic=None, language="zh", zone="Asia/Shanghai", currency="CNY",
    day_close=0, daily_at=1290, weekly_at=545, scheduled_since=datetime(2026, 5, 1, tzinfo=UTC), active=True,
)  # fmt: skip
MONDAY, TUESDAY, WEDNESDAY = (date(2026, 6, 8) + timedelta(days=i) for i in range(3))
WEEK = period_of(Grain.WEEK, MONDAY)
SUNDAY = WEEK.last
BACK = timedelta(days=7)

Reports = Mapping[tuple[MemberId, date], Sums]


def member(number: int, name: str, *, active: bool = True) -> Member:
    return Member(MemberId(number), TEAM.id, None, name, None, administrator=False, active=active)


MEI, QIANG, LILI = member(1, "小美"), member(2, "阿强"), member(3, "丽丽")


def sold(net: int, orders: int = 0, new: int = 0, refunds: int = 0) -> Sums:
    return {
        Measure.GROSS: net + refunds,
        Measure.GROSS_OF_ORDERS: net + refunds if orders else 0,
        Measure.REFUNDS: refunds,
        Measure.ORDERS: orders,
        Measure.NEW_CUSTOMERS: new,
        Measure.REPORTS: 1,
    }


def of(
    reports: Reports,
    *,
    until: date = SUNDAY,
    members: tuple[Member, ...] = (MEI, QIANG, LILI),
    of_month: Mapping[MemberId, Sums] | None = None,
    targets: Mapping[MemberId | None, int] | None = None,
) -> Performance:
    found = performance(
        TEAM, WEEK, until, members=members, by_member_day=reports, of_month=of_month or {}, targets=targets or {}
    )
    assert found is not None
    return found


def names(figures: Performance) -> list[str]:
    return [seller.name for seller in figures.sellers]


def test_the_total_is_of_all_days_and_people() -> None:
    figures = of(
        {(MEI.id, MONDAY): sold(1_000, 2, 1), (QIANG.id, TUESDAY): sold(2_001, 1), (MEI.id, SUNDAY): sold(0, 0, 3)}
    )

    assert figures.total == Figures(net=3_001, orders=3, aov=1_000, new_customers=4)


def test_each_day_has_its_own_figures() -> None:
    figures = of({(MEI.id, MONDAY): sold(1_000, 2, 1), (QIANG.id, MONDAY): sold(500, 1)})

    assert figures.days[0] == Figures(net=1_500, orders=3, aov=500, new_customers=1)
    assert figures.days[1:] == (Figures(net=0, orders=0, aov=None, new_customers=0),) * 6


def test_the_revenue_per_order_is_rounded_half_up() -> None:
    assert of({(MEI.id, MONDAY): sold(5, 2)}).total.aov == 3


def test_a_day_of_refunds_is_below_zero() -> None:
    assert of({(MEI.id, TUESDAY): sold(-700, refunds=700)}).days[1].net == -700


def test_sellers_stand_from_the_highest_net_down() -> None:
    figures = of({(MEI.id, MONDAY): sold(100), (QIANG.id, MONDAY): sold(300), (LILI.id, TUESDAY): sold(200)})

    assert names(figures) == ["阿强", "丽丽", "小美"]
    assert [seller.net for seller in figures.sellers] == [300, 200, 100]


def test_the_same_net_is_put_in_the_order_of_the_week_before() -> None:
    same = {(MEI.id, MONDAY): sold(100), (QIANG.id, MONDAY): sold(100)}

    assert names(of({**same, (QIANG.id, MONDAY - BACK): sold(50)})) == ["阿强", "小美"]
    assert names(of({**same, (MEI.id, MONDAY - BACK): sold(50)})) == ["小美", "阿强"]


def test_a_seller_has_a_net_for_each_day_and_the_week_before() -> None:
    (seller,) = of(
        {
            (MEI.id, MONDAY): sold(100),
            (MEI.id, SUNDAY): sold(-30, refunds=30),
            (MEI.id, TUESDAY - BACK): sold(70),
        }
    ).sellers

    assert seller.days == (100, 0, 0, 0, 0, 0, -30)
    assert seller.net == 70
    assert seller.before == 70


def test_who_reported_nothing_is_left_out() -> None:
    assert names(of({(MEI.id, MONDAY): sold(100)})) == ["小美"]


def test_who_reported_a_zero_is_there() -> None:
    assert names(of({(MEI.id, MONDAY): sold(100), (QIANG.id, MONDAY): sold(0)})) == ["小美", "阿强"]


@pytest.mark.parametrize(("active", "shown"), [(True, ["小美", "老王"]), (False, ["小美"])])
def test_who_reported_only_the_week_before_is_there_unless_they_left(active: bool, shown: list[str]) -> None:
    wang = member(9, "老王", active=active)

    assert names(of({(MEI.id, MONDAY): sold(100), (wang.id, MONDAY - BACK): sold(900)}, members=(MEI, wang))) == shown


def test_who_left_keeps_what_they_sold() -> None:
    wang = member(9, "老王", active=False)
    figures = of({(wang.id, MONDAY): sold(900)}, members=(MEI, wang))

    assert names(figures) == ["老王"]


@pytest.mark.parametrize(
    ("until", "before", "days", "over"),
    [(MONDAY, 1, 1, False), (WEDNESDAY, 111, 3, False), (SUNDAY, 1_000_111, 7, True)],
)
def test_an_unfinished_week_is_compared_with_the_same_days(until: date, before: int, days: int, over: bool) -> None:
    figures = of(
        {
            (MEI.id, MONDAY): sold(5),
            (MEI.id, MONDAY - BACK): sold(1),
            (MEI.id, WEDNESDAY - BACK): sold(110),
            (MEI.id, SUNDAY - BACK): sold(1_000_000),
        },
        until=until,
    )

    assert figures.before.net == figures.sellers[0].before == before
    assert len(figures.days) == len(figures.sellers[0].days) == days
    assert figures.days_before[-1].net == 1_000_000
    assert figures.is_over is over


@pytest.mark.parametrize("reports", [{}, {(MEI.id, MONDAY - BACK): sold(5)}, {(MEI.id, SUNDAY): sold(5)}])
def test_a_week_without_reports_by_then_has_no_figures(reports: Reports) -> None:
    assert performance(TEAM, WEEK, TUESDAY, members=[MEI], by_member_day=reports, of_month={}, targets={}) is None


def test_a_target_is_compared_with_the_month_so_far() -> None:
    figures = of(
        {(MEI.id, MONDAY): sold(100), (QIANG.id, MONDAY): sold(50)},
        of_month={MEI.id: sold(700), QIANG.id: sold(250)},
        targets={None: 5_000, MEI.id: 1_400},
    )

    assert figures.goal == Goal(target=5_000, net=950)
    assert [seller.goal for seller in figures.sellers] == [Goal(target=1_400, net=700), None]
    assert figures.elapsed == Fraction(14, 30)


def test_the_month_is_that_of_the_last_day() -> None:
    week = period_of(Grain.WEEK, date(2026, 6, 29))
    reports = {(MEI.id, week.start): sold(5)}
    figures = performance(TEAM, week, week.last, members=[MEI], by_member_day=reports, of_month={}, targets={})

    assert figures is not None
    assert figures.month == period_of(Grain.MONTH, date(2026, 7, 1))
    assert figures.elapsed == Fraction(5, 31)


@pytest.mark.parametrize(
    ("grain", "first", "days"),
    [(Grain.WEEK, MONDAY - BACK, 14), (Grain.MONTH, date(2026, 5, 1), 61)],
)
def test_a_chart_needs_its_period_and_the_one_before(grain: Grain, first: date, days: int) -> None:
    needed = days_needed(period_of(grain, MONDAY))

    assert (needed.start, needed.length) == (first, days)


def of_june(reports: Reports, until: date) -> Performance:
    june = period_of(Grain.MONTH, until)
    found = performance(TEAM, june, until, members=[MEI], by_member_day=reports, of_month={}, targets={})
    assert found is not None
    return found


def test_an_unfinished_month_is_compared_with_the_same_days() -> None:
    figures = of_june(
        {(MEI.id, MONDAY): sold(700), (MEI.id, date(2026, 5, 8)): sold(80), (MEI.id, date(2026, 5, 9)): sold(4_000)},
        MONDAY,
    )

    assert (figures.total.net, figures.before.net) == (700, 80)
    assert (len(figures.days), len(figures.days_before)) == (8, 31)
    assert (figures.month, figures.elapsed, figures.is_over) == (figures.period, Fraction(8, 30), False)


def test_the_best_day_is_the_first_with_the_highest_net() -> None:
    figures = of_june({(MEI.id, day): sold(700) for day in (TUESDAY, WEDNESDAY)}, SUNDAY)

    assert figures.best == (TUESDAY, Figures(net=700, orders=0, aov=None, new_customers=0))


def test_after_refunds_alone_the_best_day_has_the_fewest() -> None:
    figures = of_june({(MEI.id, date(2026, 6, day)): sold(-day) for day in (1, 2)}, date(2026, 6, 2))

    assert figures.best[0] == date(2026, 6, 1)


@pytest.mark.parametrize("until", [date(2026, 6, 1), date(2026, 6, 30)])
def test_a_month_comes_out_of_the_outbox_as_it_went_in(until: date) -> None:
    figures = of_june({(MEI.id, date(2026, 6, 1)): sold(700, 3, 1)}, until)

    assert from_picture(json.loads(json.dumps(to_picture(figures)))) == figures


amounts = st.integers(-(10**11), 10**11)
reports = st.dictionaries(
    st.tuples(st.sampled_from([MEI.id, QIANG.id, LILI.id]), st.sampled_from(days_needed(WEEK).days())),
    st.builds(sold, amounts, st.integers(0, 9), st.integers(0, 9), st.integers(0, 10**6)),
    max_size=12,
)


@given(reports, st.sampled_from(WEEK.days()), st.none() | st.integers(1, 10**12))
def test_figures_come_out_of_the_outbox_as_they_went_in(found: Reports, until: date, target: int | None) -> None:
    targets: dict[MemberId | None, int] = {} if target is None else {None: target, MEI.id: target}
    figures = performance(
        TEAM, WEEK, until, members=[MEI, QIANG, LILI], by_member_day=found, of_month={}, targets=targets
    )

    if figures is not None:
        assert from_picture(json.loads(json.dumps(to_picture(figures)))) == figures


@given(reports)
def test_sellers_and_days_both_add_up_to_the_total(found: Reports) -> None:
    figures = performance(TEAM, WEEK, SUNDAY, members=[MEI, QIANG, LILI], by_member_day=found, of_month={}, targets={})

    if figures is not None:
        assert sum(seller.net for seller in figures.sellers) == figures.total.net
        assert sum(day.net for day in figures.days) == figures.total.net
        assert sum(seller.before for seller in figures.sellers) == figures.before.net
        assert figures.total.orders == added(*(sums for (_, day), sums in found.items() if day in WEEK)).get(
            Measure.ORDERS, 0
        )


@pytest.mark.parametrize("other", [{"kind": "funnel"}, {"version": 2}])
def test_another_kind_or_version_is_refused(other: dict[str, object]) -> None:
    picture = to_picture(of({(MEI.id, MONDAY): sold(5)})) | other

    with pytest.raises(ValueError, match="a picture"):
        from_picture(picture)
