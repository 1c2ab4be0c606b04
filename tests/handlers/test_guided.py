"""The guided report's buttons, and what a forged or an old one does."""

from collections.abc import Sequence

import pytest

from bot.command import Capability
from handlers.guided import begin, guiding
from handlers.start import starting
from storage import questions
from tests.handlers.stage import Heard, Stage


@pytest.fixture
def capabilities() -> Sequence[Capability]:
    return (guiding(frozenset({"我的"})), starting((), {"log": begin}))


def begun(stage: Stage) -> Heard:
    heard = stage.press(stage.member("Ken"), "v1:report")
    assert heard is not None
    return heard


def number(heard: Heard) -> str:
    """The question's."""
    return next(iter(heard.buttons.values())).split(":")[2]


def standing(stage: Stage, asked: Heard) -> str | None:
    """What the books of open questions say of it."""
    question = questions.get(stage.db, int(number(asked)))
    return question.body if question else None


def test_it_offers_today_and_yesterday(stage: Stage, language: str) -> None:
    heard = begun(stage)
    assert (
        list(heard.buttons)
        == {
            "zh": ["今天 6月8日", "昨天 6月7日", "取消"],
            "en": ["Today, Jun 8", "Yesterday, Jun 7", "Cancel"],
        }[language]
    )
    assert heard.slot == f"question:{number(heard)}"


def test_orders_and_new_customers_are_offered_as_numbers(stage: Stage) -> None:
    ken, first = stage.member("Ken"), begun(stage)
    heard = stage.press(ken, next(iter(first.buttons.values())))
    assert heard is not None
    assert list(heard.buttons)[:10] == [str(n) for n in range(1, 11)]
    assert heard.slot == first.slot


def test_the_link_of_a_group_begins_it(stage: Stage) -> None:
    heard = stage.say(stage.member("Ken"), "/start log", private=True)
    assert heard is not None
    assert any(":day:" in data for data in heard.buttons.values())


def test_somebody_in_no_team_is_told_how_to_get_one(stage: Stage) -> None:
    linked = stage.say(stage.person("Ken"), "/start log", private=True)
    assert linked is not None
    assert linked == stage.press(stage.person("Ken"), "v1:report")
    assert linked.buttons == {}


def test_a_button_of_an_earlier_step_is_out_of_date(stage: Stage, language: str) -> None:
    ken, asked = stage.member("Ken"), begun(stage)
    today, yesterday, *_ = asked.buttons.values()
    stage.press(ken, today)
    before = standing(stage, asked)
    heard = stage.press(ken, yesterday)
    assert heard is not None
    assert {"zh": "过期", "en": "out of date"}[language] in heard.text
    assert standing(stage, asked) == before


@pytest.mark.parametrize(
    "forged",
    [
        "v1:guide", "v1:guide:{n}", "v1:guide:{n}:day", "v1:guide:{n}:day:x", "v1:guide:{n}:orders:3",
        "v1:guide:{n}:day:2027-01-01", "v1:guide:{n}:day:2020-01-01", "v1:guide:{n}:new:1", "v1:guide:999:day:6-08",
        "v1:guide-back", "v1:guide-back:x", "v1:guide-back:999",
    ],
)  # fmt: skip
def test_a_forged_button_changes_nothing(stage: Stage, forged: str) -> None:
    ken, asked = stage.member("Ken"), begun(stage)
    before = standing(stage, asked)
    heard = stage.press(ken, forged.format(n=number(asked)))
    assert heard is not None
    assert heard.buttons == {}
    assert standing(stage, asked) == before


def test_only_who_was_asked_may_press(stage: Stage) -> None:
    asked = begun(stage)
    before = standing(stage, asked)
    stage.press(stage.member("Mei"), next(iter(asked.buttons.values())))
    assert standing(stage, asked) == before


def test_in_a_group_nothing_is_asked_and_what_people_write_is_no_answer(stage: Stage, language: str) -> None:
    ken = stage.member("Ken")
    asked = begun(stage)
    heard = stage.press(ken, "v1:report", private=False)
    assert heard is not None
    assert list(heard.buttons.values()) == ["https://t.me/longhubang_bot?start=log"]
    assert stage.say(ken, "3") is None
    assert '"day": null' in str(standing(stage, asked))


def test_a_command_word_is_no_answer(chinese: Stage) -> None:
    ken = chinese.member("Ken")
    begun(chinese)
    assert chinese.say(ken, "我的", private=True) is None
    wrong = chinese.say(ken, "我们", private=True)
    assert wrong is not None
    assert "6-08" in wrong.text


@pytest.mark.parametrize("text", ["3" * 5000, "￥" * 4096, "\u202e", "<b>3</b>"])
def test_whatever_is_written_is_answered_by_a_sentence(stage: Stage, text: str) -> None:
    ken = stage.member("Ken")
    begun(stage)
    heard = stage.say(ken, text, private=True)
    assert heard is not None
    assert {"zh": "6-08", "en": "8 Jun"}[stage.language] in heard.text
