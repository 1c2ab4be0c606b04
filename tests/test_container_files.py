"""The container's files, held against the code that they carry. No container is built: they are read, and played."""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path, PurePosixPath

import pytest
from dotenv import dotenv_values

import main
from bot.settings import Settings, read_settings
from storage.connection import file_of

ROOT = Path(main.__file__).parent
VARIABLES = {name.upper() for name in Settings.model_fields}
Yaml = str | list["Yaml"] | dict[str, "Yaml"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the Dockerfile: the image that it starts from, and what is done to it."""

    base: str
    steps: tuple[tuple[str, str], ...]

    def all(self, instruction: str) -> list[str]:
        return [argument for name, argument in self.steps if name == instruction]

    def last(self, instruction: str) -> str:
        return self.all(instruction)[-1]

    def command(self, instruction: str) -> list[str]:
        """What an instruction runs without a shell in between, which would keep SIGTERM to itself."""
        words = json.loads("[" + self.last(instruction).partition("[")[2])
        return [str(word) for word in words]

    def environment(self) -> dict[str, str]:
        return dict(pair.split("=", 1) for argument in self.all("ENV") for pair in shlex.split(argument))


def stages() -> list[Stage]:
    """The stages, the last of which is the image."""
    written = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in written.splitlines() if not line.startswith("#")]
    steps: list[list[tuple[str, str]]] = []
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        name, _, argument = line.partition(" ")
        if name == "FROM":
            steps.append([])
        if name:
            steps[-1].append((name, argument.strip()))
    return [Stage(stage[0][1].split()[0], tuple(stage[1:])) for stage in steps]


PACKAGES, IMAGE = stages()


def is_sent(path: str) -> bool:
    """Whether .dockerignore lets `path` into a build: the last pattern that fits it or a folder above it counts."""
    places = [PurePosixPath(path), *PurePosixPath(path).parents][:-1]
    sent = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and any(fits(str(place), line.lstrip("!")) for place in places):
            sent = line.startswith("!")
    return sent


def fits(path: str, pattern: str) -> bool:
    if pattern.startswith("**/"):
        return fnmatch(PurePosixPath(path).name, pattern.removeprefix("**/"))
    return path.count("/") == pattern.count("/") and fnmatch(path, pattern)


def copied(stage: Stage) -> Iterator[tuple[str, str]]:
    """What comes from the checkout: source and destination."""
    for argument in stage.all("COPY"):
        *sources, destination = argument.split()
        if not sources[0].startswith("--from="):
            yield from ((source, destination) for source in sources)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The application as it lies in the image."""
    folder = tmp_path_factory.mktemp("app")
    for source, destination in copied(IMAGE):
        target = folder / (source if destination == "./" else destination)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, target, ignore=unsent)
        else:
            shutil.copy(ROOT / source, target)
    return folder


def unsent(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not is_sent((Path(folder) / name).relative_to(ROOT).as_posix())]


