"""Files that were sent: kept by id, found again by path."""

import struct
from dataclasses import dataclass

from bot.demo.chats import Attachment
from bot.demo.rejection import bad_request
from bot.demo.values import Json, Object, Upload

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PHOTO_BYTES, _FILE_BYTES = 10_000_000, 50_000_000
_SIDES, _RATIO = 10_000, 20  # a photo's width plus height, and how much longer than wide it may be
_DOWNLOAD_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Stored:
    """A file and where it is."""

    file_id: str
    path: str
    attachment: Attachment


class Files:
    """All files of one in-memory Telegram."""

    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}

    def photo(self, upload: Upload) -> Attachment:
        """Takes in a picture, if Telegram would show it as one."""
        if len(upload.content) > _PHOTO_BYTES:
            raise bad_request("file of size bigger than 10485760 bytes is too big for a photo")
        width, height = _size(upload.content)
        file_id, shape = self._describe(upload)
        described: list[Json] = [{**shape, "width": width, "height": height}]
        return self._keep(file_id, "photos/file", Attachment(upload, described, is_photo=True))

    def document(self, upload: Upload) -> Attachment:
        """Takes in a file of any kind."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > _FILE_BYTES:
            raise bad_request("file is too big")
        file_id, shape = self._describe(upload)
        described: Object = {**shape, "file_name": upload.filename}
        return self._keep(file_id, "documents/file", Attachment(upload, described, is_photo=False))

    def known(self, file_id: str) -> Attachment:
        """What was sent before under this id."""
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id].attachment

    def described(self, file_id: str) -> Object:
        """A `File`."""
        if file_id not in self._by_id:
            raise bad_request("invalid file_id")
        stored = self._by_id[file_id]
        size = len(stored.attachment.upload.content)
        if size > _DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size, "file_path": stored.path}

    def at(self, path: str) -> bytes | None:
        """The content under a `file_path`, or None."""
        stored = self._by_path.get(path)
        return None if stored is None else stored.attachment.upload.content

    def _describe(self, upload: Upload) -> tuple[str, Object]:
        file_id = f"file{len(self._by_id) + 1}"
        shape: Object = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(upload.content)}
        return file_id, shape

    def _keep(self, file_id: str, folder: str, attachment: Attachment) -> Attachment:
        stored = Stored(file_id, f"{folder}_{len(self._by_id) + 1}", attachment)
        self._by_id[file_id] = self._by_path[stored.path] = stored
        return attachment


def _size(content: bytes) -> tuple[int, int]:
    """Width and height of a picture; of a JPEG, whose size stands nowhere fixed, a usual one."""
    if content.startswith(_JPEG):
        return 1280, 960
    if not content.startswith(_PNG) or len(content) < 24:  # noqa: PLR2004 - signature and IHDR
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", content[16:24])
    if 0 in {width, height} or width + height > _SIDES or max(width, height) > _RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height
