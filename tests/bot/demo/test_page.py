"""The chat page's side of the demo, through its HTTP routes."""

import asyncio
import base64
import re
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypedDict

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.demo import sample
from bot.demo.clock import DemoClock, Times
from bot.demo.door import door
from bot.demo.page import STATIC, WORDS, Play, add_page
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Person, Upload
from bot.texts import LANGUAGES

TOKEN = "1000000001:test"
CUSTOMARY = Times(sample.ZONE, 21 * 60 + 30, 9 * 60 + 5)
NOON = datetime(2026, 6, 8, 4, 0, tzinfo=UTC)  # a Monday, 12:00 in Shanghai
COMPUTED = {  # by the page, of a stem and what it is about
    "page-": ("group", "private"),
    "page-member-": ("creator", "administrator", "member"),
    "page-role-": ("lead", "seller", "newcomer"),
    "page-to-": ("daily", "weekly"),
}
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 1280, 800) + b"picture"
BUTTONS = {
    "inline_keyboard": [[{"text": "Undo", "callback_data": "v1:undo:1"}, {"text": "Join", "url": "https://t.me/x"}]]
}


class Sender(TypedDict):
    id: int
    name: str


class Key(TypedDict):
    label: str
    data: str | None
    url: str | None


class Message(TypedDict):
    id: int
    sender: Sender | None
    html: str
    text: str
    buttons: list[list[Key]]
    photo: str | None
    document: str | None
    reply_to: int | None
    topic: int | None
    reactions: list[str]
    edited: bool
    pinned: bool
    at: str


class Member(TypedDict):
    id: int | None
    name: str
    role: str


class Topic(TypedDict):
    id: int
    name: str


class Chat(TypedDict):
    id: int
    kind: str
    title: str
    members: list[Member]
    topics: list[Topic]
    typing: str | None
    messages: list[Message]


class State(TypedDict):
    version: int
    now: str
    zone: str
    posts: dict[str, str | None]
    chats: list[Chat]
    toasts: list[str]


@dataclass(frozen=True, slots=True)
class Demo:
    """A served demo whose real time stands still at `NOON`. `posts` are the team's times, for a test to change."""

    telegram: MemoryTelegram
    cast: sample.Cast
    clock: DemoClock
    posts: list[Times]
    browser: TestClient[Request, Application]

    @property
    def mei(self) -> Person:
        return self.cast.sellers[0]

    @property
    def group(self) -> int:
        return self.cast.group.id

    async def post(self, path: str, **body: object) -> int:
        """The status of the answer."""
        async with self.browser.post(f"/chat/{path}", json=body) as answer:
            return answer.status

    async def get(self, path: str, **query: str | int) -> int:
        async with self.browser.get(path, params=query) as answer:
            return answer.status

    async def state(self, person: Person, **query: int) -> State:
        async with self.browser.get("/chat/state", params={"person": person.id, **query}) as answer:
            assert answer.status == 200
            state: State = await answer.json()
            return state

    async def chat(self, person: Person, kind: str = "group") -> Chat:
        (chat,) = [chat for chat in (await self.state(person))["chats"] if chat["kind"] == kind]
        return chat

    async def messages(self, person: Person, kind: str = "group") -> list[Message]:
        return (await self.chat(person, kind))["messages"]

    async def bot(self, method: str, **parameters: object) -> int:
        """Something the bot does, through the door: the number of the message it made."""
        async with self.browser.post(f"/bot{TOKEN}/{method}", json=parameters) as answer:
            assert answer.status == 200, await answer.text()
            result = (await answer.json())["result"]
            return int(result["message_id"]) if isinstance(result, dict) else 0

    async def heard(self, kind: str) -> list[dict[str, object]]:
        """The updates of one kind that wait for the bot."""
        async with self.browser.get(f"/bot{TOKEN}/getUpdates") as answer:
            return [update[kind] for update in (await answer.json())["result"] if kind in update]


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    clock = DemoClock(lambda: NOON)
    telegram = MemoryTelegram(clock, token=TOKEN)
    cast = sample.stage(telegram)
    telegram.add_bot(cast.group, cast.lead)
    application = door(telegram)
    posts = [CUSTOMARY]
    add_page(application, Play(telegram, cast, clock, lambda: posts[-1], pause=0))
    async with TestClient(TestServer(application)) as browser:
        yield Demo(telegram, cast, clock, posts, browser)


