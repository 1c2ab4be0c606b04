"""HTTP to Telegram over aiohttp, as python-telegram-bot's request layer.

The library's own layer (httpx) is several times slower per request, writes the token into the log, and tells
a request that never left from one whose answer was lost by its cause alone.
"""

import json
import logging
from functools import partial
from typing import TypedDict
from urllib.request import getproxies

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
    TCPConnector,
)
from telegram import Bot, TelegramObject
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from bot.errors import Ambiguous, Unsent

log = logging.getLogger(__name__)

_CONNECT = 5.0  # seconds
_READ = 20.0
_UPLOAD = 30.0
_IDLE = 15.0  # Telegram closes idle connections later than that, so a kept one is alive when used
_CONNECTIONS = 64
_WRITE = partial(json.dumps, ensure_ascii=False)


class _Body(TypedDict, total=False):
    """What a request carries, in aiohttp's words."""

    json: dict[str, str]
    data: FormData


Parameter = str | int | TelegramObject | None


class HttpRequest(BaseRequest):
    """One pool of connections. Raises `Unsent` or `Ambiguous`, neither of which says the address."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return _READ

    async def initialize(self) -> None:
        if self._session is None:
            connector = TCPConnector(limit=_CONNECTIONS, keepalive_timeout=_IDLE)
            # With `trust_env` aiohttp asks for the proxy anew with every request, in a thread: 300 µs for nothing.
            self._session = ClientSession(connector=connector, trust_env=bool(getproxies()), json_serialize=_WRITE)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - one limit serves both ways
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - part of `connect` here
    ) -> tuple[int, bytes]:
        """Status and body of the answer."""
        if self._session is None:
            raise Unsent("the connection pool is closed")
        connect = _chosen(connect_timeout, _CONNECT)
        read = _chosen(read_timeout, _READ)
        if request_data is not None and request_data.contains_files:
            read = max(read or 0, _UPLOAD)
        timeout = ClientTimeout(connect=connect, sock_connect=connect, sock_read=read)
        try:
            sending = self._session.request(method, url, **_body(request_data), timeout=timeout)
            async with sending as answer:
                log.debug("%s: %d", url.rpartition("/")[2], answer.status)  # a method's name, never its parameters
                return answer.status, await answer.read()
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise Unsent(type(error).__name__) from None
        except (ClientError, TimeoutError, OSError) as error:
            raise Ambiguous(type(error).__name__) from None


def _chosen(given: ODVInput[float], otherwise: float) -> float | None:
    return otherwise if isinstance(given, DefaultValue) else given


def _body(request_data: RequestData | None) -> _Body:
    """Without files as JSON, which takes half as long to write as a form. Values that are objects stay texts in it,
    as Telegram takes them too.
    """
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"json": request_data.json_parameters}
    form = FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


class TelegramBot(Bot):
    """The library's `Bot`, and updates as Telegram sends them.

    The library's `get_updates` parses a batch as a whole: one update that it cannot parse makes it raise, and
    the same batch is asked for again for ever.
    """

    async def raw_updates(
        self, *, offset: int | None, limit: int, patience: int, kinds: tuple[str, ...]
    ) -> list[dict[str, object]]:
        """At most `limit` updates from `offset` on, waiting up to `patience` seconds for the first."""
        asked = {"offset": offset, "limit": limit, "timeout": patience, "allowed_updates": list(kinds)}
        found = await self._post("getUpdates", asked, read_timeout=patience + _READ)
        return list(found)

    async def say(self, method: str, **parameters: Parameter) -> int:
        """Calls a method that writes or edits a message: its number.

        The library's own would make objects of all that Telegram says about the message, its chat and its sender.
        """
        sent = await self._post(method, dict(parameters))
        return int(sent["message_id"])


def connect(token: str, api_url: str) -> TelegramBot:
    """A bot for `token` at the Bot API server with root address `api_url`. Nothing is sent yet."""
    return TelegramBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HttpRequest(),
        get_updates_request=HttpRequest(),
    )
