"""The chat page of the demo: what a person sees and does there, over HTTP beside the Bot API's door."""

import asyncio
import base64
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from aiohttp import web
from aiohttp.helpers import content_disposition_header
from aiohttp.typedefs import Handler, Middleware
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.demo.chats import Group, Role
from bot.demo.clock import DemoClock, Jump, Times, stops
from bot.demo.sample import Cast
from bot.demo.styled import TEXT_UNITS, utf16
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Json, Object, Person, Shown, Upload
from bot.demo.view import Place, chats, message_of, people, person_of, place, topics
from bot.texts import LANGUAGES, text

STATIC = Path(__file__).parent / "static"
WORDS = (
    "page-attach",
    "page-bot",
    "page-cancel",
    "page-chats",
    "page-clock",
    "page-close",
    "page-commands",
    "page-document",
    "page-edit",
    "page-edited",
    "page-empty",
    "page-example",
    "page-group",
    "page-here",
    "page-info",
    "page-language",
    "page-member-administrator",
    "page-member-creator",
    "page-member-member",
    "page-members",
    "page-name",
    "page-newest",
    "page-offline",
    "page-other-language",
    "page-people",
    "page-photo",
    "page-pinned",
    "page-plus-day",
    "page-plus-hour",
    "page-private",
    "page-refused",
    "page-reply",
    "page-role-lead",
    "page-role-newcomer",
    "page-role-seller",
    "page-send",
    "page-skip",
    "page-title",
    "page-to-daily",
    "page-to-weekly",
    "page-too-long",
    "page-topic-general",
    "page-topic-name",
    "page-topic-open",
    "page-topics",
    "page-tour",
    "page-tour-board",
    "page-tour-chart",
    "page-tour-correct",
    "page-tour-end",
    "page-tour-me",
    "page-tour-report",
    "page-typing",
    "page-unread",
    "page-write",
)

_BLANKS: dict[str, str | int] = {name: f"{{{name}}}" for name in ("name", "time", "number", "most")}
_FILE_NAME = 200  # characters
_TOPIC_NAME = 128  # characters (Bot API, createForumTopic)
_PATIENCE = 25.0  # seconds that a question for news waits
_ASK_AGAIN = {"Cache-Control": "no-cache"}  # after an update the browser must not play with the old files
_PICTURE_LIVES = 3600  # seconds; the address changes with the picture
# No script or style but the page's own, whatever somebody calls themself.
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Written(_Body):
    """A person writes in a chat."""

    person: int
    chat: int
    text: str
    reply_to: int | None = None
    topic: int | None = None


class Attached(_Body):
    """A person sends a file; `content` in base64."""

    person: int
    chat: int
    name: str
    content: str


class Edited(_Body):
    """A person changes a message of theirs."""

    person: int
    chat: int
    message: int
    text: str


class Pressed(_Body):
    """A person presses a button; `data` is what the button carries."""

    person: int
    chat: int
    message: int
    data: str


class Opened(_Body):
    """The owner of a group opens a topic in it."""

    person: int
    chat: int
    name: str


class Spoken(_Body):
    """A person sets their app to another language."""

    person: int
    language: str


class Moved(_Body):
    """Somebody moves the clock."""

    jump: str


B = TypeVar("B", bound=_Body)


@dataclass(frozen=True, slots=True)
class Play:
    """What the page shows. `times` tells when the team's posts come, `pause` the seconds that the bot is given for
    one when the clock moves over it.
    """

    telegram: MemoryTelegram
    cast: Cast
    clock: DemoClock
    times: Callable[[], Times]
    pause: float = 1.0


def add_page(application: web.Application, play: Play) -> None:
    """Adds the page to the door's `application`, so that whatever the bot does there is noticed."""
    news = _News(int(play.clock().timestamp()))
    application.middlewares.append(_noticing(news))
    application.on_shutdown.append(news.end)
    _Page(play, news).add_to(application.router)


class _News:
    """A number that grows whenever something may have changed, and a way to wait for it.

    It starts from the time, so that a page which outlived the server never takes the new one's number for its own.
    """

    def __init__(self, first: int) -> None:
        self.version = first
        self._changed = asyncio.Event()
        self._ended = False

    def tell(self) -> None:
        self.version += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def after(self, version: int) -> None:
        """Waits until there is something newer than `version`, but not for ever."""
        if version != self.version or self._ended:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._changed.wait()

    async def end(self, _application: web.Application) -> None:
        """Lets everybody go who waits."""
        self._ended = True
        self._changed.set()