async def test_what_somebody_writes_reaches_the_bot_and_everybody_of_the_group(demo: Demo) -> None:
    assert await demo.post("write", person=demo.mei.id, chat=demo.group, text=" 3单 1280 新客2 ") == 200
    for person in demo.cast.people:
        (shown,) = await demo.messages(person)
        assert (shown["text"], shown["sender"]) == ("3单 1280 新客2", {"id": demo.mei.id, "name": "小美"})
    assert "3单 1280 新客2" in [message.get("text") for message in await demo.heard("message")]


async def test_a_private_message_is_seen_by_its_writer_alone(demo: Demo) -> None:
    await demo.post("write", person=demo.mei.id, chat=demo.mei.id, text="/me")
    assert [shown["text"] for shown in await demo.messages(demo.mei, "private")] == ["/me"]
    assert await demo.messages(demo.cast.lead, "private") == []
    assert await demo.messages(demo.mei, "group") == []


async def test_nobody_reaches_a_private_chat_that_is_not_theirs(demo: Demo) -> None:
    assert await demo.post("write", person=demo.cast.lead.id, chat=demo.mei.id, text="hi") == 404


async def test_a_reply_names_what_it_answers(demo: Demo) -> None:
    asked = await demo.bot("sendMessage", chat_id=demo.group, text="how much?")
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="1280", reply_to=asked)
    assert (await demo.messages(demo.mei))[-1]["reply_to"] == asked


async def test_an_edit_changes_ones_own_message(demo: Demo) -> None:
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="3单 1280")
    (shown,) = await demo.messages(demo.mei)
    edit = {"chat": demo.group, "message": shown["id"], "text": "3单 1820"}
    assert await demo.post("edit", person=demo.mei.id, **edit) == 200
    (changed,) = await demo.messages(demo.mei)
    assert (changed["text"], changed["edited"]) == ("3单 1820", True)
    assert [message["text"] for message in await demo.heard("edited_message")] == ["3单 1820"]


async def test_nobody_edits_what_another_wrote(demo: Demo) -> None:
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="3单 1280")
    (theirs,) = await demo.messages(demo.mei)
    bots = await demo.bot("sendMessage", chat_id=demo.group, text="ok")
    for message in (theirs["id"], bots):
        edit = {"chat": demo.group, "message": message, "text": "0"}
        assert await demo.post("edit", person=demo.cast.lead.id, **edit) == 403
    assert [shown["text"] for shown in await demo.messages(demo.mei)] == ["3单 1280", "ok"]


async def test_a_press_reaches_the_bot_and_its_answer_pops_up_for_the_presser_alone(demo: Demo) -> None:
    card = await demo.bot("sendMessage", chat_id=demo.group, text="#1", reply_markup=BUTTONS)
    assert await demo.post("press", person=demo.mei.id, chat=demo.group, message=card, data="v1:undo:1") == 200
    (query,) = await demo.heard("callback_query")
    assert query["data"] == "v1:undo:1"
    await demo.bot("answerCallbackQuery", callback_query_id=query["id"], text="undone")
    assert (await demo.state(demo.mei))["toasts"] == ["undone"]
    assert (await demo.state(demo.cast.lead))["toasts"] == []


async def test_a_button_that_is_not_there_any_more_is_refused(demo: Demo) -> None:
    card = await demo.bot("sendMessage", chat_id=demo.group, text="#1", reply_markup=BUTTONS)
    assert await demo.post("press", person=demo.mei.id, chat=demo.group, message=card, data="v1:restore:1") == 409
    assert await demo.heard("callback_query") == []


async def test_everything_about_a_message_is_shown(demo: Demo) -> None:
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="<b>3单</b> & 1280")
    (own,) = await demo.messages(demo.mei)
    await demo.bot(
        "setMessageReaction", chat_id=demo.group, message_id=own["id"], reaction=[{"type": "emoji", "emoji": "👍"}]
    )
    demo.telegram.promote(demo.cast.group, demo.telegram.me)
    card = await demo.bot(
        "sendMessage", chat_id=demo.group, text="<b>#1</b> &lt;3", parse_mode="HTML", reply_markup=BUTTONS
    )
    await demo.bot("pinChatMessage", chat_id=demo.group, message_id=card)
    own, shown = await demo.messages(demo.mei)
    assert (own["html"], own["reactions"]) == ("&lt;b&gt;3单&lt;/b&gt; &amp; 1280", ["👍"])
    assert (shown["sender"], shown["html"], shown["pinned"]) == (None, "<b>#1</b> &lt;3", True)
    assert shown["buttons"] == [
        [
            {"label": "Undo", "data": "v1:undo:1", "url": None},
            {"label": "Join", "data": None, "url": "https://t.me/x"},
        ]
    ]
    assert datetime.fromisoformat(shown["at"]) == NOON


