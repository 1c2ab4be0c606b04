"""What members hear in private when somebody else books or changes figures of theirs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.card import figures
from bot.command import Answer, Request
from kpi.entry import Entry, Line
from kpi.ids import MemberId
from kpi.message import Joined, Message, Say, say
from kpi.team import Chat, Member
from storage import chats, members, people
from storage.connection import Connection

_MOST_DAYS = 7  # told of one by one


def private_chat(db: Connection, member: Member) -> Chat | None:
    """The private chat in which the bot can write to the member. Telegram gives it the number of the person."""
    if member.person is None:
        return None
    chat = chats.chat_of(db, people.person(db, member.person).telegram_id)
    return chat if chat is not None and chat.active else None


def reported(request: Request, entry: Entry) -> Iterator[Answer]:
    """Tells of a new entry everybody it is for except who wrote it."""
    for member in _others(request, entry.lines):
        yield from _told(request, member, _said(request, "told-reported", entry, _of(member, entry.lines)))


def listed(request: Request, lines: Sequence[Line]) -> Iterator[Answer]:
    """Tells of a list that is booked everybody on it except who sent it: their own figures, day by day."""
    currency = request.its_team.currency
    for member in _others(request, lines):
        days = sorted({line.business_date for line in _of(member, lines)})
        own = [
            say("told-day", day=day, figures=figures((one for one in lines if _is_of(one, member, day)), currency))
            for day in days[-_MOST_DAYS:]
        ]
        more = len(days) - _MOST_DAYS
        head = say("told-listed", team=request.its_team.name, name=request.its_member.name)
        yield from _told(request, member, head, *own, *([say("told-more-days", n=more)] if more > 0 else []))


def retold(request: Request, entry: Entry, before: tuple[Line, ...]) -> Iterator[Answer]:
    """Tells of a changed entry, whose lines were `before`, everybody whose figures somebody else changed."""
    for member in _others(request, (*before, *entry.lines)):
        old, new = _of(member, before), _of(member, entry.lines)
        if old != new:
            yield from _told(request, member, _difference(request, entry, old, new))


def _others(request: Request, lines: Iterable[Line]) -> list[MemberId]:
    return sorted({line.member for line in lines} - {request.its_member.id})


def _of(member: MemberId, lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.member == member)


def _difference(request: Request, entry: Entry, old: tuple[Line, ...], new: tuple[Line, ...]) -> Say:
    if not old:
        return _said(request, "told-back", entry, new)
    if not new:
        return _said(request, "told-gone", entry, old)
    return _said(request, "told-changed", entry, new, before=figures(old, request.its_team.currency))


def _said(request: Request, key: str, entry: Entry, lines: tuple[Line, ...], **more: Joined) -> Say:
    """Who did what to which entry, and the figures that are the member's."""
    return say(
        key,
        team=request.its_team.name,
        name=request.its_member.name,
        number=entry.id,
        day=lines[0].business_date,
        figures=figures(lines, request.its_team.currency),
        **more,
    )


def _is_of(line: Line, member: MemberId, day: date) -> bool:
    return line.member == member and line.business_date == day


def _told(request: Request, member: MemberId, *said: Say) -> Iterator[Answer]:
    found = members.get(request.db, request.its_team.id, member)
    chat = private_chat(request.db, found) if found is not None else None
    if chat is not None:
        yield Answer(Message(said), chat=chat)
