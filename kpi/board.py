"""Leaderboards: who stands where in a period, and how that moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import assert_never

from kpi.ids import MemberId
from kpi.metrics import Better, Metric, NotInTotalsError, Sums, enough, net, value
from kpi.money import split

_MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}
_PER_MILLE = 1000


class By(Enum):
    """What a board ranks by; the value is the word after `/top`."""

    SALES = "sales"  # net
    ORDERS = "orders"
    NEW = "new"
    PERCENT = "%"  # of the target
    IMPROVED = "+"  # on one's own four weeks before
    REPURCHASE = "again"  # 复购率
    SCORE = "score"  # 综合分


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


@dataclass(frozen=True, slots=True)
class Contender:
    """Somebody with a figure to be ranked by, and the one of the period before; None is none.

    `n` is how many orders, buyers or ratings the figure rests on; None for one that is no ratio.
    """

    member: MemberId
    name: str
    value: Fraction | None
    before: Fraction | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places from the top, and whose figure rests on too little to be ranked (样本少)."""

    places: tuple[Place, ...]
    few: tuple[Contender, ...]


def board(by: By, sellers: Sequence[Seller]) -> tuple[Place, ...]:
    """The places from the top, with competition ranks (1, 2, 2, 4) and names in order inside a tie.

    Who reported nothing in the period has no place, nor on `By.PERCENT` who has no target. `NotInTotalsError` for a
    board by what the sums of one period do not tell.
    """
    return ranking([_contender(by, seller) for seller in sellers]).places


def ranking(contenders: Sequence[Contender], better: Better = Better.HIGHER) -> Ranking:
    """A board by any figure, with competition ranks (1, 2, 2, 4) and names in order inside a tie.

    Who has no figure has no place; nor has one that rests on fewer than five, who is named apart.
    """
    able = [each for each in contenders if each.value is not None and enough(each.n)]
    ranks = _ranks({each.member: each.value for each in able}, better)
    before = _ranks({each.member: each.before for each in contenders}, better)
    places = [
        Place(each.member, each.name, rank, each.value, _movement(before.get(each.member), rank))
        for each in able
        if each.value is not None and (rank := ranks[each.member])
    ]
    return Ranking(
        tuple(sorted(places, key=lambda place: (place.rank, _name_order(place.name), place.member))),
        tuple(each for each in contenders if each.value is not None and not enough(each.n)),
    )


def around(places: Sequence[Place], member: MemberId, reach: int = 2) -> tuple[Place, ...]:
    """Who stands around `member`: so many places above and below, and as many in all near an end. Else nobody."""
    at = next((at for at, place in enumerate(places) if place.member == member), None)
    if at is None:
        return ()
    shown = 2 * reach + 1
    first = max(0, min(at - reach, len(places) - shown))
    return tuple(places[first : first + shown])


def to_next(places: Sequence[Place], member: MemberId) -> Fraction | None:
    """How far `member` is from the next better rank; None at the top, or without a place."""
    own = next((place for place in places if place.member == member), None)
    better = [place for place in places if own is not None and place.rank < own.rank]
    return abs(better[-1].value - own.value) if own and better else None


def shares(amounts: Sequence[int]) -> tuple[Fraction, ...] | None:
    """贡献占比: each of `amounts` ÷ their sum in tenths of a percent, making exactly 100.0 % (largest remainder).

    None, shown as dashes, when the sum is not above zero. Who refunded more than they sold has a share below zero.
    """
    if sum(amounts) <= 0:
        return None
    return tuple(Fraction(part, _PER_MILLE) for part in split(_PER_MILLE, amounts))


def improvement(now: int, weight: int, before: int, weight_before: int) -> Fraction | None:
    """By how much somebody sells more than they used to: per weight of a day, against the weeks before.

    The weights are those of the days on which they were there. None when there is nothing to compare with.
    """
    if before <= 0 or not weight or not weight_before:
        return None
    return Fraction(now, weight) / Fraction(before, weight_before) - 1


def medal(rank: int) -> str:
    """The first three ranks' medals, shared inside a tie; nothing below."""
    return _MEDALS.get(rank, "")


def attainment(reached: int, target: int | None) -> Fraction | None:
    """达成率: how much of `target` was reached. None, shown as a dash, without a target or with one of zero."""
    return Fraction(reached, target) if target else None


def _contender(by: By, seller: Seller) -> Contender:
    now, before = _figure(by, seller.sums, seller.target), _figure(by, seller.before, seller.target)
    return Contender(seller.member, seller.name, now, before)


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
        case By.IMPROVED | By.REPURCHASE | By.SCORE:
            raise NotInTotalsError(by.value)
        case _:
            assert_never(by)


def _ranks(figures: Mapping[MemberId, Fraction | None], better: Better) -> dict[MemberId, int]:
    ranked = sorted((figure for figure in figures.values() if figure is not None), reverse=better is Better.HIGHER)
    first = {figure: rank for rank, figure in reversed(list(enumerate(ranked, start=1)))}
    return {member: first[figure] for member, figure in figures.items() if figure is not None}


def _movement(before: int | None, rank: int) -> int | None:
    return None if before is None else before - rank


def _name_order(name: str) -> bytes:
    # GB 18030 has the common Chinese characters in the order of pinyin, as a Chinese list of names goes.
    return name.casefold().encode("gb18030")
