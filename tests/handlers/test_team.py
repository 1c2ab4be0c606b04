"""/team: who is in it, and what a lead may change."""

import pytest

from kpi.team import Role
from storage import members
from tests.handlers.stage import Stage


def test_everybody_sees_members_and_roles_leads_first(stage: Stage, language: str) -> None:
    ken = stage.member("Ken")
    stage.member("老板", role=Role.VIEWER)
    stage.member("林小花", administrator=True)
    left = stage.member("Lili")
    members.join(stage.db, stage.team.id, None, "阿婆")
    stage.say(stage.member("林小花", administrator=True), "/team remove Lili")
    heard = stage.say(ken, "/team")
    assert heard is not None
    assert left.name not in heard.text
    assert (
        heard.lines[:5]
        == {
            "zh": ["👥 花花美妆 · 4人", "林小花 · 团队长", "Ken · 销售", "阿婆 · 销售 · 没有 Telegram", "老板 · 只看"],
            "en": [
                "👥 花花美妆 · 4 members",
                "林小花 · lead",
                "Ken · seller",
                "阿婆 · seller · no Telegram",
                "老板 · viewer",
            ],
        }[language]
    )


def test_the_list_has_the_link_by_which_one_joins(stage: Stage) -> None:
    heard = stage.say(stage.member("Ken"), "/team")
    assert heard is not None
    assert list(heard.buttons.values())[2:] == [f"https://t.me/longhubang_bot?start=join_{stage.team.id}"]


@pytest.mark.parametrize("count", [30, 120])
def test_any_number_of_members_fits_in_one_message(stage: Stage, count: int) -> None:
    for number in range(count):
        members.join(stage.db, stage.team.id, None, f"{number:03}" + "\U0001f49c" * 21)
    heard = stage.say(stage.member("Ken"), "/team")
    assert heard is not None
    assert len(heard.text.encode("utf-16-le")) // 2 < 4000


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("/team role @ken viewer", Role.VIEWER),
        ("/team role @KEN lead", Role.LEAD),
        ("/team role Ken seller", Role.SELLER),
        ("团队 角色 ken 只看", Role.VIEWER),
        ("团队 角色 @Ken 组长", Role.LEAD),
        ("成员 角色 Ken 自动", Role.SELLER),
    ],
)
def test_a_lead_gives_a_role(stage: Stage, line: str, role: Role) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken", "ken")
    heard = stage.say(lead, line)
    assert heard is not None
    assert "Ken" in heard.text
    assert stage.role("Ken") is role


def test_auto_gives_an_administrator_the_lead_back(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken", administrator=True)
    stage.say(lead, "/team role Ken seller")
    assert stage.role("Ken") is Role.SELLER
    stage.say(lead, "/team role Ken auto")
    assert stage.role("Ken") is Role.LEAD


@pytest.mark.parametrize("line", ["/team role 林小花 seller", "/team role 林小花 viewer", "/team remove 林小花"])
def test_the_last_lead_stays_one(stage: Stage, line: str) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken")
    stage.say(lead, line)
    assert stage.role("林小花") is Role.LEAD
    stage.say(lead, "/team role Ken lead")
    stage.say(lead, line)
    assert stage.role("林小花") is not Role.LEAD


@pytest.mark.parametrize("line", ["/team role Ken lead", "/team remove Mei", "团队 移除 Mei"])
def test_nobody_but_a_lead_changes_anything(stage: Stage, line: str) -> None:
    ken = stage.member("Ken")
    stage.member("Mei")
    stage.member("林小花", administrator=True)
    heard = stage.say(ken, line)
    assert heard is not None
    assert "/team" not in heard.text
    assert (stage.role("Ken"), stage.role("Mei")) == (Role.SELLER, Role.SELLER)


def test_who_is_removed_leads_no_more_and_can_come_back(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    ken = stage.member("Ken", role=Role.LEAD)
    stage.say(lead, "/team remove Ken")
    assert stage.role("Ken") is None
    members.join(stage.db, stage.team.id, ken.id, "Ken")
    assert stage.role("Ken") is Role.SELLER


def test_two_of_a_name_are_told_apart_by_username(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken", "ken_a")
    members.join(stage.db, stage.team.id, None, "Ken")
    heard = stage.say(lead, "/team remove Ken")
    assert heard is not None
    assert "@" in heard.text
    assert [m.active for m in stage.members if m.name == "Ken"] == [True, True]
    stage.say(lead, "/team remove @ken_a")
    assert [m.active for m in stage.members if m.name == "Ken"] == [False, True]


def test_somebody_without_a_username_can_be_mentioned(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    mei = stage.member("Mei")
    stage.say(lead, "/team role 小美姐 viewer", mentions=(("小美姐", mei.telegram_id),))
    assert stage.role("Mei") is Role.VIEWER


def test_a_name_that_nobody_has_is_said_so(stage: Stage) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/team remove @Nobody")
    assert heard is not None
    assert "@Nobody" in heard.text
    assert "/team" in heard.text


def test_the_longest_name_that_fits_is_meant(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Mei")
    stage.member("Mei Lin")
    stage.say(lead, "/team role Mei Lin viewer")
    assert (stage.role("Mei"), stage.role("Mei Lin")) == (Role.SELLER, Role.VIEWER)


def test_a_part_of_a_name_is_not_the_name(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("小美")
    stage.say(lead, "/team remove 小美美")
    assert stage.role("小美") is Role.SELLER


@pytest.mark.parametrize("line", ["/team rename Ken Kenneth", "团队 改名 Ken Kenneth", "/team rename @ken  Kenneth "])
def test_a_lead_renames(stage: Stage, line: str) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken", "ken")
    heard = stage.say(lead, line)
    assert heard is not None
    assert "Kenneth" in heard.text
    assert {m.name for m in stage.members} == {"林小花", "Kenneth"}


@pytest.mark.parametrize("line", ["/team rename Ken 林小花", "/team rename Ken \u202e", "/team rename Ken"])
def test_a_name_that_is_taken_or_cannot_be_seen_is_refused(stage: Stage, line: str) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken", "ken")
    stage.say(lead, line)
    assert {m.name for m in stage.members} == {"林小花", "Ken"}


@pytest.mark.parametrize(
    "line",
    ["/team nonsense", "/team role", "/team role Ken", "/team role Ken king", "/team remove", "/team role Ken x y"],
)
def test_nonsense_is_answered_by_the_usage(stage: Stage, line: str, language: str) -> None:
    lead = stage.member("林小花", administrator=True)
    stage.member("Ken")
    heard = stage.say(lead, line)
    assert heard is not None
    assert {"zh": "团队 移除 小美", "en": "/team remove @Ken"}[language] in heard.lines


def test_a_sentence_in_the_group_that_begins_with_the_word_is_left_alone(chinese: Stage) -> None:
    lead = chinese.member("林小花", administrator=True)
    assert chinese.say(lead, "团队 加油！") is None


def test_a_name_is_shown_as_it_is(stage: Stage) -> None:
    members.join(stage.db, stage.team.id, None, "小美💄<b>$\\frac{1}{$")
    heard = stage.say(stage.member("Ken"), "/team")
    assert heard is not None
    assert "小美💄&lt;b&gt;$\\frac{1}{$" in heard.text
