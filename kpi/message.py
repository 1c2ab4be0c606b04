"""What the bot says, before it is worded: keys and frozen values, never a sentence.

They travel through the outbox as versioned JSON (`encode`, `decode`), so that a message is worded in the
reader's language only when it is sent.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from fractions import Fraction
from typing import assert_never

from kpi.ids import MemberId, TeamId
from kpi.money import Money
from kpi.period import Grain, Period

VERSION = 1


@dataclass(frozen=True, slots=True)
class Minutes:
    """A time of day, in minutes after midnight."""

    value: int


@dataclass(frozen=True, slots=True)
class Percent:
    """A ratio to be shown as a percentage; None shows a dash."""

    ratio: Fraction | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number that need not be whole, shown with so many decimals."""

    value: Fraction
    digits: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Several short texts on one line, separated the way the reader's language does it."""

    parts: "tuple[Say, ...]"


Value = str | int | date | Money | Period | Percent | Number | Minutes | Joined | None


@dataclass(frozen=True, slots=True)
class Say:
    """A text's key in the catalogues and its values. A list of lines is a list of `Say`."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()


def say(key: str, /, **values: Value) -> Say:
    return Say(key, tuple(values.items()))


def joined(*parts: Say | None) -> Joined:
    """The parts that there are."""
    return Joined(tuple(part for part in parts if part is not None))


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: `data` is callback data (`v1:action:id`), or `url` a link."""

    label: Say
    data: str = ""
    url: str = ""


