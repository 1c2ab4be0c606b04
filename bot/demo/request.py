"""python-telegram-bot's request layer straight onto a `MemoryTelegram`, without a network."""

import json
from typing import assert_never
from urllib.parse import unquote, urlsplit

from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, RequestData

from bot.demo.faults import BAD_GATEWAY_BODY, BAD_JSON_BODY, Broken, BrokenAnswerError
from bot.demo.rejection import not_found, unauthorized
from bot.demo.telegram import MemoryTelegram
from bot.demo.values import Upload
from bot.errors import Ambiguous, Unsent


class MemoryRequest(BaseRequest):
    """Fails as the real layer does: `Unsent` and `Ambiguous`, and at once where that would wait."""

    def __init__(self, telegram: MemoryTelegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,  # noqa: ARG002 - Telegram does not mind
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - nothing takes time here
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - nothing takes time here
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - nothing takes time here
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - nothing takes time here
    ) -> tuple[int, bytes]:
        """Status and body of the answer."""
        path = unquote(urlsplit(url).path)
        before, _, rest = path.partition(f"/bot{self._telegram.token}/")
        if not rest:
            return _refused()
        if before.endswith("/file"):
            return _file(self._telegram, rest)
        parameters = request_data.json_parameters if request_data is not None else {}
        try:
            answer = await self._telegram.call(rest, parameters, _uploads(request_data))
        except BrokenAnswerError as error:
            return _unanswered(error.broken)
        return int(str(answer.get("error_code", 200))), json.dumps(answer).encode()


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    if request_data is None:
        return {}
    return {
        name: Upload(filename, content if isinstance(content, bytes) else content.read())
        for name, (filename, content, _) in request_data.multipart_data.items()
    }


def _refused() -> tuple[int, bytes]:
    return 401, json.dumps(unauthorized().answer()).encode()


def _file(telegram: MemoryTelegram, path: str) -> tuple[int, bytes]:
    content = telegram.files.at(path)
    return (200, content) if content is not None else (404, json.dumps(not_found().answer()).encode())


def _unanswered(broken: Broken) -> tuple[int, bytes]:
    match broken:
        case Broken.BAD_GATEWAY:
            return 502, BAD_GATEWAY_BODY
        case Broken.BAD_JSON:
            return 200, BAD_JSON_BODY
        case Broken.UNSENT:
            raise Unsent(broken.name)
        case Broken.SILENT | Broken.CUT:
            raise Ambiguous(broken.name)
        case _:
            assert_never(broken)
