"""What leads hear in private after the day."""

from datetime import date, timedelta

import pytest

from bot.pending import Pending
from bot.render import render
from bot.summary import leads_in_private, skipped_message, summary_message
from kpi.entry import How
from kpi.period import Grain, period_of, previous
from kpi.schedule import Due, Post, State
from kpi.team import Member, Role
from storage import chats, members, open_reports
from tests.bot.shop import FOUNDED, Shop, lines, local

MONDAY = date(2026, 6, 8)
LAST_MONDAY = date(2026, 6, 1)
TEN = local(MONDAY, 22)


def three_with_targets(shop: Shop) -> dict[str, Member]:
    """8 of 30 days are over: 26.7% of each target should be in."""
    lead = shop.member("林小花", Role.LEAD)
    staff = {name: shop.member(name) for name in ("小美", "阿强", "丽丽")}
    for name, target, amount in (("小美", 30_000, 7_000), ("阿强", 60_000, 17_050), ("丽丽", 15_000, 4_000)):
        shop.aims(staff[name], MONDAY, target, lead)
        shop.sold(staff[name], MONDAY, amount, 5, 1)
    return staff


def test_with_targets_people_are_measured_by_the_time_gone(shop: Shop) -> None:
    staff = three_with_targets(shop)
    shop.aims(None, MONDAY, 100_000, staff["小美"])
    shop.member("小周")
    message = summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN)
    assert lines(message) == [
        "📋 花花美妆 · 6月8日周一",
        "全队 ¥28,050 · 15单 · 新客3",
        "本月 ¥28,050 / ¥100,000 = 28.1% · 时间进度 26.7%",
        "📈 比进度领先：阿强 +¥1,050",
        "📉 比进度落后：小美 −¥1,000",
        "❗ 未报：小周",
    ]
    assert lines(message, "en") == [
        "📋 花花美妆 · Mon, Jun 8",
        "Team ¥28,050 · 15 orders · 3 new",
        "This month ¥28,050 / ¥100,000 = 28.1% · time gone 26.7%",
        "📈 Ahead of schedule: 阿强 +¥1,050",
        "📉 Behind schedule: 小美 −¥1,000",
        "❗ Not reported: 小周",
    ]


def test_without_targets_people_are_measured_by_the_same_day_a_week_before(shop: Shop) -> None:
    mei, qiang, lili, zhou = (shop.member(name) for name in ("小美", "阿强", "丽丽", "小周"))
    for member, before, now in ((mei, 1_000, 1_500), (qiang, 800, 300), (lili, 500, 500)):
        shop.sold(member, LAST_MONDAY, before)
        shop.sold(member, MONDAY, now)
    shop.sold(zhou, MONDAY - timedelta(days=1), 9_000)
    shop.sold(zhou, MONDAY, 700)
    message = summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN)
    assert lines(message)[2:] == ["📈 比上周同一天多：小美 +¥500", "📉 比上周同一天少：阿强 −¥500", "✅ 全员已报"]
    assert lines(message, "en")[2:] == [
        "📈 More than a week ago: 小美 +¥500",
        "📉 Less than a week ago: 阿强 −¥500",
        "✅ Everybody reported",
    ]


def test_what_comes_after_the_day_does_not_count_for_it(shop: Shop) -> None:
    staff = three_with_targets(shop)
    shop.sold(staff["小美"], MONDAY + timedelta(days=1), 20_000)
    assert "📉 比进度落后：小美 −¥1,000" in lines(
        summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN)
    )


def test_the_widest_gap_stands_first(shop: Shop) -> None:
    for name, now in (("小美", 900), ("阿强", 100), ("丽丽", 500)):
        member = shop.member(name)
        shop.sold(member, LAST_MONDAY, 1_000)
        shop.sold(member, MONDAY, now)
    assert "📉 比上周同一天少：阿强 −¥900 · 丽丽 −¥500 · 小美 −¥100" in lines(
        summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN)
    )


