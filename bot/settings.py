"""What the environment says, checked as a whole before anything starts."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.console import Problem, sentence
from bot.logs import LogFormat
from storage.connection import file_of

TELEGRAM = "https://api.telegram.org"
_GROUP_OR_WORLD = 0o077
_WORLD = 0o007  # a secret that is mounted is often its group's too


class Settings(BaseSettings):
    """How this process runs. Everything about a team is set in the chat instead.

    Read from the environment and from a `.env` file, the environment first. Use `read_settings`.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    bot_token: SecretStr = SecretStr("")
    bot_token_file: Path | None = None
    bot_api_url: str = TELEGRAM
    database_url: str = "sqlite:///data/longhubang.db"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    port: int = Field(default=8080, ge=1, le=65535)
    operator_ids: Annotated[tuple[int, ...], NoDecode] = ()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: LogFormat = "line"
    allow_network_disk: bool = False
    metrics_port: int | None = Field(default=None, ge=1, le=65535)

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("operator_ids", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return [part for part in re.split(r"[\s,;，；]+", value) if part] if isinstance(value, str) else value

    @field_validator("bot_api_url")
    @classmethod
    def _root(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("not an address")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        file_of(value)
        return value

    @field_validator("webhook_url")
    @classmethod
    def _https(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError("Telegram calls https addresses only")
        return value

    @model_validator(mode="after")
    def _guarded_webhook(self) -> Self:
        """A webhook that anybody could call would let anybody write into the books."""
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError("WEBHOOK_SECRET")
        return self

    @property
    def token(self) -> str:
        """The bot's token: the file's content when one is named, else the variable. May be empty."""
        if self.bot_token_file is not None:
            return self.bot_token_file.read_text(encoding="utf-8").strip()
        return self.bot_token.get_secret_value().strip()

    @property
    def state_folder(self) -> Path:
        """Where small files beside the database go."""
        file = file_of(self.database_url)
        return Path(file).parent if file else Path("data")

    @property
    def backups(self) -> Path:
        """Where copies of the books go."""
        return self.state_folder / "backups"


def settings_of(token: str, api_url: str, database_url: str) -> Settings:
    """Settings that come from the caller alone: neither the environment nor a file is read."""
    return Settings.model_construct(bot_token=SecretStr(token), bot_api_url=api_url, database_url=database_url)


def read_settings(env_file: Path = Path(".env")) -> Settings | tuple[Problem, ...]:
    """The settings, or everything that is wrong with them at once."""
    exposed = _exposed(env_file, _GROUP_OR_WORLD)
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        return (*exposed, *(_problem(found["loc"]) for found in error.errors()))
    missing = _unreadable_token(settings)
    return (*exposed, *missing) or settings


def settings_table(language: str) -> str:
    """The variables of the environment, as a table in Markdown."""
    columns = tuple(sentence(language, f"column-{name}") for name in ("variable", "purpose", "without"))
    rows = (columns, ("---",) * len(columns), *(_row(language, name) for name in Settings.model_fields))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(language: str, name: str) -> tuple[str, str, str]:
    key, default = name.replace("_", "-"), Settings.model_fields[name].default
    stands = f"`{default}`" if default and isinstance(default, str | int) else sentence(language, f"without-{key}")
    return f"`{name.upper()}`", sentence(language, f"variable-{key}"), stands


def _problem(location: tuple[int | str, ...]) -> Problem:
    variable = str(location[0]).upper() if location else "WEBHOOK_SECRET"
    return Problem(f"setting-{variable.lower().replace('_', '-')}", variable)


def _unreadable_token(settings: Settings) -> tuple[Problem, ...]:
    file = settings.bot_token_file
    if file is not None and not file.is_file():
        return (Problem("setting-bot-token-file", str(file)),)
    return _exposed(file, _WORLD) if file is not None else ()


def _exposed(file: Path, to: int) -> tuple[Problem, ...]:
    """A file that others on the machine can read gives the token away. Windows has no such modes."""
    if os.name == "nt" or not file.is_file() or not file.stat().st_mode & to:
        return ()
    return (Problem("setting-env-readable", str(file)),)
