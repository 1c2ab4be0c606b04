"""A page of parts, as figures and texts not yet worded, and how it travels in the outbox as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict, assert_never, cast

from kpi import plot
from kpi.figures import Goal, RawGoal, RawRatio, check_kind, goal_in, goal_out, ratio_out
from kpi.message import Say, decode_say, encode_say
from kpi.plot import Plot

KIND = "snapshot"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Moved:
    """How a figure compares with the one before; `better` gives the colour, None is neither."""

    said: Say
    better: bool | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a period is to bring. `elapsed` is how much of it is over; None: that is not told."""

    label: Say
    goal: Goal
    elapsed: Fraction | None
    time: Say


@dataclass(frozen=True, slots=True)
class Total:
    """An amount in minor units, how it compares, and what stands beside that."""

    label: Say
    net: int
    moved: Moved | None
    beside: Say
    aim: Aim | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure below its name."""

    label: Say
    value: Say
    moved: Moved


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody's row; `others` stands for several."""

    name: Say
    value: Say
    moved: Moved
    place: int | None
    goal: Goal | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under the names of their columns. `elapsed` is how much of the goals' time is over."""

    title: Say
    columns: tuple[Say, Say, Say]
    rows: tuple[Row, ...]
    elapsed: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """The points of a plot, under its subtitle."""

    plot: Plot


@dataclass(frozen=True, slots=True)
class Sentences:
    """What there is to say."""

    title: Say
    said: tuple[Say, ...]


Part = Total | Figures | Rows | Bars | Sentences


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A page to draw."""

    title: str
    subtitle: Say
    currency: str
    zone: str
    parts: tuple[Part, ...]


def to_picture(of: Snapshot) -> dict[str, object]:
    """`of` as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "title": of.title,
        "subtitle": encode_say(of.subtitle),
        "currency": of.currency,
        "zone": of.zone,
        "parts": [_part_out(part) for part in of.parts],
    }


def from_picture(picture: Mapping[str, object]) -> Snapshot:
    """What `to_picture` made. `ValueError` for another kind, or a version this code does not know."""
    check_kind(picture, KIND, VERSION)
    raw = cast("_Picture", picture)
    return Snapshot(
        title=raw["title"],
        subtitle=decode_say(raw["subtitle"]),
        currency=raw["currency"],
        zone=raw["zone"],
        parts=tuple(map(_part_in, raw["parts"])),
    )


_RawMoved = tuple[str, bool | None]
_RawAim = tuple[str, RawGoal, RawRatio | None, str]
_RawFigure = tuple[str, str, _RawMoved]
_RawRow = tuple[str, str, _RawMoved, int | None, RawGoal, bool]
_RawTotal = tuple[str, int, _RawMoved | None, str, _RawAim | None]
_RawRows = tuple[str, tuple[str, str, str], list[_RawRow], RawRatio | None]


class _Picture(TypedDict):
    title: str
    subtitle: str
    currency: str
    zone: str
    parts: "list[dict[str, object]]"


def _part_out(part: Part) -> dict[str, object]:
    """The part under the name of its kind."""
    match part:
        case Total():
            moved = None if part.moved is None else _moved_out(part.moved)
            return {"total": [encode_say(part.label), part.net, moved, encode_say(part.beside), _aim_out(part.aim)]}
        case Figures():
            return {"figures": [[encode_say(f.label), encode_say(f.value), _moved_out(f.moved)] for f in part.figures]}
        case Rows():
            columns, rows = [encode_say(column) for column in part.columns], [_row_out(row) for row in part.rows]
            return {"rows": [encode_say(part.title), columns, rows, _ratio(part.elapsed)]}
        case Bars():
            return {"bars": plot.to_picture(part.plot)}
        case Sentences():
            return {"said": [encode_say(part.title), [encode_say(said) for said in part.said]]}
        case _:
            assert_never(part)


def _part_in(raw: Mapping[str, object]) -> Part:
    match raw:
        case {"total": total}:
            return _total_in(cast("_RawTotal", total))
        case {"figures": figures}:
            return Figures(tuple(map(_figure_in, cast("list[_RawFigure]", figures))))
        case {"rows": rows}:
            return _rows_in(cast("_RawRows", rows))
        case {"bars": bars}:
            return Bars(plot.from_picture(cast("dict[str, object]", bars)))
        case {"said": said}:
            title, sentences = cast("tuple[str, list[str]]", said)
            return Sentences(decode_say(title), tuple(map(decode_say, sentences)))
        case _:
            raise ValueError(f"not a part: {raw}")


def _total_in(raw: _RawTotal) -> Total:
    label, net, moved, beside, aim = raw
    compared = None if moved is None else _moved_in(moved)
    return Total(decode_say(label), net, compared, decode_say(beside), None if aim is None else _aim_in(aim))


def _figure_in(raw: _RawFigure) -> Figure:
    label, value, moved = raw
    return Figure(decode_say(label), decode_say(value), _moved_in(moved))


def _rows_in(raw: _RawRows) -> Rows:
    title, (value, moved, goal), rows, elapsed = raw
    columns = (decode_say(value), decode_say(moved), decode_say(goal))
    ratio = None if elapsed is None else Fraction(*elapsed)
    return Rows(decode_say(title), columns, tuple(map(_row_in, rows)), ratio)


def _row_out(row: Row) -> list[object]:
    moved, goal = _moved_out(row.moved), goal_out(row.goal)
    return [encode_say(row.name), encode_say(row.value), moved, row.place, goal, row.others]


def _row_in(raw: _RawRow) -> Row:
    name, value, moved, place, goal, others = raw
    return Row(decode_say(name), decode_say(value), _moved_in(moved), place, goal_in(goal), others)


def _moved_out(moved: Moved) -> list[object]:
    return [encode_say(moved.said), moved.better]


def _moved_in(raw: _RawMoved) -> Moved:
    return Moved(decode_say(raw[0]), raw[1])


def _aim_out(aim: Aim | None) -> list[object] | None:
    if aim is None:
        return None
    return [encode_say(aim.label), goal_out(aim.goal), _ratio(aim.elapsed), encode_say(aim.time)]


def _aim_in(raw: _RawAim) -> Aim:
    label, goal, elapsed, time = raw
    return Aim(
        decode_say(label),
        goal_in(goal) or Goal(0, 0),
        None if elapsed is None else Fraction(*elapsed),
        decode_say(time),
    )


def _ratio(ratio: Fraction | None) -> list[int] | None:
    return None if ratio is None else ratio_out(ratio)
