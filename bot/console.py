"""What the command line says to whoever runs the bot."""

from dataclasses import dataclass

from bot.texts import text


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps the bot from starting: a text's key and the thing it is about."""

    key: str
    subject: str = ""


def sentence(language: str, key: str, **values: str | int) -> str:
    """A text of the console catalogue."""
    return text(language, f"console-{key}", dict(values))


def complaint(problems: tuple[Problem, ...], language: str) -> str:
    """One line for each problem."""
    return "\n".join(sentence(language, p.key, subject=p.subject) for p in problems)
