"""The register of grants, and pools that are shared out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import Connection, insert, select, update

from kpi.ids import MemberId, TeamId
from kpi.pay.pool import SharedBy, shared
from kpi.pay.vesting import Grant
from storage import tables as t


@dataclass(frozen=True, slots=True)
class Share:
    """A member's share of a pool, in minor units, and the score or units that it rests on."""

    weight: Fraction
    amount: int


@dataclass(frozen=True, slots=True)
class Pool:
    """What was shared out of a year, in minor units."""

    number: int
    year: int
    amount: int
    shared_by: SharedBy
    shares: Mapping[MemberId, Share]


def grant(db: Connection, team: TeamId, new: Grant, *, by: MemberId, at: datetime) -> int:
    """Enters a grant in the register: its number there."""
    values = {
        "team_id": team,
        "member_id": new.member,
        "units": new.units,
        "granted": new.granted,
        "months": new.months,
        "cliff": new.cliff,
        "left_on": new.left,
        "made_by": by,
        "made_at": at,
    }
    return int(db.execute(insert(t.equity_grant).values(values).returning(t.equity_grant.c.id)).scalar_one())


def leave(db: Connection, team: TeamId, member: MemberId, day: date) -> int:
    """That somebody's last day is `day`, after which nothing vests: how many grants that ended."""
    column = t.equity_grant.c
    running = (column.team_id == team, column.member_id == member, column.left_on.is_(None))
    return db.execute(update(t.equity_grant).where(*running).values(left_on=day)).rowcount


def grants(db: Connection, team: TeamId, member: MemberId | None = None) -> dict[int, Grant]:
    """The register by its numbers, of one member or of all."""
    column = t.equity_grant.c
    found = select(t.equity_grant).where(column.team_id == team).order_by(column.id)
    rows = db.execute(found if member is None else found.where(column.member_id == member))
    return {
        row.id: Grant(MemberId(row.member_id), row.units, row.granted, row.months, row.cliff, row.left_on)
        for row in rows
    }


def share_out(
    db: Connection,
    team: TeamId,
    year: int,
    amount: int,
    *,
    shared_by: SharedBy,
    weights: Mapping[MemberId, Fraction],
    by: MemberId,
    at: datetime,
) -> int:
    """Shares a pool out and keeps what each share rests on: the pool's number. `ValueError` when nobody has any."""
    parts = shared(amount, weights)
    values = {"team_id": team, "year": year, "amount": amount, "shared_by": shared_by, "made_by": by, "made_at": at}
    number = int(db.execute(insert(t.share_pool).values(values).returning(t.share_pool.c.id)).scalar_one())
    rows = [
        {
            "pool_id": number,
            "team_id": team,
            "member_id": member,
            "numerator": weights[member].numerator,
            "denominator": weights[member].denominator,
            "amount": part,
        }
        for member, part in parts.items()
    ]
    db.execute(insert(t.pool_share), rows)
    return number


def pools(db: Connection, team: TeamId) -> list[Pool]:
    """Every pool with its shares, the newest first."""
    column = t.share_pool.c
    rows = db.execute(select(t.share_pool).where(column.team_id == team).order_by(column.id.desc()))
    return [Pool(row.id, row.year, row.amount, row.shared_by, _shares(db, team, row.id)) for row in rows]


def _shares(db: Connection, team: TeamId, pool: int) -> dict[MemberId, Share]:
    column = t.pool_share.c
    rows = db.execute(select(t.pool_share).where(column.team_id == team, column.pool_id == pool))
    return {MemberId(row.member_id): Share(Fraction(row.numerator, row.denominator), row.amount) for row in rows}