async def test_a_picture_is_served_to_whoever_sees_its_message(demo: Demo) -> None:
    sent = {"chat_id": demo.group, "photo": "attach://it", "caption": "week"}
    await demo.telegram.call("sendPhoto", sent, {"it": Upload("week.png", PNG)})
    (shown,) = await demo.messages(demo.mei)
    assert shown["photo"]
    where = {"person": demo.mei.id, "chat": demo.group, "message": shown["id"]}
    async with demo.browser.get("/chat/photo", params=where) as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", PNG)
    assert await demo.get("/chat/photo", person=demo.mei.id, chat=demo.cast.lead.id, message=shown["id"]) == 404


async def test_the_command_menu_is_that_of_the_chat_in_the_persons_language(demo: Demo) -> None:
    for language, what in (("", "report a sale"), ("zh", "报单")):
        await demo.bot(
            "setMyCommands",
            commands=[{"command": "sale", "description": what}],
            scope={"type": "all_group_chats"},
            language_code=language,
        )
    for person, what in ((demo.mei, "报单"), (demo.cast.sellers[-1], "report a sale")):
        async with demo.browser.get("/chat/commands", params={"person": person.id, "chat": demo.group}) as answer:
            assert await answer.json() == [{"command": "sale", "description": what}]
    async with demo.browser.get("/chat/commands", params={"person": demo.mei.id, "chat": demo.mei.id}) as answer:
        assert await answer.json() == []


@pytest.mark.parametrize(
    ("jump", "lands"),
    [
        ("daily", datetime(2026, 6, 8, 13, 30, tzinfo=UTC)),
        ("weekly", datetime(2026, 6, 15, 1, 5, tzinfo=UTC)),
        ("hour", NOON + timedelta(hours=1)),
        ("day", NOON + timedelta(days=1)),
    ],
)
async def test_the_clock_bar_moves_the_clock_of_everything(demo: Demo, jump: str, lands: datetime) -> None:
    assert await demo.post("clock", jump=jump) == 200
    assert datetime.fromisoformat((await demo.state(demo.mei))["now"]) == lands
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="1单 98")
    assert datetime.fromisoformat((await demo.messages(demo.mei))[0]["at"]) == lands


async def test_on_the_way_the_clock_halts_at_every_post(demo: Demo) -> None:
    halts: list[datetime] = []
    demo.clock.when_moved(lambda: halts.append(demo.clock()))
    await demo.post("clock", jump="day")
    assert halts == [datetime(2026, 6, 8, 13, 30, tzinfo=UTC), NOON + timedelta(days=1)]


async def test_the_clock_bar_follows_the_times_that_a_lead_has_set(demo: Demo) -> None:
    assert (await demo.state(demo.mei))["posts"] == {"daily": "21:30", "weekly": "09:05"}
    demo.posts.append(Times("Europe/Berlin", 20 * 60, None))
    state = await demo.state(demo.mei)
    assert (state["zone"], state["posts"]) == ("Europe/Berlin", {"daily": "20:00", "weekly": None})
    assert await demo.post("clock", jump="daily") == 200
    assert demo.clock() == datetime(2026, 6, 8, 18, 0, tzinfo=UTC)
    assert await demo.post("clock", jump="weekly") == 409
    assert demo.clock() == datetime(2026, 6, 8, 18, 0, tzinfo=UTC)


async def test_everybody_who_is_in_the_group_is_listed_with_what_they_are(demo: Demo) -> None:
    lead, *others, bot = (await demo.chat(demo.mei))["members"]
    assert lead == {"id": demo.cast.lead.id, "name": "林小花", "role": "creator"}
    assert {member["role"] for member in others} == {"member"}
    assert [member["name"] for member in others] == [person.name for person in demo.cast.people[1:]]
    assert bot["id"] is None
    demo.telegram.leave(demo.cast.group, demo.cast.newcomer)
    demo.telegram.remove_bot(demo.cast.group, demo.cast.lead)
    assert (await demo.chat(demo.mei))["members"] == [lead, *others[:-1]]
    assert (await demo.chat(demo.mei, "private"))["members"] == []


