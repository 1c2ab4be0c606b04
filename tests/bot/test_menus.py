"""Menus and the README's table, from what is declared."""

import pytest
from telegram import (
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.command import Answers, Capability, Command, Request, Where, Who
from bot.menus import command_table, menus
from bot.texts import LANGUAGES


def silent(request: Request) -> Answers:
    return ()


@pytest.fixture
def commands() -> list[Command]:
    """Commands of every audience, under names whose descriptions exist."""
    part = Capability()
    part.command("target", words=("目标", "a|b"), zh=("/target 1|2",), en=("/target 3",))(silent)
    part.command("team", who=Who.LEAD, zh=("团队",), en=("/team",))(silent)
    part.command("start", who=Who.ANYONE, where=Where.PRIVATE)(silent)
    part.command("settings", where=Where.GROUP)(silent)
    return part.commands


def test_each_audience_sees_what_it_may_use_in_each_language(commands: list[Command]) -> None:
    shown = {(type(menu.scope), menu.language): [name for name, _ in menu.commands] for menu in menus(commands)}
    by_audience = {
        BotCommandScopeAllPrivateChats: ["target", "team", "start"],
        BotCommandScopeAllGroupChats: ["target", "settings"],
        BotCommandScopeAllChatAdministrators: ["target", "team", "settings"],
    }
    assert shown == {(scope, code): names for scope, names in by_audience.items() for code in ("", "zh")}


def test_the_description_is_in_the_menu_s_language(commands: list[Command]) -> None:
    described = {menu.language: dict(menu.commands)["target"] for menu in menus(commands)}
    assert described == {"": "Targets; leads set them for the team and members", "zh": "看目标；团队长可定团队和个人的"}


def test_descriptions_are_as_telegram_takes_them(commands: list[Command]) -> None:
    for menu in menus(commands):
        for _, description in menu.commands:
            assert 1 <= len(description) <= 256
            assert "<" not in description


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_for_each_command_and_stays_a_table(commands: list[Command], language: str) -> None:
    head, rule, *rows = command_table(commands, language).split("\n")
    assert [row.split(" ")[1] for row in rows] == ["`/target`", "`/team`", "`/start`", "`/settings`"]
    assert {line.replace("\\|", "").count("|") for line in (head, rule, *rows)} == {6}


def test_the_table_shows_words_people_and_an_example(commands: list[Command]) -> None:
    row = command_table(commands, "en").split("\n")[2]
    assert (
        row == "| `/target` | 目标 a\\|b | Targets; leads set them for the team and members | the team | `/target 3` |"
    )
