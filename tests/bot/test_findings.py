"""Findings as they are read, of days that are not nice: refunds, gaps, hostile names, nothing at all."""

import html
from datetime import date

import pytest

from bot.finding import Finding, Kind, Scope
from bot.findings import finding, finding_message, findings
from bot.month_pack import month_pack
from bot.privacy import View
from bot.render import render
from bot.texts import LANGUAGES
from kpi.charts import draw
from kpi.charts.spec import FindingChart
from kpi.message import Message, decode, encode
from kpi.period import Grain, period_of
from kpi.plot import Accent
from kpi.team import Shows
from tests.bot.shop import Shop, lines

JUNE = period_of(Grain.MONTH, date(2026, 6, 1))
JULY = date(2026, 7, 1)
HOSTILE = ("<b>小美</b> & $\\frac{1}{", "阿强" * 12, "👨‍👩‍👧 家🇨🇳", "سارة")


def june(day: int) -> date:
    return date(2026, 6, day)


def scope(shop: Shop, today: date = JULY, *, grain: Grain | None = None, view: View | None = None) -> Scope:
    return Scope(shop.team, JUNE, today, grain=grain, view=view or View())


def told(shop: Shop, kind: Kind, *, grain: Grain | None = None) -> list[str]:
    whole = scope(shop, grain=grain)
    return lines(finding_message(whole, finding(shop.db, whole, kind)))


def chart(message: Message, language: str) -> FindingChart:
    """What the sender has drawn, after the way through the outbox."""
    drawn = render(decode(encode(message)), language).chart
    assert isinstance(drawn, FindingChart)
    return drawn


@pytest.fixture
def busy(shop: Shop) -> Shop:
    """Four people with names that break things, and a month with refunds and a day that stands out."""
    for number, name in enumerate(HOSTILE):
        seller = shop.member(name)
        for day in range(1, 31):
            shop.sold(seller, june(day), 100 * (number + 1) + day, 1, refund=900 if day == 7 else 0)
    shop.sold(shop.members[0], june(20), 9000, 3)
    return shop


@pytest.mark.parametrize("kind", Kind)
def test_without_any_report_each_says_so_without_a_chart(shop: Shop, kind: Kind) -> None:
    found = finding(shop.db, scope(shop), kind)

    assert found.plot is None
    assert len(lines(finding_message(scope(shop), found))) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_days_of_refunds_are_drawn_and_told_as_they_are(busy: Shop, language: str) -> None:
    whole = scope(busy)
    for found in findings(busy.db, whole, (Kind.TREND, Kind.STRUCTURE, Kind.PARETO, Kind.WEEKDAYS, Kind.OUTLIERS)):
        message = finding_message(whole, found)
        spec = chart(message, language)
        assert draw(spec).startswith(b"\x89PNG")
        assert spec.finding in html.unescape("\n".join(lines(message, language)))


def test_a_structure_makes_the_whole_and_exactly_100_percent(busy: Shop) -> None:
    _, sentence, *rows = told(busy, Kind.STRUCTURE)

    assert "共 4 人" in sentence
    shares = [float(row.rpartition(" ")[2].rstrip("%")) for row in rows]
    assert sum(shares) == pytest.approx(100)


def test_a_day_below_zero_stands_out_downwards(busy: Shop) -> None:
    found = finding(busy.db, scope(busy), Kind.OUTLIERS)

    assert found.plot is not None
    marked = [point for point in found.plot.points if point.accent is not Accent.NONE]
    accents = {lines(Message((point.label,)))[0]: point.accent for point in marked}
    assert accents == {"6月7日": Accent.LOW, "6月20日": Accent.HIGH}


def test_more_sellers_than_rows_share_the_last_one(shop: Shop) -> None:
    for number in range(12):
        shop.sold(shop.member(f"卖家{number}"), june(3), 100 * (number + 1), 1)
    found: Finding = finding(shop.db, scope(shop), Kind.STRUCTURE)

    assert found.plot is not None
    assert len(found.plot.points) == 8
    assert lines(Message((found.plot.points[-1].label,))) == ["其余5人"]
    assert sum(point.amount or 0 for point in found.plot.points) == 7800_00


def test_where_only_the_first_three_are_public_the_others_are_one(shop: Shop) -> None:
    for number in range(5):
        shop.sold(shop.member(f"卖家{number}"), june(3), 100 * (number + 1), 1)
    found = finding(shop.db, scope(shop, view=View(shows=Shows.TOP)), Kind.STRUCTURE)

    assert found.plot is not None
    assert len(found.plot.points) == 4
    assert lines(Message((found.plot.points[-1].label,))) == ["其余2人"]


def test_equal_sellers_are_no_80_20(shop: Shop) -> None:
    for name in ("小美", "阿强"):
        shop.sold(shop.member(name), june(3), 100, 1)

    assert told(shop, Kind.PARETO)[1] == "很平均：2 人全算上才到 80%。"


def test_who_refunds_all_that_was_sold_leaves_nothing_to_share(shop: Shop) -> None:
    shop.sold(shop.member("小美"), june(3), 100, 1, refund=100)

    assert finding(shop.db, scope(shop), Kind.STRUCTURE).plot is None
    assert finding(shop.db, scope(shop), Kind.PARETO).plot is None


def test_a_month_that_began_before_the_first_report_is_no_part_of_a_trend(shop: Shop) -> None:
    seller = shop.member("小美")
    for day in (june(10), june(20), june(28)):
        shop.sold(seller, day, 100, 1)

    assert told(shop, Kind.TREND, grain=Grain.WEEK)[1].startswith("2周来")  # from Monday the 15th on
    assert "现在有 0 个" in told(shop, Kind.TREND, grain=Grain.MONTH)[1]


def test_a_part_of_a_month_is_compared_with_as_many_days_and_names_them(shop: Shop) -> None:
    seller = shop.member("小美")
    shop.sold(seller, june(5), 300, 2)
    shop.sold(seller, date(2026, 5, 5), 200, 1)
    shop.sold(seller, date(2026, 5, 25), 900, 1)
    whole = scope(shop, june(8))

    text = lines(finding_message(whole, finding(shop.db, whole, Kind.LAST_PERIOD)))
    assert text[1] == "¥300，比 5月1日至8日 的 ¥200 多 ¥100（▲50.0%）。"


def test_the_same_month_of_last_year_is_told_with_its_days(shop: Shop) -> None:
    seller = shop.member("小美")
    shop.sold(seller, june(5), 300, 2)
    shop.sold(seller, date(2025, 6, 5), 400, 1)

    assert told(shop, Kind.LAST_YEAR)[1] == "¥300，比 2025年6月 的 ¥400 少 ¥100（▼25.0%）。"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_s_pack_is_two_pictures_and_a_text_that_fits(busy: Shop, language: str) -> None:
    trend, pareto, text = month_pack(busy.db, busy.team, JUNE)

    assert trend.picture is not None
    assert pareto.picture is not None
    assert text.picture is None
    assert len(lines(text, language)) == 4  # there was no month, no year before, and no funnel


def test_a_month_without_reports_has_no_pack(shop: Shop) -> None:
    assert list(month_pack(shop.db, shop.team, JUNE)) == []