async def test_the_bot_is_seen_typing_for_five_seconds_or_until_it_has_written(demo: Demo) -> None:
    typing = {"chat_id": demo.group, "action": "typing"}
    assert (await demo.chat(demo.mei))["typing"] is None
    await demo.bot("sendChatAction", **typing)
    until = (await demo.chat(demo.mei))["typing"]
    assert until is not None
    assert datetime.fromisoformat(until) == NOON + timedelta(seconds=5)
    assert (await demo.chat(demo.mei, "private"))["typing"] is None
    await demo.bot("sendMessage", chat_id=demo.group, text="ok")
    assert (await demo.chat(demo.mei))["typing"] is None
    await demo.bot("sendChatAction", **typing)
    demo.clock.move_to(NOON + timedelta(seconds=5))
    assert (await demo.chat(demo.mei))["typing"] is None


async def test_the_owner_opens_a_topic_and_everybody_writes_in_it(demo: Demo) -> None:
    assert (await demo.chat(demo.mei))["topics"] == []
    assert await demo.post("topic", person=demo.cast.lead.id, chat=demo.group, name=" 日报 ") == 200
    (topic,) = (await demo.chat(demo.mei))["topics"]
    assert topic["name"] == "日报"
    asked = await demo.bot("sendMessage", chat_id=demo.group, text="ok", message_thread_id=topic["id"])
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="here", topic=topic["id"])
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="reply", reply_to=asked)
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="outside")
    written = [(shown["text"], shown["topic"]) for shown in await demo.messages(demo.mei)]
    assert written == [("ok", topic["id"]), ("here", topic["id"]), ("reply", topic["id"]), ("outside", None)]


@pytest.mark.parametrize(
    ("who", "chat", "name", "status"),
    [
        ("seller", "group", "日报", 403),
        ("lead", "private", "日报", 403),
        ("lead", "group", " ", 400),
        ("lead", "group", "x" * 129, 413),
    ],
)
async def test_no_other_topic_is_opened(demo: Demo, who: str, chat: str, name: str, status: int) -> None:
    person = {"seller": demo.mei, "lead": demo.cast.lead}[who]
    place = {"group": demo.group, "private": person.id}[chat]
    assert await demo.post("topic", person=person.id, chat=place, name=name) == status
    assert (await demo.chat(demo.mei))["topics"] == []


async def test_a_person_whose_language_is_changed_is_the_same_person(demo: Demo) -> None:
    await demo.post("write", person=demo.mei.id, chat=demo.group, text="3单 1280")
    assert await demo.post("language", person=demo.mei.id, language="en") == 200
    async with demo.browser.get("/chat/people") as answer:
        (mei,) = [person for person in await answer.json() if person["id"] == demo.mei.id]
    assert mei == {"id": demo.mei.id, "name": "小美", "language": "en", "role": "seller"}
    (own,) = await demo.messages(demo.mei)
    edit = {"chat": demo.group, "message": own["id"], "text": "3单 1820"}
    assert await demo.post("edit", person=demo.mei.id, **edit) == 200
    await demo.post("write", person=demo.mei.id, chat=demo.mei.id, text="/me")
    *_, last = await demo.heard("message")
    sender = last["from"]
    assert isinstance(sender, dict)
    assert (sender["id"], sender["language_code"]) == (demo.mei.id, "en")
    assert await demo.post("language", person=demo.mei.id, language="xx") == 400


@pytest.mark.parametrize(
    ("text", "status"), [("x" * 4096, 200), ("x" * 4097, 413), ("😀" * 2048, 200), ("😀" * 2049, 413)]
)
async def test_a_text_is_as_long_as_telegram_lets_it_be(demo: Demo, text: str, status: int) -> None:
    assert await demo.post("write", person=demo.mei.id, chat=demo.group, text=text) == status
    await demo.post("write", person=demo.mei.id, chat=demo.mei.id, text="ok")
    (own,) = await demo.messages(demo.mei, "private")
    edit = {"chat": demo.mei.id, "message": own["id"], "text": text}
    assert await demo.post("edit", person=demo.mei.id, **edit) == status
    seen = [shown["text"] for kind in ("group", "private") for shown in await demo.messages(demo.mei, kind)]
    assert seen == ([text, text] if status == 200 else ["ok"])


