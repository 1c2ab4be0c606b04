"""Setting targets: the books, the record of changes, and who is to hear of it."""

from collections.abc import Iterable, Iterator

from bot.aim_draft import TEAM, Draft
from bot.aim_text import aimed, what, whose
from bot.audit import note
from bot.command import Answer, Answers, Request
from bot.leads import lead
from bot.telling import private_chat
from kpi.ids import MemberId
from kpi.message import Joined, Message, Say, Value, joined, say
from kpi.metrics import Metric
from kpi.period import Grain, Period
from kpi.team import Member
from storage import chats, members, targets


def put(request: Request, drafts: Iterable[Draft], *, whole_time: frozenset[MemberId] = frozenset()) -> Answers:
    """Sets targets of which everything is known, and tells each member of theirs in one message.

    Of a change of the team's own, that was made elsewhere, the group hears. Those of members in `whole_time` are what
    somebody would get who is there on all days.
    """
    team, by = request.its_team, lead(request)
    told: dict[MemberId | None, list[Say]] = {}
    for draft in drafts:
        if draft.metric is None or draft.period is None or draft.amount is None:
            continue
        before = targets.targets(request.db, team.id, draft.period.key, draft.metric).get(draft.member)
        full = draft.member in whole_time
        if before == draft.amount and not full:
            continue
        key, metric = (team.id, draft.member, draft.period.key, draft.amount), draft.metric
        targets.set_target(request.db, *key, metric, by=by.id, at=request.now, whole_time=full)
        _note(request, draft, before)
        if draft.member is not None or before is not None:
            told.setdefault(draft.member, []).append(_telling(request, draft, before))
    return tuple(answer for member, lines in told.items() for answer in _told(request, member, lines, by))


def _note(request: Request, draft: Draft, before: int | None) -> None:
    """For the record of changes."""
    metric, period, member = draft.metric or Metric.NET, draft.period, _member(request, draft)
    noted = say("target-noted", amount=_aimed(request, draft, before)) if before is not None else None
    subject = _subject(member, metric, period)
    note(request, subject, old=noted, new=_reasoned(request, draft), member=member, period=period)


def _subject(member: Member | None, metric: Metric, period: Period | None) -> Say:
    if metric is Metric.NET and period is not None and period.grain is Grain.MONTH:
        return say("audit-target", whose=whose(member), month=period)
    return say("audit-target-of", whose=whose(member), period=period, metric=what(metric))


def _member(request: Request, draft: Draft) -> Member | None:
    return members.get(request.db, request.its_team.id, draft.member) if draft.whose != TEAM and draft.member else None


def _aimed(request: Request, draft: Draft, amount: int | None) -> Joined:
    return aimed(draft.metric or Metric.NET, amount or 0, request.its_team.currency)


def _reasoned(request: Request, draft: Draft) -> Say:
    """The new amount, and why."""
    amount = _aimed(request, draft, draft.amount)
    if draft.reason:
        return say("target-noted-because", amount=amount, reason=draft.reason)
    return say("target-noted", amount=amount)


def _telling(request: Request, draft: Draft, before: int | None) -> Say:
    values: dict[str, Value] = {
        "name": lead(request).name,
        "team": request.its_team.name,
        "whose": joined(say("target-of-team" if draft.member is None else "target-yours")),
        "period": draft.period,
        "metric": what(draft.metric or Metric.NET),
        "now": joined(_reasoned(request, draft)),
    }
    if before is None:
        return say("target-told", **values)
    return say("target-told-anew", before=_aimed(request, draft, before), **values)


def _told(request: Request, member: MemberId | None, lines: list[Say], by: Member) -> Iterator[Answer]:
    if member is None:
        group = chats.chat(request.db, request.its_team.chat)
        if group.active and not request.in_group:
            yield Answer(Message(tuple(lines)), chat=group, topic=request.its_team.topic)
        return
    found = members.get(request.db, request.its_team.id, member) if member != by.id else None
    chat = private_chat(request.db, found) if found is not None else None
    if chat is not None:
        yield Answer(Message(tuple(lines)), chat=chat)
