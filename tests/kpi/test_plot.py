"""Plots on their way through the outbox."""

import json

import pytest

from kpi.message import say
from kpi.plot import Accent, Plot, Point, Shape, from_picture, to_picture

PLOT = Plot(
    shape=Shape.PARETO,
    title="花花美妆 <b>",
    subtitle=say("analysis-kind-pareto"),
    finding=say("analysis-nothing", period=None),
    points=(
        Point(say("analysis-name", name="小美"), 100, 50, say("analysis-missing"), Accent.HIGH),
        Point(say("analysis-name", name="阿强"), None),
    ),
    currency="CNY",
    zone="Asia/Shanghai",
    legend=say("analysis-legend"),
    level=80,
)


def test_a_plot_comes_out_as_it_went_in() -> None:
    assert from_picture(json.loads(json.dumps(to_picture(PLOT)))) == PLOT


@pytest.mark.parametrize("other", [{"kind": "performance"}, {"version": 2}])
def test_another_kind_or_version_is_refused(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a picture"):
        from_picture(to_picture(PLOT) | other)