@pytest.mark.parametrize("happening", ["the bot writes", "somebody writes", "the clock moves"])
async def test_who_waits_for_news_gets_it_at_once(demo: Demo, happening: str) -> None:
    known = (await demo.state(demo.mei))["version"]
    waiting = asyncio.create_task(demo.state(demo.mei, since=known))
    await asyncio.wait({waiting}, timeout=0.05)
    assert not waiting.done()
    match happening:
        case "the bot writes":
            await demo.bot("sendMessage", chat_id=demo.group, text="ok")
        case "somebody writes":
            await demo.post("write", person=demo.cast.lead.id, chat=demo.group, text="ok")
        case _:
            await demo.post("clock", jump="hour")
    async with asyncio.timeout(5):
        news = await waiting
    assert news["version"] > known


async def test_a_bot_that_only_asks_for_updates_is_no_news(demo: Demo) -> None:
    known = (await demo.state(demo.mei))["version"]
    async with demo.browser.post(f"/bot{TOKEN}/getUpdates", json={}) as answer:
        assert answer.status == 200
    assert (await demo.state(demo.mei))["version"] == known


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("write", {"text": "  "}, 400),
        ("write", {"text": 7}, 400),
        ("write", {}, 400),
        ("write", {"text": "x", "more": 1}, 400),
        ("write", {"text": "x", "reply_to": 999}, 404),
        ("write", {"text": "x", "topic": 999}, 404),
        ("write", {"text": "x", "chat": -1}, 404),
        ("write", {"text": "x", "person": 1}, 404),
        ("edit", {"text": "x", "message": 999}, 404),
        ("press", {"data": "x", "message": 999}, 404),
    ],
)
async def test_what_the_page_never_sends_is_refused(
    demo: Demo, path: str, body: dict[str, object], status: int
) -> None:
    assert await demo.post(path, **{"person": demo.mei.id, "chat": demo.group, **body}) == status
    assert await demo.messages(demo.mei) == []


async def test_no_form_of_another_site_can_act(demo: Demo) -> None:
    body = f'{{"person": {demo.mei.id}, "chat": {demo.group}, "text": "x"}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        async with demo.browser.post("/chat/write", data=body, headers={"Content-Type": kind}) as answer:
            assert answer.status == 415


async def test_the_page_and_its_files_need_nothing_from_elsewhere(demo: Demo) -> None:
    assert await demo.get("/") == 200
    for file in STATIC.iterdir():
        assert await demo.get(f"/static/{file.name}") == 200
        assert set(re.findall(r"https?://[^\"'\s]+", file.read_text("utf-8"))) <= {"http://www.w3.org/2000/svg"}


async def test_the_page_has_its_words_in_every_language(demo: Demo) -> None:
    for language in LANGUAGES:
        async with demo.browser.get("/chat/words", params={"language": language}) as answer:
            words = await answer.json()
        assert set(words) == set(WORDS)
        assert all(words.values())
    assert await demo.get("/chat/words", language="xx") == 404


def test_the_page_uses_the_words_that_it_is_given_and_no_others() -> None:
    page = "".join(file.read_text("utf-8") for file in STATIC.iterdir())
    computed = {stem + ending for stem, endings in COMPUTED.items() for ending in endings}
    stems = {stem.removesuffix("-") for stem in COMPUTED}
    assert set(re.findall(r"\bpage-[a-z-]*[a-z]\b", page)) - stems | computed == set(WORDS)


async def test_a_file_is_sent_and_can_be_kept_by_whoever_sees_it(demo: Demo) -> None:
    content = base64.b64encode("日期,姓名\n".encode()).decode()
    given = {"person": demo.mei.id, "chat": demo.mei.id, "name": "六月.csv", "content": content}
    assert await demo.post("attach", **given) == 200
    (shown,) = (message for message in demo.telegram.messages(demo.mei) if message.document is not None)
    where = {"person": demo.mei.id, "chat": demo.mei.id, "message": shown.message_id}
    async with demo.browser.get("/chat/document", params=where) as answer:
        assert await answer.read() == "日期,姓名\n".encode()
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert await demo.get("/chat/document", **{**where, "chat": demo.group}) == 404
    for bad in ({"content": ""}, {"content": "!"}, {"name": " "}):
        assert await demo.post("attach", **{**given, **bad}) == 400
