"""A list as it waits: what was read, and what was answered about its lines so far."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum

from bot import pending
from bot.lists.file import digest
from bot.pending import Pending
from bot.reader.rows import Fault, Listing, Row
from kpi.entry import How
from kpi.ids import EntryId

LOOSE = "list"  # the key of all lists without a title


class Source(Enum):
    """Where a list came from; its entries say so."""

    CHAIN = "chain"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`key` tells which list it is: the same when it is sent again, longer or in another order.

    `answers` are by line and point: `3:who` → a member's number.
    """

    source: Source
    key: str
    title: str
    rows: tuple[Row, ...]
    total: Decimal | None = None
    ignored: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def grows(self) -> bool:
        """Whether it comes again with other figures for the same people: a chain does, names between slashes do not."""
        return self.source is Source.CHAIN and self.key != LOOSE

    def answered(self, more: Mapping[str, str]) -> "Sheet":
        return replace(self, answers={**self.answers, **more})

    def encode(self) -> str:
        """JSON for the body of the kept list."""
        told = Pending("", How.IMPORT, tuple(row.records for row in self.rows))
        return json.dumps(
            {
                "source": self.source.value,
                "key": self.key,
                "title": self.title,
                "rows": [[row.line, row.who, row.said, row.fault and row.fault.value] for row in self.rows],
                "told": told.encode(),
                "total": None if self.total is None else str(self.total),
                "ignored": self.ignored,
                "answers": dict(self.answers),
            },
            ensure_ascii=False,
        )


def decode(body: str) -> Sheet:
    """What `Sheet.encode` wrote."""
    raw = json.loads(body)
    told = pending.decode(raw["told"]).readings
    rows = tuple(
        Row(line=line, who=who, said=said, records=records, fault=None if fault is None else Fault(fault))
        for (line, who, said, fault), records in zip(raw["rows"], told, strict=True)
    )
    total = None if raw["total"] is None else Decimal(raw["total"])
    return Sheet(
        Source(raw["source"]), raw["key"], raw["title"], rows, total, tuple(raw["ignored"]), dict(raw["answers"])
    )


def chain_sheet(listing: Listing, title: str) -> Sheet:
    """A list that was written. The one with the same title is the same list; its days are told apart by its entries."""
    plain = unicodedata.normalize("NFKC", listing.title).casefold()
    name = "".join(character for character in plain if character.isalnum())
    own = digest(name.encode()) if listing.sure or name else LOOSE
    return Sheet(Source.CHAIN, own, title, listing.rows, listing.total, listing.ignored)


@dataclass(frozen=True, slots=True)
class Booked:
    """What a confirmed list did: the entries it made, and those it changed with the revision they have since."""

    made: tuple[EntryId, ...] = ()
    changed: tuple[tuple[EntryId, int], ...] = ()

    def encode(self) -> str:
        """JSON for the body of a closed list, so that it can be taken back as a whole."""
        return json.dumps({"made": self.made, "changed": self.changed})


def decode_booked(body: str) -> Booked:
    """What `Booked.encode` wrote; nothing for a list that was dropped or waits still."""
    raw = json.loads(body) if body else {}
    made = tuple(EntryId(number) for number in raw.get("made", ()))
    return Booked(made, tuple((EntryId(number), revision) for number, revision in raw.get("changed", ())))
