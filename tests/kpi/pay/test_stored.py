"""Rules, figures and slips on their way through the database."""

import json
from fractions import Fraction

import pytest
from hypothesis import given

from kpi.pay.facts import MemberMonth
from kpi.pay.payroll import payroll
from kpi.pay.payslip import payslip
from kpi.pay.rules import RuleSet
from kpi.pay.slip import Kind, Line, Payslip, Term, Why
from kpi.pay.stored import decode, encode
from kpi.pay.stored_slips import decode_facts, decode_slip, encode_facts, encode_slip
from kpi.pay.terms import RuleError
from tests.kpi.june import JUNE, MEI
from tests.kpi.pay.given import V1, june_of_the_examples, months, rule_sets

OF_JUNE = (
    '{"v":1,"currency":"CNY","budget":300,"cap":null,"adjusts":true,"rules":['
    '{"type":"target","amount":200000,"metric":"net","floor":8000,"steps":[[11000,3000],[12000,5000]],'
    '"extra_of":"bonus","gates":[]},'
    '{"type":"champion","prize":{"cash":30000},"least":1,"tie":"both"},'
    '{"type":"big_order","at_least":1000000,"prize":{"cash":50000}},'
    '{"type":"praise","prize":{"gift":"护手霜","value":8000}}]}'
)


@given(rule_set=rule_sets)
def test_req_45_rules_come_back_as_they_were_stored(rule_set: RuleSet) -> None:
    assert decode(encode(rule_set)) == rule_set


def test_what_was_once_stored_is_read_by_every_later_release() -> None:
    assert encode(V1) == OF_JUNE
    assert decode(OF_JUNE) == V1


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ('"v":1', '"v":2'),
        ('"type":"target"', '"type":"lottery"'),
        ('"type":"praise"', '"type":"recruits"'),
        ('"metric":"net"', '"metric":"downline"'),
        ('"steps":[[11000,3000]', '"steps":[[11000]'),
        ('"cash":30000', '"cash":300.5'),
        ('"cash":30000', '"shares":3'),
        ('"gates":[]', '"gates":[["net"]]'),
        ('"floor":8000,', ""),
    ],
)
def test_what_is_no_rule_is_not_read_as_one(part: str, instead: str) -> None:
    assert part in OF_JUNE
    with pytest.raises(ValueError):  # noqa: PT011 - the enums say it in their own words
        decode(OF_JUNE.replace(part, instead))


def test_a_stored_rule_is_checked_anew() -> None:
    with pytest.raises(RuleError):
        decode(OF_JUNE.replace('"amount":200000', '"amount":-1'))


@given(rule_set=rule_sets, facts=months)
def test_req_45_a_slip_is_told_again_from_its_rules_and_figures_as_they_were_stored(
    rule_set: RuleSet, facts: MemberMonth
) -> None:
    slip = payslip(rule_set, facts)
    again = payslip(decode(encode(rule_set)), decode_facts(encode_facts(facts)))
    assert again == slip
    assert decode_slip(encode_slip(slip)) == slip


def test_the_slips_of_june_come_back() -> None:
    for facts, slip in zip(june_of_the_examples(), payroll(V1, june_of_the_examples()).slips, strict=True):
        assert decode_slip(encode_slip(slip)) == slip
        assert decode_facts(encode_facts(facts)) == facts


def test_an_adjustment_names_its_month() -> None:
    line = Line(Kind.ADJUSTMENT, -5, Why.RESTATED, ((Term.DUE, Fraction(1, 3)),), month=JUNE)
    slip = Payslip(MEI, JUNE, (line,))
    assert decode_slip(encode_slip(slip)) == slip


def test_figures_and_slips_of_a_version_to_come_are_refused() -> None:
    facts = json.loads(encode_facts(june_of_the_examples()[0])) | {"v": 2}
    with pytest.raises(ValueError, match="version 2"):
        decode_facts(json.dumps(facts))
    with pytest.raises(ValueError, match="version 9"):
        decode_slip('{"v":9,"lines":[]}')
