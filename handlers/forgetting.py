"""我的数据、忘记我: what the books hold about somebody as a file, and making them forget it."""

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, Who, answer, data
from bot.render import plain
from kpi.ids import TeamId
from kpi.message import Button, Document, Form, Message, say
from kpi.team import Role, role_of
from storage import members, outbox, personal

forgetting = Capability()

_SLOT = "forget"
_HEAD = ("table", "row", "column", "value")


@forgetting.command(
    "mydata", words=("我的数据",), who=Who.ANYONE, where=Where.PRIVATE, zh=("/mydata", "我的数据"), en=("/mydata",)
)
def my_data(request: Request) -> Answers:
    """Everything that names the person, as it stands in the books."""
    if request.arguments:
        raise Usage
    rows = tuple(personal.cells(request.db, request.person.id))
    if len(rows) > personal.MOST:
        raise Refusal(say("mydata-too-much", most=personal.MOST))
    head = tuple(say(f"mydata-{name}") for name in _HEAD)
    document = Document(say("mydata-file"), Form.JSON, (head, *rows))
    return (Answer(Message((say("mydata-caption", n=len(rows)),), document=document)),)


@forgetting.command(
    "forget", words=("忘记我",), who=Who.ANYONE, where=Where.PRIVATE, zh=("/forget", "忘记我"), en=("/forget",)
)
def ask_first(request: Request) -> Answers:
    """What goes, what stays, and whether it is meant."""
    if request.arguments:
        raise Refusal(say("forget-only-oneself"))
    outbox.forget_slot(request.db, request.chat.id, _SLOT)
    lines = [say("forget-ask"), say("forget-goes"), say("forget-stays")]
    alone = [team.name for team in request.teams if _leads_alone(request, team.id)]
    lines += [say("forget-only-lead", team=name) for name in alone]
    yes = Button(say("button-forget-me"), data("forget-me", request.person.id))
    no = Button(say("button-cancel"), data("forget-not"))
    return (answer(*lines, buttons=((yes,), (no,)), slot=_SLOT),)


def _leads_alone(request: Request, team: TeamId) -> bool:
    """Whether nobody else leads the team."""
    leads = [each for each in members.of_team(request.db, team) if each.active and role_of(each) is Role.LEAD]
    return [each.person for each in leads] == [request.person.id]


@forgetting.press("forget-me", who=Who.ANYONE)
def forget(request: Request) -> Answers:
    """Done at once. The answer is the last that is said in this chat."""
    if request.in_group or request.number(0) != request.person.id:
        raise Refusal(say("button-old"))
    former = plain(say("former-member"), request.chat.language)
    personal.forget(request.db, request.person.id, former)
    return (Answer(Message((say("forget-done"),)), _SLOT),)


@forgetting.press("forget-not", who=Who.ANYONE)
def leave(request: Request) -> Answers:
    if request.in_group:
        raise Refusal(say("button-old"))
    return (Answer(Message((say("not-changed"),)), _SLOT),)
