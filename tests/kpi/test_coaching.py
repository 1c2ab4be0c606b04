"""Coaching: what is worth a talk, what is too little to say, and what is shown of it."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.coaching import DESIGNS, MOST_A_DAY, Figure, Finding, Rule, Seen, Terms, Votes, beyond, chosen, finding, limits
from kpi.ids import MemberId

MEI, KEN = MemberId(1), MemberId(2)
TODAY = date(2026, 6, 9)
REPURCHASE = DESIGNS[Rule.REPURCHASE].terms


def share(part: int, of: int) -> Figure:
    return Figure(Fraction(part, of), of, part)


def repurchase(part: int, of: int) -> Seen:
    return Seen(Rule.REPURCHASE, MEI, share(part, of), share(39, 130))


def found(member: int, rule: Rule, distance: int = 50) -> Finding:
    return Finding(Seen(rule, MemberId(member), Figure(Fraction(100 - distance), 30)), Fraction(100))


def test_req_54_fifteen_percent_against_thirty_is_below_the_line_of_twenty_one() -> None:
    alert = finding(repurchase(6, 40), REPURCHASE)
    assert alert is not None
    assert alert.line == Fraction(21, 100)
    assert finding(repurchase(8, 40), REPURCHASE) is not None
    assert finding(repurchase(9, 40), REPURCHASE) is None  # 22.5 %


@pytest.mark.parametrize(("n", "expected"), [(20, True), (19, None), (4, None)])
def test_too_small_a_sample_says_nothing(n: int, expected: bool | None) -> None:
    assert beyond(repurchase(1, n), REPURCHASE) is expected


def test_without_a_value_or_something_to_compare_with_nothing_is_said() -> None:
    assert beyond(Seen(Rule.AOV, MEI, Figure(None, 30), Figure(Fraction(5), 30)), Terms(70, 20)) is None
    assert beyond(Seen(Rule.AOV, MEI, Figure(Fraction(5), 30), Figure(None, 0)), Terms(70, 20)) is None


def test_a_rule_that_is_off_finds_nothing_but_knows_what_recovers() -> None:
    off = replace(REPURCHASE, active=False)
    assert finding(repurchase(6, 40), off) is None
    assert beyond(repurchase(30, 40), off) is False


def test_of_complaints_more_is_worse() -> None:
    terms, team = DESIGNS[Rule.COMPLAINTS].terms, share(4, 200)
    assert beyond(Seen(Rule.COMPLAINTS, MEI, share(3, 50), team), terms) is True
    assert beyond(Seen(Rule.COMPLAINTS, MEI, share(2, 50), team), terms) is False


@pytest.mark.parametrize(("days", "expected"), [(2, False), (3, True), (9, True)])
def test_silence_begins_on_its_day(days: int, expected: bool) -> None:
    seen = Seen(Rule.SILENCE, MEI, Figure(Fraction(days), 10))
    assert beyond(seen, DESIGNS[Rule.SILENCE].terms) is expected


def test_every_rule_may_keep_what_we_suggest() -> None:
    assert [rule for rule in Rule if DESIGNS[rule].terms.limit not in limits(rule)] == []


def test_an_alert_that_stands_is_not_shown_again() -> None:
    one = found(1, Rule.AOV)
    assert chosen([one], {(MEI, Rule.AOV)}, {}, TODAY) == []
    assert chosen([one], {(KEN, Rule.AOV)}, {}, TODAY) == [one]


def test_the_widest_gap_comes_first_and_one_rule_does_not_fill_the_day() -> None:
    ones = [found(member, Rule.SALES, 90) for member in range(1, 5)]
    other = found(9, Rule.AOV, 10)
    assert chosen([*ones, other], set(), {}, TODAY) == [ones[0], other, ones[1]]


def test_req_76_a_rule_that_was_not_useful_speaks_last_and_then_once_a_week() -> None:
    poor, good = found(1, Rule.SALES, 90), found(1, Rule.AOV, 10)
    once = {Rule.SALES: Votes(bad=1, last=TODAY - timedelta(days=1))}
    assert chosen([poor, good], set(), once, TODAY) == [good, poor]
    often = {Rule.SALES: Votes(bad=3, last=TODAY - timedelta(days=6))}
    assert chosen([poor, good], set(), often, TODAY) == [good]
    assert chosen([poor], set(), often, TODAY + timedelta(days=1)) == [poor]
    planned = {Rule.SALES: Votes(planned=3, bad=3, last=TODAY)}
    assert chosen([poor], set(), planned, TODAY) == [poor]


FOUND = st.builds(found, st.integers(1, 5), st.sampled_from(Rule), st.integers(0, 99))


@given(st.lists(FOUND, max_size=20, unique_by=lambda one: (one.seen.member, one.seen.rule)))
def test_no_day_has_more_than_three(all_found: list[Finding]) -> None:
    shown = chosen(all_found, set(), {}, TODAY)
    assert len(shown) == min(MOST_A_DAY, len(all_found))
    assert all(one in all_found for one in shown)
