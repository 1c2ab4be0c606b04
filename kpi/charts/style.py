"""How our charts look, and the sheet that they are drawn on.

Everything is placed in pixels from the top left corner, at fixed places: no axes, no layout engine and no pyplot.
Measured, that is what makes a chart take tens of milliseconds instead of hundreds, and nothing that a person
writes can move anything. Type is large, since a phone shows the sheet at a third of its size.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, cast

from matplotlib import font_manager
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.patheffects import Normal, Stroke
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from kpi.charts.labels import shortened
from kpi.charts.png import png
from kpi.charts.spec import Trend

WIDTH = 1080
TALLEST = 1440  # three to four: what a phone still shows whole
MARGIN = 48
RIGHT = WIDTH - MARGIN
INNER = WIDTH - 2 * MARGIN

PAPER = "#FFFFFF"
INK = "#1B1F24"
SOFT = "#5F6873"  # 5.7:1 on paper
RULE = "#D5DAE0"
PANEL = "#F4F6F8"
GHOST = "#E9ECEF"
GHOST_EDGE = "#AEB6BF"
OTHERS = "#8A929B"

# Okabe and Ito's palette, told apart with any colour vision, without the yellow that paper swallows and with a wine
# (Tol, "muted") as the seventh. Bars also carry the seller's number.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#882255", "#6B7A00")
TRENDS = {Trend.BETTER: "#0B6BA8", Trend.WORSE: "#B94A00", Trend.NEUTRAL: SOFT}

_FONTS = Path(__file__).parent / "fonts"
_REGULAR = ("Longhubang Sans SC", "Noto Emoji", "DejaVu Sans")
_BOLD = ("Longhubang Sans SC Bold", *_REGULAR)
_ROUND = 14
_POINTS_PER_INCH = 72  # with as many dots, points are pixels

Align = Literal["left", "center", "right"]
_BEFORE: dict[Align, float] = {"left": 0, "center": 0.5, "right": 1}  # how much of a text stands before its place


class Role(Enum):
    """What an artist is, for whoever looks into a finished sheet."""

    BAR = "bar"
    GHOST = "ghost"
    GAUGE = "gauge"
    SPARK = "spark"
    CURVE = "curve"
    SIGN = "sign"  # on a day of a calendar
    LEVEL = "level"
    PART = "part"  # of the frame


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the sheet, in pixels down and right from the top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def centre(self) -> float:
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Type:
    """Size in pixels, weight and colour of a text; a halo sets it off from what it crosses."""

    size: float
    bold: bool = False
    colour: str = INK
    halo: bool = False

    def coloured(self, colour: str) -> "Type":
        return replace(self, colour=colour)


TITLE = Type(46, bold=True)
HERO = Type(84, bold=True)
FIGURE = Type(46, bold=True)
HEADING = Type(32, bold=True)
BODY = Type(31)
STRONG = Type(31, bold=True)
DAILY = Type(27, bold=True, halo=True)
IN_BAR = Type(27, bold=True, colour=PAPER)
NOTE = Type(28, colour=SOFT)
SMALL = Type(26, colour=SOFT)


@cache
def _properties(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(family=list(_BOLD if bold else _REGULAR), size=size)


@cache
def _load_fonts() -> None:
    for file in sorted(_FONTS.glob("*.[ot]tf")):
        font_manager.fontManager.addfont(file)


class _Renderer(Protocol):
    """What is used of matplotlib's renderer, which declares no types."""

    def clear(self) -> None: ...
    def buffer_rgba(self) -> memoryview: ...
    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Literal[False]
    ) -> tuple[float, float, float]: ...


@cache
def _renderer() -> _Renderer:
    """The one that all sheets of a process are drawn by: one for each would leave 6 MB behind until it is collected."""
    new: Callable[[int, int, int], _Renderer] = RendererAgg
    return new(WIDTH, TALLEST, _POINTS_PER_INCH)


