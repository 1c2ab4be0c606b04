"""What `/privacy` tells: the same to everybody on what is stored, and by role and setting on who reads it."""

from dataclasses import replace

import pytest

from handlers.privacy import privacy
from kpi.team import Openness, Role
from storage import teams
from tests.handlers.stage import Stage


def told(stage: Stage, role: Role | None = None, *, member: bool = True) -> str:
    stage.capabilities = (privacy,)
    person = stage.member("Ken", role=role) if member else stage.person("Ken")
    heard = stage.say(person, "/privacy", private=True)
    assert heard is not None
    assert max(len(line) for line in heard.lines) < 100
    return heard.text


def words(stage: Stage, zh: str, en: str) -> str:
    return zh if stage.language == "zh" else en


def test_somebody_of_no_team_learns_that_nothing_else_is_stored(stage: Stage) -> None:
    text = told(stage, member=False)
    assert words(stage, "你不在任何团队", "You are in no team") in text
    assert stage.name not in text
    assert stage.members == []


@pytest.mark.parametrize(
    ("role", "zh", "en"),
    [
        (Role.LEAD, "你是团队长", "You lead it"),
        (Role.SELLER, "你是销售", "You sell"),
        (Role.VIEWER, "你是只看", "You only look"),
    ],
)
def test_everybody_is_told_what_their_role_reads(stage: Stage, role: Role, zh: str, en: str) -> None:
    text = told(stage, role)
    assert stage.name in text
    said = [line for line in text.splitlines() if words(stage, "你是", "You ") in line]
    assert said[0].startswith(words(stage, zh, en))
    assert len(said) == 1


@pytest.mark.parametrize(
    ("openness", "zh", "en"),
    [
        (Openness.AMOUNTS, "公开金额", "show amounts"),
        (Openness.PERCENT, "只公开比例", "shares only"),
        (Openness.RANKS, "只公开名次", "ranks only"),
    ],
)
def test_it_tells_what_the_team_has_chosen_to_show(stage: Stage, openness: Openness, zh: str, en: str) -> None:
    teams.save(stage.db, replace(stage.team, openness=openness))
    assert words(stage, zh, en) in told(stage)


def test_it_tells_whether_leads_read_the_names_of_customers(stage: Stage) -> None:
    assert words(stage, "团队长只看人数", "leads read numbers only") in told(stage)
    teams.save(stage.db, replace(stage.team, leads_see_customers=True))
    assert words(stage, "团队长也看得到", "and by the leads") in told(stage)


def test_in_a_group_there_is_only_the_way_to_the_private_chat(stage: Stage) -> None:
    stage.capabilities = (privacy,)
    heard = stage.say(stage.member("Ken"), "/privacy")
    assert heard is not None
    assert list(heard.buttons.values()) == ["https://t.me/longhubang_bot?start=privacy"]
