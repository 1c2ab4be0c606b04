"""The team: who is in it and what they may do."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import assert_never

from bot.audit import note
from bot.called import Called, called, nobody
from bot.command import Answer, Answers, Capability, Refusal, Request, Usage, answer, data
from bot.events import another_group, join_button
from bot.leads import lead
from bot.names import clean
from bot.participation import participation_lines, share_lines
from bot.periods import read_period
from bot.privacy import of_reader
from bot.retention import retention_lines
from kpi.message import Button, Joined, Say, joined, say
from kpi.team import Member, Role, role_of
from storage import members

team = Capability()

_LONGEST_LIST = 50  # members; with the longest names that is 3,600 of the 4,096 units of a message


class Action(Enum):
    """What a lead may do with a member."""

    ROLE = "role"
    REMOVE = "remove"
    RENAME = "rename"


class View(Enum):
    """What can be looked at of all members together."""

    ACTIVE = "active"  # how steadily they report
    SHARES = "shares"  # how much each brings
    STAYING = "staying"  # what a lead should know before somebody leaves


_ACTIONS = {
    "role": Action.ROLE, "角色": Action.ROLE,
    "remove": Action.REMOVE, "移除": Action.REMOVE, "移出": Action.REMOVE,
    "rename": Action.RENAME, "改名": Action.RENAME,
}  # fmt: skip

_VIEWS = {
    "active": View.ACTIVE, "活跃": View.ACTIVE, "报单率": View.ACTIVE,
    "staying": View.STAYING, "留人": View.STAYING, "retention": View.STAYING,
    "shares": View.SHARES, "share": View.SHARES, "占比": View.SHARES, "贡献": View.SHARES,
}  # fmt: skip

_NEW = {"new", "新建", "新团队"}

_ROLES = {
    "lead": Role.LEAD, "团队长": Role.LEAD, "组长": Role.LEAD,
    "seller": Role.SELLER, "销售": Role.SELLER,
    "viewer": Role.VIEWER, "只看": Role.VIEWER,
    "auto": None, "自动": None,
}  # fmt: skip


@team.command(
    "team",
    words=("团队", "成员", "team"),
    zh=(
        "/team",
        "/team 活跃",
        "/team 占比 上月",
        "/team 留人",
        "团队 角色 小美 组长",
        "团队 移除 小美",
        "团队 改名 小美 美美",
        "团队 新建",
    ),
    en=(
        "/team",
        "/team active",
        "/team shares last month",
        "/team staying",
        "/team role @Ken viewer",
        "/team remove @Ken",
        "/team rename Ken Kenneth",
        "/team new",
    ),
)
def show_or_change(request: Request) -> Answers:
    """Lists the members, or does something with one of them."""
    if not request.arguments:
        return (_list(request),)
    word, _, rest = request.arguments.partition(" ")
    if word.lower() in _NEW and not rest:
        return (answer(say("team-new"), buttons=((another_group(request.bot_username),),)),)
    if (looking := _VIEWS.get(word.lower())) is not None:
        return (_view(request, looking, rest),)
    action = _ACTIONS.get(word.lower())
    if action is None or not rest.strip():
        raise Usage
    lead(request)
    return (_change(request, action, _meant(request, rest.strip())),)


def _list(request: Request) -> Answer:
    everybody = [member for member in _members(request) if member.active]
    order = list(Role)
    shown = sorted(everybody, key=lambda member: order.index(role_of(member)))
    lines = [say("team-member", what=_described(member)) for member in shown[:_LONGEST_LIST]]
    if len(shown) > _LONGEST_LIST:
        lines.append(say("team-more", n=len(shown) - _LONGEST_LIST))
    head = say("team-head", team=request.its_team.name, n=len(everybody))
    how = say("team-how" if request.is_lead else "team-how-to-join")
    offered = [view for view in View if view is not View.STAYING or (request.is_lead and not request.in_group)]
    views = tuple(Button(say(f"button-team-{view.value}"), data("team-view", view.value)) for view in offered)
    return answer(head, *lines, how, buttons=(views, (join_button(request.bot_username, request.its_team),)))


@team.press("team-view")
def viewed(request: Request) -> Answers:
    """The same as the words, for this month."""
    for view in View:
        if request.values[:1] == (view.value,):
            return (_view(request, view, ""),)
    raise Refusal(say("button-old"))


def _view(request: Request, view: View, named: str) -> Answer:
    """Of this month when nothing is said. Who reports little is told by name to leads alone."""
    period = read_period(named or "month", request.today)
    if period is None or period.start > request.today:
        raise Usage
    db, its_team, today = request.db, request.its_team, request.today
    match view:
        case View.ACTIVE if request.is_lead and not request.in_group:
            return answer(*participation_lines(db, its_team, period, today))
        case View.ACTIVE:
            return answer(*participation_lines(db, its_team, period, today, of=(request.member,)))
        case View.STAYING:
            lead(request)
            if request.in_group:
                raise Refusal(say("team-staying-private"))
            return answer(*retention_lines(db, its_team, today))
        case View.SHARES:
            return answer(*share_lines(db, its_team, period, today, of_reader(request)))


def _described(member: Member) -> Joined:
    telegram = say("team-without-telegram") if member.person is None else None
    return joined(say("team-name", name=member.name), _role(role_of(member)), telegram)


def _role(role: Role) -> Say:
    return say(f"role-{role.value}")


def _meant(request: Request, text: str) -> Called:
    found = called(request, text)
    if found is None:
        raise nobody(text)
    return found


def _change(request: Request, action: Action, whom: Called) -> Answer:
    match action:
        case Action.ROLE:
            return _give_role(request, whom)
        case Action.REMOVE:
            return _remove(request, whom)
        case Action.RENAME:
            return _rename(request, whom)
        case _:
            assert_never(action)


def _give_role(request: Request, whom: Called) -> Answer:
    """Gives a role by hand, or with `auto` leaves it to who administrates the group."""
    wanted = whom.rest.lower()
    if wanted not in _ROLES:
        raise Usage
    changed = replace(whom.member, role=_ROLES[wanted])
    _still_led(request, changed)
    members.set_role(request.db, changed.team, changed.id, changed.role)
    old, new = (_role(role_of(member)) for member in (whom.member, changed))
    note(request, say("audit-role", name=changed.name), old=old, new=new, member=changed)
    return answer(say("team-role-given", name=changed.name, role=joined(_role(role_of(changed)))))


def _remove(request: Request, whom: Called) -> Answer:
    """Takes a member out of the team, whose past stays in the books. A lead by hand is none any more."""
    if whom.rest:
        raise Usage
    role = None if whom.member.role is Role.LEAD else whom.member.role
    gone = replace(whom.member, role=role, active=False)
    _still_led(request, gone)
    members.set_role(request.db, gone.team, gone.id, gone.role)
    members.set_active(request.db, gone.team, gone.id, active=False)
    note(request, say("audit-removed", name=gone.name), member=gone)
    return answer(say("team-removed", name=gone.name))


def _rename(request: Request, whom: Called) -> Answer:
    name = clean(whom.rest, "")
    if not name:
        raise Usage
    if any(member.active and member.name == name for member in _members(request)):
        raise Refusal(say("team-name-taken", name=name))
    members.set_name(request.db, whom.member.team, whom.member.id, name)
    old, new = (say("team-name", name=called) for called in (whom.member.name, name))
    note(request, say("audit-renamed"), old=old, new=new, member=whom.member)
    return answer(say("team-renamed", before=whom.member.name, name=name))


def _still_led(request: Request, changed: Member) -> None:
    """Refuses to leave the team without a lead, since nobody could give it one."""
    after = [changed if member.id == changed.id else member for member in _members(request)]
    if not any(member.active and role_of(member) is Role.LEAD for member in after):
        raise Refusal(say("team-last-lead"))


def _members(request: Request) -> Sequence[Member]:
    return members.of_team(request.db, request.its_team.id)
