"""The record of changes: what can be asked for, and buttons that nobody should trust."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from handlers.audit import audit
from handlers.target import target
from handlers.team import team
from kpi.message import say
from kpi.team import Person, Role
from storage import audit as changes
from tests.handlers.stage import NOON, Heard, Stage


@pytest.fixture
def stage(db: Connection, language: str) -> Stage:
    return Stage(db, language, (audit, team, target))


@pytest.fixture
def lead(stage: Stage) -> Person:
    return stage.member("林小花", administrator=True)


def words(stage: Stage, zh: str, en: str) -> str:
    return zh if stage.language == "zh" else en


def asked(stage: Stage, who: Person, arguments: str = "") -> Heard:
    heard = stage.say(who, f"/audit {arguments}".strip(), private=True)
    assert heard is not None
    return heard


@pytest.mark.parametrize("arguments", ["", "林小花", "6-08", "2026-06", "last week", "上周"])
def test_an_empty_record_says_so(stage: Stage, lead: Person, arguments: str) -> None:
    assert words(stage, "没有变更", "No changes") in asked(stage, lead, arguments).text


@pytest.mark.parametrize("arguments", ["#12", "# 12", "＃12", "#999999999999999"])
def test_an_entry_that_is_not_there_is_said_to_be_missing(stage: Stage, lead: Person, arguments: str) -> None:
    assert words(stage, "查不到", "There is no") in asked(stage, lead, arguments).text


@pytest.mark.parametrize("arguments", ["Zoe", "🙈" * 300])
def test_a_name_that_nobody_has_is_said_to_be_nobodys(stage: Stage, lead: Person, arguments: str) -> None:
    assert words(stage, "团队里没有", "Nobody in the team") in asked(stage, lead, arguments).text


@pytest.mark.parametrize("arguments", ["林小花 6-08", "#12 #13", "#"])
def test_what_is_not_understood_gets_the_usage(stage: Stage, lead: Person, arguments: str) -> None:
    assert "/audit 6-08" in asked(stage, lead, arguments).lines


def test_seven_changes_are_two_pages(stage: Stage, lead: Person) -> None:
    for amount in range(1, 8):
        stage.now = NOON + timedelta(minutes=amount)
        stage.say(lead, f"/target {amount + 5}月 {amount}000", private=True)
    first = asked(stage, lead)
    assert "7,000" in first.lines[2]
    (older,) = first.buttons.values()
    second = stage.press(lead, older)
    assert second is not None
    assert second.slot == first.slot
    assert "1,000" in second.lines[-1]
    assert "→" not in second.lines[-1]  # the first target replaced none
    (newer,) = second.buttons.values()
    assert stage.press(lead, newer) == first


FORGED = ["audit", "audit:1", "audit:1:{t}:x:", "audit:1:{t}:0:z", "audit:1:{t}:0:m99", "audit:1:{t}:0:p2026-99"]
FORGED += ["audit:1:{t}:7:", "audit:1:{t}:0:m", "audit:1:{t}:0:e", "audit:x:{t}:0:", "audit:1:{t}:0:e٣"]


@pytest.mark.parametrize("data", FORGED)
def test_forged_and_stale_buttons_are_out_of_date(stage: Stage, lead: Person, data: str) -> None:
    heard = stage.press(lead, f"v1:{data.format(t=stage.team.id)}")
    assert heard is not None
    assert words(stage, "过期", "out of date") in heard.text


def test_a_forged_button_shows_a_seller_nothing_of_others(stage: Stage, lead: Person) -> None:
    stage.say(lead, "/target 5000", private=True)
    ken = stage.member("Ken", role=Role.SELLER)
    by = next(member.id for member in stage.members if member.name == "林小花")
    for key in (f"m{by}", "e1"):
        heard = stage.press(ken, f"v1:audit:1:{stage.team.id}:0:{key}")
        assert heard is not None
        assert words(stage, "只能看和自己有关", "your own changes") in heard.text
    assert "5,000" not in asked(stage, ken).text


def test_words_that_a_later_release_no_longer_has_do_not_hide_the_change(stage: Stage, lead: Person) -> None:
    by = stage.members[0].id
    old, new = say("audit-amount"), say("gone-for-good", amount=1)
    changes.note(stage.db, stage.team.id, by=by, at=NOON, what=say("gone-for-good"), old=old, new=new)
    text = asked(stage, lead).text
    assert "林小花" in text
    assert text.count(words(stage, "旧版本", "older release")) == 3


def test_a_change_by_somebody_who_left_still_has_their_name(stage: Stage, lead: Person) -> None:
    stage.member("Ken")
    stage.say(lead, "/team remove Ken", private=True)
    assert "Ken" in asked(stage, lead).text
