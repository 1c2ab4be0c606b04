"""The books as a file, for a spreadsheet or another program: the team's for a lead, one's own for everybody."""

from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer, data
from bot.exports import MOST
from bot.leads import of_this_team
from bot.periods import read_period
from kpi.ids import MemberId
from kpi.message import Button, Export, Form, Message, Say, say
from kpi.period import Grain, Period, period_of, previous
from storage import exports

export = Capability()

_FORMS = {form.value: form for form in (Form.CSV, Form.XLSX, Form.JSON)} | {"excel": Form.XLSX, "表格": Form.XLSX}


@export.command(
    "export",
    words=("导出",),
    where=Where.PRIVATE,
    zh=("/export", "/export 6月 csv", "导出 上周 xlsx"),
    en=("/export", "/export June csv", "/export last week xlsx"),
)
def choose(request: Request) -> Answers:
    """The file that was named, or buttons for what was left open."""
    words = request.arguments.lower().split()
    form = next((_FORMS[word] for word in words if word in _FORMS), None)
    named = " ".join(word for word in words if word not in _FORMS)
    if not named:
        month = period_of(Grain.MONTH, request.today)
        return (_offer(request, (month, previous(month)), form),)
    period = read_period(named, request.today)
    if period is None:
        raise Usage
    _size(request, period)
    return (_offer(request, (period,), None) if form is None else _file(request, period, form),)


@export.press("export")
def press(request: Request) -> Answers:
    """The period and the form that the button carries."""
    of_this_team(request, 0)
    _, key, name, *_ = (*request.values, "", "")
    period, form = read_period(key, request.today), _FORMS.get(name)
    if request.in_group or period is None or form is None:
        raise Refusal(say("button-old"))
    return (_file(request, period, form),)


def _offer(request: Request, periods: tuple[Period, ...], form: Form | None) -> Answer:
    """A row of buttons for each form, with the periods beside one another: three would be too narrow on a phone."""
    forms = (Form.XLSX, Form.CSV, Form.JSON) if form is None else (form,)
    rows = tuple(tuple(_button(request, period, form) for period in periods) for form in forms)
    return answer(say("export-choose", team=request.its_team.name), _scope(request), say("export-how"), buttons=rows)


def _button(request: Request, period: Period, form: Form) -> Button:
    label = say("button-export", period=period, form=form.value.upper())
    return Button(label, data("export", request.its_team.id, period.key, form.value))


def _scope(request: Request) -> Say:
    return say("export-team" if request.is_lead else "export-own")


def _file(request: Request, period: Period, form: Form) -> Answer:
    _size(request, period)
    team, whole = request.its_team, request.is_lead
    names = whole and team.leads_see_customers
    lines = (say("export-caption", team=team.name, period=period), _scope(request))
    return Answer(Message(lines, export=Export(form, team.id, _reader(request), period, whole=whole, names=names)))


def _reader(request: Request) -> MemberId | None:
    return None if request.member is None else request.member.id


def _size(request: Request, period: Period) -> None:
    """`Refusal` when there is nothing to write, or more than a file is to hold."""
    whose, whole = _reader(request), request.is_lead
    if whose is None and not whole:
        raise Refusal(say("export-empty", period=period))
    n = exports.count(request.db, request.its_team.id, period, None if whole else whose)
    if n == 0:
        raise Refusal(say("export-empty", period=period))
    if n > MOST:
        raise Refusal(say("export-too-many", n=n, most=MOST))
