"""A Bot API for measuring: it answers at once (or after a set latency), checks nothing and knows no limits.

HTTP is done by hand, so that it is never what a bot waits for.
"""

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

TOKEN = "123456789:AAH-bench-token-bench-token-bench-token-0"
_ME = {
    "id": 123456789,
    "is_bot": True,
    "first_name": "Bench",
    "username": "bench_bot",
    "can_read_all_group_messages": True,
}
_SAYING = {"sendMessage", "sendPhoto", "editMessageText", "setMessageReaction"}
_PICTURE = [{"file_id": "p", "file_unique_id": "p", "width": 1080, "height": 1080}]
# A parameter in a form, in a part of a multipart body, or in JSON.
_BEFORE = rb"\b%s\W+?(?:Content-[^\r]+\r\n\r\n)?(-?\d+)"
_CHAT, _OFFSET, _TIMEOUT = (re.compile(_BEFORE % name) for name in (b"chat_id", b"offset", b"timeout"))
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_BATCH = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What a bot said in a chat. `at` is in seconds of the process's performance counter."""

    method: str
    chat: int
    at: float


class Service:
    """Hands out updates and notes what is said. `latency` is how many seconds every answer takes."""

    def __init__(self, latency: float = 0.0) -> None:
        self.latency = latency
        self.answers: list[Answer] = []
        self.polled = False
        self._updates: deque[tuple[int, bytes]] = deque()
        self._waiting: Callable[[bytes], None] | None = None
        self._changed = asyncio.Event()
        self._server: asyncio.Server | None = None

    async def start(self) -> str:
        """Opens the door: its address."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def stop(self) -> None:
        """Closes the door."""
        if self._server is not None:
            self._server.close()

    def put(self, updates: Iterable[bytes]) -> None:
        """New updates, each as JSON with its `update_id` first."""
        for raw in updates:
            self._updates.append((json.loads(raw)["update_id"], raw))
        self._serve_waiting()

    @property
    def waiting(self) -> int:
        """How many updates the bot has not acknowledged."""
        return len(self._updates)

    async def until(self, reached: Callable[[], bool], *, patience: float = 60.0) -> None:
        """Waits until `reached` holds, which is asked after every request. `TimeoutError` after `patience` seconds."""
        async with asyncio.timeout(patience):
            while not reached():
                self._changed.clear()
                await self._changed.wait()

    def request(self, method: str, body: bytes, reply: Callable[[bytes], None]) -> None:
        """One request; its answer is given to `reply`, later when that is how it is."""
        if method == "getUpdates":
            self._poll(body, reply)
        else:
            reply(_succeeded(self._result(method, body)))
        self._changed.set()

    def _result(self, method: str, body: bytes) -> bytes:
        if method in _SAYING:
            chat = _number(_CHAT, body) or 0
            self.answers.append(Answer(method, chat, time.perf_counter()))
            return b"true" if method == "setMessageReaction" else self._message(method, chat)
        if method == "getMe":
            return json.dumps(_ME).encode()
        return b"[]" if method == "getChatAdministrators" else b"true"

    def _message(self, method: str, chat: int) -> bytes:
        shape: dict[str, object] = {
            "message_id": len(self.answers),
            "date": 1_780_000_000,
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "title": "Team"},
            "from": _ME,
        }
        shape |= {"photo": _PICTURE} if method == "sendPhoto" else {"text": "Thank you"}
        return json.dumps(shape).encode()

    def _poll(self, body: bytes, reply: Callable[[bytes], None]) -> None:
        self.polled = True
        offset = _number(_OFFSET, body) or 0
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        self._waiting = reply
        self._serve_waiting()
        if self._waiting is not None:
            asyncio.get_running_loop().call_later(_number(_TIMEOUT, body) or 0, self._give_up, reply)

    def _serve_waiting(self) -> None:
        if self._waiting is None or not self._updates:
            return
        reply, self._waiting = self._waiting, None
        batch = [self._updates[place][1] for place in range(min(_BATCH, len(self._updates)))]
        reply(_succeeded(b"[" + b",".join(batch) + b"]"))

    def _give_up(self, reply: Callable[[bytes], None]) -> None:
        if self._waiting is reply:
            self._waiting = None
            reply(_succeeded(b"[]"))


class _Connection(asyncio.Protocol):
    """One kept-alive connection; its next request comes after the answer to the last."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        length = _number(_LENGTH, head) or 0
        if len(body) < length:
            return
        self._buffer = b""
        path = head.split(b" ", 2)[1].decode()
        self._service.request(path.rpartition("/")[2], body, self._reply)

    def _reply(self, body: bytes) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        loop, latency = asyncio.get_running_loop(), self._service.latency
        if latency:
            loop.call_later(latency, self._transport.write, head.encode() + body)
        else:
            self._transport.write(head.encode() + body)


def _succeeded(result: bytes) -> bytes:
    return b'{"ok":true,"result":' + result + b"}"


def _number(pattern: re.Pattern[bytes], text: bytes) -> int | None:
    found = pattern.search(text)
    return int(found[1]) if found else None
