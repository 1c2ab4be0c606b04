"""/help: a menu of what one may do, from what is declared."""

from collections.abc import Sequence

import pytest

from bot.command import Answers, Capability, Request, Where, Who, answer
from handlers import SECTIONS
from handlers.help import Section, helping, menu
from handlers.start import starting
from kpi.team import Role
from tests.handlers.stage import Heard, Stage


def said(request: Request) -> Answers:
    return (answer(),)


@pytest.fixture
def capabilities() -> Sequence[Capability]:
    """Commands that borrow the descriptions of real ones."""
    look, several = Capability(), Capability()
    look.command("target", words=("报单",), zh=("报单 3 299", "报单 299"), en=("/target 3 299",))(said)
    several.command("team", who=Who.LEAD, zh=("/team", "团队 移除"), en=("/team", "/team remove"))(said)
    several.command("settings", where=Where.GROUP)(said)
    several.command("language", where=Where.PRIVATE)(said)
    look.command("log", joins=True, zh=("/log",), en=("/log",))(said)
    sections = (Section("report", (look,)), Section("team", (several,)))
    links = {"help": lambda request: (menu(request, sections),)}
    return (look, several, helping(sections), starting((look, several), links))


def asked(stage: Stage, *, leads: bool = False, private: bool = True, text: str = "/help") -> Heard:
    heard = stage.say(stage.member("Ken", administrator=leads), text, private=private)
    assert heard is not None
    return heard


def page(stage: Stage, heading: str, *, leads: bool = False) -> Heard:
    """A section of the menu."""
    heard = stage.press(stage.member("Ken", administrator=leads), f"v1:help:77:{heading}")
    assert heard is not None
    return heard


def test_the_menu_says_for_whom_it_is_and_offers_the_sections(stage: Stage, language: str) -> None:
    heard = asked(stage)
    assert (
        heard.lines
        == {
            "zh": ["花花美妆 · 你是销售", "想做什么？点一个："],
            "en": ["花花美妆 · you are a seller", "What do you want to do? Press one:"],
        }[language]
    )
    assert list(heard.buttons.values()) == ["v1:report", "v1:help:77:report", "v1:help:77:team", "v1:help:77:scope"]


def test_a_section_explains_each_command_and_does_those_that_need_nothing(stage: Stage, language: str) -> None:
    heard = page(stage, "report")
    assert (
        heard.lines
        == {
            "zh": [
                "🧾 报业绩",
                "/target 看目标；团队长可定团队和个人的",
                "报单 3 299",
                "/log 用一句话报单；只发 /log 就一步步问",
            ],
            "en": [
                "🧾 Report",
                "/target Targets; leads set them for the team and members",
                "/target 3 299",
                "/log Report in a sentence; /log alone asks step by step",
            ],
        }[language]
    )
    back = {"zh": "‹ 返回", "en": "‹ Back"}[language]
    assert heard.buttons == {"▶ /log": "v1:report", back: "v1:help:77"}


def test_the_way_back_leads_to_the_same_menu_in_the_same_message(stage: Stage) -> None:
    first = asked(stage)
    again = stage.press(stage.member("Ken"), list(page(stage, "report").buttons.values())[-1])
    assert again == first
    assert first.slot == page(stage, "report").slot == "help:77"


@pytest.mark.parametrize(("leads", "offered"), [(False, ["language"]), (True, ["team", "language"])])
def test_a_section_has_what_one_may_do(stage: Stage, leads: bool, offered: list[str]) -> None:
    text = page(stage, "team", leads=leads).text
    assert [name for name in ("team", "settings", "language") if f"/{name} " in text] == offered


def test_a_viewer_is_offered_nothing_that_reports(stage: Stage) -> None:
    heard = stage.say(stage.member("Ken", role=Role.VIEWER), "/help", private=True)
    assert heard is not None
    assert "v1:report" not in heard.buttons.values()
    section = stage.press(stage.member("Ken", role=Role.VIEWER), "v1:help:77:report")
    assert section is not None
    assert "/log" not in section.text