def test_who_left_or_only_looks_is_neither_behind_nor_missing(shop: Shop) -> None:
    gone, viewer, lead = shop.member("走了"), shop.member("老板", Role.VIEWER), shop.member("林小花", Role.LEAD)
    for member in (gone, viewer, lead):
        shop.sold(member, LAST_MONDAY, 1_000)
    members.set_active(shop.db, shop.team.id, gone.id, active=False)
    said = lines(summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN))
    assert said[2:] == ["📉 比上周同一天少：林小花 −¥1,000"]


def test_a_day_without_any_report_names_everybody(shop: Shop) -> None:
    shop.member("小美")
    shop.member("阿强")
    assert lines(summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN)) == [
        "📋 花花美妆 · 6月8日周一",
        "全队 ¥0",
        "❗ 未报：小美 · 阿强",
    ]


def test_a_late_summary_says_so(shop: Shop) -> None:
    shop.member("小美")
    message = summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=True, now=TEN)
    assert "补发" in lines(message)[-1]
    assert "(delayed)" in lines(message, "en")[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_summary_of_a_large_team_fits_in_one_message(shop: Shop, language: str) -> None:
    for number in range(120):
        seller = shop.member(f"{'💄' * 22}{number:02}")
        shop.sold(seller, LAST_MONDAY, 700_000_000)
        if number % 3:
            shop.sold(seller, MONDAY, 987_654_321 if number % 2 else number)
    message = summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=True, now=TEN)
    assert len(render(message, language).text.encode("utf-16-le")) // 2 < 4_000
    assert {"zh": "还有 10 人", "en": "10 more"}[language] in " ".join(lines(message, language))


def test_leads_are_told_in_their_private_chat_when_it_is_open(shop: Shop) -> None:
    reached = shop.member("林小花", Role.LEAD, private="en")
    shop.member("没开私聊", Role.LEAD)
    shop.member("小美", private="zh")
    blocked, gone = shop.member("拉黑了", Role.LEAD, private="zh"), shop.member("走了", Role.LEAD, private="zh")
    chats.close_chat(shop.db, shop.private_chat(blocked).id, "blocked", FOUNDED)
    members.set_active(shop.db, shop.team.id, gone.id, active=False)
    members.join(shop.db, shop.team.id, None, "没有电报")
    assert leads_in_private(shop.db, shop.team) == [shop.private_chat(reached)]


def test_leads_hear_of_skipped_posts_in_one_line(shop: Shop) -> None:
    day, week = period_of(Grain.DAY, MONDAY), previous(period_of(Grain.WEEK, MONDAY))
    missed = [
        Due(shop.team.id, Post.DAILY, day, FOUNDED, State.SKIPPED),
        Due(shop.team.id, Post.WEEKLY, week, FOUNDED, State.SKIPPED),
    ]
    message = skipped_message(shop.team, missed)
    assert lines(message) == ["⏭ 花花美妆：我停太久了，这些没有补发：6月8日周一日榜 · 6月1日至7日周报"]
    (sentence,) = lines(message, "en")
    assert sentence.startswith("⏭ 花花美妆: I was offline for too long")
    assert sentence.endswith("board of Mon, Jun 8 · week Jun 1\u2009–\u20097")


def waits(shop: Shop, member: Member, text: str, number: int) -> None:
    pending = Pending(f"1:{number}", How.TEXT, (), text)
    assert member.person is not None
    open_reports.keep(shop.db, shop.team.id, member.person, pending.ref, "which", pending.encode(), at=TEN)


def test_what_waits_for_an_answer_is_named_by_person(shop: Shop) -> None:
    mei, qiang = shop.member("小美"), shop.member("阿强")
    assert "待确认" not in "".join(
        lines(summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN))
    )
    for number, text in enumerate(("面膜 299", "299元", "业绩 5", "收定金300", "口红 99")):
        waits(shop, mei, text, number)
    waits(shop, qiang, "一" * 80, 9)
    message = summary_message(shop.db, shop.team, period_of(Grain.DAY, MONDAY), late=False, now=TEN)
    assert lines(message)[-3:] == [
        "❓ 待确认（没有记）：",
        "　小美：“面膜 299” · “299元” · “业绩 5” · “收定金300” · 还有 1 条",
        f"　阿强：“{'一' * 30}…”",
    ]
    assert lines(message, "en")[-3] == "❓ Not answered, not counted:"
