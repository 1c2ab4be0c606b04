"""The morning's line, which everybody may switch off, and the answer to the evening's reminder."""

from dataclasses import replace

from bot.card import card
from bot.command import Answers, Capability, Refusal, Request, Usage, Where, answer, data
from bot.customer_book import own_member
from bot.leads import of_this_team
from bot.report import SOURCE, read_report
from kpi.entry import How
from kpi.message import Button, say
from storage import entries, members

morning = Capability()

_ON = {"on", "开", "开启", "打开"}
_OFF = {"off", "关", "关闭", "关掉"}
_NOTHING = "没开单"  # what the button says for whoever presses it


@morning.command(
    "morning", words=("早安",), where=Where.PRIVATE, zh=("/morning", "早安 关"), en=("/morning", "/morning off")
)
def show_or_switch(request: Request) -> Answers:
    """Whether the line comes; switches it on or off."""
    word, member = request.arguments.strip().lower(), own_member(request)
    if word in _ON | _OFF:
        return _switch(request, wanted=word in _ON)
    if word:
        raise Usage
    state, other = ("on", "off") if member.morning else ("off", "on")
    button = Button(say(f"button-morning-{other}"), data(f"morning-{other}", request.its_team.id))
    return (answer(say(f"morning-state-{state}"), buttons=((button,),)),)


@morning.press("morning-off")
def switch_off(request: Request) -> Answers:
    of_this_team(request, 0)
    return _switch(request, wanted=False)


@morning.press("morning-on")
def switch_on(request: Request) -> Answers:
    of_this_team(request, 0)
    return _switch(request, wanted=True)


def _switch(request: Request, *, wanted: bool) -> Answers:
    members.set_morning(request.db, request.its_team.id, own_member(request).id, wanted=wanted)
    return (answer(say("morning-on-done" if wanted else "morning-off-done")),)


@morning.press("nothing-sold")
def nothing_sold(request: Request) -> Answers:
    """Books that the day brought nothing, once, as long as it is that day."""
    of_this_team(request, 0)
    member = own_member(request)
    if len(request.values) < 2 or request.values[1] != request.today.isoformat():  # noqa: PLR2004 - team and day
        raise Refusal(say("reminder-over"))
    ref = f"nothing:{member.id}:{request.today}"
    entry = entries.by_ref(request.db, request.its_team.id, SOURCE, ref)
    if entry is not None:
        return (card(request.db, request.its_team, entry, request.today),)
    return tuple(read_report(replace(request, text=_NOTHING), How.FORM, ref))
