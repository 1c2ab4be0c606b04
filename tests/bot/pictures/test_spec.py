"""Which chart a picture becomes."""

import subprocess
import sys

import pytest

from bot.pictures import spec
from bot.texts import FOLDER, LANGUAGES
from kpi import performance, plot, progress, snapshot
from kpi.charts.spec import FindingChart, MonthlyChart, ProgressChart, SnapshotChart, WeeklyChart
from kpi.charts.style import BODY, STRONG, Sheet, Type
from tests.bot.pictures.given import figures, month, own
from tests.kpi.test_plot import PLOT
from tests.kpi.test_snapshot import PAGE


def test_a_picture_becomes_the_chart_of_its_figures() -> None:
    assert isinstance(spec(performance.to_picture(figures()), "zh"), WeeklyChart)
    assert isinstance(spec(performance.to_picture(month()), "zh"), MonthlyChart)
    assert isinstance(spec(progress.to_picture(own()), "zh"), ProgressChart)
    assert isinstance(spec(plot.to_picture(PLOT), "zh"), FindingChart)
    assert isinstance(spec(snapshot.to_picture(PAGE), "zh"), SnapshotChart)


def test_another_kind_of_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="a picture"):
        spec(performance.to_picture(figures()) | {"kind": "other"}, "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", [BODY, STRONG], ids=["regular", "bold"])
def test_the_fonts_have_every_character_of_our_texts(language: str, style: Type) -> None:
    """A missing one is a warning of matplotlib's, which fails the test."""
    ours = {c for file in (FOLDER / language).glob("*.ftl") for c in file.read_text(encoding="utf-8")} - {"\n"}
    sheet = Sheet(100)

    assert sheet.width_of("".join(sorted(ours)), style) > 0


def test_wording_a_picture_does_not_import_the_drawing_library() -> None:
    check = "import sys, bot.pictures, bot.weekly, bot.monthly, bot.drawing; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
