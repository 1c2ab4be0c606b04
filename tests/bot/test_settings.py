from pathlib import Path

import pytest

from bot.console import Problem, complaint
from bot.settings import Settings, read_settings

TOKEN = "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123456"
VARIABLES = ("BOT_TOKEN", "BOT_TOKEN_FILE", "BOT_API_URL", "DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "PORT")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in (*VARIABLES, "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_an_empty_environment_is_enough(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = read_settings(tmp_path / ".env")
    assert isinstance(settings, Settings)
    assert settings.token == ""
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.state_folder == Path("data")


def test_a_file_is_read_and_the_environment_wins(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=9000\nLOG_LEVEL=debug\n")
    file.chmod(0o600)
    environment.setenv("PORT", "9001")
    settings = read_settings(file)
    assert isinstance(settings, Settings)
    assert (settings.port, settings.log_level) == (9001, "DEBUG")


def test_the_token_comes_from_a_file_when_one_is_named(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text(TOKEN + "\n")
    secret.chmod(0o640)  # as secrets are mounted
    environment.setenv("BOT_TOKEN_FILE", str(secret))
    settings = read_settings(tmp_path / ".env")
    assert isinstance(settings, Settings)
    assert settings.token == TOKEN


def test_the_token_is_not_shown_with_the_settings(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setenv("BOT_TOKEN", TOKEN)
    assert TOKEN not in repr(read_settings(tmp_path / ".env"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_API_URL", "ftp://x"),
        ("DATABASE_URL", "mysql://x"),
        ("DATABASE_URL", "not an address"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),  # the books would be forgotten
        ("WEBHOOK_URL", "http://x"),
        ("PORT", "0"),
        ("PORT", "x"),
        ("LOG_LEVEL", "LOUD"),
        ("BOT_TOKEN_FILE", "no/such/file"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wrong_value_gets_a_sentence(
    environment: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, language: str
) -> None:
    environment.setenv(name, value)
    problems = read_settings(tmp_path / ".env")
    assert isinstance(problems, tuple)
    assert complaint(problems, language).count(name) >= 1


def test_everything_that_is_wrong_is_said_at_once(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setenv("PORT", "x")
    environment.setenv("LOG_LEVEL", "LOUD")
    problems = read_settings(tmp_path / ".env")
    assert isinstance(problems, tuple)
    assert {problem.key for problem in problems} == {"setting-port", "setting-log-level"}


def test_a_webhook_needs_a_secret(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setenv("WEBHOOK_URL", "https://bot.example")
    assert read_settings(tmp_path / ".env") == (Problem("setting-webhook-secret", "WEBHOOK_SECRET"),)


def test_a_token_that_others_can_read_stops_the_start(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"BOT_TOKEN={TOKEN}\n")
    file.chmod(0o644)
    problems = read_settings(file)
    assert problems == (Problem("setting-env-readable", str(file)),)
