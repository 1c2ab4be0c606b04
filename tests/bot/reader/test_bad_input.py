"""Figures that no book can hold, digits of other scripts, signs that nobody sees: no wrong amount and no error."""

from decimal import Decimal

import pytest

from bot.reader import read
from bot.reader.bare import read_bare
from bot.reader.reading import Doubt, Nothing, Question, Reading, Record, Records
from bot.reader.writing import LIMIT
from tests.bot.reader.team import TEAM, refund, sale

TOO_LARGE = Decimal(10) ** 9  # what the bot refuses with a reason

UNREADABLE = [
    "1..5", "1.2.3", "1_000", "10^9", "29²", "3½", "½", "²", "1e-5", "1e+5", "0x1F", ".5", "1,2,3", "128,256,99",
    "1'280", "1,28,000", "3⅓", "١٫٢٫٣", "5₂",
]  # fmt: skip


@pytest.mark.parametrize("figure", UNREADABLE)
@pytest.mark.parametrize(
    "report", ["/sale {}", "/sale 3 {}", "收款{}", "{}单 299", "3 orders {}", "退款 {}", "业绩：{}"]
)
def test_a_figure_that_is_none_is_asked_about_and_no_part_of_it_is_booked(report: str, figure: str) -> None:
    reading = read(report.format(figure), TEAM)
    assert isinstance(reading, Question)
    assert (reading.doubt in {Doubt.APPROX, Doubt.WHICH_NUMBER}, reading.readings) == (True, ())


@pytest.mark.parametrize("figure", ["1e400000", "1e9", "9999999999", "9" * 300, "99999999999.99", "9" * 12 + ",99"])
@pytest.mark.parametrize("report", ["/sale {}", "/sale 3 {}", "/refund {}", "/refund 1 {}"])
def test_a_giant_number_after_a_command_is_told_so_by_its_size(report: str, figure: str) -> None:
    reading = read(report.format(figure), TEAM)
    assert isinstance(reading, Records)
    (record,) = reading.records
    assert record.revenue is not None
    assert TOO_LARGE <= record.revenue <= Decimal(10) ** 13


@pytest.mark.parametrize("figure", ["1e400000", "9999999999", "9" * 300, "99999999999.99", "138001380001"])
@pytest.mark.parametrize("report", ["收款{}", "3单 {}", "sales {}", "{}单 299", "{}"])
def test_a_giant_number_in_a_free_line_is_no_amount(report: str, figure: str) -> None:
    for record in _records(read(report.format(figure), TEAM)):
        assert record.revenue in {None, Decimal(299)}
        assert record.orders in {None, 3}


@pytest.mark.parametrize("word", ["NaN", "nan", "sNaN", "inf", "-inf", "Infinity", "-Infinity"])
@pytest.mark.parametrize("report", ["/sale {}", "/sale 3 {}", "收款{}", "/refund {}", "/new {}"])
def test_what_other_programs_take_for_a_number_is_none(report: str, word: str) -> None:
    assert read(report.format(word), TEAM) == Nothing()


@pytest.mark.parametrize(
    "digits",
    ["٣٤", "۳۴", "३४", "๓๔", "৩৪", "３４", "𝟛𝟜", "𝟯𝟰", "3️⃣4️⃣"],
    ids=["Arabic", "Persian", "Devanagari", "Thai", "Bengali", "full-width", "double-struck", "bold", "keycaps"],
)
def test_digits_of_all_scripts_are_digits(digits: str) -> None:
    assert read(f"/sale 2 {digits}", TEAM) == Records((sale("34", 2),))
    assert read(f"{digits}单 299", TEAM) == Records((sale("299", 34),))
    assert read_bare(digits, TEAM) is not None


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("3单 ١٬٢٨٠", sale("1280", 3)),
        ("3单 ١٢٨٫٥", sale("128.5", 3)),
        ("٣ orders 299", sale("299", 3)),
        ("退款 ๑๒๘", refund("128")),
        ("③单 299", sale("299", 3)),
        ("/sale 3 ⑧", sale("8", 3)),
        ("收款㊿", sale("50")),
    ],
)
def test_figures_in_other_digits_are_read_like_any_other(text: str, record: Record) -> None:
    assert read(text, TEAM) == Records((record,))


@pytest.mark.parametrize(
    "code",
    [0x200B, 0x200F, 0x202E, 0x2066, 0xFEFF, 0x00, 0x07, 0x1B, 0xD83D, 0xDC00, 0xAD],
    ids=hex,
)
def test_signs_that_nobody_sees_change_nothing(code: int) -> None:
    sign = chr(code)
    assert read(f"{sign}/sale 3 299{sign}", TEAM) == Records((sale("299", 3),))
    assert read(f"3{sign}单 2{sign}99", TEAM) == Records((sale("299", 3),))


@pytest.mark.parametrize("text", ["Ⅷ单 800", "收款Ⅷ", "XII 单", "㍿ 3", "〡〢〣单 299", "收款 ↊", "x² + 5", "H₂O 3"])
def test_letters_that_mean_numbers_report_nothing(text: str) -> None:
    assert read(text, TEAM) == Nothing()


@pytest.mark.parametrize(
    "text", ["3单 299 " * 1250, "9" * 10_000, "单" * 10_000, "3" + "0" * 10_000 + "单", "@" * LIMIT * 9]
)
def test_a_text_of_ten_thousand_characters_is_nothing(text: str) -> None:
    assert read(text, TEAM) == Nothing()
    assert read_bare(text, TEAM) is None


@pytest.mark.parametrize("sold", ["/sale -0", "/sale 0", "0单", "/sale 3 -0", "/refund 0"])
def test_nought_is_never_negative(sold: str) -> None:
    for record in _records(read(sold, TEAM)):
        assert str(record.revenue or 0) == "0"


def _records(reading: Reading) -> tuple[Record, ...]:
    return reading.records if isinstance(reading, Records) else ()
