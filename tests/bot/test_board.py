"""The public board of a period and its corrections."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.board import board_message, corrected, daily_message, daily_slot
from bot.privacy import View
from bot.rankings import dues
from bot.render import render
from kpi.board import By
from kpi.ids import TelegramId
from kpi.message import Lane, Message
from kpi.period import Grain, Period, period_of, previous
from kpi.team import Member, Openness, Role, Shows
from storage import calendars, chats, members, posts, teams
from storage.posts import Made
from tests.bot.shop import FOUNDED, Shop, lines

MONDAY = date(2026, 6, 8)
DAY = period_of(Grain.DAY, MONDAY)
WEEK = period_of(Grain.WEEK, MONDAY)
MONTH = period_of(Grain.MONTH, MONDAY)


def close_of_8_june(shop: Shop) -> dict[str, Member]:
    """What product.md §5.2 starts from: 小美 2,770, 阿强 3,150, 丽丽 2,770, and the month before that day."""
    staff = {name: shop.member(name) for name in ("小美", "阿强", "丽丽")}
    staff["林小花"] = shop.member("林小花", Role.LEAD)
    for name, amount in (("小美", 21_000), ("阿强", 22_400), ("丽丽", 15_600)):
        shop.sold(staff[name], date(2026, 6, 5), amount, 20)
    shop.sold(staff["小美"], MONDAY, 1_820, 3, 2)
    shop.sold(staff["小美"], MONDAY, 1_150, 2, refund=200)
    shop.sold(staff["阿强"], MONDAY, 3_150, 3)
    shop.sold(staff["丽丽"], MONDAY, 2_770, 4, 1)
    return staff


def places(message: Message, language: str = "zh") -> list[str]:
    """The lines of the board between its title and the team's total."""
    said = lines(message, language)
    end = next(i for i, text in enumerate(said) if text.startswith(("合计", "Team", "🎯", "📈", "🌱")))
    return said[1:end]


def june_of_the_shop(shop: Shop) -> None:
    """The targets and the calendar of product.md §5."""
    staff = close_of_8_june(shop)
    weights = {date(2026, 6, day): weight for day, weight in ((16, 3), (17, 3), (18, 3), (19, 0))}
    shop.works(frozenset(range(6)), weights)
    shop.aims(None, MONDAY, 310_000, staff["林小花"])
    for name, target in (("小美", 124_000), ("阿强", 108_500), ("丽丽", 77_500)):
        shop.aims(staff[name], MONDAY, target, staff["林小花"])


def test_the_close_of_a_day_in_chinese(shop: Shop) -> None:
    june_of_the_shop(shop)
    assert lines(daily_message(shop.db, shop.team, MONDAY, late=False)) == [
        "🏆 今日榜 · 6月8日周一",
        "🥇 阿强 · ¥3,150",
        "🥈 丽丽 · ¥2,770",
        "🥈 小美 · ¥2,770",
        "🎯 达成率 丽丽 110.8% · 阿强 90.0% · 小美 69.3%",
        "🌱 拓新 小美 2 · 丽丽 1",
        "合计 ¥8,690 · 12单 · 新客3",
        "今日 ¥8,690 / ¥10,000 = 86.9%",
        "本月 ¥67,690 / ¥310,000 = 21.8% · 时间进度 22.6%",
        "已报 3/3",
        "成员自报 · Asia/Shanghai",
    ]


def test_the_close_of_a_day_in_english(shop: Shop) -> None:
    june_of_the_shop(shop)
    assert lines(daily_message(shop.db, shop.team, MONDAY, late=False), "en") == [
        "🏆 Today · Mon, Jun 8",
        "🥇 阿强 · ¥3,150",
        "🥈 丽丽 · ¥2,770",
        "🥈 小美 · ¥2,770",
        "🎯 % of target 丽丽 110.8% · 阿强 90.0% · 小美 69.3%",
        "🌱 New customers 小美 2 · 丽丽 1",
        "Team ¥8,690 · 12 orders · 3 new",
        "Today ¥8,690 / ¥10,000 = 86.9%",
        "This month ¥67,690 / ¥310,000 = 21.8% · time gone 22.6%",
        "Reported 3/3",
        "self-reported · Asia/Shanghai",
    ]


