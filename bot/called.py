"""Members by what people call them: a name or a Telegram username at the head of a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.command import Refusal, Request
from kpi.message import say
from kpi.team import Member
from storage import members

_BETWEEN = " \t:：,，"


@dataclass(frozen=True, slots=True)
class Called:
    """The active member that a text begins with, and what follows the name."""

    member: Member
    rest: str


def called(request: Request, text: str) -> Called | None:
    """Whom `text` begins with: `@username`, `@name` or a name, in any case; the longest name that fits.

    None when it begins with nobody's name. `Refusal` when several are called that.
    """
    text = text.removeprefix("@")
    here = [(name, member) for name, member in callings(request) if _begins(text, name)]
    if not here:
        return None
    longest = max(len(name) for name, _ in here)
    found = {member.id: member for name, member in here if len(name) == longest}
    if len(found) > 1:
        raise Refusal(say("called-several", name=text[:longest]))
    (member,) = found.values()
    return Called(member, text[longest:].strip(_BETWEEN))


def nobody(text: str) -> Refusal:
    """The answer to a name that nobody in the team has."""
    return Refusal(say("called-nobody", name=(text.split() or [""])[0][:64]))


def callings(request: Request) -> Iterator[tuple[str, Member]]:
    """Everything that an active member may be called: a name, a username, how Telegram shows a mention of them."""
    mentioned = {telegram_id: name for name, telegram_id in request.mentions}
    for known in members.known(request.db, request.its_team.id):
        shown = mentioned.get(known.telegram_id) if known.telegram_id else None
        for name in {known.member.name, known.username, shown} - {None}:
            yield str(name), known.member


def _begins(text: str, name: str) -> bool:
    """Whether `text` begins with the whole of `name`: 小美 5万 and 小美5万 do, 小美美 and Kenneth do not."""
    if text[: len(name)].casefold() != name.casefold():
        return False
    after = text[len(name) : len(name) + 1]
    if not after or after in _BETWEEN:
        return True
    return not name[-1:].isascii() and not after.isalpha()
