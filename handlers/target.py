"""Targets: what the team and each seller are to reach, of any metric, in a week, a month, a quarter or a year."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.aim_advice import Advice
from bot.aim_draft import TEAM, Draft, Step, decode
from bot.aim_offers import Facts, facts_of, offered, selling
from bot.aim_overview import gap, overview
from bot.aim_parts import part_lines
from bot.aim_periods import read_aim_period
from bot.aim_setting import put
from bot.aim_text import aimed, doubtful, set_line, usual, verdict, whose
from bot.aim_words import read_amount, read_draft, suggested
from bot.aims import aims
from bot.asking import PATIENCE, ask, pressed, question_slot
from bot.called import called
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Who, answer, data
from bot.leads import lead, of_this_team
from bot.metric_words import name, read_metric
from bot.reader import read
from bot.reader.reading import Records
from bot.report import context
from handlers.target_parts import SUBCOMMANDS, gap_row, ways
from kpi.message import Button, Message, Say, joined, say
from kpi.metrics import CATALOGUE, Metric
from kpi.period import Grain, Period, period_of
from storage import members, questions
from storage.questions import Question

target = Capability()

KIND = "target"
_FINER = {Grain.YEAR: Grain.MONTH, Grain.QUARTER: Grain.MONTH, Grain.WEEK: Grain.DAY}  # shown at once
_CHANGE = {"change", "改", "调整", "改成", "修改"}
_YES = {"是", "是的", "对", "好", "改", "可以", "确定", "yes", "y", "ok", "sure"}
_LONGEST_REASON = 100
_BECAUSE = re.compile(r"(?:because(?: of)?|因为|原因(?:是)?)[:：]?\s*", re.IGNORECASE)


@target.command(
    "target",
    words=("目标", "target"),
    zh=(
        "/target",
        "/target 50000",
        "/target @小美 20000",
        "目标 小美 2万",
        "目标 本月 新客 30",
        "目标 今年 销售额 372万",
        "目标 改 33万 大促加码",
        "目标 拆分 40/35/25",
        "目标 按周",
        "目标 复制",
    ),
    en=(
        "/target",
        "/target 50000",
        "/target @Mei 20000",
        "/target month new customers 30",
        "/target year sales 600000",
        "/target change 60000 big campaign",
        "/target split 40/35/25",
        "/target weeks",
        "/target copy",
    ),
)
def show_or_set(request: Request) -> Answers:
    """Shows targets and their parts; sets one for a lead."""
    text = request.arguments
    if not text:
        return (_look(request, period_of(Grain.MONTH, request.today), request.message_id or 0),)
    period = read_aim_period(text, request.today)
    if period is not None:
        return (_look(request, period, request.message_id or 0),)
    word, _, rest = text.partition(" ")
    handler = SUBCOMMANDS.get(word.lower()) or SUBCOMMANDS.get(rest.lower())
    if handler is not None:
        other = rest if word.lower() in SUBCOMMANDS else word
        return handler(request, other.strip())
    lead(request)
    change = word.lower() in _CHANGE
    if change and not rest:
        raise Usage
    return _proceed(request, read_draft(request, rest if change else text, change=change))


def _look(request: Request, period: Period, number: int) -> Answer:
    """The targets of `period`, with what a lead can do about them."""
    how = [say("target-how")] if request.is_lead and not request.arguments else []
    grain = _FINER.get(period.grain)
    pieces = part_lines(request, period, grain) if grain else ()
    shown = (*overview(request, period), *pieces)
    buttons = tuple(_buttons(request, period, number, anything=say("target-none", period=period) not in shown))
    return answer(*shown, *how, buttons=buttons, slot=f"targets:{number}")


def _buttons(request: Request, period: Period, number: int, *, anything: bool) -> Iterator[tuple[Button, ...]]:
    """What can be done about the targets of `period`; without `anything` there only a first one can be set."""
    if anything:
        yield from gap_row(request, period, number)
        yield from ways(request, period, number)
    if request.is_lead:
        yield (Button(say("button-target-new"), data("aim-new")),)


@target.press("aim-look")
def look_again(request: Request) -> Answers:
    """The targets of a period in the place of what was shown."""
    return (_look(request, _period_pressed(request), request.number(0)),)


@target.press("aim-raise", who=Who.LEAD)
def raise_to_parts(request: Request) -> Answers:
    """The team's target becomes what its members' make together."""
    period, parts = _period_pressed(request), request.number(3)
    found = gap(request, period)
    if found is None or found.parts != parts or found.amount <= 0:
        raise Refusal(say("button-old"))
    _, *told = _saved(request, Draft(Metric.NET, TEAM, period, parts), Advice())
    return (_look(request, period, request.number(0)), *told)


@target.press("aim-keep", who=Who.LEAD)
def keep(request: Request) -> Answers:
    """The difference stays. It is said once more, without being asked about."""
    period = _period_pressed(request)
    found = gap(request, period)
    lines = [*overview(request, period), *([say("target-kept")] if found else [])]
    buttons = tuple(ways(request, period, request.number(0)))
    return (answer(*lines, buttons=buttons, slot=f"targets:{request.number(0)}"),)


def _period_pressed(request: Request) -> Period:
    of_this_team(request, 1)
    period = read_aim_period(request.values[2], request.today) if len(request.values) > 2 else None  # noqa: PLR2004
    if period is None:
        raise Refusal(say("button-old"))
    return period


def begin(request: Request) -> Answers:
    """Asks for one thing after the other."""
    lead(request)
    return _proceed(request, Draft())


@target.press("aim-new", who=Who.LEAD)
def begin_by_button(request: Request) -> Answers:
    """The same, where a button may name the metric."""
    if not request.values:
        return _proceed(request, Draft())
    return _proceed(request, Draft(metric=_metric(request.values[0])))


def _metric(named: str) -> Metric:
    found = next((metric for metric in Metric if metric.value == named and CATALOGUE[metric].aimed_at), None)
    if found is None:
        raise Refusal(say("button-old"))
    return found


def _proceed(request: Request, draft: Draft, question: Question | None = None) -> Answers:
    """Asks for what is missing or doubtful, or sets the target."""
    facts = facts_of(request, draft)
    if draft.step is Step.SURE and not _needs_yes(draft, facts):
        return _finished(request, draft, question)
    return _asked(request, draft, question)


def _needs_yes(draft: Draft, facts: Facts) -> bool:
    replaces = facts.before not in {None, draft.amount} and not draft.reason
    return replaces or any(doubtful(draft, facts.found))


def _asked(request: Request, draft: Draft, question: Question | None) -> Answers:
    if question is None:
        return ask(request, KIND, draft.encode(), lambda asked: _question(request, asked, draft))
    questions.go_on(request.db, question.id, draft.encode(), request.now + PATIENCE)
    return (Answer(_question(request, question, draft), question_slot(question)),)


def _finished(request: Request, draft: Draft, question: Question | None) -> Answers:
    said, *told = _saved(request, draft, facts_of(request, draft).found)
    if question is None:
        return (said, *told)
    questions.close(request.db, question.id, request.now)
    return (replace(said, slot=question_slot(question)), *told)


def _question(request: Request, question: Question, draft: Draft) -> Message:
    """What is known, what is asked, and the answers to press."""
    facts = facts_of(request, draft)
    offer = offered(request, draft, facts)
    rows = [
        tuple(Button(label, data("aim", question.id, draft.step.value, value)) for label, value in row)
        for row in offer.rows
    ]
    cancel = Button(say("button-cancel"), data("dismiss", question.id))
    back = () if draft.step is Step.METRIC else (Button(say("button-back"), data("aim-back", question.id)),)
    return Message((*_known(request, draft, facts), *offer.lines), (*rows, (*back, cancel)))


def _known(request: Request, draft: Draft, facts: Facts) -> Iterator[Say]:
    parts = joined(
        name(draft.metric) if draft.metric else None,
        *(whose(facts.member).parts if draft.whose is not None else ()),
        say("target-when", period=draft.period) if draft.period else None,
    )
    yield say("target-new-head", team=request.its_team.name)
    if parts.parts:
        yield say("target-so-far", parts=parts)


@target.press("aim", who=Who.LEAD)
def answered(request: Request) -> Answers:
    """One of the offered answers. A button of an earlier step is out of date."""
    request, question, draft = _open(request)
    step, value = (*request.values[1:3], "", "")[:2]
    if step != draft.step.value:
        raise Refusal(say("button-old"))
    if draft.step is Step.SURE and value == "yes":
        return _finished(request, draft, question)
    taken = _taken(request, draft, value, pressed=True)
    if taken is None:
        raise Refusal(say("button-old"))
    return _proceed(request, taken, question)


@target.press("aim-back", who=Who.LEAD)
def back(request: Request) -> Answers:
    """The step before, asked again."""
    request, question, draft = _open(request)
    return _asked(request, draft.before, question)


def _open(request: Request) -> tuple[Request, Question, Draft]:
    request, question = pressed(request)
    if question.kind != KIND:
        raise Refusal(say("button-old"))
    lead(request)
    return request, question, decode(question.body, request.today)


def deciding(words: Collection[str]) -> Capability:
    """The capability that reads typed answers. A line that begins with one of `words` is a command and no reason."""
    reading = Capability()

    @reading.answers(KIND)
    def written(request: Request, question: Question) -> Answers:
        return _written(request, question, words)

    return reading


def _written(request: Request, question: Question, words: Collection[str]) -> Answers:
    """An answer that is typed. What is none may be a report, or nothing for us."""
    draft = decode(question.body, request.today)
    if not request.is_lead:
        return ()
    if draft.step is Step.SURE:
        return () if request.text.split()[0] in words else _sure_in_words(request, draft, question)
    taken = _taken(request, draft, request.text.strip(), pressed=False)
    if taken is not None:
        return _proceed(request, taken, question)
    return () if request.text.split()[0] in words else _unclear(request, draft.step)


def _unclear(request: Request, step: Step) -> Answers:
    """What was said is no answer: what would be one, unless it is a report, or meant for the group."""
    word = request.text.strip()
    if (request.in_group and not request.addressed) or isinstance(read(word, context(request)), Records):
        return ()
    if step is Step.METRIC:
        return (answer(say("target-not-measured", word=word[:24]), buttons=suggested(word)),)
    return (answer(say(f"target-unclear-{step.value}")),)


def _sure_in_words(request: Request, draft: Draft, question: Question) -> Answers:
    """Yes, or why, which is a yes. A figure is no reason, nor is a report, nor what a group says to one another."""
    said = request.text.strip()
    if said.lower().rstrip("。.!！") in _YES:
        return _finished(request, draft, question)
    to_us = not request.in_group or request.reply_to is not None or bool(_BECAUSE.match(said))
    is_figures = any(letter.isdigit() for letter in said) or isinstance(read(said, context(request)), Records)
    if is_figures or not to_us:
        return ()
    why = _BECAUSE.sub("", said, count=1)[:_LONGEST_REASON]
    return _finished(request, replace(draft, reason=why), question)


def _taken(request: Request, draft: Draft, value: str, *, pressed: bool) -> Draft | None:
    """The draft with an answer to its step; None when it is none."""
    match draft.step:
        case Step.METRIC:
            metric = next((m for m in Metric if m.value == value), None) if pressed else read_metric(value)
            return replace(draft, metric=metric) if metric and CATALOGUE[metric].aimed_at else None
        case Step.WHOSE:
            whom = _whom(request, value, pressed=pressed)
            return None if whom is None else replace(draft, whose=whom)
        case Step.PERIOD:
            period = read_aim_period(value, request.today)
            return replace(draft, period=period) if period else None
        case Step.AMOUNT | Step.SURE:
            amount = int(value) if pressed and value.isdecimal() else None
            amount = amount if pressed else read_amount(request, draft.metric or Metric.NET, value)
            return replace(draft, amount=amount) if amount else None


def _whom(request: Request, value: str, *, pressed: bool) -> int | None:
    if pressed:
        number = int(value) if value.isdecimal() and len(value) < 16 else None  # noqa: PLR2004 - digits
        known = number in {TEAM, *(int(member.id) for member in selling(request))}
        return number if known else None
    if value.lower() in {"团队", "全队", "team"}:
        return TEAM
    found = called(request, value)
    return int(found.member.id) if found and not found.rest else None


def _saved(request: Request, draft: Draft, found: Advice) -> Answers:
    """Sets the target: what is said of it, and what those hear whom it concerns."""
    currency, facts = request.its_team.currency, facts_of(request, draft)
    if draft.metric is None or draft.amount is None or (draft.member is not None and facts.member is None):
        raise Refusal(say("button-old"))
    if facts.before == draft.amount:
        return (answer(say("target-same", amount=aimed(draft.metric, draft.amount, currency))),)
    told = put(request, [draft])
    lines = (set_line(request.its_team, draft, facts.member, facts.before), *verdict(draft, found))
    return (
        answer(*lines, *_by_presence(request, draft), *usual(draft, found, currency), *_of_parts(request, draft)),
        *told,
    )


def _by_presence(request: Request, draft: Draft) -> Iterator[Say]:
    """What is left of a member's target in a team that prorates."""
    member = members.get(request.db, request.its_team.id, draft.member) if draft.member else None
    if member is None or draft.metric is None or draft.period is None or draft.amount is None:
        return
    left = aims(request.db, request.its_team, draft.period, draft.metric).get(member.id, 0)
    if left != draft.amount:
        full, now = (aimed(draft.metric, amount, request.its_team.currency) for amount in (draft.amount, left))
        yield say("target-prorated", name=member.name, period=draft.period, before=full, amount=now)


def _of_parts(request: Request, draft: Draft) -> Iterator[Say]:
    """The targets of the period as they stand now, where they are of net sales."""
    if draft.metric is Metric.NET and draft.period is not None:
        yield from overview(request, draft.period)
