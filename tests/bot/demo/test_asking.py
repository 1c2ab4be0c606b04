"""What the bot can ask the service and tell about itself."""

import pytest
from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    MenuButtonCommands,
)
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.bot.demo.conftest import Scene


@pytest.mark.parametrize("reads_all", [True, False])
async def test_the_bot_knows_itself_and_its_privacy_mode(scene: Scene, *, reads_all: bool) -> None:
    scene.telegram.reads_all = reads_all
    me = await scene.bot.get_me()
    assert (me.id, me.username, me.is_bot) == (1000000001, "lhb_bot", True)
    assert me.can_read_all_group_messages is reads_all


async def test_administrators_are_the_owner_those_promoted_and_the_bot(scene: Scene) -> None:
    found = await scene.bot.get_chat_administrators(scene.group.id)
    assert [(one.user.id, one.status) for one in found] == [(scene.li.id, ChatMemberStatus.OWNER)]
    scene.telegram.promote(scene.group, scene.mei)
    scene.telegram.promote(scene.group, scene.telegram.me)
    found = await scene.bot.get_chat_administrators(scene.group.id)
    assert {one.user.id for one in found} == {scene.li.id, scene.mei.id, scene.bot.id}
    scene.telegram.demote(scene.group, scene.mei)
    found = await scene.bot.get_chat_administrators(scene.group.id)
    assert {one.user.id for one in found} == {scene.li.id, scene.bot.id}


async def test_a_private_chat_has_no_administrators(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.mei, "/start")
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await scene.bot.get_chat_administrators(scene.mei.id)


async def test_a_member_has_a_status_and_so_has_who_left(scene: Scene) -> None:
    assert (await scene.bot.get_chat_member(scene.group.id, scene.mei.id)).status == ChatMemberStatus.MEMBER
    scene.telegram.leave(scene.group, scene.mei)
    assert (await scene.bot.get_chat_member(scene.group.id, scene.mei.id)).status == ChatMemberStatus.LEFT
    with pytest.raises(BadRequest, match="Member not found"):
        await scene.bot.get_chat_member(scene.group.id, 5)


async def test_a_chat_is_described_until_the_bot_is_thrown_out(scene: Scene) -> None:
    chat = await scene.bot.get_chat(scene.group.id)
    assert (chat.title, chat.type) == ("一队", "supergroup")
    assert "available_reactions" not in str(await scene.ask("getChat", chat_id=scene.group.id))
    scene.telegram.switch_reactions(scene.group, on=False)
    assert "'available_reactions': []" in str(await scene.ask("getChat", chat_id=scene.group.id))
    scene.telegram.remove_bot(scene.group, scene.li)
    with pytest.raises(Forbidden):
        await scene.bot.get_chat(scene.group.id)


async def test_the_bot_can_leave(scene: Scene) -> None:
    await scene.bot.leave_chat(scene.group.id)
    (update,) = await scene.updates()
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == ChatMemberStatus.LEFT
    with pytest.raises(Forbidden, match="bot is not a member"):
        await scene.say("x")


async def test_a_private_chat_cannot_be_left(scene: Scene) -> None:
    scene.telegram.write(scene.mei, scene.mei, "/start")
    with pytest.raises(BadRequest, match="private chats"):
        await scene.bot.leave_chat(scene.mei.id)


async def test_a_private_chat_is_described_by_its_person(scene: Scene) -> None:
    for person in (scene.mei, scene.li):
        scene.telegram.write(person, person, "/start")
        chat = await scene.bot.get_chat(person.id)
        assert (chat.first_name, chat.username) == (person.name, person.username)


async def test_the_nearest_menu_in_the_persons_language_is_offered(scene: Scene) -> None:
    ken = scene.telegram.person("Ken", language="en")
    scene.telegram.join(scene.group, ken)

    async def menu(word: str, scope: object = None, language: str | None = None) -> None:
        await scene.ask(
            "setMyCommands",
            commands=[{"command": word, "description": "…"}],
            scope=scope,
            language_code=language,
        )

    def offered() -> dict[str, str]:
        menus = {
            "mei": scene.telegram.menu(scene.mei, scene.mei),
            "ken": scene.telegram.menu(ken, ken),
            "mei in group": scene.telegram.menu(scene.mei, scene.group),
            "li in group": scene.telegram.menu(scene.li, scene.group),
        }
        return {name: "".join(word for word, _ in menu) for name, menu in menus.items()}

    assert set(offered().values()) == {""}
    await menu("all")
    assert set(offered().values()) == {"all"}
    await menu("zh", language="zh")
    await menu("private", BotCommandScopeAllPrivateChats().to_dict())
    await menu("group", BotCommandScopeAllGroupChats().to_dict())
    await menu("lead", BotCommandScopeAllChatAdministrators().to_dict(), "zh")
    assert offered() == {"mei": "private", "ken": "private", "mei in group": "group", "li in group": "lead"}
    await menu("here", BotCommandScopeChat(scene.group.id).to_dict())
    await menu("mine", BotCommandScopeChatMember(scene.group.id, scene.mei.id).to_dict())
    assert offered() == {"mei": "private", "ken": "private", "mei in group": "mine", "li in group": "here"}