class _Line(Text):
    """A line of text that starts at `start`.

    The library would lay it out like a paragraph first, which takes a fourth of a chart's time.
    """

    start = 0.0

    def draw(self, renderer: RendererBase) -> None:
        if self.get_path_effects():
            super().draw(renderer)
            return
        pen = renderer.new_gc()
        pen.set_foreground(self.get_color())
        line = TALLEST - self.get_position()[1]  # down from the top of what all sheets are drawn on
        renderer.draw_text(pen, self.start, line, self.get_text(), self.get_fontproperties(), 0)
        pen.restore()


class Sheet:
    """An empty sheet, `WIDTH` by `height` pixels. `ValueError` above `TALLEST`."""

    def __init__(self, height: int) -> None:
        if height > TALLEST:
            raise ValueError(f"a sheet of {height} pixels")
        _load_fonts()
        self.height = height
        self.figure = Figure(
            (WIDTH / _POINTS_PER_INCH, height / _POINTS_PER_INCH), dpi=_POINTS_PER_INCH, facecolor=PAPER
        )

    def text(
        self,
        at: tuple[float, float],
        said: str,
        style: Type,
        *,
        align: Align = "left",
        width: float | None = None,
    ) -> None:
        """Writes `said` on the line through `at`, in smaller type when it is wider than `width`."""
        taken = self.width_of(said, style) if width is not None or align != "left" else 0.0
        if width is not None and taken > max(1.0, width):
            style = replace(style, size=style.size * max(1.0, width) / taken)
            taken = max(1.0, width)
        written = _Line(
            at[0], self.height - at[1], said, fontproperties=_properties(style.size, bold=style.bold),
            color=style.colour, ha=align, va="baseline", parse_math=False, transform=IdentityTransform(),
        )  # fmt: skip
        written.start = at[0] - taken * _BEFORE[align]
        if style.halo:
            written.set_path_effects([Stroke(linewidth=7, foreground=PAPER), Normal()])
        self.figure.add_artist(written)

    def label(self, at: tuple[float, float], said: str, style: Type, width: float) -> None:
        """Writes what people called something: as much of it as fits into `width`."""
        self.text(at, shortened(said, lambda part: self.width_of(part, style) <= width), style)

    def width_of(self, said: str, style: Type) -> float:
        """How many pixels `said` takes."""
        width, _, _ = _renderer().get_text_width_height_descent(
            said, _properties(style.size, bold=style.bold), ismath=False
        )
        return width

    def box(self, box: Box, colour: str, *, role: Role = Role.PART, edge: str | None = None) -> None:
        """A filled rectangle on whole pixels."""
        left, top = round(box.left), round(box.top)
        right, bottom = round(box.right), round(box.bottom)
        patch = Rectangle(
            (left, self.height - bottom), right - left, bottom - top, facecolor=colour, edgecolor=edge or "none",
            linewidth=2 if edge else 0, gid=role.value, transform=IdentityTransform(),
        )  # fmt: skip
        self.figure.add_artist(patch)

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, *, role: Role, dashed: bool = False
    ) -> None:
        """A line from point to point, with round corners."""
        across, down = [at[0] for at in points], [self.height - at[1] for at in points]
        drawn = Line2D(
            across, down, color=colour, linewidth=width, linestyle=(0, (3, 2)) if dashed else "-", gid=role.value,
            solid_capstyle="round", solid_joinstyle="round", dash_capstyle="butt", transform=IdentityTransform(),
        )  # fmt: skip
        self.figure.add_artist(drawn)

    def panel(self, box: Box) -> None:
        """A ground with round corners."""
        patch = FancyBboxPatch(
            (box.left, self.height - box.bottom), box.width, box.height, boxstyle=f"round,pad=0,rounding_size={_ROUND}",
            facecolor=PANEL, edgecolor="none", gid=Role.PART.value, transform=IdentityTransform(),
        )  # fmt: skip
        self.figure.add_artist(patch)

    def png(self) -> bytes:
        """The sheet as a PNG file. One at a time in a process."""
        return png(self.pixels(), WIDTH, self.height)

    def pixels(self) -> memoryview:
        """The sheet as RGBA bytes, rows from the top, until the next one of the process is drawn."""
        renderer = _renderer()
        renderer.clear()
        self.figure.draw(cast("RendererBase", renderer))
        return renderer.buffer_rgba().cast("B")[(TALLEST - self.height) * WIDTH * 4 :]  # it stands on the ground
