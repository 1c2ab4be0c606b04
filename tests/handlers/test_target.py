"""/target: what the team and its sellers are to sell this month."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kpi.entry import How, Line, Measure
from kpi.period import Grain, period_of
from storage import entries, members, targets, teams
from tests.handlers.stage import Stage

MONTH = period_of(Grain.MONTH, date(2026, 6, 8))


def amounts(stage: Stage, month: str = "2026-06") -> dict[str, int]:
    """The targets in whole yuan or dollars, by name; the team's under "team"."""
    names = {member.id: member.name for member in stage.members}
    found = targets.targets(stage.db, stage.team.id, month)
    return {"team" if whose is None else names[whose]: minor // 100 for whose, minor in found.items()}


def sold(stage: Stage, name: str, amount: int) -> None:
    """A report of this month, in whole yuan or dollars."""
    member = next(member for member in stage.members if member.name == name)
    line = Line(Measure.GROSS, amount * 100, date(2026, 6, 3), member.id)
    entries.record(
        stage.db, stage.team.id, author=member.id, source="telegram", source_ref=f"{name}:{amount}",
        how=How.TEXT, lines=[line], at=stage.now,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/target 50000", {"team": 50000}),
        ("目标 5万", {"team": 50000}),
        ("/target 50,000", {"team": 50000}),
        ("/target 50k", {"team": 50000}),
        ("目标 五万", {"team": 50000}),
        ("/target @mei 20000", {"小美": 20000}),
        ("/target 小美 20000", {"小美": 20000}),
        ("/target @小美 2万", {"小美": 20000}),
        ("目标 小美 2万", {"小美": 20000}),
        ("目标 小美2万", {"小美": 20000}),
        ("目标 小美：2万", {"小美": 20000}),
    ],
)
def test_a_lead_sets_the_team_s_or_a_member_s_target(stage: Stage, line: str, expected: dict[str, int]) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("小美", "mei")
    assert stage.say(lead, line) is not None
    assert amounts(stage) == expected


@pytest.mark.parametrize(
    ("currency", "amount", "fits"),
    [("CNY", "¥500", True), ("JPY", "￥500", True), ("USD", "$500", True), ("SGD", "$500", True),
     ("USD", "500 usd", True), ("EUR", "€500", True), ("CNY", "500元", True), ("USD", "500元", False),
     ("CNY", "$500", False), ("USD", "¥500", False),
     ("USD", "500EUR", False)],
)  # fmt: skip
def test_an_amount_in_another_currency_is_no_target(english: Stage, currency: str, amount: str, fits: bool) -> None:
    lead = english.member("林小花", administrator=True)
    teams.save(english.db, replace(english.team, currency=currency))
    english.say(lead, f"/target {amount}")
    assert bool(amounts(english)) is fits


def test_req_13_a_second_target_asks_to_replace_the_first(chinese: Stage) -> None:
    lead = chinese.member("林小花", administrator=True)
    first = chinese.say(lead, "/target 40000")
    asked = chinese.say(lead, "/target 50000")
    assert first is not None
    assert asked is not None
    assert first.lines[0] == "✅ 团队 2026年6月目标：¥40,000"
    assert "已经有目标 ¥40,000，要改成 ¥50,000 吗？" in asked.lines
    assert amounts(chinese) == {"team": 40000}
    replaced = chinese.press(lead, asked.buttons["定 ¥50,000"], private=False)
    assert replaced is not None
    assert replaced.lines[0] == "✅ 团队 2026年6月目标：¥40,000 → ¥50,000"
    assert amounts(chinese) == {"team": 50000}


def test_everybody_sees_attainment_and_that_the_parts_make_the_whole(stage: Stage, language: str) -> None:
    lead = stage.member("林小花", administrator=True)
    for name, target, net in (("小美", 124000, 23770), ("阿强", 108500, 25550), ("丽丽", 77500, 18370)):
        seller = stage.member(name)
        stage.say(lead, f"/target {name} {target}")
        sold(stage, name, net)
    stage.say(lead, "/target 310000")
    heard = stage.say(seller, "/target")
    assert heard is not None
    assert (
        heard.lines
        == {
            "zh": [
                "🎯 花花美妆 · 2026年6月目标",
                "团队 ¥67,690 / ¥310,000（21.8%）",
                "小美 ¥23,770 / ¥124,000（19.2%）",
                "阿强 ¥25,550 / ¥108,500（23.5%）",
                "丽丽 ¥18,370 / ¥77,500（23.7%）",
                "个人合计 ¥310,000，和团队目标一致 ✓",
            ],
            "en": [
                "🎯 花花美妆 · targets of Jun 2026",
                "Team $67,690 / $310,000 (21.8%)",
                "小美 $23,770 / $124,000 (19.2%)",
                "阿强 $25,550 / $108,500 (23.5%)",
                "丽丽 $18,370 / $77,500 (23.7%)",
                "Members together $310,000, just the team's target ✓",
            ],
        }[language]
    )


