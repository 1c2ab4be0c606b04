"""/start: arriving in private and in a group, joining by the link, choosing one of several teams."""

from dataclasses import replace

import pytest

from bot.incoming import Happening
from kpi.ids import TelegramId
from kpi.team import Role
from storage import members, teams
from tests.handlers.stage import Stage


def test_somebody_in_no_team_is_offered_to_add_the_bot_to_a_group(stage: Stage, language: str) -> None:
    heard = stage.say(stage.person("Ken"), "/start", private=True)
    assert heard is not None
    assert heard.text.startswith({"zh": "你好，Ken", "en": "Hello Ken"}[language])
    assert list(heard.buttons.values()) == ["https://t.me/longhubang_bot?startgroup=1", "v1:demo"]
    assert stage.members == []


def test_a_seller_is_told_how_to_report_look_and_undo(stage: Stage, language: str) -> None:
    heard = stage.say(stage.member("Ken"), "/start", private=True)
    assert heard is not None
    assert (
        heard.lines[1:]
        == {
            "zh": ["报单：3单 1280 新客2", "看自己 /me，看排行 /top", "报错了就发：撤回"],
            "en": ["Report: 3 orders 1280 new 2", "Your figures /me, the leaderboard /top", "Made a mistake? /undo"],
        }[language]
    )
    assert list(heard.buttons.values()) == ["v1:report", "v1:help"]


@pytest.mark.parametrize(("role", "can_report", "leads"), [(Role.LEAD, True, True), (Role.VIEWER, False, False)])
def test_the_role_decides_what_is_offered(stage: Stage, role: Role, can_report: bool, leads: bool) -> None:
    heard = stage.say(stage.member("Ken", role=role), "/start", private=True)
    assert heard is not None
    assert ("1280" in heard.text, "/target" in heard.text) == (can_report, leads)


@pytest.mark.parametrize("sees_all", [True, False])
def test_in_a_group_the_greeting_says_what_the_bot_can_see_there(stage: Stage, sees_all: bool) -> None:
    heard = stage.say(stage.person("Ken"), "/start@longhubang_bot", sees_all=sees_all)
    assert heard is not None
    assert ("/sale" in heard.text) is not sees_all
    assert "21:30" in heard.text
    assert list(heard.buttons.values()) == [
        f"https://t.me/longhubang_bot?start=join_{stage.team.id}",
        "v1:help",
        "v1:setup",
    ]


def test_who_telegram_confirms_joins_by_the_link(stage: Stage) -> None:
    ken = stage.person("Ken")
    heard = stage.say(ken, f"/start join_{stage.team.id}", private=True, admitted=True)
    assert heard is not None
    assert "花花美妆" in heard.text
    assert "1280" in heard.text
    assert list(heard.buttons.values()) == ["v1:report", "v1:help"]
    assert stage.role("Ken") is Role.SELLER


def test_joining_twice_changes_nothing(stage: Stage) -> None:
    ken = stage.member("Ken", role=Role.VIEWER)
    stage.say(ken, f"/start join_{stage.team.id}", private=True, admitted=True)
    assert [(m.name, m.role) for m in stage.members] == [("Ken", Role.VIEWER)]


@pytest.mark.parametrize("link", ["join_{team}", "join_999999", "join_0", "join_"])
def test_who_telegram_does_not_confirm_stays_outside(stage: Stage, link: str) -> None:
    ken = stage.person("Ken")
    heard = stage.say(ken, "/start " + link.format(team=stage.team.id), private=True)
    assert heard is not None
    assert stage.members == []
    assert "花花美妆" not in heard.text


def test_a_team_that_is_not_there_is_answered_like_one_that_is_not_yours(stage: Stage) -> None:
    ken = stage.person("Ken")
    wrong = stage.say(ken, f"/start join_{stage.team.id}", private=True)
    assert wrong == stage.say(ken, "/start join_999999", private=True, admitted=True)


def test_nobody_joins_a_team_that_the_bot_was_removed_from(stage: Stage) -> None:
    team = stage.team
    teams.save(stage.db, replace(team, active=False))
    ken = stage.person("Ken")
    stage.say(ken, f"/start join_{team.id}", private=True, admitted=True)
    assert members.of_person(stage.db, team.id, ken.id) is None


def test_who_is_in_two_teams_is_asked_once_which_is_meant(stage: Stage, language: str) -> None:
    other = Stage(stage.db, language, stage.capabilities, group=TelegramId(-1002), name="二队")
    ken = stage.member("Ken")
    other.member("Ken")
    heard = stage.say(ken, "/start", private=True)
    assert heard is not None
    assert heard.buttons == {"花花美妆": f"v1:team:{stage.team.id}", "二队": f"v1:team:{other.team.id}"}
    chosen = stage.press(ken, heard.buttons["二队"])
    assert chosen is not None
    assert "二队" in chosen.text
    after = stage.say(ken, "/start", private=True)
    assert after is not None
    assert "二队" in after.text
    assert after.buttons.get("花花美妆") == f"v1:team:{stage.team.id}"


@pytest.mark.parametrize("forged", ["v1:team:{other}", "v1:team:", "v1:team:x", "v1:team:-1", "v1:team:²"])
def test_nobody_chooses_a_team_they_are_not_in(stage: Stage, language: str, forged: str) -> None:
    other = Stage(stage.db, language, stage.capabilities, group=TelegramId(-1002), name="二队")
    ken = stage.member("Ken")
    heard = stage.press(ken, forged.format(other=other.team.id))
    assert heard is not None
    assert "二队" not in heard.text
    start = stage.say(ken, "/start", private=True)
    assert start is not None
    assert "花花美妆" in start.text


def test_the_link_to_a_private_command_leads_to_it(stage: Stage) -> None:
    ken = stage.person("Ken")
    refused = stage.say(ken, "/language")
    assert refused is not None
    assert list(refused.buttons.values()) == ["https://t.me/longhubang_bot?start=language"]
    heard = stage.say(ken, "/start language", private=True)
    assert heard is not None
    (data,) = heard.buttons.values()
    done = stage.press(ken, data)
    assert done is not None
    assert list(done.buttons) == ["中文", "English"]


@pytest.mark.parametrize("payload", ["nonsense", "<b>", "settings", "x" * 64])
def test_a_link_that_leads_nowhere_is_a_plain_start(stage: Stage, payload: str) -> None:
    ken = stage.member("Ken")
    assert stage.say(ken, f"/start {payload}", private=True) == stage.say(ken, "/start", private=True)


def test_the_word_starts_too(chinese: Stage) -> None:
    ken = chinese.member("Ken")
    assert chinese.say(ken, "开始", private=True) == chinese.say(ken, "/start", private=True)
    assert chinese.say(ken, "v1:team", private=True, happening=Happening.PRESS) is not None
