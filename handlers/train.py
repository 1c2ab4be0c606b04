"""培训: what a team is to learn: opened, answered and done by everybody, seen by the lead, and what came of it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from bot.audit import note
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, Where, answer, data
from bot.day_spans import read_days
from bot.leads import lead, of_this_team, refuse_viewer
from bot.lessons import learners
from bot.metric_figures import figures
from bot.metric_words import metric_at, name, worded
from kpi.ids import MemberId
from kpi.lesson import WINDOW, Lesson, Progress, Quiz
from kpi.message import Button, Joined, Say, joined, say
from kpi.metrics import Metric
from kpi.period import Grain, Period, business_date
from kpi.team import Member
from storage import lessons, members

train = Capability()

_NEW, _QUIZ, _EFFECT, _OFF = (
    {"new", "新建", "add"},
    {"quiz", "测验", "题"},
    {"effect", "效果"},
    {"off", "删除", "remove"},
)
_DUE = re.compile(r"(?:^|\s)(?:到|截止|by|until|due)\s*(?P<day>[^\s]+(?:\s+[A-Za-z]{3,9})?)\s*$", re.IGNORECASE)
_METRIC = re.compile(r"(?:^|\s)(?:指标|for)\s+(?P<metric>.+?)\s*$", re.IGNORECASE)
_LONGEST_TITLE, _LONGEST_BODY = 40, 1500
_MOST = 10  # lessons in a list
_EXAMPLES_ZH = (
    "/train",
    "/train new 产品知识 https://example.com/mask 指标 复购率 到 6-20",
    "/train quiz 产品知识 面膜多久敷一次？| 每天 | *一周两次",
    "/train effect 产品知识",
)
_EXAMPLES_EN = (
    "/train",
    "/train new Products https://example.com/mask for repurchase rate by 6-20",
    "/train quiz Products How often a mask? | daily | *twice a week",
    "/train effect Products",
)


@train.command("train", words=("培训", "学习"), where=Where.PRIVATE, zh=_EXAMPLES_ZH, en=_EXAMPLES_EN)
def show_or_teach(request: Request) -> Answers:
    """What is to be learnt. A lead adds something, a question to it, or looks at what came of it."""
    refuse_viewer(request)
    word, _, rest = request.arguments.partition(" ")
    if not request.arguments:
        return (_listed(request),)
    if word.casefold() in _NEW:
        return (_new(request, rest.strip()),)
    lead(request)
    if word.casefold() not in _QUIZ | _EFFECT | _OFF:
        raise Refusal(say("train-no-such", title=request.arguments[:_LONGEST_TITLE]))
    lesson, more = _meant(request, rest.strip())
    if word.casefold() in _QUIZ:
        return (_quiz(request, lesson, more),)
    if word.casefold() in _EFFECT:
        return (answer(*_effect(request, lesson)),)
    lessons.remove(request.db, lesson, request.now)
    note(request, say("audit-lesson-off", title=lesson.title))
    return (_listed(request),)


def _listed(request: Request) -> Answer:
    """Everything that is to be learnt: for a lead with who is done."""
    found = lessons.of_team(request.db, request.its_team.id)[:_MOST]
    lines = [_line(request, lesson) for lesson in found]
    buttons = tuple(
        (Button(say("button-lesson", title=each.title), data("lesson", request.its_team.id, each.id)),)
        for each in found
    )
    how = [say("train-how")] if request.is_lead else []
    return answer(
        say("train-head" if found else "train-none", team=request.its_team.name), *lines, *how, buttons=buttons
    )


def _line(request: Request, lesson: Lesson) -> Say:
    progress = lessons.progress(request.db, lesson)
    pupils = learners(request.db, request.its_team)
    own = progress.get(request.member.id) if request.member else None
    done = sum(each.id in progress and progress[each.id].done_at is not None for each in pupils)
    parts = joined(
        say("train-name", title=lesson.title),
        say("train-until", day=lesson.due) if lesson.due else None,
        say("train-metric", metric=joined(name(lesson.metric))) if lesson.metric else None,
        say("train-progress", done=done, of=len(pupils)) if request.is_lead else None,
    )
    return say("train-line-done" if _is_done(own) else "train-line", parts=parts)


def _new(request: Request, text: str) -> Answer:
    """产品知识 https://… 指标 复购率 到 6-20: a title, what to read, and what it is for."""
    by = lead(request)
    due, text = _due(request, text)
    metric, text = _metric_of(text)
    title, body = _titled(text)
    if not title or not body.strip():
        raise Usage
    if len(title) > _LONGEST_TITLE or len(body) > _LONGEST_BODY:
        raise Refusal(say("train-too-long"))
    lesson = lessons.add(request.db, request.its_team.id, title, body.strip(), metric, due, by=by.id, at=request.now)
    note(request, say("audit-lesson", title=title))
    return answer(say("train-added", title=title), _line(request, lesson), say("train-quiz-how", title=title))


def _titled(text: str) -> tuple[str, str]:
    """A title and what to read: what stands before a link, else the first word."""
    before, link, after = text.partition(" http")
    if link and len(before) <= _LONGEST_TITLE:
        return before.strip(), f"http{after}"
    title, _, body = text.partition(" ")
    return title, body


def _due(request: Request, text: str) -> tuple[date | None, str]:
    said = _DUE.search(text)
    days = read_days(said["day"], request.today) if said else None
    if said is None:
        return None, text
    if days is None:
        if any(letter.isdigit() for letter in said["day"]):
            raise Refusal(say("train-no-day", day=said["day"]))
        return None, text
    if days.start < request.today:
        raise Refusal(say("train-past"))
    return days.start, text[: said.start()].strip()


