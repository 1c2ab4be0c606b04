"""What cannot be in any book: every such message gets a clear answer or silence, and nothing of it is booked."""

import pytest

from kpi.entry import Measure
from tests.journeys.conftest import Crew
from tests.journeys.test_reporting import books, join, told
from tests.journeys.world import World

GIANTS = ["1e400000", "1e9", "9999999999", "9" * 300, "99999999999.99", "999999999999999999999.5"]
UNREADABLE = ["1..5", "1.2.3", "1_000", "10^9", "29²", "3½", "½", "1e-5", "0x1F", ".5", "1,2,3", "128,256,99"]
NO_NUMBERS = ["NaN", "sNaN", "inf", "-Infinity", "Ⅷ", "㍿", "\u202e", "-", "+", "∞", "〇〇"]
LONG = ["9" * 4000, "3单 299 " * 500, "单" * 4000, "@" * 4000, "1 " * 2000]
FAULT = ("⚠", "Traceback", "Error", "error")


@pytest.mark.parametrize("figure", GIANTS)
@pytest.mark.parametrize("command", ["/sale {}", "/sale 3 {}", "/refund {}", "/refund 1 {}"])
async def test_a_giant_amount_is_refused_with_the_reason(world: World, crew: Crew, command: str, figure: str) -> None:
    (answer,) = await world.say(crew.mei, crew.group, command.format(figure))
    assert crew.say("大", "large") in answer.text
    assert books(world, crew) == {}


@pytest.mark.parametrize("count", ["1e9", "9999999999", "99999999999.99", "9" * 19])
@pytest.mark.parametrize("command", ["/new {}", "/sale {} 299", "/sale 3 299 {}", "/refund {} 30"])
async def test_a_giant_count_is_answered_and_not_booked(world: World, crew: Crew, command: str, count: str) -> None:
    answers = await world.say(crew.mei, crew.group, command.format(count))
    assert len(answers) == 1
    assert not any(word in told(answers) for word in FAULT)
    assert books(world, crew) == {}


@pytest.mark.parametrize("figure", UNREADABLE)
@pytest.mark.parametrize(
    ("zh", "en"), [("/sale 3 {}", "/sale 3 {}"), ("收款{}", "revenue {}"), ("3单 {}", "3 orders {}")]
)
async def test_a_figure_that_is_none_is_asked_about(world: World, crew: Crew, zh: str, en: str, figure: str) -> None:
    (question,) = await world.say(crew.mei, crew.group, crew.say(zh, en).format(figure))
    assert figure in question.text
    assert books(world, crew) == {}


@pytest.mark.parametrize("word", NO_NUMBERS)
@pytest.mark.parametrize("command", ["/sale {}", "/refund {}", "/new {}"])
async def test_a_command_without_a_number_gets_its_usage(world: World, crew: Crew, command: str, word: str) -> None:
    (answer,) = await world.say(crew.mei, crew.group, command.format(word))
    assert not any(fault in answer.text for fault in FAULT)
    assert command.partition(" ")[0] in answer.text
    assert books(world, crew) == {}


@pytest.mark.parametrize("text", [*GIANTS, *UNREADABLE, *NO_NUMBERS, *LONG])
async def test_such_things_alone_are_met_with_silence_in_a_group(world: World, crew: Crew, text: str) -> None:
    assert await world.say(crew.mei, crew.group, text) == []
    assert books(world, crew) == {}


@pytest.mark.parametrize("text", [*GIANTS, *UNREADABLE, *NO_NUMBERS, *LONG])
async def test_as_an_answer_to_a_question_they_are_asked_again(world: World, crew: Crew, text: str) -> None:
    await join(world, crew)
    await world.say(crew.mei, crew.mei, crew.say("4单", "4 orders"))
    answers = await world.say(crew.mei, crew.mei, text)
    assert len(answers) <= 1
    assert not any(fault in told(answers) for fault in FAULT)
    assert books(world, crew) == {}


@pytest.mark.parametrize(
    "digits", ["٣٠٠", "३००", "๓๐๐", "３００", "𝟛𝟘𝟘"], ids=["Arabic", "Devanagari", "Thai", "wide", "double"]
)
@pytest.mark.parametrize(("zh", "en"), [("/sale 3 {}", "/sale 3 {}"), ("3单 {}", "3 orders {}")])
async def test_digits_of_other_scripts_are_booked_as_what_they_are(
    world: World, crew: Crew, zh: str, en: str, digits: str
) -> None:
    (card,) = await world.say(crew.mei, crew.group, crew.say(zh, en).format(digits))
    assert "300.00" in card.text
    assert books(world, crew)[Measure.GROSS] == 30000


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066", "\x00", "\x1b", "\ufeff"], ids=ascii)
async def test_invisible_signs_reach_neither_the_books_nor_the_card(world: World, crew: Crew, sign: str) -> None:
    written = crew.say("3{0}单 2{0}99{0}", "3{0} orders 2{0}99{0}").format(sign)
    (card,) = await world.say(crew.mei, crew.group, written)
    assert sign not in card.text
    assert books(world, crew)[Measure.GROSS] == 29900


async def test_a_negative_amount_is_no_sale(world: World, crew: Crew) -> None:
    (answer,) = await world.say(crew.mei, crew.group, "/sale 3 -299")
    assert "/refund" in answer.text
    assert books(world, crew) == {}
