"""How a page of parts travels in the outbox."""

import json
from fractions import Fraction

import pytest

from kpi.figures import Goal
from kpi.message import say
from kpi.snapshot import (
    Aim,
    Bars,
    Figure,
    Figures,
    Moved,
    Row,
    Rows,
    Sentences,
    Snapshot,
    Total,
    from_picture,
    to_picture,
)
from tests.kpi.test_plot import PLOT

LABEL, MOVED = say("boss-today"), Moved(say("change-none"), better=True)
GOAL = Goal(310_000_00, 67_690_00)
PAGE = Snapshot(
    title="花花美妆",
    subtitle=say("board-name", name="小美 & <b>"),
    currency="CNY",
    zone="Asia/Shanghai",
    parts=(
        Total(LABEL, 8_690_00, None, LABEL, Aim(LABEL, GOAL, None, LABEL)),
        Total(LABEL, -5, MOVED, LABEL, Aim(LABEL, GOAL, Fraction(7, 31), LABEL)),
        Total(LABEL, 0, Moved(LABEL), LABEL, None),
        Figures((Figure(LABEL, LABEL, MOVED), Figure(LABEL, LABEL, Moved(LABEL, better=False)))),
        Rows(LABEL, (LABEL, LABEL, LABEL), (Row(LABEL, LABEL, MOVED, 2, GOAL),), Fraction(7, 31)),
        Rows(LABEL, (LABEL, LABEL, LABEL), (Row(LABEL, LABEL, MOVED, None, others=True),)),
        Bars(PLOT),
        Sentences(LABEL, (LABEL, LABEL)),
    ),
)


def test_a_page_goes_through_the_outbox_as_it_is() -> None:
    assert from_picture(json.loads(json.dumps(to_picture(PAGE)))) == PAGE


@pytest.mark.parametrize("other", [{"kind": "plot"}, {"version": 2}])
def test_another_kind_or_version_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a picture"):
        from_picture(to_picture(PAGE) | other)


def test_a_part_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="not a part"):
        from_picture(to_picture(PAGE) | {"parts": [{"other": []}]})
