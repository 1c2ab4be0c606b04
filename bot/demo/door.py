"""The in-memory Telegram's HTTP side, where the real one has `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
from collections.abc import Mapping
from typing import assert_never

from aiohttp import web
from aiohttp.web_request import FileField

from bot.demo.faults import BAD_GATEWAY_BODY, BAD_JSON_BODY, Broken, BrokenAnswerError
from bot.demo.rejection import RejectedError, not_found, unauthorized
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Upload

_LARGEST = 60_000_000  # bytes of one request: Telegram takes files of 50 MB
_LOOK = 0.05  # seconds between two looks whether the client of a request that hangs has left


def door(telegram: MemoryTelegram) -> web.Application:
    """The application, to be served by whoever called."""
    entrance = _Door(telegram)
    application = web.Application(client_max_size=_LARGEST)
    application.router.add_route("*", "/bot{token}/{method}", entrance.method)
    application.router.add_get("/file/bot{token}/{path:.+}", entrance.file)
    return application


class _Door:
    def __init__(self, telegram: MemoryTelegram) -> None:
        self._telegram = telegram

    async def method(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._telegram.token:
            return _refused(unauthorized())
        parameters, files = await _read(request)
        try:
            answer = await self._telegram.call(request.match_info["method"], parameters, files)
        except BrokenAnswerError as error:
            return await _unanswered(request, error.broken)
        return web.json_response(answer, status=int(str(answer.get("error_code", 200))))

    async def file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._telegram.token:
            return _refused(unauthorized())
        content = self._telegram.files.at(request.match_info["path"])
        return _refused(not_found()) if content is None else web.Response(body=content)


def _refused(rejected: RejectedError) -> web.Response:
    return web.json_response(rejected.answer(), status=rejected.code)


async def _read(request: web.Request) -> tuple[Mapping[str, object], dict[str, Upload]]:
    """Parameters and files, of whichever of Telegram's four ways of passing them."""
    if request.content_type == "application/json" and request.can_read_body:
        body = await request.json()
        return (body if isinstance(body, dict) else {}), {}
    parameters: dict[str, object] = dict(request.query)
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            files[name] = Upload(value.filename, value.file.read())
        else:
            parameters[name] = value
    return parameters, files


async def _unanswered(request: web.Request, broken: Broken) -> web.StreamResponse:
    match broken:
        case Broken.BAD_GATEWAY:
            return web.Response(status=502, body=BAD_GATEWAY_BODY, content_type="text/html")
        case Broken.BAD_JSON:
            return web.Response(body=BAD_JSON_BODY, content_type="application/json")
        case Broken.SILENT:
            await _until_left(request)
        case Broken.CUT | Broken.UNSENT:
            if request.transport is not None:
                request.transport.abort()
        case _:
            assert_never(broken)
    return web.Response()


async def _until_left(request: web.Request) -> None:
    while request.transport is not None and not request.transport.is_closing():  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(_LOOK)