class Form(Enum):
    """What kind of file a document is; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


Cell = Say | str | int | date | Money | None


@dataclass(frozen=True, slots=True)
class Document:
    """A table as a file, written when it is sent: `name` is its name without the ending, texts are in the reader's
    language, days and amounts such that a program reads them.
    """

    name: Say
    form: Form
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Export:
    """The books of `period` as a file, written when it is sent from the books as they are then: 100,000 figures have no
    place in the outbox.

    Of the whole team, or of `reader` alone: the member who asked. Customers in the books of others have their names
    when `names` are open to whoever asked, else a number.
    """

    form: Form
    team: TeamId
    reader: MemberId | None
    period: Period
    whole: bool = False
    names: bool = False


class Bound(Enum):
    """How pages are bound into one file; the value is its ending."""

    PDF = "pdf"
    PNG = "png"  # one below the other, which is how people pass reports on in chats


@dataclass(frozen=True, slots=True)
class Pack:
    """Pictures as the pages of one file, drawn when it is sent: `name` is its name without the ending."""

    name: Say
    bound: Bound
    pages: "tuple[dict[str, object], ...]"


class Lane(IntEnum):
    """The order in which waiting messages go out."""

    BUTTON = 0  # answers to button presses (worthless after 10 s) and reactions: no messages, so no limit holds them up
    ANSWER = 1
    BROADCAST = 2


@dataclass(frozen=True, slots=True)
class Message:
    """A message to one chat. `picture` names a chart with its figures (JSON values), drawn when sent."""

    lines: tuple[Say, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: "dict[str, object] | None" = None
    reply_to: int | None = None
    callback: str | None = None  # a callback query's id: answer it with the lines as a toast
    reaction: str | None = None  # react to message `reply_to` instead of writing
    pin: bool = False  # stands above the chat from when it is sent
    unpin: int | None = None  # the message that stood there before
    document: Document | None = None  # a file, with the lines below it; it is never edited
    export: Export | None = None  # likewise
    pack: Pack | None = None  # likewise, of pictures
    photo: str | None = None  # Telegram's number of a picture that somebody sent


def encode(message: Message) -> str:
    """`message` as JSON for the outbox."""
    return json.dumps(
        {
            "v": VERSION,
            "lines": [_say_out(line) for line in message.lines],
            "buttons": [[[_say_out(b.label), b.data, b.url] for b in row] for row in message.buttons],
            "picture": message.picture,
            "reply_to": message.reply_to,
            "callback": message.callback,
            "reaction": message.reaction,
            "pin": message.pin,
            "unpin": message.unpin,
            "document": None if message.document is None else _document_out(message.document),
            "export": None if message.export is None else _export_out(message.export),
            "pack": None if message.pack is None else _pack_out(message.pack),
            "photo": message.photo,
        },
        ensure_ascii=False,
    )


def decode(body: str) -> Message:
    """What `encode` wrote. `ValueError` for a version this code does not know."""
    raw = json.loads(body)
    if raw["v"] != VERSION:
        raise ValueError(f"outbox body of version {raw['v']}")
    return Message(
        tuple(_say_in(line) for line in raw["lines"]),
        tuple(tuple(Button(_say_in(b[0]), b[1], b[2]) for b in row) for row in raw["buttons"]),
        raw["picture"],
        raw["reply_to"],
        raw["callback"],
        raw["reaction"],
        raw.get("pin", False),  # what a release before this wrote has none
        raw.get("unpin"),
        _document_in(raw["document"]) if raw.get("document") else None,
        _export_in(raw["export"]) if raw.get("export") else None,
        _pack_in(raw["pack"]) if raw.get("pack") else None,
        raw.get("photo"),
    )


def encode_say(said: Say) -> str:
    """One text as JSON, for what is kept beside the outbox."""
    return json.dumps(_say_out(said), ensure_ascii=False)


def decode_say(body: str) -> Say:
    """What `encode_say` wrote."""
    return _say_in(json.loads(body))


def _document_out(document: Document) -> dict[str, object]:
    rows = [[_cell_out(cell) for cell in row] for row in document.rows]
    return {"name": _say_out(document.name), "form": document.form.value, "rows": rows}


def _document_in(raw: object) -> Document:
    match raw:
        case {"name": name, "form": str(form), "rows": list(rows)}:
            return Document(_say_in(name), Form(form), tuple(tuple(_cell_in(cell) for cell in row) for row in rows))
        case _:
            raise ValueError(f"not a document: {raw}")


def _export_out(export: Export) -> dict[str, object]:
    return {
        "form": export.form.value,
        "team": export.team,
        "reader": export.reader,
        "period": _value_out(export.period),
        "whole": export.whole,
        "names": export.names,
    }


def _export_in(raw: object) -> Export:
    match raw:
        case {
            "form": form,
            "team": int(team),
            "reader": reader,
            "period": days,
            "whole": bool(whole),
            "names": bool(n),
        }:
            period, whose = _value_in(days), MemberId(reader) if isinstance(reader, int) else None
            if isinstance(period, Period):
                return Export(Form(form), TeamId(team), whose, period, whole=whole, names=n)
        case _:
            pass
    raise ValueError(f"not an export: {raw}")


def _pack_out(pack: Pack) -> dict[str, object]:
    return {"name": _say_out(pack.name), "bound": pack.bound.value, "pages": list(pack.pages)}


def _pack_in(raw: object) -> Pack:
    match raw:
        case {"name": name, "bound": str(bound), "pages": list(pages)}:
            return Pack(_say_in(name), Bound(bound), tuple(pages))
        case _:
            raise ValueError(f"not a pack: {raw}")


def _cell_out(cell: Cell) -> object:
    return _say_out(cell) if isinstance(cell, Say) else _value_out(cell)


def _cell_in(raw: object) -> Cell:
    if isinstance(raw, list):
        return _say_in(raw)
    value = _value_in(raw)
    if value is None or isinstance(value, str | int | date | Money):
        return value
    raise ValueError(f"not a cell: {raw}")


def _say_out(said: Say) -> list[object]:
    return [said.key, {name: _value_out(value) for name, value in said.values}]


def _say_in(raw: object) -> Say:
    match raw:
        case [str(key), dict(values)]:
            return Say(key, tuple((name, _value_in(value)) for name, value in values.items()))
        case _:
            raise ValueError(f"not a text: {raw}")


def _value_out(value: Value) -> object:
    match value:
        case None | str() | int():
            return value
        case date():
            return {"date": value.isoformat()}
        case Money():
            return {"money": [value.minor, value.currency]}
        case Period():
            return {"period": [value.grain.value, value.start.isoformat(), value.end.isoformat()]}
        case Percent():
            ratio = value.ratio
            return {"percent": None if ratio is None else [ratio.numerator, ratio.denominator]}
        case Number():
            return {"number": [value.value.numerator, value.value.denominator, value.digits]}
        case Minutes():
            return {"minutes": value.value}
        case Joined():
            return {"joined": [_say_out(part) for part in value.parts]}
        case _:
            assert_never(value)


def _value_in(raw: object) -> Value:
    match raw:
        case None | str() | int():
            return raw
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case {"money": [int(minor), str(currency)]}:
            return Money(minor, currency)
        case {"period": [grain, str(start), str(end)]}:
            return Period(Grain(grain), date.fromisoformat(start), date.fromisoformat(end))
        case {"percent": None}:
            return Percent(None)
        case {"percent": [int(numerator), int(denominator)]}:
            return Percent(Fraction(numerator, denominator))
        case {"number": [int(numerator), int(denominator), int(digits)]}:
            return Number(Fraction(numerator, denominator), digits)
        case {"minutes": int(minutes)}:
            return Minutes(minutes)
        case {"joined": list(parts)}:
            return Joined(tuple(_say_in(part) for part in parts))
        case _:
            raise ValueError(f"not a value: {raw}")