async def test_a_menu_is_kept_by_scope_and_language_and_can_be_deleted(scene: Scene) -> None:
    await scene.bot.set_my_commands([BotCommand("sale", "记一单")], language_code="zh")
    assert await scene.bot.get_my_commands() == ()
    assert await scene.bot.get_my_commands(language_code="zh") == (BotCommand("sale", "记一单"),)
    await scene.bot.delete_my_commands(language_code="zh")
    assert await scene.bot.get_my_commands(language_code="zh") == ()


@pytest.mark.parametrize(
    ("commands", "language", "reason"),
    [
        ([("Sale", "x")], None, "Bot_command_invalid"),
        ([("报单", "x")], None, "Bot_command_invalid"),
        ([("a" * 33, "x")], None, "Bot_command_invalid"),
        ([("sale", "")], None, "Bot_command_description_invalid"),
        ([("sale", "x" * 257)], None, "Bot_command_description_invalid"),
        ([("sale", "x")] * 101, None, "Bot_commands_too_much"),
        ([("sale", "x")], "zh-hans", "Invalid language code"),
    ],
)
async def test_menus_that_telegram_refuses(
    scene: Scene, commands: list[tuple[str, str]], language: str | None, reason: str
) -> None:
    with pytest.raises(BadRequest, match=reason):
        await scene.bot.set_my_commands([BotCommand(*one) for one in commands], language_code=language)


async def test_a_menu_for_a_chat_needs_the_chat(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await scene.bot.set_my_commands([BotCommand("sale", "x")], scope=BotCommandScopeChat(-5))
    for scope in ({"type": "everybody"}, {"type": "chat"}, {"type": "chat_member", "chat_id": scene.group.id}):
        answer = await scene.ask("setMyCommands", commands=[], scope=scope)
        assert str(answer["description"]).startswith("Bad Request: can't parse BotCommandScope")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, 'parameter "commands" is required'),
        ({"commands": ["x"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": {"command": "x"}}, "can't parse commands"),
    ],
)
async def test_a_menu_is_a_list_of_commands(scene: Scene, given: dict[str, object], reason: str) -> None:
    assert (await scene.ask("setMyCommands", **given))["description"] == f"Bad Request: {reason}"


async def test_an_unknown_file_is_not_described(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await scene.bot.get_file("nothing")


async def test_names_and_descriptions_have_their_lengths(scene: Scene) -> None:
    await scene.bot.set_my_name("龙虎榜", "zh")
    await scene.bot.set_my_description("x" * 512)
    await scene.bot.set_my_short_description("x" * 120)
    assert scene.telegram.profile.words["name", "zh"] == "龙虎榜"
    with pytest.raises(BadRequest):
        await scene.bot.set_my_name("x" * 65)
    with pytest.raises(BadRequest):
        await scene.bot.set_my_description("x" * 513)
    with pytest.raises(BadRequest):
        await scene.bot.set_my_short_description("x" * 121)


async def test_small_requests_are_taken(scene: Scene) -> None:
    assert await scene.bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert await scene.bot.send_chat_action(scene.group.id, "typing")
    assert (await scene.ask("setChatMenuButton", menu_button={"type": "web_app"}))["error_code"] == 400
    with pytest.raises(BadRequest, match="action"):
        await scene.bot.send_chat_action(scene.group.id, "dancing")


async def test_a_webhook_replaces_polling_until_it_is_deleted(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="https"):
        await scene.bot.set_webhook("http://example.com/hook")
    await scene.bot.set_webhook("https://example.com/hook", allowed_updates=["message"])
    scene.telegram.write(scene.mei, scene.group, "x")
    status = await scene.bot.get_webhook_info()
    assert (status.url, status.pending_update_count) == ("https://example.com/hook", 1)
    await scene.bot.delete_webhook()
    assert len(await scene.updates()) == 1
    scene.telegram.write(scene.mei, scene.group, "x")
    await scene.bot.delete_webhook(drop_pending_updates=True)
    assert await scene.updates() == []


async def test_moving_to_another_server_is_refused(scene: Scene) -> None:
    with pytest.raises(RetryAfter):
        await scene.bot.log_out()
    with pytest.raises(RetryAfter):
        await scene.bot.close()