def test_a_button_of_the_menu_does_it(stage: Stage) -> None:
    data = page(stage, "team", leads=True).buttons["▶ /team"]
    assert data == "v1:run:/team"
    assert stage.press(stage.member("Ken", administrator=True), data) is not None


def test_in_a_group_help_is_short_and_leads_to_the_private_chat(stage: Stage) -> None:
    heard = asked(stage, private=False)
    assert len(heard.lines) == 2
    assert "/sale 3 1280" in heard.text
    assert list(heard.buttons.values()) == ["https://t.me/longhubang_bot?start=help"]
    linked = stage.say(stage.member("Ken"), "/start help", private=True)
    assert linked == asked(stage)


def test_help_in_a_group_shows_how_to_report_there(stage: Stage) -> None:
    heard = stage.say(stage.member("Ken"), "/help", sees_all=True)
    assert heard is not None
    assert {"zh": "3单 1280", "en": "3 orders 1280"}[stage.language] in heard.text


@pytest.mark.parametrize("data", ["v1:help:77", "v1:help:77:report", "v1:help"])
def test_no_menu_opens_in_a_group(stage: Stage, data: str) -> None:
    heard = stage.press(stage.member("Ken"), data, private=False)
    assert heard == asked(stage, private=False)


@pytest.mark.parametrize("data", ["v1:help:x", "v1:help:77:nonsense", "v1:help:x:report", "v1:help::"])
def test_a_forged_button_is_out_of_date(stage: Stage, language: str, data: str) -> None:
    heard = stage.press(stage.member("Ken"), data)
    assert heard is not None
    assert {"zh": "过期", "en": "out of date"}[language] in heard.text


def test_somebody_in_no_team_gets_help_and_the_way_into_one(stage: Stage, language: str) -> None:
    heard = stage.say(stage.person("Ken"), "/help", private=True)
    assert heard is not None
    assert {"zh": "加入团队", "en": "Join the team"}[language] in heard.text
    assert "v1:report" not in heard.buttons.values()


def test_the_button_and_the_word_say_the_same_as_the_command(chinese: Stage) -> None:
    ken = chinese.member("Ken")
    heard = chinese.say(ken, "/help", private=True)
    assert heard == chinese.press(ken, "v1:help")
    assert heard == chinese.say(ken, "帮助", private=True)


@pytest.mark.parametrize("text", ["/help target", "/help /target", "帮助 报单"])
@pytest.mark.parametrize("private", [True, False])
def test_help_on_one_command_shows_all_its_examples(chinese: Stage, text: str, private: bool) -> None:
    assert asked(chinese, text=text, private=private).lines == [
        "/target 看目标；团队长可定团队和个人的",
        "报单 3 299",
        "报单 299",
    ]


def test_help_on_something_unknown_is_answered_by_the_usage(stage: Stage) -> None:
    assert "/help" in asked(stage, text="/help nonsense").lines


def test_a_sentence_in_the_group_that_begins_with_the_word_is_left_alone(chinese: Stage) -> None:
    assert chinese.say(chinese.member("Ken"), "帮助 一下小美") is None


@pytest.mark.parametrize("section", SECTIONS, ids=[section.heading for section in SECTIONS])
def test_every_command_is_reached_and_every_page_fits_on_a_phone(stage: Stage, section: Section) -> None:
    stage.capabilities = (helping(SECTIONS),)
    heard = page(stage, section.heading, leads=True)
    commands = [command for command in section.commands if command.who is not Who.OPERATOR]
    assert [command.name for command in commands if f"/{command.name}" not in heard.text] == []
    alone = {f"▶ /{command.name}" for command in commands if command.name not in {"sale", "refund", "new"}}
    assert alone <= heard.buttons.keys()
    assert len(heard.lines) <= 12
    assert max(len(line) for line in heard.lines) < 100
    assert all(len(data.encode()) <= 64 for data in heard.buttons.values())
