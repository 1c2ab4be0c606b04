"""What targets ask of a member who was away, came late or works part of the time."""

from dataclasses import replace

import pytest

from bot.aims import aims
from kpi.metrics import Metric
from kpi.team import Member
from storage import calendars, targets
from tests.bot.shop import FOUNDED, Shop
from tests.kpi.june import CAMPAIGN, JUNE, june


@pytest.fixture
def lili(shop: Shop) -> Member:
    """丽丽 with 77,500 for the June of product.md §5, of which she is away on the 10th."""
    shop.works(frozenset(range(6)), {**CAMPAIGN, june(19): 0})
    member = shop.member("丽丽")
    shop.aims(None, june(1), 310_000, member)
    shop.aims(member, june(1), 77_500, member)
    calendars.set_leave(shop.db, shop.team.id, member.id, (june(10),), away=True)
    return member


def of(shop: Shop, member: Member | None) -> int | None:
    """In whole yuan."""
    found = aims(shop.db, shop.team, JUNE).get(member.id if member else None)
    return None if found is None else found // 100


@pytest.mark.parametrize(("prorates", "asked"), [(False, 77_500), (True, 75_000)])
def test_leave_takes_its_days_off_where_the_team_prorates(shop: Shop, lili: Member, prorates: bool, asked: int) -> None:
    shop.team = replace(shop.team, prorates=prorates)
    assert of(shop, lili) == asked
    assert of(shop, None) == 310_000


@pytest.mark.parametrize("prorates", [False, True])
def test_a_target_for_the_whole_time_is_always_told_by_when_somebody_came(
    shop: Shop, lili: Member, prorates: bool
) -> None:
    shop.team = replace(shop.team, prorates=prorates)
    zhou = shop.member("小周")
    calendars.set_presence(shop.db, shop.team.id, zhou.id, since=june(16), until=None)
    targets.set_target(shop.db, shop.team.id, zhou.id, JUNE.key, 6_200_000, by=lili.id, at=FOUNDED, whole_time=True)
    assert of(shop, zhou) == 36_000


def test_who_is_away_all_the_time_has_no_target(shop: Shop, lili: Member) -> None:
    shop.team = replace(shop.team, prorates=True)
    calendars.set_leave(shop.db, shop.team.id, lili.id, JUNE.days(), away=True)
    assert of(shop, lili) is None


def test_a_ratio_asks_the_same_of_everybody(shop: Shop, lili: Member) -> None:
    shop.team = replace(shop.team, prorates=True)
    new = (JUNE.key, 200, Metric.COMPLAINT_RATE)
    targets.set_target(shop.db, shop.team.id, lili.id, *new, by=lili.id, at=FOUNDED)
    assert aims(shop.db, shop.team, JUNE, Metric.COMPLAINT_RATE) == {lili.id: 200}


def test_where_nobody_works_a_target_stays(shop: Shop, lili: Member) -> None:
    shop.team = replace(shop.team, prorates=True)
    calendars.set_weight(shop.db, shop.team.id, JUNE.days(), 0)
    assert of(shop, lili) == 77_500
