"""Which updates were being handled when the process died: one that ends it three times is passed over."""

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
        """Whether this update was begun too often without an end to be tried once more."""
        return self._counts.get(update_id, 0) >= FATAL

    def begin(self, update_ids: Collection[int]) -> None:
        """Counts one attempt more for each, and writes it down before they are touched."""
        begun = {number: self._counts.get(number, 0) + 1 for number in update_ids}
        self._counts |= begun
        self._write()

    def end(self, update_ids: Collection[int]) -> None:
        """They did no harm. The file learns of it with the next `begin`, which saves a write for each batch."""
        for number in update_ids:
            self._counts.pop(number, None)

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