def _metric_of(text: str) -> tuple[Metric | None, str]:
    said = _METRIC.search(text)
    found = metric_at(said["metric"]) if said else None
    if said is None or found is None or found[1]:
        return None, text
    return found[0], text[: said.start()].strip()


def _quiz(request: Request, lesson: Lesson, text: str) -> Answer:
    """A question and its answers, separated by bars; the right one has a star."""
    question, *options = [part.strip() for part in re.split(r"[|｜]", text)]
    right = [place for place, option in enumerate(options) if option.startswith("*")]
    if not question or len(right) != 1:
        raise Refusal(say("train-quiz-how", title=lesson.title))
    try:
        quiz = Quiz(question, tuple(option.removeprefix("*").strip() for option in options), right[0])
    except ValueError:
        raise Refusal(say("train-quiz-how", title=lesson.title)) from None
    lessons.set_quiz(request.db, lesson, quiz)
    return answer(say("train-quiz-set", title=lesson.title), say("train-question", question=question))


def _meant(request: Request, text: str) -> tuple[Lesson, str]:
    """The lesson whose title the text begins with. `Refusal` when there is none."""
    for lesson in lessons.of_team(request.db, request.its_team.id):
        if text.casefold().startswith(lesson.title.casefold()):
            return lesson, text[len(lesson.title) :].strip()
    raise Refusal(say("train-no-such", title=text[:_LONGEST_TITLE] or "—"))


@train.press("lesson")
def open_lesson(request: Request) -> Answers:
    """What there is to read, with the way to be done."""
    return (_shown(request, _at(request)),)


def _shown(request: Request, lesson: Lesson) -> Answer:
    own = _own_done(request, lesson)
    lines = [say("train-title", title=lesson.title), say("train-body", body=lesson.body)]
    if lesson.quiz is not None and not own:
        lines.append(say("train-question", question=lesson.quiz.question))
    if own:
        lines.append(say("train-is-done"))
    if request.is_lead:
        lines += list(_who(request, lesson))
    return answer(*lines, buttons=() if own else _ways(request, lesson), slot=f"lesson:{lesson.id}")


def _ways(request: Request, lesson: Lesson) -> tuple[tuple[Button, ...], ...]:
    team = request.its_team.id
    if lesson.quiz is None:
        return ((Button(say("button-lesson-done"), data("lesson-done", team, lesson.id)),),)
    return tuple(
        (Button(say("button-lesson-option", option=option), data("lesson-done", team, lesson.id, place)),)
        for place, option in enumerate(lesson.quiz.options)
    )


def _who(request: Request, lesson: Lesson) -> Iterator[Say]:
    progress = lessons.progress(request.db, lesson)
    done = [each for each in learners(request.db, request.its_team) if _is_done(progress.get(each.id))]
    left = [each for each in learners(request.db, request.its_team) if not _is_done(progress.get(each.id))]
    if done:
        yield say("train-who-done", names=_names(done))
    if left:
        yield say("train-who-left", names=_names(left))


def _is_done(progress: Progress | None) -> bool:
    return progress is not None and progress.done_at is not None


def _names(people: list[Member]) -> Joined:
    return joined(*(say("plan-name", name=each.name) for each in people))


def _own_done(request: Request, lesson: Lesson) -> bool:
    return request.member is not None and _is_done(lessons.progress(request.db, lesson).get(request.member.id))


@train.press("lesson-done")
def finish(request: Request) -> Answers:
    """The person is done, when the answer to its question is right."""
    lesson = _at(request)
    refuse_viewer(request)
    if request.member is None or not request.member.active:
        raise Refusal(say("not-a-member"))
    if lesson.quiz is not None and request.number(2) != lesson.quiz.correct:
        raise Refusal(say("train-wrong"))
    lessons.done(request.db, lesson, request.member.id, request.now)
    return (_shown(request, lesson),)


def _at(request: Request) -> Lesson:
    of_this_team(request, 0)
    found = lessons.get(request.db, request.its_team.id, request.number(1))
    if found is None or request.in_group:
        raise Refusal(say("button-old"))
    return found


def _effect(request: Request, lesson: Lesson) -> Iterator[Say]:
    """The metric of each who is done, in the days before and after; no proof of anything."""
    yield say("train-effect-head", title=lesson.title)
    if lesson.metric is None:
        yield say("train-no-metric")
        return
    done = {m: p.done_at for m, p in lessons.progress(request.db, lesson).items() if p.done_at is not None}
    names = {member.id: member.name for member in members.of_team(request.db, request.its_team.id)}
    yield say("train-effect-metric", metric=joined(name(lesson.metric)), days=WINDOW.days)
    if not done:
        yield say("train-nobody-done")
    team = request.its_team
    for member, at in done.items():
        day = business_date(at, team.zone, team.day_close)
        before = _value(request, lesson.metric, member, Period(Grain.WEEK, day - WINDOW, day))
        after = _value(request, lesson.metric, member, Period(Grain.WEEK, day, min(day + WINDOW, _tomorrow(request))))
        yield say("train-effect", name=names[member], before=before, after=after)
    yield say("train-no-proof")


def _tomorrow(request: Request) -> date:
    return request.today + timedelta(days=1)


def _value(request: Request, metric: Metric, member: MemberId, days: Period) -> Joined:
    """What it was, with how much that rests on."""
    found = figures(request.db, request.its_team, metric, days, days.last).sellers
    own = next((each for each in found if each.member == member), None)
    value: Fraction | None = own.value if own else None
    shown = worded(metric, value, request.its_team.currency)
    n = own.n if own else None
    return joined(shown, None if n is None else say("train-sample", n=n))