def run(app: Path, arguments: Sequence[str], **given: str) -> subprocess.CompletedProcess[str]:
    """Runs Python in the image's folder, with the packages of this environment and none of its variables."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=app,
        env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        input=given.get("says", ""),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


# Dockerfile


@pytest.mark.parametrize("source", [source for stage in stages() for source, _ in copied(stage)])
def test_what_the_image_is_made_of_exists_and_is_sent_to_the_build(source: str) -> None:
    assert (ROOT / source).exists()
    assert is_sent(source)


@pytest.mark.parametrize(
    "path",
    [
        ".env",
        ".env.example",
        ".git/config",
        ".venv/bin/python",
        "data/longhubang.db",
        "data/longhubang.db-wal",
        "requirements-dev.lock",
        "tests/conftest.py",
        "bot/.env",
        "bot/__pycache__/app.cpython-311.pyc",
        "kpi/charts/.DS_Store",
    ],
)
def test_secrets_books_and_leftovers_stay_out_of_the_image(path: str) -> None:
    assert not is_sent(path)


def test_the_image_reads_a_message(app: Path) -> None:
    line = {"text": "3单 1280 新客2", "now": "2026-06-08T10:00:00+08:00"}
    done = run(app, ["main.py", "parse"], says=json.dumps(line) + "\n")
    assert done.returncode == 0, done.stderr
    assert "1280" in done.stdout


def test_every_part_in_the_image_finds_what_it_imports_and_every_text_and_font(app: Path) -> None:
    parts = [path.relative_to(app).with_suffix("") for path in sorted(app.rglob("*.py"))]
    modules = [".".join(part.parts) for part in parts if part.name not in {"env", "__init__"}]
    program = (
        f"import importlib; [importlib.import_module(name) for name in {modules}]\n"
        "import asyncio, datetime, bot.check, bot.settings\n"
        "settings = bot.settings.settings_of('', '', 'sqlite:///data/books.db')\n"
        "now = datetime.datetime(2026, 6, 8, tzinfo=datetime.UTC)\n"
        "report = asyncio.run(bot.check.check(settings, bot.check.this_machine(), now))\n"
        "print(*(finding.said.key for finding in report.findings if finding.level is bot.check.Level.FAILED))\n"
        "print(*report.lines('zh'), *report.lines('en'))\n"
    )
    done = run(app, ["-c", program])
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "console-no-token"


def test_the_packages_are_those_of_the_lock_file_and_nothing_is_built() -> None:
    (install,) = [
        shlex.split(step) for argument in PACKAGES.all("RUN") for step in argument.split("&&") if " -r " in step
    ]
    assert "--require-hashes" in install
    assert install[install.index("--only-binary") + 1] == ":all:"
    assert install[install.index("-r") + 1] in dict(copied(PACKAGES))


def test_no_installer_is_left_in_the_image() -> None:
    made = next(step for step in PACKAGES.all("RUN") if "-m venv" in step)
    removed = next(step for step in IMAGE.all("RUN") if "pip uninstall" in step)
    assert "--without-pip" in made
    assert {"pip", "setuptools", "wheel"} <= set(shlex.split(removed.partition("&&")[0]))


def test_both_stages_have_the_python_that_the_project_wants() -> None:
    assert PACKAGES.base == IMAGE.base  # the environment that is copied over refers to the interpreter it was made by
    version = re.fullmatch(r"python:(\d+)\.(\d+)-slim", IMAGE.base)
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert version
    assert f">={version[1]}.{version[2]}" == wanted


def test_the_bot_in_the_image_is_nobody_special() -> None:
    user, group = (int(number) for number in IMAGE.last("USER").split(":"))  # numbers, so that it can be checked
    assert user >= 1000
    assert group >= 1000
    names = [name for name, _ in IMAGE.steps]
    assert names.index("USER") > max(number for number, name in enumerate(names) if name in {"RUN", "COPY"})


def test_the_container_runs_the_bot_and_takes_other_commands() -> None:
    python, script, *_ = IMAGE.command("ENTRYPOINT")
    assert (python, script) == ("python", "main.py")
    assert main.arguments(IMAGE.command("CMD")).run is main.run


def test_the_container_stops_by_the_signal_that_the_bot_understands() -> None:
    assert IMAGE.last("STOPSIGNAL") == "SIGTERM"
    assert IMAGE.environment()["PYTHONUNBUFFERED"] == "1"


def test_the_books_of_the_image_are_in_its_volume() -> None:
    books = PurePosixPath(IMAGE.last("WORKDIR"), str(file_of(Settings.model_fields["database_url"].default)))
    assert json.loads(IMAGE.last("VOLUME")) == [str(books.parent)]


@pytest.mark.parametrize(("age", "code"), [(0, 0), (200, 0), (400, 1), (None, 1)])
def test_the_health_check_tells_a_bot_that_is_alive_from_one_that_is_not(app: Path, age: int | None, code: int) -> None:
    alive = app / "data" / "alive"
    alive.parent.mkdir(exist_ok=True)
    alive.unlink(missing_ok=True)
    if age is not None:
        alive.touch()
        last = alive.stat().st_mtime - age
        os.utime(alive, (last, last))
    _, *arguments = IMAGE.command("HEALTHCHECK")
    assert run(app, arguments).returncode == code


# compose.yaml


def compose() -> dict[str, Yaml]:
    """The file as values."""
    lines = (ROOT / "compose.yaml").read_text(encoding="utf-8").splitlines()
    found = block([line for line in lines if line.strip() and not line.lstrip().startswith("#")])
    assert isinstance(found, dict)
    return found


def block(lines: Sequence[str]) -> Yaml:
    """The little of YAML that the file needs: mappings, lists of words, words."""
    if lines and lines[0].lstrip().startswith("- "):
        return [line.strip().removeprefix("- ") for line in lines]
    found: dict[str, Yaml] = {}
    depth = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    starts = [number for number, line in enumerate(lines) if len(line) - len(line.lstrip()) == depth]
    for start, end in pairwise([*starts, len(lines)]):
        key, _, word = lines[start].strip().partition(":")
        found[key] = word.strip().strip('"') or block(lines[start + 1 : end])
    return found


@pytest.fixture
def service() -> dict[str, Yaml]:
    """The bot's part of the file."""
    services = compose()["services"]
    assert isinstance(services, dict)
    found = services["bot"]
    assert isinstance(found, dict)
    return found


