"""Which goods of the stock a report takes from: what the reader leaves open, and what the team keeps books of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kpi.entry import Line, Measure
from kpi.ids import TeamId
from kpi.stock import product_key
from storage import stock
from storage.connection import Connection

_UNIT = r"(?:件|盒|个|瓶|支|套|包|只|条|片|袋|箱|pcs|pieces?)?"


def with_goods(db: Connection, team: TeamId, text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines`, as `text` was read, with the products of their pieces as the stock has them.

    Of several products each has the pieces that stand beside it, if these are all there are; else nobody knows.
    """
    units = [line for line in lines if line.measure is Measure.UNITS]
    known = stock.products(db, team) if units else frozenset()
    if not known:
        return tuple(lines)
    written = product_key(text)
    if len(units) > 1:
        return tuple(_each(lines, dict(_beside(written, _named(written, known))), known))
    return tuple(part for line in lines for part in _parts(line, written, known))


def _each(lines: Sequence[Line], pieces: dict[str, int], known: frozenset[str]) -> Iterator[Line]:
    """Of several lines of pieces, each with the product that has as many."""
    for line in lines:
        name = next((name for name, count in pieces.items() if count == line.value), None)
        if line.measure is Measure.UNITS and line.product is None and name is not None:
            del pieces[name]
            yield replace(line, product=name)
        else:
            yield _plural(line, known)


def _plural(line: Line, known: frozenset[str]) -> Line:
    """Masks are those of the stock that are called mask."""
    product = line.product or ""
    if product in known or not product.endswith("s"):
        return line
    single = next((name for name in (product.removesuffix("s"), product.removesuffix("es")) if name in known), None)
    return line if single is None else replace(line, product=single)


def _parts(line: Line, written: str, known: frozenset[str]) -> Iterator[Line]:
    if line.measure is not Measure.UNITS:
        yield line
        return
    named = _named(written, known)
    if len(named) > 1:
        yield from _shared_out(line, _beside(written, named))
    elif named and line.product is None:
        yield replace(line, product=named[0])
    else:
        yield _plural(line, known)


def _named(written: str, known: frozenset[str]) -> list[str]:
    """The products that occur, without those whose name is only a part of another's: 面膜 in 补水面膜."""
    found, rest = list[str](), written
    for name in sorted(known, key=lambda name: (-len(name), name)):
        if name in rest:
            found.append(name)
            rest = rest.replace(name, "\n")
    return found


def _beside(written: str, named: Sequence[str]) -> Mapping[str, int]:
    """The number behind, or else in front of, each of the products; empty when one has none."""
    for pattern in (r"{name}[x×*:]?(\d+)", r"(\d+)" + _UNIT + "{name}"):
        numbers = {name: re.search(pattern.replace("{name}", re.escape(name)), written) for name in named}
        found = {name: int(number[1]) for name, number in numbers.items() if number is not None}
        if len(found) == len(named):
            return found
    return {}


def _shared_out(line: Line, pieces: Mapping[str, int]) -> Iterator[Line]:
    if sum(pieces.values()) != line.value or 0 in pieces.values():
        yield replace(line, product=None)
        return
    for name, count in pieces.items():
        yield replace(line, value=count, product=name)
