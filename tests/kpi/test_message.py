"""Messages on their way through the outbox."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.message import Button, Joined, Message, Minutes, Number, Percent, Say, Value, decode, encode, joined, say
from kpi.money import Money
from kpi.period import Grain, Period, period_of

names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1)
periods = st.builds(Period, st.sampled_from(Grain), st.dates(), st.dates())
scalars: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.dates(),
    st.builds(Money, st.integers(), st.sampled_from(["CNY", "USD"])),
    periods,
    st.builds(Percent, st.none() | st.fractions()),
    st.builds(Number, st.fractions(), st.integers(0, 4)),
    st.builds(Minutes, st.integers(0, 1439)),
)


def says(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Say]:
    return st.builds(lambda key, filled: say(key, **filled), st.text(), st.dictionaries(names, values, max_size=4))


def joins(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return st.builds(Joined, st.lists(says(values), max_size=3).map(tuple))


texts = says(st.recursive(scalars, joins, max_leaves=5))
buttons = st.builds(Button, texts, st.text(), st.text())
pictures = st.dictionaries(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists), max_size=4)
messages = st.builds(
    Message,
    st.lists(texts, max_size=4).map(tuple),
    st.lists(st.lists(buttons, max_size=3).map(tuple), max_size=3).map(tuple),
    st.none() | pictures,
    st.none() | st.integers(),
    st.none() | st.text(),
    st.none() | st.text(),
)


@given(message=messages)
def test_a_message_comes_out_of_the_outbox_as_it_went_in(message: Message) -> None:
    assert decode(encode(message)) == message


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "小美💄<b>$\\frac{1}{$",
        -20_000,
        date(2026, 6, 8),
        Money(-2_770_00, "CNY"),
        period_of(Grain.WEEK, date(2026, 6, 8)),
        Percent(Fraction(277, 400)),
        Percent(None),
        Minutes(21 * 60 + 30),
        joined(say("figure-net", value=Money(277_000, "CNY")), say("figure-orders", value=5)),
        Joined(()),
    ],
)
def test_each_kind_of_value_keeps_its_type(value: Value) -> None:
    ((said,),) = (decode(encode(Message((say("key", value=value),)))).lines,)
    assert said == say("key", value=value)
    assert type(dict(said.values)["value"]) is type(value)


def test_chinese_is_stored_as_it_is_written() -> None:
    assert "小美" in encode(Message((say("card-line", name="小美"),)))


def test_a_body_of_another_version_is_refused() -> None:
    newer = json.dumps({**json.loads(encode(Message())), "v": 2})
    with pytest.raises(ValueError, match="version 2"):
        decode(newer)


@pytest.mark.parametrize("line", [["key", {"value": {"moon": 1}}], ["key", {"value": [1]}], ["key"], "key"])
def test_a_body_that_holds_no_texts_is_refused(line: object) -> None:
    spoiled = json.dumps({**json.loads(encode(Message())), "lines": [line]})
    with pytest.raises(ValueError, match="not a"):
        decode(spoiled)


def test_the_parts_that_there_are_are_joined() -> None:
    net, orders = say("figure-net"), say("figure-orders")
    assert joined(net, None, orders) == Joined((net, orders))
