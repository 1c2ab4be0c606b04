"""A Telegram in memory: people on one side, the bot on the other.

It enforces what the service enforces, in the service's words, and refuses loudly what it does not know: such
requests are answered with an error and listed in `unknown`. Nothing is read from a clock or sent anywhere.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.demo import asking, writing
from bot.demo.chats import Group
from bot.demo.faults import BrokenAnswerError, Fault, Trouble, refusal
from bot.demo.methods import METHODS, Request, read, strangers
from bot.demo.people import People
from bot.demo.rejection import RejectedError, bad_request
from bot.demo.values import Button, Delivered, Json, Person, Shown, Upload
from bot.demo.world import World

__all__ = ["Button", "Delivered", "Fault", "Group", "MemoryTelegram", "Person", "Shown", "Upload"]

_DEEDS: dict[str, Callable[[World, Request], Json]] = {
    "setWebhook": asking.set_webhook,
    "deleteWebhook": asking.delete_webhook,
    "getWebhookInfo": asking.webhook,
    "getMe": asking.get_me,
    "logOut": asking.log_out,
    "close": asking.log_out,
    "sendMessage": writing.send_message,
    "sendPhoto": writing.send_photo,
    "sendDocument": writing.send_document,
    "editMessageText": writing.edit_text,
    "editMessageCaption": writing.edit_caption,
    "editMessageMedia": writing.edit_media,
    "editMessageReplyMarkup": writing.edit_keyboard,
    "deleteMessage": writing.delete,
    "answerCallbackQuery": writing.answer_query,
    "setMessageReaction": writing.react,
    "pinChatMessage": writing.pin,
    "unpinChatMessage": writing.unpin,
    "getChat": asking.get_chat,
    "getChatAdministrators": asking.get_administrators,
    "getChatMember": asking.get_member,
    "getFile": asking.get_file,
    "setMyCommands": asking.set_commands,
    "getMyCommands": asking.get_commands,
    "deleteMyCommands": asking.delete_commands,
    "setMyDescription": asking.set_description,
    "setMyShortDescription": asking.set_short_description,
    "setMyName": asking.set_name,
    "setChatMenuButton": asking.set_menu_button,
    "sendChatAction": asking.send_action,
    "leaveChat": asking.leave,
}
_POLL = "getUpdates"


class MemoryTelegram(People):
    """One Telegram with one bot. `clock` gives aware UTC; `reads_all` is privacy mode turned off.

    People's deeds are ordinary methods (see `People`); `call` is the bot's side. All of it belongs to one thread.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        token: str,
        username: str = "longhubang_bot",
        reads_all: bool = True,
    ) -> None:
        super().__init__(clock, token=token, username=username, reads_all=reads_all)

    async def call(
        self, method: str, parameters: Mapping[str, object], files: Mapping[str, Upload]
    ) -> dict[str, object]:
        """Telegram's answer, a refusal too. Raises `BrokenAnswerError` when a fault lets no answer through."""
        trouble = self.faults.take(method)
        broken = None if trouble is None else trouble.afterwards
        try:
            if trouble is not None and broken is None:
                raise self._refused(trouble, parameters)
            result = await self._carry_out(method, parameters, files)
        except RejectedError as rejected:
            return {**rejected.answer()}
        if broken is not None:
            raise BrokenAnswerError(broken)
        return {"ok": True, "result": result}

    async def _carry_out(self, method: str, parameters: Mapping[str, object], files: Mapping[str, Upload]) -> Json:
        if method not in METHODS:
            self.unknown.append(method)
            raise RejectedError(404, f"Not Found: method {method} is not in this Telegram")
        strange = strangers(method, parameters)
        if strange:
            self.unknown += [f"{method}.{name}" for name in strange]
            raise bad_request(f"{method} takes no {', '.join(strange)} in this Telegram")
        request = read(method, parameters, files)
        if method == _POLL:
            return await self._poll(request)
        result = _DEEDS[method](self, request)
        self._record(method, request, result)
        return result

    async def _poll(self, request: Request) -> Json:
        self.updates.allow(request.values.get("allowed_updates"))
        limit, seconds = request.number("limit") or 100, request.number("timeout") or 0
        return list[Json](await self.updates.take(request.number("offset"), limit, seconds))

    def _record(self, method: str, request: Request, result: Json) -> None:
        made = result.get("message_id") if isinstance(result, dict) else None
        message_id = made if isinstance(made, int) else request.number("message_id")
        self.journal.append(Delivered(method, request.number("chat_id"), message_id, request.values, self.clock()))

    def _refused(self, trouble: Trouble, parameters: Mapping[str, object]) -> Exception:
        chat_id = str(parameters.get("chat_id", ""))
        if trouble.fault is Fault.TOO_MANY and chat_id.lstrip("-").isdigit():
            self.flood.pause(int(chat_id), self.clock(), trouble.retry_after)
        return refusal(trouble)
