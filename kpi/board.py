"""Leaderboards: who stands where in a period, and how that moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import assert_never

from kpi.ids import MemberId
from kpi.metrics import Metric, Sums, net, value

_MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}


class By(Enum):
    """What a board ranks by; the value is the word after `/top`."""

    SALES = "sales"  # net
    ORDERS = "orders"
    NEW = "new"
    PERCENT = "%"  # of the target


@dataclass(frozen=True, slots=True)
class Seller:
    """Somebody who may stand on a board.

    `before` are the sums of the period to compare with, `target` the one for the period, in minor units.
    """

    member: MemberId
    name: str
    sums: Sums
    before: Sums
    target: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a board. `value` is minor units, a count or a ratio, as the board ranks by.

    `movement` is how many ranks were gained against the period before; None when not ranked then.
    """

    member: MemberId
    name: str
    rank: int
    value: Fraction
    movement: int | None


def board(by: By, sellers: Sequence[Seller]) -> tuple[Place, ...]:
    """The places from the top, with competition ranks (1, 2, 2, 4) and names in order inside a tie.

    Who reported nothing in the period has no place, nor on `By.PERCENT` who has no target.
    """
    now = {seller.member: _figure(by, seller.sums, seller.target) for seller in sellers}
    before = _ranks({seller.member: _figure(by, seller.before, seller.target) for seller in sellers})
    ranks = _ranks(now)
    places = [
        Place(seller.member, seller.name, rank, figure, _movement(before.get(seller.member), rank))
        for seller in sellers
        if (figure := now[seller.member]) is not None and (rank := ranks[seller.member])
    ]
    return tuple(sorted(places, key=lambda place: (place.rank, _name_order(place.name), place.member)))


def medal(rank: int) -> str:
    """The first three ranks' medals, shared inside a tie; nothing below."""
    return _MEDALS.get(rank, "")


def attainment(reached: int, target: int | None) -> Fraction | None:
    """达成率: how much of `target` was reached. None, shown as a dash, without a target or with one of zero."""
    return Fraction(reached, target) if target else None


def _figure(by: By, sums: Sums, target: int | None) -> Fraction | None:
    if not any(sums.values()):
        return None
    match by:
        case By.SALES:
            return value(Metric.NET, sums)
        case By.ORDERS:
            return value(Metric.ORDERS, sums)
        case By.NEW:
            return value(Metric.NEW_CUSTOMERS, sums)
        case By.PERCENT:
            return attainment(net(sums), target)
        case _:
            assert_never(by)


def _ranks(figures: Mapping[MemberId, Fraction | None]) -> dict[MemberId, int]:
    ranked = sorted((figure for figure in figures.values() if figure is not None), reverse=True)
    first = {figure: rank for rank, figure in reversed(list(enumerate(ranked, start=1)))}
    return {member: first[figure] for member, figure in figures.items() if figure is not None}


def _movement(before: int | None, rank: int) -> int | None:
    return None if before is None else before - rank


def _name_order(name: str) -> bytes:
    # GB 18030 has the common Chinese characters in the order of pinyin, as a Chinese list of names goes.
    return name.casefold().encode("gb18030")
