"""The command line, and what the README says of it."""

import ast
import gc
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.menus import command_table
from bot.settings import settings_table
from main import Complaint, nothing_collected, registry
from storage.lock import Leadership
from tests.conftest import migrated
from tests.storage.given import team

ROOT = Path(__file__).parent.parent
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}


def ran(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command does in an environment that holds nothing else."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        input=given,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", **environment},
        cwd=environment.pop("CWD", str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_main_imports_only_the_standard_library_and_the_house() -> None:
    tree = ast.parse((ROOT / "main.py").read_text(encoding="utf-8"))
    modules = {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    modules |= {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    assert modules - set(sys.stdlib_module_names) == {"bot", "handlers", "storage"}


def test_what_is_heavy_and_seldom_needed_is_not_imported_by_a_start() -> None:
    program = "import sys, main, bot.app; main.registry(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "telegram" in loaded
    assert (
        loaded & {"alembic", "matplotlib", "numpy", "PIL", "rapidfuzz", "aiohttp.web", "psycopg", "prometheus_client"}
        == set()
    )


def test_garbage_is_collected_again_after_the_imports() -> None:
    try:
        with suppress(Complaint), nothing_collected():
            assert not gc.isenabled()
            raise Complaint
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


@pytest.mark.parametrize(("locale", "words"), [("C", "make demo"), ("zh_CN.UTF-8", "不用令牌")])
def test_without_a_token_three_lines_say_what_to_do(tmp_path: Path, locale: str, words: str) -> None:
    done = ran("run", LANG=locale, CWD=str(tmp_path))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 3
    assert "BOT_TOKEN" in done.stderr
    assert words in done.stderr


def test_a_damaged_database_is_left_alone_and_said_so(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    file.write_text("no database")
    done = ran("run", BOT_TOKEN="1:a", DATABASE_URL=f"sqlite:///{file}", CWD=str(tmp_path))
    assert done.returncode == 2
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_text() == "no database"


def test_a_password_is_not_shown(tmp_path: Path) -> None:
    done = ran("migrate", DATABASE_URL="postgresql://u:secret@127.0.0.1:1/x", CWD=str(tmp_path))
    assert done.returncode == 2
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_the_books_move_to_another_database_once_and_not_under_a_running_bot(tmp_path: Path) -> None:
    old, new = (f"sqlite:///{tmp_path / name}.db" for name in ("old", "new"))

    def copy() -> subprocess.CompletedProcess[str]:
        return ran("copy", new, DATABASE_URL=old, CWD=str(tmp_path))

    assert (copy().returncode, (tmp_path / "old.db").exists()) == (2, False)
    database = migrated(old)
    with database.write() as db:
        team(db)
    database.close()
    lead = Leadership(old)
    assert lead.acquire()
    assert "running" in copy().stderr
    lead.release()
    assert "2 rows" in copy().stdout
    assert "not overwritten" in copy().stderr


def test_parse_answers_a_line_with_a_line_and_goes_on_after_a_bad_one() -> None:
    good = {"text": "今天卖了5单，一共1280元，新客3个", "now": "2026-11-23T15:00:00+08:00", "lang": "zh"}
    done = ran("parse", given=json.dumps(good) + "\nno json\n" + json.dumps({**good, "text": "今天真热"}) + "\n")
    report, bad, chatter = (json.loads(line) for line in done.stdout.splitlines())
    (record,) = report["records"]
    assert (record["kind"], record["revenue"], record["orders"], record["new_customers"]) == ("sale", "1280", 5, 3)
    assert "error" in bad
    assert chatter == {"none": True}


def test_parse_takes_whatever_bytes_come() -> None:
    good = json.dumps({"text": "3单 299", "now": "2026-11-23T15:00:00+08:00"}).encode()
    long = json.dumps({"text": "3单 299 " * 130_000, "now": "2026-11-23T15:00:00+08:00"}).encode()
    lines = [
        b"\xef\xbb\xbf" + good,
        b"",
        b"\xff\xfe",
        good.replace(b"299", b"\xe5\x8d"),
        b"\0",
        long,
        good + b"\r",
        good,
    ]
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "parse"], input=b"\n".join(lines), capture_output=True, check=True
    )
    kinds = [next(iter(json.loads(line))) for line in done.stdout.splitlines()]
    assert kinds == ["records", "error", "error", "error", "error", "none", "records", "records"]
    assert done.stderr == b""


@pytest.mark.parametrize("language", READMES)
def test_the_readme_lists_the_commands_that_there_are(language: str) -> None:
    text = READMES[language].read_text(encoding="utf-8")
    listed = text.partition("<!-- commands: begin -->\n")[2].partition("\n<!-- commands: end -->")[0]
    assert listed == command_table(registry().commands, language)


@pytest.mark.parametrize("language", READMES)
def test_the_readme_lists_the_variables_of_the_environment(language: str) -> None:
    text = READMES[language].read_text(encoding="utf-8")
    listed = text.partition("<!-- variables: begin -->\n")[2].partition("\n<!-- variables: end -->")[0]
    assert listed == settings_table(language)


@pytest.mark.parametrize("language", READMES)
def test_what_the_readme_points_to_exists(language: str) -> None:
    text = READMES[language].read_text(encoding="utf-8")
    paths = re.findall(r"\b(?:docs|tests|kpi|bot|handlers|storage|scripts)/[\w./-]*[\w/]", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_books_are_backed_up_looked_through_and_restored(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"

    def said(*arguments: str) -> subprocess.CompletedProcess[str]:
        return ran(*arguments, DATABASE_URL=url, CWD=str(tmp_path))

    assert "no books" in said("backup").stderr
    database = migrated(url)
    with database.write() as db:
        team(db)
    database.close()
    assert "teams 1, members 0" in said("backup").stdout
    (copy,) = (tmp_path / "backups").iterdir()
    assert "sound" in said("verify", str(copy)).stdout
    assert "--replace" in said("restore", str(copy)).stderr
    lead = Leadership(url)
    assert lead.acquire()
    assert "running" in said("restore", "--replace", str(copy)).stderr
    lead.release()
    done = said("restore", "--replace", str(copy))
    assert "teams 1, members 0" in done.stdout
    assert "kept beside" in done.stdout
    copy.write_text("no database")
    assert [said(*words, str(copy)).returncode for words in (("verify",), ("restore", "--replace"))] == [2, 2]


def test_books_in_postgresql_are_backed_up_by_its_own_tools(tmp_path: Path) -> None:
    assert "pg_dump" in ran("backup", DATABASE_URL="postgresql://u:p@127.0.0.1:1/x", CWD=str(tmp_path)).stderr
