"""带看: five steps through what the bot does, in private, by buttons; stopped and taken up again."""

from bot.command import Answer, Answers, Capability, Refusal, Request, Where, data
from kpi.message import Button, Message, say
from storage import outbox

tour = Capability()

_STEPS = ("report", "fix", "look", "target", "more")
_SLOT = "tour"


@tour.command("tour", words=("带看", "导览"), where=Where.PRIVATE, zh=("/tour", "带看"), en=("/tour",))
def begin(request: Request) -> Answers:
    """The first step, as a new message."""
    outbox.forget_slot(request.db, request.chat.id, _SLOT)
    return (_shown(0),)


@tour.press("tour")
def go(request: Request) -> Answers:
    """Another step, in its place."""
    return (_shown(_step(request)),)


@tour.press("tour-stop")
def stop(request: Request) -> Answers:
    """Ends here; the button that stays goes on where it was, days later as well."""
    step = _step(request)
    onward = Button(say("button-tour-on"), data("tour", step))
    return (Answer(Message((say("tour-stopped", step=step + 1),), ((onward,),)), _SLOT),)


@tour.press("tour-end")
def end(request: Request) -> Answers:
    if request.in_group:
        raise Refusal(say("button-old"))
    return (Answer(Message((say("tour-done"),)), _SLOT),)


def _step(request: Request) -> int:
    step = request.number(0)
    if step >= len(_STEPS) or request.in_group:
        raise Refusal(say("button-old"))
    return step


def _shown(step: int) -> Answer:
    back = Button(say("button-plan-before"), data("tour", step - 1)) if step else None
    last = step + 1 == len(_STEPS)
    onward = (
        Button(say("button-tour-end"), data("tour-end"))
        if last
        else Button(say("button-plan-next"), data("tour", step + 1))
    )
    row = tuple(button for button in (back, onward) if button is not None)
    stop_ = Button(say("button-tour-stop"), data("tour-stop", step))
    lines = (say("tour-head", step=step + 1, of=len(_STEPS)), say(f"tour-{_STEPS[step]}"))
    return Answer(Message(lines, (row, (stop_,))), _SLOT)