@pytest.mark.parametrize(
    ("team", "said"),
    [(346000, "一致"), (310000, "多 ¥36,000"), (350000, "少 ¥4,000"), (None, "还没定团队目标")],
)
def test_the_gap_between_the_parts_and_the_whole_is_shown(chinese: Stage, team: int | None, said: str) -> None:
    lead = chinese.member("林小花", administrator=True)
    chinese.member("小美")
    chinese.say(lead, "/target 小美 346000")
    if team is not None:
        chinese.say(lead, f"/target {team}")
    heard = chinese.say(lead, "/target")
    assert heard is not None
    assert said in heard.text


def test_who_left_is_not_part_of_the_whole(chinese: Stage) -> None:
    lead = chinese.member("林小花", administrator=True)
    for name in ("小美", "阿强"):
        chinese.member(name)
        chinese.say(lead, f"/target {name} 1000")
    chinese.say(lead, "/target 1000")
    chinese.say(lead, "/team remove 阿强")
    heard = chinese.say(lead, "/target")
    assert heard is not None
    assert "一致" in heard.text
    assert "阿强" not in heard.text


@pytest.mark.parametrize("line", ["/target 50000", "/target Ken 50000", "/target nobody 500", "/target 0"])
def test_a_seller_sets_no_target_not_even_their_own(stage: Stage, line: str, language: str) -> None:
    heard = stage.say(stage.member("Ken"), line)
    assert heard is not None
    assert (
        heard.text
        == {
            "zh": "这个要团队长或群管理员才能做。",
            "en": "That is for leads and for the group's administrators.",
        }[language]
    )
    assert amounts(stage) == {}


@pytest.mark.parametrize(
    "line",
    ["/target 0", "/target -500", "/target 1e9", "/target 1000000000", "/target 999999999999",
     "/target 99999999999999999999亿", "/target abc", "/target 3单", "/target 5 万", "/target 昨天 500", "/target €500",
     "/target 500 gbp", "/target .", "/target 小美", "/target 小美 abc", "/target 小美 0", "/target nobody 500",
     "/target 50000 小美", "/target 小美美 500", "/target Ken500", "/target Kenneth 500", "/target 丽丽 500"],
)  # fmt: skip
def test_what_is_no_amount_or_nobody_s_is_refused(stage: Stage, line: str) -> None:
    lead = stage.member("林小花", administrator=True)
    for name in ("小美", "Ken", "丽丽"):
        stage.member(name)
    stage.say(lead, "/team remove 丽丽")
    assert stage.say(lead, line) is not None
    assert amounts(stage) == {}


def test_nonsense_is_answered_by_the_usage(stage: Stage, language: str) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/target ???")
    assert heard is not None
    assert {"zh": "/target @小美 20000", "en": "/target @Mei 20000"}[language] in heard.lines


def test_a_sum_of_a_name_that_nobody_has_is_said_so(stage: Stage) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/target @nobody 500")
    assert heard is not None
    assert "@nobody" in heard.text


def test_a_member_s_number_is_never_taken_for_a_name(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    members.join(stage.db, stage.team.id, None, "5")
    stage.say(lead, "/target 50000")
    assert amounts(stage) == {"team": 50000}


def test_the_month_is_the_team_s_own(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    teams.save(stage.db, replace(stage.team, zone="Asia/Shanghai", day_close=120))
    stage.now = datetime(2026, 6, 30, 17, 59, tzinfo=UTC)  # 01:59 on the first of July, and the day ends at two
    stage.say(lead, "/target 100")
    stage.now = datetime(2026, 6, 30, 18, 0, tzinfo=UTC)
    stage.say(lead, "/target 200")
    assert (amounts(stage), amounts(stage, "2026-07")) == ({"team": 100}, {"team": 200})


def test_a_lead_who_never_reported_is_a_member_from_then_on(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    (member,) = stage.members
    members.set_active(stage.db, stage.team.id, member.id, active=False)
    stage.say(lead, "/target 100")
    assert [m.active for m in stage.members] == [True]


def test_nothing_set_says_so_and_how_to_set_it(stage: Stage) -> None:
    seller = stage.say(stage.member("Ken"), "/target")
    lead = stage.say(stage.member("林小花", administrator=True), "/target")
    assert seller is not None
    assert lead is not None
    assert (len(seller.lines), len(lead.lines)) == (2, 3)
    assert "50000" in lead.lines[2]


@pytest.mark.parametrize("count", [30, 60])
def test_any_number_of_members_fits_in_one_message(chinese: Stage, count: int) -> None:
    lead = chinese.member("林小花", administrator=True)
    by = chinese.members[0]
    for number in range(count):
        member = members.join(chinese.db, chinese.team.id, None, f"{number:03}" + "\U0001f49c" * 21)
        targets.set_target(
            chinese.db, chinese.team.id, member.id, MONTH.key, 10**11 - 1, by=by.id, at=chinese.now
        )  # fmt: skip
    heard = chinese.say(lead, "/target")
    assert heard is not None
    assert len(heard.text.encode("utf-16-le")) // 2 < 4000