def test_a_rest_day_has_no_target(shop: Shop) -> None:
    june_of_the_shop(shop)
    shop.sold(shop.members[0], date(2026, 6, 7), 100)
    said = lines(daily_message(shop.db, shop.team, date(2026, 6, 7), late=False))
    assert not any(text.startswith(("今日 ", "🎯")) for text in said)


def test_who_improved_on_their_own_four_weeks_leads_a_board_of_their_own(shop: Shop) -> None:
    mei, qiang, new = (shop.member(name) for name in ("小美", "阿强", "小周"))
    for day in (1, 2, 3, 4):
        shop.sold(mei, date(2026, 6, day), 700)
        shop.sold(qiang, date(2026, 6, day), 7_000)
    for member, amount in ((mei, 600), (qiang, 2_000), (new, 5_000)):
        shop.sold(member, MONDAY, amount)
    # Each has had seven days since the first report: 小美 400 a day, 阿强 4,000.
    assert "📈 比自己前四周 小美 ▲50.0%" in lines(daily_message(shop.db, shop.team, MONDAY, late=False))
    board = board_message(shop.db, shop.team, DAY, MONDAY, By.IMPROVED)
    assert places(board) == ["🥇 小美 · ▲50.0%", "2. 阿强 · ▼50.0%"]


def test_days_on_leave_lower_nobodys_average(shop: Shop) -> None:
    mei = shop.member("小美")
    for day in (1, 2, 3):
        shop.sold(mei, date(2026, 6, day), 400)
    calendars.set_leave(shop.db, shop.team.id, mei.id, [date(2026, 6, day) for day in (4, 5, 6, 7)], away=True)
    shop.sold(mei, MONDAY, 600)
    assert places(board_message(shop.db, shop.team, DAY, MONDAY, By.IMPROVED)) == ["🥇 小美 · ▲50.0%"]


def test_after_a_shared_second_place_comes_the_fourth(shop: Shop) -> None:
    close_of_8_june(shop)
    shop.sold(shop.member("小周"), MONDAY, 500)
    assert places(daily_message(shop.db, shop.team, MONDAY, late=False))[-1] == "4. 小周 · ¥500"


def test_a_day_of_refunds_alone_stands_below_zero_without_a_medal(shop: Shop) -> None:
    shop.sold(shop.member("小美"), MONDAY, 100)
    shop.sold(shop.member("阿强"), MONDAY, 0, refund=200)
    assert places(daily_message(shop.db, shop.team, MONDAY, late=False)) == ["🥇 小美 · ¥100", "2. 阿强 · -¥200"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.SALES, ["🥇 阿强 · ¥3,150", "🥈 丽丽 · ¥2,770", "🥈 小美 · ¥2,770"]),
        (By.ORDERS, ["🥇 小美 · 5单", "🥈 丽丽 · 4单", "🥉 阿强 · 3单"]),
        (By.NEW, ["🥇 小美 · 新客2", "🥈 丽丽 · 新客1", "3. 阿强 · 新客0"]),
    ],
)
def test_a_board_ranks_by_what_is_asked_and_gives_no_medal_for_nothing(shop: Shop, by: By, expected: list[str]) -> None:
    close_of_8_june(shop)
    assert places(board_message(shop.db, shop.team, DAY, MONDAY, by)) == expected


@pytest.mark.parametrize(
    ("period", "title", "expected"),
    [
        (DAY, "🏆 今日榜 · 6月8日周一 · 达成率", ["🥇 丽丽 · 110.8%", "🥈 阿强 · 90.0%", "🥉 小美 · 69.3%"]),
        (WEEK, "🏆 周榜 · 6月8日至14日 · 达成率", ["🥇 丽丽 · 18.5%", "🥈 阿强 · 15.0%", "🥉 小美 · 11.5%"]),
        (MONTH, "🏆 月榜 · 2026年6月 · 达成率", ["🥇 丽丽 · 23.7%", "🥈 阿强 · 23.5%", "🥉 小美 · 19.2%"]),
    ],
)
def test_by_target_a_board_is_of_the_targets_part_of_the_period(
    shop: Shop, period: Period, title: str, expected: list[str]
) -> None:
    june_of_the_shop(shop)
    message = board_message(shop.db, shop.team, period, MONDAY, By.PERCENT)
    assert lines(message)[0] == title
    assert places(message)[: len(expected)] == expected