def _noticing(news: _News) -> Middleware:
    """Whatever the bot or a person does comes in as a POST; only a poll for updates changes nothing."""

    @web.middleware
    async def notice(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        finally:
            if request.method == "POST" and not request.path.lower().endswith("/getupdates"):
                news.tell()

    return notice


class _Page:
    def __init__(self, play: Play, news: _News) -> None:
        self._telegram = play.telegram
        self._cast = play.cast
        self._clock = play.clock
        self._times = play.times
        self._pause = play.pause
        self._moving = asyncio.Lock()
        self._news = news

    def add_to(self, router: web.UrlDispatcher) -> None:
        router.add_get("/", self._index)
        router.add_get("/static/{name}", self._static)
        router.add_get("/chat/words", self._words)
        router.add_get("/chat/people", self._people)
        router.add_get("/chat/state", self._state)
        router.add_get("/chat/commands", self._commands)
        router.add_get("/chat/photo", self._photo)
        router.add_get("/chat/document", self._document)
        router.add_post("/chat/write", self._write)
        router.add_post("/chat/attach", self._attach)
        router.add_post("/chat/edit", self._edit)
        router.add_post("/chat/press", self._press)
        router.add_post("/chat/topic", self._open_topic)
        router.add_post("/chat/language", self._speak)
        router.add_post("/chat/clock", self._move)

    async def _index(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "index.html", headers={"Content-Security-Policy": _POLICY, **_ASK_AGAIN})

    async def _static(self, request: web.Request) -> web.FileResponse:
        files = {file.name: file for file in STATIC.iterdir()}
        if request.match_info["name"] not in files:
            raise web.HTTPNotFound
        return web.FileResponse(files[request.match_info["name"]], headers=_ASK_AGAIN)

    async def _words(self, request: web.Request) -> web.Response:
        """The page's own words in one language, the values that it has to put in as `{name}`."""
        language = request.query.get("language", "")
        if language not in LANGUAGES:
            raise web.HTTPNotFound
        return web.json_response({key: text(language, key, _BLANKS) for key in WORDS})

    async def _people(self, _request: web.Request) -> web.Response:
        return web.json_response(people(self._telegram, self._cast))

    async def _state(self, request: web.Request) -> web.Response:
        """What a person sees; with `since`, as soon as that is not the newest any more."""
        person = self._somebody(_number(request, "person"))
        if "since" in request.query:
            await self._news.after(_number(request, "since"))
        times = self._times()
        seen: Object = {
            "version": self._news.version,
            "now": self._clock().isoformat(),
            "zone": times.zone,
            "posts": {"daily": _wall_time(times.daily), "weekly": _wall_time(times.weekly)},
            "chats": chats(self._telegram, self._cast, person),
            "toasts": cast("list[Json]", self._telegram.toasts(person)),
        }
        return web.json_response(seen)

    async def _commands(self, request: web.Request) -> web.Response:
        """The command menu that Telegram shows to a person in a chat."""
        person = self._somebody(_number(request, "person"))
        offered = self._telegram.menu(person, self._chat(person, _number(request, "chat")))
        return web.json_response([{"command": name, "description": what} for name, what in offered])

    async def _photo(self, request: web.Request) -> web.Response:
        person = self._somebody(_number(request, "person"))
        shown = self._message(self._chat(person, _number(request, "chat")), _number(request, "message"))
        if shown.photo is None:
            raise web.HTTPNotFound
        kind = "image/jpeg" if shown.photo.startswith(b"\xff\xd8") else "image/png"
        lives = f"private, max-age={_PICTURE_LIVES}"
        return web.Response(body=shown.photo, content_type=kind, headers={"Cache-Control": lives})

    async def _write(self, request: web.Request) -> web.Response:
        asked = await _body(request, Written)
        person = self._somebody(asked.person)
        chat = self._chat(person, asked.chat)
        if asked.reply_to is not None:
            self._message(chat, asked.reply_to)
        if asked.topic is not None and asked.topic not in topics(chat):
            raise web.HTTPNotFound
        self._telegram.write(person, chat, _said(asked.text), reply_to=asked.reply_to, topic=asked.topic)
        return web.json_response({})

    async def _attach(self, request: web.Request) -> web.Response:
        asked = await _body(request, Attached)
        person = self._somebody(asked.person)
        try:
            content = base64.b64decode(asked.content, validate=True)
        except ValueError:
            raise web.HTTPBadRequest from None
        name = _said(asked.name, _FILE_NAME)
        if not content:
            raise web.HTTPBadRequest
        self._telegram.upload(person, self._chat(person, asked.chat), Upload(name, content))
        return web.json_response({})

    async def _document(self, request: web.Request) -> web.Response:
        """A file, to be kept and never shown: it may hold anything."""
        person = self._somebody(_number(request, "person"))
        shown = self._message(self._chat(person, _number(request, "chat")), _number(request, "message"))
        if shown.document is None:
            raise web.HTTPNotFound
        name = content_disposition_header("attachment", filename=shown.document.filename)
        headers = {"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}
        return web.Response(body=shown.document.content, content_type="application/octet-stream", headers=headers)

    async def _edit(self, request: web.Request) -> web.Response:
        asked = await _body(request, Edited)
        person = self._somebody(asked.person)
        shown = self._message(self._chat(person, asked.chat), asked.message)
        if shown.sender is None or shown.sender.id != person.id:
            raise web.HTTPForbidden
        self._telegram.edit(shown, _said(asked.text))
        return web.json_response({})

    async def _press(self, request: web.Request) -> web.Response:
        asked = await _body(request, Pressed)
        person = self._somebody(asked.person)
        shown = self._message(self._chat(person, asked.chat), asked.message)
        if asked.data not in {button.data for row in shown.buttons for button in row}:
            raise web.HTTPConflict
        self._telegram.press(person, shown, asked.data)
        return web.json_response({})

    async def _open_topic(self, request: web.Request) -> web.Response:
        """The first topic makes a forum of the group."""
        asked = await _body(request, Opened)
        person = self._somebody(asked.person)
        group = self._chat(person, asked.chat)
        if not isinstance(group, Group) or group.chat.role(person.id) is not Role.OWNER:
            raise web.HTTPForbidden
        name = _said(asked.name, _TOPIC_NAME)
        group.chat.forum = True
        return web.json_response({"topic": self._telegram.open_topic(group, name)})

    async def _speak(self, request: web.Request) -> web.Response:
        asked = await _body(request, Spoken)
        person = self._somebody(asked.person)
        if asked.language not in LANGUAGES:
            raise web.HTTPBadRequest
        self._telegram.people[person.id] = replace(person, language=asked.language)
        return web.json_response({})

    async def _move(self, request: web.Request) -> web.Response:
        asked = await _body(request, Moved)
        if asked.jump not in {jump.value for jump in Jump}:
            raise web.HTTPBadRequest
        async with self._moving:
            way = stops(Jump(asked.jump), self._clock(), self._times())
            if not way:
                raise web.HTTPConflict
            await self._pass(way)
        return web.json_response({})

    async def _pass(self, way: list[datetime]) -> None:
        *posts, goal = way
        for instant in posts:
            self._clock.move_to(max(instant, self._clock()))
            self._news.tell()
            await asyncio.sleep(self._pause)
        self._clock.move_to(max(goal, self._clock()))

    def _somebody(self, number: int) -> Person:
        person = person_of(self._telegram, self._cast, number)
        if person is None:
            raise web.HTTPNotFound
        return person

    def _chat(self, person: Person, number: int) -> Place:
        chat = place(self._cast, person, number)
        if chat is None:
            raise web.HTTPNotFound
        return chat

    def _message(self, chat: Place, number: int) -> Shown:
        shown = message_of(self._telegram, chat, number)
        if shown is None:
            raise web.HTTPNotFound
        return shown


def _number(request: web.Request, name: str) -> int:
    try:
        return int(request.query[name])
    except (KeyError, ValueError):
        raise web.HTTPBadRequest from None


async def _body(request: web.Request, kind: type[B]) -> B:
    """The JSON of the request. Any other type is refused: a form of a foreign page could send it."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        return kind.model_validate_json(await request.read())
    except ValidationError:
        raise web.HTTPBadRequest from None


def _said(text: str, most: int = TEXT_UNITS) -> str:
    """What somebody typed, as Telegram's apps send it; 413 when that is too long."""
    said = text.strip()
    if not said:
        raise web.HTTPBadRequest
    if utf16(said) > most:
        raise web.HTTPRequestEntityTooLarge(most, utf16(said))
    return said


def _wall_time(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"
