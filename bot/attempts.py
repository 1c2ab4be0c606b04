"""Which updates were being handled when the process died: one that alone ends it three times is passed over.

A process is also killed while it handles an update that is innocent. So what counts is only the time inside the
transaction, not the waiting for Telegram before it, and only an update that was handled by itself.
"""

import json
import logging
from collections.abc import Collection
from pathlib import Path

log = logging.getLogger(__name__)

FATAL = 3  # times


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

    def begin(self, update_ids: Collection[int]) -> None:
        """Writes down what is about to be handled; an update by itself counts one attempt more."""
        alone = len(update_ids) == 1
        self._counts |= {number: self._counts.get(number, 0) + alone for number in update_ids}
        self._write()

    def end(self, update_ids: Collection[int]) -> None:
        """They did not end the process. The file learns of it with the next `begin`, which saves a write a batch."""
        for number in update_ids:
            self._counts.pop(number, None)

    def forget(self) -> None:
        """What is still listed was acknowledged before the process died and will not come again."""
        self._counts.clear()

    def _read(self) -> dict[int, int]:
        try:
            raw = json.loads(self._file.read_text(encoding="ascii"))
            return {int(number): int(count) for number, count in raw.items()}
        except FileNotFoundError:
            return {}
        except (ValueError, AttributeError):
            log.warning("the list of attempts was damaged and is begun anew")
            return {}

    def _write(self) -> None:
        """Replaced as a whole, so that a crash leaves the old list or the new one."""
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(self._counts), encoding="ascii")
        new.replace(self._file)
