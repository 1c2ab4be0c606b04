"""How good the word is that a figure rests on: its seller's alone, or a lead's who has checked it."""

from bot.command import Request
from kpi.entry import Entry
from kpi.message import Say, say
from storage import entry_checks, members


def checked_note(request: Request, entry: Entry) -> tuple[Say, ...]:
    """Who found the entry right as it stands, for its card."""
    found = entry_checks.checked(request.db, entry)
    by = members.get(request.db, entry.team, found.by) if found else None
    return () if by is None else (say("card-checked", name=by.name),)
