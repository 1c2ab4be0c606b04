"""Which updates were being handled when the process died: one that alone ends it again and again is passed over.

A process is also killed while it handles an update that is innocent. So only the handling counts, neither the waiting
for Telegram before it nor the commit after it, and only of an update that was handled by itself.
"""

import json
import logging
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

# Times. Three would be enough for an update that really ends the process, but a process that is killed over and over
# while it works off a backlog dies three times in a row on an innocent one: seen in most runs of the kill test.
FATAL = 8
_OWNER_ONLY = 0o600


class Attempts:
    """A small file that names the updates taken last, with how often each was begun."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._counts = self._read()

    @property
    def suspects(self) -> bool:
        """Whether a process died before it was done with what it had begun: take its updates one by one."""
        return bool(self._counts)

    def fatal(self, update_id: int) -> bool:
        """Whether this update was begun alone too often without an end to be tried once more."""
        return self._counts.get(update_id, 0) >= FATAL

    @contextmanager
    def of(self, update_ids: Collection[int]) -> Iterator[None]:
        """Handles these: written down before, and forgotten when they are through, whether well or with an exception.

        An update by itself counts one attempt more. Of a batch the file learns with the next one, to save a write.
        What could not be written down, on a full disk, say, is not begun and counts for nothing.
        """
        alone = len(update_ids) == 1
        before = self._counts
        self._counts = before | {number: before.get(number, 0) + alone for number in update_ids}
        try:
            self._write()
        except OSError:
            self._counts = before
            raise
        try:
            yield
        finally:
            self._counts = {number: count for number, count in self._counts.items() if number not in update_ids}
            if alone:
                self._write()

    def forget(self) -> None:
        """What is still listed was acknowledged before the process died and will not come again."""
        self._counts.clear()

    def _read(self) -> dict[int, int]:
        try:
            raw = json.loads(self._file.read_text(encoding="ascii").partition("\n")[0])
            return {int(number): int(count) for number, count in raw.items()}
        except FileNotFoundError:
            return {}
        except (ValueError, AttributeError):
            log.warning("the list of attempts was damaged and is begun anew")
            return {}

    def _write(self) -> None:
        """One write over what is there, since it comes twice with every update: a process dies before it or after.

        What an older, longer list leaves behind the line's end counts for nothing.
        """
        file = os.open(self._file, os.O_CREAT | os.O_WRONLY, _OWNER_ONLY)
        try:
            os.write(file, json.dumps(self._counts).encode() + b"\n")
        finally:
            os.close(file)
