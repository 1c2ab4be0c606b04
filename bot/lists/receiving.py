"""A message that is a list of what several people sold: shown to a lead for checking, before anything counts."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.command import Answer, Answers, Refusal, Request
from bot.leads import lead
from bot.lists.card import preview, settled
from bot.lists.plan import plan
from bot.lists.roster import Roster, folded, roster
from bot.lists.sheet import Sheet, chain_sheet
from bot.names import clean
from bot.open_points import ask_open
from bot.pending import Open, Pending
from bot.reader import read
from bot.reader.chain import MANY, read_listing
from bot.reader.columns import Column, guessed, header_of, read_table
from bot.reader.reading import Context, Doubt, Nothing, Question, Reading, Record, Records
from bot.reader.rows import Fault, Listing
from kpi.entry import How
from kpi.ids import MemberId
from kpi.message import say
from kpi.team import Role
from storage import sheets

LIFE = timedelta(days=7)  # how long a list waits to be confirmed
_SEVERAL = 2
_LONGEST = 100  # characters of names
_HEAD = re.compile(r"/(?:log|sale)(?:@\w+)?\s+|(?:报单|销售)[\s:：]+")
_OF_LEADS = re.compile(r"[\n\t/;；|,，、]|接[龙龍]|\band\b|和")
_OF_OTHERS = re.compile(r"\n|接[龙龍]")


def receive(request: Request, how: How, ref: str) -> Answers:
    """The preview of the list that the request's text is, or nothing when it is none.

    Somebody who does not lead is asked about their own line, and refused when there is none.
    """
    may = _OF_LEADS if request.is_lead else _OF_OTHERS
    if request.team is None or request.role is Role.VIEWER or may.search(request.text) is None:
        return ()
    text = _HEAD.sub("", request.text, count=1) if _HEAD.match(request.text) else request.text
    known = roster(request)
    listing = _listing(request, text, known)
    if listing is None:
        return ()
    if not request.is_lead:
        return _own_line(request, listing, known, Pending(ref, how, (), request.text))
    return show(request, chain_sheet(listing, clean(listing.title, "")))


def show(request: Request, sheet: Sheet) -> Answers:
    """Keeps the list and shows it. One that has nothing to confirm or to ask is not kept open."""
    request = replace(request, member=lead(request))
    kept = sheets.keep(request.db, request.its_team.id, sheet.encode(), at=request.now, expires_at=request.now + LIFE)
    judged = plan(request, sheet)
    if settled(judged):
        sheets.close(request.db, kept.id, request.now)
    return (preview(request, kept.id, sheet, judged),)


def _listing(request: Request, text: str, known: Roster) -> Listing | None:
    """The list, when the message surely reports and several people are in it."""
    context = Context(request.today, request.its_team.currency, known.names, lang=request.chat.language)
    return _pasted(text, context, known) or _written(request, text, context, known)


def _pasted(text: str, context: Context, known: Roster) -> Listing | None:
    """A table pasted from a sheet: its columns have names, or what they hold tells and somebody in it is known."""
    table = [line.split("\t") for line in text.splitlines() if line.strip()]
    if len(table) < _SEVERAL or len(table) > MANY or sum(len(cells) > 1 for cells in table) < _SEVERAL:
        return None
    header = header_of(table)
    if header is not None and Column.SELLER in header.columns:
        return read_table(table, header, context, dated=False)
    table = [cells for cells in table if len(cells) > 1]
    header = guessed(table, context)
    if header is None or not any(known.who(cells[header.columns[Column.SELLER]]) for cells in table):
        return None
    return read_table(table, header, context, dated=False)


def _written(request: Request, text: str, context: Context, known: Roster) -> Listing | None:
    listing = read_listing(text, context)
    if listing is None:
        return None
    named = {folded(row.who) for row in listing.rows if row.who}
    members = {name for name in named if known.who(name)}
    told = sum(row.fault is None for row in listing.rows)
    if listing.sure and members and told:
        return listing if len(named) >= _SEVERAL or len(listing.rows) == 1 else None
    if len(named) < _SEVERAL:
        return None
    if not request.in_group and len(members) >= _SEVERAL and told:
        return listing
    return listing if _reports(read(text, context), listing, len(members)) else None


def _reports(reading: Reading, listing: Listing, members: int) -> bool:
    """Whether the list reports sales of several people, as the reader of messages sees it."""
    match reading:
        case Records(records):
            sellers = {record.for_seller for record in records if record.for_seller is not None}
            return len(sellers) >= _SEVERAL or members >= _SEVERAL
        case Question(Doubt.WHO):
            return True
        case Question():
            return members >= _SEVERAL
        case Nothing():
            faults = {row.fault for row in listing.rows}
            return listing.sure and None in faults and faults <= {None, Fault.NO_FIGURE}


def _own_line(request: Request, listing: Listing, known: Roster, pending: Pending) -> Answers:
    """Asks a seller whether their own line of a list is to be booked."""
    own = request.member.id if request.member is not None else None
    records = tuple(_of(listing, known, own))
    if not records:
        raise Refusal(say("list-leads-only"))
    others = dict.fromkeys(row.who for row in listing.rows if row.who and known.who(row.who) != {own})
    asked = replace(pending, readings=(records,), piece=", ".join(others)[:_LONGEST])
    return ask_open(request, Open.MINE, asked)


def _of(listing: Listing, known: Roster, own: MemberId | None) -> Iterable[Record]:
    """What the list says of one member."""
    for row in listing.rows:
        if own is not None and known.who(row.who) == {own}:
            yield from row.records


def only_a_list(request: Request) -> Iterable[Answer]:
    """What a lead passed on into the group: a list, or not for us."""
    return receive(request, How.TEXT, request.source_ref) if request.is_lead else ()
