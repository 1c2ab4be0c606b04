"""One message to Telegram: a text, a picture, an edit, a reaction, or the answer to a button press."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import InputMediaPhoto, ReactionTypeEmoji, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.documents import written
from bot.http import TelegramBot
from bot.outcome import Delivered, Gone, Outcome, judge
from bot.render import Rendered, plain, render, toast
from kpi.message import Export, Pack, decode, say
from kpi.message import Message as Said
from storage.outbox import Waiting

log = logging.getLogger(__name__)

Draw = Callable[[object], Awaitable[bytes]]
Make = Callable[[Export, str], Awaitable[tuple[str, bytes]]]
Picture = bytes | str | None  # drawn, or by its number at Telegram
_TOAST_LIMIT = 200  # characters


async def deliver(bot: TelegramBot, waiting: Waiting, draw: Draw, make: Make) -> Outcome:
    """Sends the row's message and says what became of it. Never raises."""
    try:
        said = decode(waiting.outgoing.body)
        if said.callback is not None:
            return await _toast(bot, waiting, said)
        if said.reaction is not None:
            return await _react(bot, waiting, said)
        rendered = render(said, waiting.chat.language)
        document = await _document(said, waiting.chat.language, make)
        picture = await _picture(rendered, draw)
        if said.pack is not None and picture is not None:
            document, picture = _packed(said.pack, waiting.chat.language, picture), None
        elif said.pack is not None:
            rendered = _without_pack(said, waiting.chat.language)
    except Exception as error:
        log.exception("row %d cannot be worded", waiting.id)
        return Gone(type(error).__name__)
    try:
        if document is not None:
            return await _send_document(bot, waiting, rendered, *document)
        return await _write(bot, waiting, said, rendered, picture or said.photo)
    except BadRequest as error:
        if "can't parse entities" not in error.message.lower():
            return judge(error)
        log.error("row %d is no HTML that Telegram takes: %s", waiting.id, error.message)  # noqa: TRY400
        return Gone("markup")
    except Exception as error:  # noqa: BLE001 - every error of a request is an outcome
        return judge(error)


async def _toast(bot: TelegramBot, waiting: Waiting, said: Said) -> Outcome:
    text = toast(said, waiting.chat.language)[:_TOAST_LIMIT]
    try:
        await bot.answer_callback_query(str(said.callback), text or None, show_alert=len(said.lines) > 1)
    except Exception as error:  # noqa: BLE001
        return judge(error)
    return Delivered()


async def _react(bot: TelegramBot, waiting: Waiting, said: Said) -> Outcome:
    """A reaction where a card would be one message too many. Where reactions are off, nothing is said."""
    try:
        await bot.set_message_reaction(
            waiting.chat.telegram_id, said.reply_to or 0, [ReactionTypeEmoji(str(said.reaction))]
        )
    except Exception as error:  # noqa: BLE001
        return judge(error)
    return Delivered()


async def _picture(rendered: Rendered, draw: Draw) -> bytes | None:
    """The chart, or None when there is none or it cannot be drawn: the numbers go out as text all the same."""
    if rendered.chart is None:
        return None
    try:
        return await draw(rendered.chart)
    except Exception:
        log.exception("a chart could not be drawn")
        return None


async def _document(said: Said, language: str, make: Make) -> tuple[str, bytes] | None:
    """The file that goes out, by its name, if one does."""
    if said.export is not None:
        return await make(said.export, language)
    return await asyncio.to_thread(written, said.document, language) if said.document else None


def _packed(pack: Pack, language: str, drawn: bytes) -> tuple[str, bytes]:
    """The pages as a file, by its name, which has no blanks but ordinary ones."""
    name = " ".join(plain(pack.name, language).replace("/", "-").split())
    return f"{name}.{pack.bound.value}", drawn


def _without_pack(said: Said, language: str) -> Rendered:
    """The lines alone, where the pages could not be drawn."""
    return render(replace(said, lines=(*said.lines, say("pack-undrawn")), pack=None), language)


async def _write(bot: TelegramBot, waiting: Waiting, said: Said, rendered: Rendered, picture: Picture) -> Outcome:
    if waiting.edits is None or waiting.edits_photo != (picture is not None):
        sent = await _new(bot, waiting, said, rendered, picture)
        if said.pin:
            await _pin(bot, waiting.chat.telegram_id, sent, said.unpin)
        return Delivered(sent, photo=picture is not None)
    await _edit(bot, waiting, rendered, picture)
    return Delivered(waiting.edits, photo=picture is not None)


async def _send_document(bot: TelegramBot, waiting: Waiting, rendered: Rendered, name: str, content: bytes) -> Outcome:
    sent = await bot.send_document(
        waiting.chat.telegram_id,
        content,
        caption=rendered.text or None,
        filename=name,
        parse_mode=ParseMode.HTML,
        reply_markup=rendered.buttons,
        message_thread_id=waiting.outgoing.topic,
    )
    return Delivered(sent.message_id)


async def _pin(bot: TelegramBot, chat: int, message: int, before: int | None) -> None:
    """Puts the message above the chat in the place of the one before. Where the bot may not, it is a message still."""
    try:
        await bot.pin_chat_message(chat, message, disable_notification=True)
        if before is not None:
            await bot.unpin_chat_message(chat, before)
    except TelegramError as error:
        log.info("a message could not be pinned: %s", error.message)


async def _new(bot: TelegramBot, waiting: Waiting, said: Said, rendered: Rendered, picture: Picture) -> int:
    quoted = None
    if said.reply_to is not None:
        quoted = ReplyParameters(said.reply_to, allow_sending_without_reply=True)
    if picture is None:
        return await bot.say(
            "sendMessage",
            chat_id=waiting.chat.telegram_id,
            text=rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=rendered.buttons,
            reply_parameters=quoted,
            message_thread_id=waiting.outgoing.topic,
        )
    sent = await bot.send_photo(
        waiting.chat.telegram_id,
        picture,
        caption=rendered.text,
        parse_mode=ParseMode.HTML,
        reply_markup=rendered.buttons,
        reply_parameters=quoted,
        message_thread_id=waiting.outgoing.topic,
    )
    return sent.message_id


async def _edit(bot: TelegramBot, waiting: Waiting, rendered: Rendered, picture: Picture) -> None:
    chat, message = waiting.chat.telegram_id, waiting.edits
    if picture is None:
        await bot.say(
            "editMessageText",
            chat_id=chat,
            message_id=message,
            text=rendered.text,
            parse_mode=ParseMode.HTML,
            reply_markup=rendered.buttons,
        )
        return
    media = InputMediaPhoto(picture, caption=rendered.text, parse_mode=ParseMode.HTML)
    await bot.edit_message_media(media, chat, message, reply_markup=rendered.buttons)