def test_a_week_between_two_months_asks_for_its_part_of_both(shop: Shop) -> None:
    mei = shop.member("小美")
    shop.works(frozenset(range(6)), {})
    shop.aims(mei, date(2026, 6, 1), 26_000, mei)
    shop.aims(mei, date(2026, 7, 1), 54_000, mei)
    # Two of 26 working days of June, four of 27 of July.
    week = period_of(Grain.WEEK, date(2026, 6, 29))
    assert dues(shop.db, shop.team, week, date(2026, 6, 29)) == {mei.id: (2_000 + 8_000) * 100}


def test_movement_is_against_the_same_part_of_the_period_before(shop: Shop) -> None:
    mei, qiang, lili, new = (shop.member(name) for name in ("小美", "阿强", "丽丽", "小周"))
    for member, amount in ((mei, 300), (qiang, 200), (lili, 100)):
        shop.sold(member, date(2026, 6, 1), amount)
    shop.sold(lili, date(2026, 6, 3), 9_000)  # Wednesday of last week: this week has no Wednesday yet
    for member, amount in ((lili, 900), (mei, 500), (new, 400), (qiang, 300)):
        shop.sold(member, MONDAY, amount)
    assert places(board_message(shop.db, shop.team, WEEK, MONDAY, By.SALES)) == [
        "🥇 丽丽 · ¥900 · ↑2",
        "🥈 小美 · ¥500 · ↓1",
        "🥉 小周 · ¥400 · 新上榜",
        "4. 阿强 · ¥300 · ↓2",
    ]


def test_viewers_are_neither_ranked_nor_missed_and_leads_only_ranked(shop: Shop) -> None:
    staff = close_of_8_june(shop)
    viewer = shop.member("老板", Role.VIEWER)
    shop.sold(viewer, MONDAY, 9_999)
    assert "已报 3/3" in lines(daily_message(shop.db, shop.team, MONDAY, late=False))
    shop.sold(staff["林小花"], MONDAY, 5_000)
    message = daily_message(shop.db, shop.team, MONDAY, late=False)
    assert places(message)[0] == "🥇 林小花 · ¥5,000"
    assert not any("老板" in text for text in lines(message))
    assert "已报 3/3" in lines(message)


def test_who_left_keeps_their_place_and_is_not_missed(shop: Shop) -> None:
    staff = close_of_8_june(shop)
    for name in ("阿强", "小美"):
        members.set_active(shop.db, shop.team.id, staff[name].id, active=False)
    assert places(daily_message(shop.db, shop.team, MONDAY, late=False))[0] == "🥇 阿强 · ¥3,150"
    tomorrow = MONDAY + timedelta(days=1)
    shop.sold(staff["阿强"], tomorrow, 100)
    assert "已报 0/1 · 未报 1 人" in lines(daily_message(shop.db, shop.team, tomorrow, late=False))


def test_the_group_reads_how_many_are_missing_but_not_who(shop: Shop) -> None:
    close_of_8_june(shop)
    shop.member("小周")
    message = daily_message(shop.db, shop.team, MONDAY, late=False)
    assert "已报 3/4 · 未报 1 人" in lines(message)
    assert "Reported 3/4 · 1 not yet" in lines(message, "en")
    assert not any("小周" in text for text in lines(message))


def test_nobody_is_missed_in_a_period_that_is_over(shop: Shop) -> None:
    close_of_8_june(shop)
    message = board_message(shop.db, shop.team, DAY, MONDAY + timedelta(days=1), By.SALES)
    assert lines(message)[0] == "🏆 日榜 · 6月8日周一"
    assert not any("已报" in text for text in lines(message))


def test_an_empty_day_is_one_sentence(shop: Shop) -> None:
    shop.member("小美")
    message = daily_message(shop.db, shop.team, MONDAY, late=False)
    assert lines(message) == ["🏆 6月8日周一：还没有人报单。报一单就上榜：报单 2 198"]
    assert lines(message, "en") == ["🏆 Mon, Jun 8: no reports yet. Be the first: /sale 2 198"]


def test_an_empty_period_of_the_past_is_one_sentence(shop: Shop) -> None:
    message = board_message(shop.db, shop.team, previous(MONTH), MONDAY, By.SALES)
    assert lines(message) == ["2026年5月：没有人报单。"]
    assert lines(message, "en") == ["May 2026: no reports."]


