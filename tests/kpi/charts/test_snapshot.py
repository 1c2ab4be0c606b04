"""What stands on a page of parts: texts, gauges, bars and rows, not pixels."""

from dataclasses import replace

import pytest

from kpi.charts.snapshot import snapshot
from kpi.charts.spec import BarsPart, Change, Headline, RowsPart, Spot, TotalPart, Trend, WordsPart
from kpi.charts.style import Role
from tests.kpi.charts.given import GOAL, NAMES, SNAPSHOTS, TODAY, boxes, page, patches, place, ranked, texts, written

PLAIN = Change("", Trend.NEUTRAL)


@pytest.mark.parametrize("name", ["boss", "cover"])
def test_the_parts_stand_below_each_other_as_they_were_given(name: str) -> None:
    chart = SNAPSHOTS[name]
    shown = texts(snapshot(chart))
    heads = {
        "boss": ["今天", "本月", "本月前三", "近 14 天净销售额"],
        "cover": ["净销售额", "订单数", "复购率", "要点"],
    }

    assert {chart.title, chart.subtitle, chart.footer} <= set(shown)
    assert [shown.index(head) for head in heads[name]] == sorted(shown.index(head) for head in heads[name])


def test_a_day_has_no_tick_of_the_calendar_and_a_month_has() -> None:
    of_a_day = snapshot(page(TotalPart(Headline("今天", "¥1", PLAIN, ""), TODAY)))
    of_a_month = snapshot(page(TotalPart(Headline("本月", "¥1", PLAIN, ""), GOAL)))

    assert len(patches(of_a_day, Role.PART)) + 1 == len(patches(of_a_month, Role.PART))
    assert len(boxes(of_a_day, Role.GAUGE)) == len(boxes(of_a_month, Role.GAUGE)) == 1


def test_without_a_change_what_stands_beside_it_begins_at_the_margin() -> None:
    sheet = snapshot(page(TotalPart(Headline("今天", "¥1", PLAIN, "已报 2/3"), None)))
    left = {text.get_text(): place(text).x0 for text in written(sheet)}

    assert left["已报 2/3"] == pytest.approx(left["今天"], abs=3)


def test_who_shares_a_place_has_the_same_number() -> None:
    shown = texts(snapshot(page(RowsPart("", ("", "", ""), (ranked(1, "a"), ranked(2, "b"), ranked(2, "c"))))))

    assert [text for text in shown if text.isdecimal()] == ["1", "2", "2"]


def test_a_page_grows_with_its_rows_and_its_lines() -> None:
    one, two = (snapshot(page(RowsPart("", ("", "", ""), (ranked(1, "a"),) * n))).height for n in (1, 2))
    short, long = (snapshot(page(WordsPart("", ("好" * n,)))).height for n in (3, 60))

    assert one < two
    assert short < long


def test_a_very_long_sentence_takes_two_lines_and_no_more() -> None:
    long, longer = (snapshot(page(WordsPart("", ("好" * n,)))) for n in (60, 600))

    assert long.height == longer.height
    assert any(text.endswith("…") for text in texts(longer))


def test_days_below_zero_hang_down() -> None:
    bars = BarsPart("", (Spot("a", "", 500.0), Spot("b", "", -300.0)))
    up, down = boxes(snapshot(page(bars)), Role.BAR)

    assert up.y0 == pytest.approx(down.y1, abs=1)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_drawn_as_it_is_written(name: str) -> None:
    sheet = snapshot(page(RowsPart("", ("", "", ""), (ranked(1, name),))))
    sheet.png()

    assert any(shown.rstrip("…") and name.startswith(shown.rstrip("…")) for shown in texts(sheet))


def test_more_than_a_sheet_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="a sheet of"):
        snapshot(replace(SNAPSHOTS["board"], parts=SNAPSHOTS["board"].parts * 2))