def words(found: Yaml) -> list[str]:
    assert isinstance(found, list)
    return [str(word) for word in found]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("build", "."),
        ("read_only", "true"),
        ("cap_drop", ["ALL"]),
        ("security_opt", ["no-new-privileges:true"]),
        ("restart", "unless-stopped"),
        ("init", "true"),
    ],
)
def test_the_container_may_do_no_more_than_it_must(service: dict[str, Yaml], key: str, value: Yaml) -> None:
    assert service[key] == value


def test_the_container_has_a_limit_of_memory_and_processes(service: dict[str, Yaml]) -> None:
    assert re.fullmatch(r"\d+m", str(service["mem_limit"]))
    assert int(str(service["pids_limit"])) > 0


def test_every_place_that_the_bot_writes_to_is_writable_though_the_rest_is_not(service: dict[str, Yaml]) -> None:
    volumes = {target: source for source, target in (word.split(":") for word in words(service["volumes"]))}
    kept, passing = set(volumes), {word.split(":")[0] for word in words(service["tmpfs"])}
    assert kept == set(json.loads(IMAGE.last("VOLUME")))
    assert set(volumes.values()) == set(declared(compose()["volumes"]))
    assert PurePosixPath(IMAGE.environment()["MPLCONFIGDIR"]).parents[0] in {PurePosixPath(place) for place in passing}


def declared(volumes: Yaml) -> dict[str, Yaml]:
    assert isinstance(volumes, dict)
    return volumes


def test_the_container_has_time_to_stop_by_itself(service: dict[str, Yaml]) -> None:
    assert int(str(service["stop_grace_period"]).removesuffix("s")) > 5


def test_the_container_reads_the_settings_that_the_example_is_for(service: dict[str, Yaml]) -> None:
    assert service["env_file"] == ".env"


# .env.example


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in the place of one's own settings, with nothing in the environment."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / ".env"
    shutil.copyfile(ROOT / ".env.example", file)
    file.chmod(stat.S_IRUSR | stat.S_IWUSR)
    return file


def test_the_example_names_every_variable_and_no_other() -> None:
    assert set(dotenv_values(ROOT / ".env.example")) == VARIABLES


def test_the_example_as_it_is_changes_nothing(example: Path) -> None:
    assert read_settings(example) == Settings(_env_file=None)


def test_the_example_takes_the_token(example: Path) -> None:
    example.write_text(example.read_text(encoding="utf-8").replace("BOT_TOKEN=\n", "BOT_TOKEN=123:abc\n"), "utf-8")
    settings = read_settings(example)
    assert isinstance(settings, Settings)
    assert settings.token == "123:abc"


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_the_example_explains_each_variable_in_one_line(name: str) -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    place = lines.index(f"{name}=")
    assert lines[place - 1].startswith("# ")
    assert lines[place - 2] == ""


@pytest.mark.parametrize("name", ["bot_api_url", "database_url", "port", "log_level"])
def test_the_example_tells_the_value_that_stands_without_it(name: str) -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    explained = lines[lines.index(f"{name.upper()}=") - 1]
    assert str(Settings.model_fields[name].default) in explained.rpartition("Without it")[2]