def test_without_targets_the_board_by_target_says_how_to_set_one(shop: Shop) -> None:
    close_of_8_june(shop)
    (sentence,) = lines(board_message(shop.db, shop.team, MONTH, MONDAY, By.PERCENT))
    assert "/target" in sentence


@pytest.mark.parametrize(
    ("language", "mark"),
    [("zh", "⏰ 补发（到点时我不在线）"), ("en", "⏰ (delayed) I was offline when this was due")],
)
def test_a_late_board_says_so(shop: Shop, language: str, mark: str) -> None:
    assert mark in lines(daily_message(shop.db, shop.team, MONDAY, late=True), language)
    close_of_8_june(shop)
    assert mark in lines(daily_message(shop.db, shop.team, MONDAY, late=True), language)
    assert mark not in lines(daily_message(shop.db, shop.team, MONDAY, late=False), language)


def test_the_month_line_stands_as_of_the_day_of_the_board(shop: Shop) -> None:
    staff = close_of_8_june(shop)
    shop.aims(None, MONDAY, 310_000, staff["林小花"])
    shop.sold(staff["小美"], MONDAY + timedelta(days=1), 50_000)
    yesterdays = board_message(shop.db, shop.team, DAY, MONDAY + timedelta(days=1), By.SALES)
    assert "本月 ¥67,690 / ¥310,000 = 21.8% · 时间进度 26.7%" in lines(yesterdays)


def test_the_month_line_of_another_month_names_it(shop: Shop) -> None:
    staff = close_of_8_june(shop)
    shop.aims(None, MONDAY, 310_000, staff["林小花"])
    message = board_message(shop.db, shop.team, MONTH, date(2026, 7, 1), By.SALES)
    assert "2026年6月 ¥67,690 / ¥310,000 = 21.8% · 时间进度 100.0%" in lines(message)


def test_a_board_of_a_week_has_no_month_line(shop: Shop) -> None:
    staff = close_of_8_june(shop)
    shop.aims(None, MONDAY, 310_000, staff["林小花"])
    assert not any("时间进度" in text for text in lines(board_message(shop.db, shop.team, WEEK, MONDAY, By.SALES)))


def test_another_team_is_never_on_the_board(shop: Shop) -> None:
    close_of_8_june(shop)
    other = Shop(shop.db, group=TelegramId(-2002), name="别家")
    other.sold(other.member("外人"), MONDAY, 1_000_000)
    assert len(places(daily_message(shop.db, shop.team, MONDAY, late=False))) == 3
    assert "已报 1/1" in lines(daily_message(shop.db, other.team, MONDAY, late=False))


def test_a_name_cannot_bring_markup(shop: Shop) -> None:
    shop.sold(shop.member(r"小美💄<b>$\frac{1}{$"), MONDAY, 100)
    text = render(daily_message(shop.db, shop.team, MONDAY, late=False), "zh").text
    assert r"小美💄&lt;b&gt;$\frac{1}{$" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("sellers", "shown"), [(30, 30), (40, 30)])
def test_a_board_of_many_long_names_fits_in_one_message(shop: Shop, sellers: int, shown: int, language: str) -> None:
    for number in range(sellers):
        seller = shop.member(f"{'💄' * 22}{number:02}")
        shop.sold(seller, MONDAY - timedelta(days=1), number + 1)
        shop.sold(seller, MONDAY, 987_654_321 - number, 99, 99)
        shop.aims(seller, MONDAY, 1_000_000, seller)
        for day in (3, 4, 5):
            shop.sold(seller, date(2026, 6, day), 1)
    message = daily_message(shop.db, shop.team, MONDAY, late=True)
    sent = render(message, language).text
    assert len(sent.encode("utf-16-le")) // 2 < 4_000
    assert sent.count("</") <= 90
    assert sum("💄" in text for text in sent.split("\n")) == shown + 3
    assert any(str(sellers - shown) in text for text in places(message, language)[shown:]) == (sellers > shown)


