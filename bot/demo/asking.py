"""What the bot asks the service, and what it tells about itself. Each function carries out one method."""

from telegram.constants import ChatAction

from bot.demo import wire
from bot.demo.chats import Kind, Role
from bot.demo.methods import Request
from bot.demo.profile import commands, language, scope
from bot.demo.rejection import RejectedError, bad_request
from bot.demo.values import Json
from bot.demo.world import World

_ACTIONS = {action.value for action in ChatAction}


def get_me(world: World, _: Request) -> Json:
    """`getMe`."""
    return wire.user(world.me) | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, request: Request) -> Json:
    """`getChat`."""
    return wire.full_chat(world.chat(request.values["chat_id"]))


def get_administrators(world: World, request: Request) -> Json:
    """`getChatAdministrators`."""
    chat = world.chat(request.values["chat_id"])
    if chat.kind is Kind.PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    people = ((world.account(who), role) for who, role in chat.roles.items() if chat.administrates(who))
    return [wire.member(person, role) for person, role in people if person is not None]


def get_member(world: World, request: Request) -> Json:
    """`getChatMember`."""
    chat, who = world.chat(request.values["chat_id"]), request.number("user_id") or 0
    person = world.account(who)
    if person is None:
        raise bad_request("member not found")
    return wire.member(person, chat.role(who))


def get_file(world: World, request: Request) -> Json:
    """`getFile`."""
    return world.files.described(request.text("file_id") or "")


def set_commands(world: World, request: Request) -> Json:
    """`setMyCommands`."""
    world.profile.menus[_menu(world, request)] = commands(request.values["commands"])
    return True


def get_commands(world: World, request: Request) -> Json:
    """`getMyCommands`."""
    return list[Json](world.profile.menus.get(_menu(world, request), []))


def delete_commands(world: World, request: Request) -> Json:
    """`deleteMyCommands`."""
    world.profile.menus.pop(_menu(world, request), None)
    return True


def set_name(world: World, request: Request) -> Json:
    """`setMyName`."""
    return _set_words(world, request, "name", 64)


def set_description(world: World, request: Request) -> Json:
    """`setMyDescription`."""
    return _set_words(world, request, "description", 512)


def set_short_description(world: World, request: Request) -> Json:
    """`setMyShortDescription`."""
    return _set_words(world, request, "short_description", 120)


def set_menu_button(world: World, request: Request) -> Json:
    """`setChatMenuButton`."""
    button = request.values.get("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"default", "commands"}:
        raise bad_request("can't parse menu button")
    world.profile.buttons[request.number("chat_id")] = button
    return True


def send_action(world: World, request: Request) -> Json:
    """`sendChatAction`."""
    world.chat(request.values["chat_id"])
    if request.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def leave(world: World, request: Request) -> Json:
    """`leaveChat`."""
    chat = world.chat(request.values["chat_id"])
    if chat.kind is Kind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    was = chat.role(world.me.id)
    chat.roles[world.me.id] = Role.LEFT
    world.tell_role(chat, world.me, world.me, was)
    return True


def set_webhook(world: World, request: Request) -> Json:
    """`setWebhook`. Nothing is posted there: it only ends polling."""
    url = request.text("url") or ""
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.webhook = url
    return _settle_updates(world, request)


def delete_webhook(world: World, request: Request) -> Json:
    """`deleteWebhook`."""
    world.updates.webhook = ""
    return _settle_updates(world, request)


def webhook(world: World, _: Request) -> Json:
    """`getWebhookInfo`."""
    return {
        "url": world.updates.webhook,
        "has_custom_certificate": False,
        "pending_update_count": world.updates.waiting,
    }


def log_out(_: World, __: Request) -> Json:
    """`logOut` and `close`, which are for people who move to a server of their own."""
    raise RejectedError(429, "Too Many Requests: retry after 600", {"retry_after": 600})


def _settle_updates(world: World, request: Request) -> Json:
    world.updates.allow(request.values.get("allowed_updates"))
    if request.flag("drop_pending_updates"):
        world.updates.drop()
    return True


def _menu(world: World, request: Request) -> tuple[tuple[Json, ...], str]:
    given = request.values.get("scope")
    if isinstance(given, dict) and "chat_id" in given:
        world.chat(given["chat_id"])
    return scope(given), language(request.text("language_code"))


def _set_words(world: World, request: Request, name: str, most: int) -> Json:
    words = request.text(name) or ""
    if len(words) > most:
        raise bad_request(f"{name} is too long")
    world.profile.words[name, language(request.text("language_code"))] = words
    return True
