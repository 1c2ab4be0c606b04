"""Plans: where an item stands, and on which morning somebody is reminded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.calendar import Calendar
from kpi.ids import MemberId, TeamId
from kpi.plan import Item, Reminder, Stage, Standing, Task, counted, reminder, standing, workday_before

MONDAY_TO_SATURDAY = Calendar(work_week=frozenset(range(6)))
DEADLINE = date(2026, 6, 15)  # a Monday
ITEM = Item(1, TeamId(1), MemberId(2), MemberId(3), Task("回访10位老客", DEADLINE, 10), date(2026, 6, 9), Stage.OPEN)


def day(number: int) -> date:
    return date(2026, 6, number)


def reminded(item: Item, calendar: Calendar = MONDAY_TO_SATURDAY) -> dict[int, Reminder]:
    """On which days of June somebody is reminded, while nothing happens."""
    found = {}
    for number in range(1, 31):
        why = reminder(item, day(number), calendar)
        if why is not None:
            found[number] = why
            item = replace(item, overdue_told=item.overdue_told or why is Reminder.OVERDUE)
    return found


def test_req_21_the_day_before_moves_to_the_workday_before_and_overdue_is_told_once() -> None:
    assert reminded(ITEM) == {13: Reminder.BEFORE, 15: Reminder.TODAY, 16: Reminder.OVERDUE}


def test_a_rest_day_moves_it_further_back() -> None:
    rest = replace(MONDAY_TO_SATURDAY, special={day(13): 0})
    assert reminded(ITEM, rest)[12] is Reminder.BEFORE


def test_checkpoints_are_looked_at_on_their_day() -> None:
    item = replace(ITEM, task=replace(ITEM.task, checkpoints=(day(11), day(13))))
    assert reminded(item) == {
        11: Reminder.CHECKPOINT,
        13: Reminder.BEFORE,
        15: Reminder.TODAY,
        16: Reminder.OVERDUE,
    }


def test_what_begins_today_is_not_reminded_of_today() -> None:
    assert reminded(replace(ITEM, start=day(13))) == {15: Reminder.TODAY, 16: Reminder.OVERDUE}


@pytest.mark.parametrize("stage", [Stage.REPORTED, Stage.DONE, Stage.CANCELLED, Stage.DECLINED])
def test_nobody_is_reminded_of_what_waits_for_nobody(stage: Stage) -> None:
    assert reminded(replace(ITEM, stage=stage)) == {}


def test_somebody_who_has_not_answered_is_reminded_too() -> None:
    assert 13 in reminded(replace(ITEM, stage=Stage.ASKED))


def test_without_a_workday_in_two_weeks_there_is_no_day_before() -> None:
    assert workday_before(DEADLINE, Calendar(work_week=frozenset())) is None


@pytest.mark.parametrize(
    ("stage", "today", "expected"),
    [
        (Stage.OPEN, 15, Standing.OPEN),
        (Stage.OPEN, 16, Standing.OVERDUE),
        (Stage.ASKED, 16, Standing.OVERDUE),
        (Stage.REPORTED, 16, Standing.OPEN),
        (Stage.DECLINED, 16, Standing.DECLINED),
        (Stage.DONE, 16, Standing.DONE),
        (Stage.CANCELLED, 16, None),
    ],
)
def test_where_an_item_stands(stage: Stage, today: int, expected: Standing | None) -> None:
    assert standing(replace(ITEM, stage=stage), day(today)) is expected


@given(st.lists(st.tuples(st.sampled_from(Stage), st.integers(-5, 5))))
def test_req_89_the_counts_are_those_of_all_items_but_the_ones_called_off(made: list[tuple[Stage, int]]) -> None:
    items = [
        replace(ITEM, stage=stage, task=replace(ITEM.task, deadline=DEADLINE + timedelta(days=days)))
        for stage, days in made
    ]
    assert counted(items, DEADLINE).total() == sum(stage is not Stage.CANCELLED for stage, _ in made)
