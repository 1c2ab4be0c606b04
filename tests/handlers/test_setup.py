"""/setup: its buttons, what they carry, and what a forged one does."""

from dataclasses import replace

import pytest

from bot.setting_choices import pages, rows
from bot.settings_words import Setting
from handlers.setup import STEPS
from kpi.message import Button
from storage import teams
from tests.handlers.stage import Heard, Stage


def begun(stage: Stage) -> Heard:
    heard = stage.say(stage.member("林小花", administrator=True), "/setup")
    assert heard is not None
    return heard


def test_it_goes_through_every_setting_that_a_team_begins_with() -> None:
    assert set(Setting) - set(STEPS) == {
        Setting.MONTHLY,
        Setting.LIVE,
        Setting.CUSTOMERS,
        Setting.SHOWS,
        Setting.FIGURES,
        Setting.PRORATE,
        Setting.STOCK,
        Setting.SHIPPING,
        Setting.WORDS,
    }


def test_the_first_page_is_all_that_is_assumed(stage: Stage, language: str) -> None:
    heard = begun(stage)
    assert heard.slot == "setup:77"
    assert len(heard.lines) == 9
    assert list(heard.buttons) == [
        *{"zh": ["✅ 就用这些", "✓ 中文", "English"], "en": ["✅ Use these", "中文", "✓ English"]}[language]
    ]


def every_button(stage: Stage, setting: Setting) -> list[Button]:
    return [
        button
        for page in range(pages(setting))
        for row in rows(
            setting, stage.team, page, lambda value: f"v1:pick:2147483647:{stage.team.id}:{setting.value}:{value}"
        )
        for button in row
    ]


@pytest.mark.parametrize("setting", STEPS)
def test_every_choice_fits_into_a_button_and_is_taken(stage: Stage, setting: Setting) -> None:
    lead = stage.member("林小花", administrator=True)
    teams.save(stage.db, replace(stage.team, zone="America/Argentina/ComodRivadavia", daily_at=21 * 60 + 17))
    for button in every_button(stage, setting):
        assert len(button.data.encode()) + len("12345") <= 64  # more teams than one
        heard = stage.press(lead, button.data, private=False)
        assert heard is not None
        assert heard.slot == "setup:2147483647"


@pytest.mark.parametrize("setting", Setting)
def test_what_stands_is_marked_on_the_first_page_even_when_it_is_unusual(stage: Stage, setting: Setting) -> None:
    unusual = replace(stage.team, zone="Asia/Tehran", daily_at=1277, weekly_at=None, day_close=135)
    marked = [
        button.label.key
        for row in rows(setting, unusual, 0, lambda value: value)
        for button in row
        if button.label.key == "settings-chosen"
    ]
    assert len(marked) == 1


@pytest.mark.parametrize(
    "data",
    [
        "v1:setup:x",
        "v1:setup-done",
        "v1:setup-done:x",
        "v1:setup-step",
        "v1:setup-step:77:1",
        "v1:setup-step:77:1:zone",
        "v1:setup-step:77:1:zone:9",
        "v1:setup-step:77:1:zone:x",
        "v1:setup-step:77:1:nonsense:0",
        "v1:pick",
        "v1:pick:77:1",
        "v1:pick:77:1:zone",
        "v1:pick:77:1:zone:Mars",
        "v1:pick:x:1:zone:UTC",
        "v1:pick:77:2:zone:UTC",
        "v1:setup:77:2",
        "v1:setup-done:77:2",
        "v1:setup-done:77",
        "v1:setup-step:77:2:zone:0",
        "v1:pick:77:1:daily:9999",
        "v1:pick:77:1:language:fr",
        "v1:pick:77:1:close:1300",
    ],
)
def test_a_forged_button_changes_nothing(stage: Stage, data: str) -> None:
    lead = stage.member("林小花", administrator=True)
    before = stage.team
    heard = stage.press(lead, data, private=False)
    assert heard is not None
    assert heard.slot is None
    assert stage.team == before


@pytest.mark.parametrize(
    "data", ["v1:setup", "v1:setup-step:77:1:zone:0", "v1:pick:77:1:zone:UTC", "v1:setup-done:77:1"]
)
def test_a_seller_s_press_changes_nothing(stage: Stage, language: str, data: str) -> None:
    before = stage.team
    heard = stage.press(stage.member("Ken"), data, private=False)
    assert heard is not None
    assert {"zh": "群管理员", "en": "administrators"}[language] in heard.text
    assert stage.team == before


def test_the_currency_cannot_be_changed_by_an_old_button_once_there_is_a_target(stage: Stage) -> None:
    lead = stage.member("林小花", administrator=True)
    own = stage.team.currency
    stage.say(lead, "/target 50000")
    heard = stage.press(lead, f"v1:pick:77:1:{stage.team.id}:currency:EUR", private=False)
    assert heard is not None
    assert stage.team.currency == own


def test_posts_go_to_the_topic_where_it_is_asked_for(stage: Stage) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/setup", topic=7)
    assert heard is not None
    assert "📌" in heard.text
    assert stage.team.topic == 7


def test_arguments_are_answered_by_the_usage(stage: Stage) -> None:
    heard = stage.say(stage.member("林小花", administrator=True), "/setup zone", private=True)
    assert heard is not None
    assert "/setup" in heard.lines
