"""The law guard: the reason for whoever asks, and a note for all leads."""

from datetime import date

import pytest

from bot.pay_guard import unlawful
from bot.render import plain
from kpi.team import Role
from storage import audit
from storage.audit import Change, Wanted
from storage.database import Database
from tests.bot.shop import Shop, local

NOON = local(date(2026, 6, 9), 12)


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("奖励 每招1个代理 100", "拉人头", "recruited people"),
        ("入门费 10%", "入门费", "entry or joining fees"),
        ("下线业绩 3%", "团队计酬", "a downline"),
    ],
)
def test_req_41_a_rule_paying_on_recruits_is_refused_and_the_refusal_written_down(
    database: Database, written: str, zh: str, en: str
) -> None:
    with database.write() as db:
        shop = Shop(db)
        lead = shop.member("林小花", Role.LEAD, private="zh")
        reason = unlawful(shop.request(lead, NOON), written)
        assert reason is not None
        assert zh in plain(reason, "zh")
        assert en in plain(reason, "en")
        (noted,) = audit.changes(db, shop.team.id, Wanted(), most=9)
        assert isinstance(noted, Change)
        assert (noted.by, noted.at) == (lead.id, NOON)
        assert noted.new is not None
        assert written in plain(noted.new, "zh")


def test_req_65_a_reward_for_new_customers_is_fine_and_nothing_is_noted(database: Database) -> None:
    with database.write() as db:
        shop = Shop(db)
        lead = shop.member("林小花", Role.LEAD, private="zh")
        assert unlawful(shop.request(lead, NOON), "奖励 每个新客 10") is None
        assert audit.changes(db, shop.team.id, Wanted(), most=9) == []
