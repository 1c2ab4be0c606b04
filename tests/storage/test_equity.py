"""The register of grants, and pools."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from kpi.pay.pool import SharedBy
from kpi.pay.vesting import Grant
from storage import equity
from storage.database import Database
from storage.equity import Share
from tests.storage.given import MONDAY, NOW, seller, team


def test_req_71_the_register_keeps_grants_and_ends_them_for_a_leaver(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        mine, his = Grant(mei.id, 100, MONDAY, 48), Grant(ken.id, 7, MONDAY, 12, cliff=6)
        numbers = [equity.grant(db, ours.id, each, by=mei.id, at=NOW) for each in (mine, his)]
        assert equity.grants(db, ours.id) == dict(zip(numbers, (mine, his), strict=True))
        left = date(2027, 6, 8)
        assert [equity.leave(db, ours.id, mei.id, day) for day in (left, date(2030, 1, 1))] == [1, 0]
        assert equity.grants(db, ours.id, mei.id) == {numbers[0]: replace(mine, left=left)}
        assert equity.grants(db, ours.id, mei.id)[numbers[0]].vested(date(2030, 1, 1)) == 25
        assert equity.grants(db, team(db, -55).id) == {}


def test_req_72_a_pool_is_kept_with_what_each_share_rests_on(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei, ken = seller(db, ours, "小美", 1), seller(db, ours, "Ken", 2)
        weights = {mei.id: Fraction(281, 3), ken.id: Fraction(80)}
        number = equity.share_out(
            db, ours.id, 2026, 5_000_000, shared_by=SharedBy.SCORE, weights=weights, by=mei.id, at=NOW
        )
        (pool,) = equity.pools(db, ours.id)
        assert (pool.number, pool.year, pool.amount, pool.shared_by) == (number, 2026, 5_000_000, SharedBy.SCORE)
        assert pool.shares == {
            mei.id: Share(Fraction(281, 3), 2_696_737),
            ken.id: Share(Fraction(80), 2_303_263),
        }
        assert sum(share.amount for share in pool.shares.values()) == pool.amount


def test_a_pool_that_nobody_has_a_share_of_is_refused_and_not_kept(database: Database) -> None:
    with database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        nothing = {mei.id: Fraction(0)}
        with pytest.raises(ValueError, match="nothing"):
            equity.share_out(db, ours.id, 2026, 5, shared_by=SharedBy.UNITS, weights=nothing, by=mei.id, at=NOW)
        assert equity.pools(db, ours.id) == []
