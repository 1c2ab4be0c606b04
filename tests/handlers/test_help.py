"""/help: what one may do here, from what is declared."""

from collections.abc import Sequence

import pytest

from bot.command import Answers, Capability, Request, Where, Who, answer
from handlers.help import Section, helping
from handlers.settings import settings
from handlers.target import target
from handlers.team import team
from tests.handlers.stage import Stage


def said(request: Request) -> Answers:
    return (answer(),)


@pytest.fixture
def capabilities() -> Sequence[Capability]:
    """Commands that borrow the descriptions of real ones."""
    several = Capability()
    several.command("target", words=("报单",), zh=("报单 3 299", "报单 299"), en=("/target 3 299",))(said)
    several.command("team", who=Who.LEAD, zh=("团队 移除",), en=("/team remove",))(said)
    several.command("settings", where=Where.GROUP)(said)
    several.command("language", where=Where.PRIVATE)(said)
    return (several, helping((Section("report", (several,)),)))


def lines(stage: Stage, *, leads: bool = False, private: bool = False, text: str = "/help") -> list[str]:
    ken = stage.member("Ken", administrator=leads)
    heard = stage.say(ken, text, private=private)
    assert heard is not None
    return heard.lines


def test_help_lists_each_command_with_one_example_under_its_heading(stage: Stage, language: str) -> None:
    assert (
        lines(stage)[:2]
        == {
            "zh": ["报业绩", "报单 3 299 本月目标；团队长可定团队和个人的"],
            "en": ["Report", "/target 3 299 This month's targets; leads set them"],
        }[language]
    )


@pytest.mark.parametrize(
    ("leads", "private", "offered"),
    [
        (False, False, {"settings"}),
        (True, False, {"settings", "team"}),
        (False, True, {"language"}),
        (True, True, {"language", "team"}),
    ],
)
def test_help_offers_what_one_may_do_here(stage: Stage, leads: bool, private: bool, offered: set[str]) -> None:
    text = "\n".join(lines(stage, leads=leads, private=private))
    shown = {"settings": "/settings", "language": "/language", "team": ("团队 移除", "/team remove")}
    found = {
        name
        for name, example in shown.items()
        if any(e in text for e in ([example] if isinstance(example, str) else example))
    }
    assert found == offered


def test_somebody_in_no_team_gets_help_too(stage: Stage) -> None:
    assert stage.say(stage.person("Ken"), "/help", private=True) is not None


def test_the_button_and_the_word_say_the_same_as_the_command(chinese: Stage) -> None:
    ken = chinese.member("Ken")
    asked = chinese.say(ken, "/help")
    assert asked == chinese.press(ken, "v1:help", private=False)
    assert asked == chinese.say(ken, "帮助")


@pytest.mark.parametrize("text", ["/help target", "/help /target", "帮助 报单"])
def test_help_on_one_command_shows_all_its_examples(chinese: Stage, text: str) -> None:
    assert lines(chinese, text=text) == ["/target 本月目标；团队长可定团队和个人的", "报单 3 299", "报单 299"]


def test_help_on_something_unknown_is_answered_by_the_usage(stage: Stage) -> None:
    assert "/help" in lines(stage, text="/help nonsense")


def test_a_sentence_in_the_group_that_begins_with_the_word_is_left_alone(chinese: Stage) -> None:
    assert chinese.say(chinese.member("Ken"), "帮助 一下小美") is None


def test_the_help_on_the_team_fits_on_a_phone(stage: Stage) -> None:
    stage.capabilities = (team, target, settings, helping((Section("team", (team, target, settings)),)))
    found = lines(stage, leads=True)
    assert len(found) == 5
    assert max(len(line) for line in found) < 100
