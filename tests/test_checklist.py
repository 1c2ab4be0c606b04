"""What the checklist names exists: no promise is held by a test that was renamed or a picture that is gone."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.findall(
    r"`((?:tests|docs|scripts|kpi|bot)/[^`\s]+)`", (ROOT / "docs" / "checklist.md").read_text(encoding="utf-8")
)
VARIANTS = {f"{language}.{theme}" for language in ("zh", "en") for theme in ("light", "dark")}


def functions_of(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_test_it_names_is_there() -> None:
    named = [tuple(name.split("::")) for name in NAMED if "::" in name]
    assert len(named) > 50
    assert [name for file, name in named if name not in functions_of(ROOT / file)] == []


def test_every_page_it_names_is_there_in_both_languages_and_themes() -> None:
    pages = {name.removeprefix("docs/gallery/") for name in NAMED if name.startswith("docs/gallery/")} - {""}
    assert len(pages) > 10
    found = {
        page: {file.stem.split(".", 1)[1] for file in (ROOT / "docs" / "gallery").glob(f"{page}.*")} for page in pages
    }
    assert found == dict.fromkeys(pages, VARIANTS)


def test_every_other_file_it_names_is_there() -> None:
    files = [name for name in NAMED if "::" not in name and not name.startswith("docs/gallery/")]
    assert [name for name in files if not (ROOT / name).exists()] == []
