"""`SECURITY.md` promises nothing that no test holds."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROMISED = re.findall(r"`(tests/\S+\.py)::(\w+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))


def test_every_row_of_the_table_names_a_test() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| Who | What")]
    assert len(rows) == len(PROMISED) > 10


@pytest.mark.parametrize(("file", "name"), PROMISED, ids=[name for _, name in PROMISED])
def test_the_test_that_holds_it_exists(file: str, name: str) -> None:
    source = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {name}\(", source, flags=re.MULTILINE)
