"""What a finding's chart shows, as figures and texts not yet worded, and how it travels in the outbox as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NotRequired, TypedDict, cast

from kpi.figures import check_kind
from kpi.message import Say, decode_say, encode_say

KIND = "finding"
VERSION = 1


class Shape(Enum):
    """How the points are drawn."""

    LINE = "line"  # before the grey line of what was before
    PARETO = "pareto"  # bars, the tallest first, and the line of what they make together
    ROWS = "rows"  # bars that lie, for parts of a whole
    FUNNEL = "funnel"  # the same around a middle
    BARS = "bars"


class Accent(Enum):
    """How a point stands out."""

    NONE = "none"
    HIGH = "high"
    LOW = "low"
    OTHERS = "others"  # several that find no place of their own


@dataclass(frozen=True, slots=True)
class Point:
    """A point, bar or row. Amounts are in the plot's unit; None: not known, which is not the same as 0."""

    label: Say
    amount: int | None
    before: int | None = None
    note: Say | None = None
    accent: Accent = Accent.NONE


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart to draw. `amounts` are minor units of `currency`, else they are counts, of which `scale` make one.

    `legend` says what is grey, `level` is an amount to draw a line at.
    """

    shape: Shape
    title: str
    subtitle: Say
    finding: Say
    points: tuple[Point, ...]
    currency: str
    zone: str
    amounts: bool = True
    legend: Say | None = None
    level: int | None = None
    scale: int = 1


def to_picture(of: Plot) -> dict[str, object]:
    """`of` as JSON values."""
    return {
        "kind": KIND,
        "version": VERSION,
        "shape": of.shape.value,
        "title": of.title,
        "subtitle": encode_say(of.subtitle),
        "finding": encode_say(of.finding),
        "points": [[encode_say(p.label), p.amount, p.before, _out(p.note), p.accent.value] for p in of.points],
        "currency": of.currency,
        "zone": of.zone,
        "amounts": of.amounts,
        "legend": _out(of.legend),
        "level": of.level,
        "scale": of.scale,
    }


def from_picture(picture: Mapping[str, object]) -> Plot:
    """What `to_picture` made. `ValueError` for another kind, or a version this code does not know."""
    check_kind(picture, KIND, VERSION)
    raw = cast("_Picture", picture)
    return Plot(
        shape=Shape(raw["shape"]),
        title=raw["title"],
        subtitle=decode_say(raw["subtitle"]),
        finding=decode_say(raw["finding"]),
        points=tuple(
            Point(decode_say(label), amount, before, _in(note), Accent(accent))
            for label, amount, before, note, accent in raw["points"]
        ),
        currency=raw["currency"],
        zone=raw["zone"],
        amounts=raw["amounts"],
        legend=_in(raw["legend"]),
        level=raw["level"],
        scale=raw.get("scale", 1),
    )


class _Picture(TypedDict):
    shape: str
    title: str
    subtitle: str
    finding: str
    points: list[tuple[str, int | None, int | None, str | None, str]]
    currency: str
    zone: str
    amounts: bool
    legend: str | None
    level: int | None
    scale: NotRequired[int]  # not in what a release before this one left behind


def _out(said: Say | None) -> str | None:
    return None if said is None else encode_say(said)


def _in(raw: str | None) -> Say | None:
    return None if raw is None else decode_say(raw)