def test_a_board_alone_shows_forty(shop: Shop) -> None:
    for number in range(60):
        shop.sold(shop.member(f"{'💄' * 22}{number:02}"), MONDAY, 987_654_321 - number, 99)
    message = board_message(shop.db, shop.team, DAY, MONDAY, By.SALES)
    sent = render(message, "zh").text
    assert len(sent.encode("utf-16-le")) // 2 < 4_000
    assert sum("💄" in text for text in sent.split("\n")) == 40


@pytest.mark.parametrize("openness", Openness)
def test_a_board_with_ones_own_neighbourhood_fits_in_one_message(shop: Shop, openness: Openness) -> None:
    for number in range(60):
        seller = shop.member(f"{'💄' * 22}{number:02}")
        shop.sold(seller, MONDAY - timedelta(days=1), number + 1)
        shop.sold(seller, MONDAY, 987_654_321 - number, 99)
        shop.aims(seller, MONDAY, 1_000_000, seller)
    own = shop.members[50].id
    view = View(Shows.ALL, openness, own)
    message = board_message(shop.db, shop.team, DAY, MONDAY, By.SALES, view=view)
    sent = render(message, "zh").text
    assert len(sent.encode("utf-16-le")) // 2 < 4_000
    assert sent.count("</") <= 90
    assert f"51. {'💄' * 22}50" in sent


def posted(shop: Shop, day: date, state: str) -> None:
    due_at = datetime(day.year, day.month, day.day, 13, 30, tzinfo=UTC)
    assert posts.claim(shop.db, Made(shop.team.id, "daily", day.isoformat()), due_at=due_at, state=state, at=due_at)


def test_a_posted_board_is_said_anew_in_its_place_and_marked(shop: Shop) -> None:
    staff = close_of_8_june(shop)
    posted(shop, MONDAY, "on time")
    shop.sold(staff["小美"], MONDAY, 100, 1)
    (answer,) = corrected(shop.db, shop.team, {MONDAY})
    assert answer.slot == daily_slot(MONDAY)
    assert answer.chat == chats.chat(shop.db, shop.team.chat)
    assert answer.lane is Lane.BROADCAST
    assert "🥈 小美 · ¥2,870" in lines(answer)
    assert "✏️ 有补报，已更新" in lines(answer)
    assert "✏️ amended, reports came in later" in lines(answer, "en")


def test_a_late_board_stays_late_when_it_is_amended(shop: Shop) -> None:
    close_of_8_june(shop)
    posted(shop, MONDAY, "late")
    (answer,) = corrected(shop.db, shop.team, [MONDAY])
    assert "⏰ 补发（到点时我不在线） · ✏️ 有补报，已更新" in lines(answer)


def test_a_board_that_nobody_saw_is_not_corrected(shop: Shop) -> None:
    close_of_8_june(shop)
    posted(shop, MONDAY, "skipped")
    assert corrected(shop.db, shop.team, {MONDAY, MONDAY - timedelta(days=1)}) == ()


def test_each_day_of_a_report_corrects_its_own_board(shop: Shop) -> None:
    close_of_8_june(shop)
    for day in (MONDAY, date(2026, 6, 5), date(2026, 6, 4)):
        posted(shop, day, "on time")
    answers = corrected(shop.db, shop.team, [MONDAY, date(2026, 6, 5)])
    assert [answer.slot for answer in answers] == ["daily:2026-06-05", "daily:2026-06-08"]


def test_a_day_that_became_empty_is_a_marked_sentence(shop: Shop) -> None:
    posted(shop, MONDAY, "on time")
    (answer,) = corrected(shop.db, shop.team, {MONDAY})
    assert lines(answer)[0].startswith("🏆 6月8日周一：还没有人报单")
    assert lines(answer)[-1] == "✏️ 有补报，已更新"


def test_nothing_is_corrected_in_a_group_that_the_bot_left(shop: Shop) -> None:
    close_of_8_june(shop)
    posted(shop, MONDAY, "on time")
    chats.close_chat(shop.db, shop.team.chat, "kicked", FOUNDED)
    assert corrected(shop.db, shop.team, {MONDAY}) == ()


def test_the_correction_goes_to_the_topic_of_the_posts(shop: Shop) -> None:
    close_of_8_june(shop)
    posted(shop, MONDAY, "on time")
    team = replace(shop.team, topic=7)
    teams.save(shop.db, team)
    assert corrected(shop.db, team, {MONDAY})[0].topic == 7
