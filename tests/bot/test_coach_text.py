"""Coaching cards in words, whatever rule they come from."""

from fractions import Fraction

import pytest

from bot.coach_text import card
from bot.render import plain
from kpi.coaching import Figure, Finding, Rule, Seen
from storage import coaching
from storage.database import Database
from tests.storage.given import MONDAY, seller, team


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("rule", Rule)
def test_req_79_every_card_says_that_it_is_a_mere_suggestion(
    sqlite_database: Database, rule: Rule, language: str
) -> None:
    with sqlite_database.write() as db:
        ours = team(db)
        mei = seller(db, ours, "小美", 1)
        seen = Seen(rule, mei.id, Figure(Fraction(1, 10), 40, 4), Figure(Fraction(3, 10), 130, 39))
        alert = coaching.add(db, ours.id, Finding(seen, Fraction(1, 5)), MONDAY)
        lines = [plain(line, language) for line in card(db, ours, alert).lines]
    assert {"zh": "系统建议，仅供参考", "en": "System suggestion, for reference only"}[language] in lines
