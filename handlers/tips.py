"""话术: words that work with customers: searched, kept by leads, and judged by everybody."""

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data, within
from bot.leads import lead, of_this_team, refuse_viewer
from bot.tip_search import matching
from kpi.message import Button, Message, say
from storage import tips as library
from storage.tips import Tip

tips = Capability()

_ADD, _EDIT = {"add", "添加", "加"}, {"edit", "改"}
_LONGEST = 600  # characters of a tip
_LONGEST_SEARCH = 60
_CARRIED = 18  # bytes of it that a button has room for beside its numbers


@tips.command(
    "tips",
    words=("话术",),
    zh=("/tips", "话术 逼单", "/tips add 逼单：今天下单送面膜，明天恢复原价"),
    en=("/tips", "/tips closing", "/tips add Closing: order today and get a mask free"),
)
def search_or_keep(request: Request) -> Answers:
    """The most useful tip, or those that are about something, one at a time. A lead keeps a new one."""
    word, _, rest = request.arguments.partition(" ")
    if word.casefold() in _ADD | _EDIT:
        lead(request)
        return (_keep(request, rest.strip()) if word.casefold() in _ADD else _change(request, rest.strip()),)
    wanted = request.arguments[:_LONGEST_SEARCH]
    return (_shown(request, wanted, 0, request.message_id or 0),)


@tips.press("tips")
def turn(request: Request) -> Answers:
    """Another one, in its place."""
    of_this_team(request, 1)
    return (_shown(request, request.value(3), request.number(2), request.number(0)),)


def _shown(request: Request, wanted: str, place: int, number: int) -> Answer:
    found = matching(library.of_team(request.db, request.its_team.id), wanted)
    if not found:
        key = "tips-not-found" if wanted else "tips-none"
        lines = [say(key, wanted=wanted) if wanted else say(key)]
        return answer(*lines, *([say("tips-how")] if request.is_lead else []), slot=f"tips:{number}")
    place = min(place, len(found) - 1)
    tip = found[place]
    lines = [say("tips-head", place=place + 1, of=len(found)), say("tips-words", words=tip.words)]
    if request.is_lead:
        lines.append(say("tips-votes", useful=tip.useful, useless=tip.useless, number=tip.id))
    return answer(*lines, buttons=_rows(request, tip, place, len(found), wanted, number), slot=f"tips:{number}")


def _rows(  # noqa: PLR0917 - what a button carries
    request: Request, tip: Tip, place: int, of: int, wanted: str, number: int
) -> tuple[tuple[Button, ...], ...]:
    team, wanted = request.its_team.id, _carried(wanted)
    votes = (
        Button(say("button-tip-useful"), data("tip-vote", number, team, place, wanted, tip.id, 1)),
        Button(say("button-tip-useless"), data("tip-vote", number, team, place, wanted, tip.id, 0)),
    )
    turns = tuple(
        Button(say(key), data("tips", number, team, to, wanted))
        for key, to in (("button-plan-before", place - 1), ("button-plan-next", place + 1))
        if 0 <= to < of
    )
    off = ((Button(say("button-tip-off"), data("tip-off", number, team, place, wanted, tip.id)),),)
    return (votes, *((turns,) if turns else ()), *(off if request.is_lead and not request.in_group else ()))


def _carried(wanted: str) -> str:
    """The head of what was searched for. What stands between the values of a button cannot be in one."""
    return wanted.replace(":", " ").encode()[:_CARRIED].decode(errors="ignore")


@tips.press("tip-vote")
def vote(request: Request) -> Answers:
    """What the person finds of it: the last word counts."""
    of_this_team(request, 1)
    refuse_viewer(request)
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    number = request.number(4)
    if not any(tip.id == number for tip in library.of_team(request.db, request.its_team.id)):
        raise Refusal(say("button-old"))
    library.vote(request.db, request.its_team.id, number, request.member.id, useful=bool(request.number(5)))
    thanks = Answer(Message((say("tips-thanks"),), callback=request.callback))
    return (_shown(request, request.value(3), request.number(2), request.number(0)), thanks)


@tips.press("tip-off")
def remove(request: Request) -> Answers:
    of_this_team(request, 1)
    lead(request)
    if not library.remove(request.db, request.its_team.id, request.number(4), request.now):
        raise Refusal(say("button-old"))
    return (_shown(request, request.value(3), request.number(2), request.number(0)),)


def _keep(request: Request, words: str) -> Answer:
    if not words:
        raise Usage
    words = within(words, _LONGEST)
    number = library.add(request.db, request.its_team.id, words, by=request.its_member.id, at=request.now)
    return answer(say("tips-kept", number=number), say("tips-words", words=words))


def _change(request: Request, text: str) -> Answer:
    number, _, words = text.partition(" ")
    if not (number.isascii() and number.isdecimal()) or not words.strip():
        raise Usage
    if not library.change(request.db, request.its_team.id, int(number[:9]), within(words, _LONGEST)):
        raise Refusal(say("tips-no-such", number=int(number[:9])))
    return answer(say("tips-kept", number=int(number[:9])), say("tips-words", words=words.strip()))
