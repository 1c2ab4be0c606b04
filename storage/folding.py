"""Two chats that turn out to be one: a group that became a supergroup and was seen there before the news of it.

What both collected is kept, in the older chat and the older team. Somebody who is a member of both teams is one
member afterwards.
"""

from sqlalchemy import Connection, case, delete, select, update

from kpi.entry import MONEY_MEASURES
from kpi.ids import ChatId, MemberId, TeamId
from kpi.metrics import CATALOGUE, Metric, Unit
from kpi.team import Member, Team
from storage import aliases, calendars, customers, members, period_locks, targets, totals
from storage import tables as t
from storage.folding_pay import move_pay
from storage.folding_plans import move_alerts, move_plans
from storage.folding_training import move_training
from storage.renumbering import Renumbered, in_units_of, renumbered
from storage.rows import as_team, defer_foreign_keys


def fold_chat(db: Connection, one: ChatId, other: ChatId) -> ChatId:
    """Makes one chat of two, with one team at most. Returns the chat that is left."""
    kept, stray = sorted((one, other))
    _settle_questions(db, kept, stray)
    for table in (t.slot, t.outbox, t.question):
        db.execute(update(table).where(table.c.chat_id == stray).values(chat_id=kept))
    _fold_teams(db, kept, stray)
    db.execute(delete(t.chat).where(t.chat.c.id == stray))
    return kept


def _settle_questions(db: Connection, kept: ChatId, stray: ChatId) -> None:
    """One open question to a person in a chat: the later one, which was asked in the stray chat."""
    column = t.question.c
    asked_again = select(column.person_id).where(column.chat_id == stray, column.closed_at.is_(None))
    superseded = (column.chat_id == kept, column.closed_at.is_(None), column.person_id.in_(asked_again))
    db.execute(delete(t.question).where(*superseded))


def _fold_teams(db: Connection, kept: ChatId, stray: ChatId) -> None:
    rows = db.execute(select(t.team).where(t.team.c.chat_id.in_((kept, stray))).order_by(t.team.c.id))
    found = [as_team(row) for row in rows]
    for younger in found[1:]:
        _fold_team(db, younger, found[0])
    for older in found[:1]:
        db.execute(update(t.team).where(t.team.c.id == older.id).values(chat_id=kept))


def _fold_team(db: Connection, younger: Team, older: Team) -> None:
    """Moves the books of `younger` into `older`, whose settings stay."""
    defer_foreign_keys(db)
    same = _same_members(db, younger.id, older.id)
    _move_members(db, younger.id, older.id, same)
    _move_entries(db, younger, older, same)
    _move_customers(db, younger.id, older.id, same)
    _move_targets(db, younger, older, same)
    _move_locks(db, younger, older, same)
    _move_calendars(db, younger.id, older.id, same)
    _move_audit(db, younger.id, older.id, same)
    _move_aliases(db, younger.id, older.id, same)
    _move_checks(db, younger.id, older.id, same)
    _move_feedback(db, younger.id, older.id, same)
    _move_pks(db, younger, older, same)
    _move_stock(db, younger, older, same)
    _move_team_pks(db, younger.id, older.id)
    move_pay(db, younger, older, same)
    move_alerts(db, younger, older, same)
    move_plans(db, younger, older, same)
    move_training(db, younger.id, older.id, same)
    for team in (younger, older):
        totals.rebuild(db, team.id)
    for table in (
        t.post,
        t.live_card,
        t.score_weight,
        t.low_stock,
        t.metric_off,
        t.watch_crossed,
        t.watch,
        t.trial,
        t.coaching_choice,
    ):
        db.execute(delete(table).where(table.c.team_id == younger.id))
    _move_products(db, younger.id, older.id)
    for table in (t.question, t.open_report, t.sheet):
        db.execute(update(table).where(table.c.team_id == younger.id).values(team_id=older.id))
    db.execute(update(t.person).where(t.person.c.current_team == younger.id).values(current_team=older.id))
    db.execute(update(t.trial).where(t.trial.c.chosen_before == younger.id).values(chosen_before=older.id))
    db.execute(delete(t.team).where(t.team.c.id == younger.id))


def _same_members(db: Connection, younger: TeamId, older: TeamId) -> Renumbered:
    """The members of `younger` whose person is a member of `older` too, and their numbers there."""
    there = {member.person: member for member in members.of_team(db, older) if member.person is not None}
    same = {}
    for member in members.of_team(db, younger):
        if member.person in there:
            known = there[member.person]
            same[int(member.id)] = int(known.id)
            _join(db, known, member)
    return same


def _join(db: Connection, known: Member, again: Member) -> None:
    """What was decided about somebody in either team holds."""
    members.set_role(db, known.team, known.id, known.role or again.role)
    members.set_active(db, known.team, known.id, active=known.active or again.active)


def _move_members(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    theirs = t.member.c.team_id == younger
    db.execute(delete(t.member).where(theirs, t.member.c.id.in_(same)))
    db.execute(update(t.member).where(theirs).values(team_id=older))


def _move_entries(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    entry, line = t.entry.c, t.entry_line.c
    moved = {"team_id": older.id, "author_id": renumbered(entry.author_id, same)}
    db.execute(update(t.entry).where(entry.team_id == younger.id).values(moved))
    amount = in_units_of(older, younger, line.value)
    moved = {
        "team_id": older.id,
        "value": case((line.measure.in_(MONEY_MEASURES), amount), else_=line.value),
        "member_id": renumbered(line.member_id, same),
        "recorded_by": renumbered(line.recorded_by, same),
        "voided_by": renumbered(line.voided_by, same),
    }
    db.execute(update(t.entry_line).where(line.team_id == younger.id).values(moved))
    for table in (t.adjustment, t.day_replaced, t.line_product, t.shipment):
        db.execute(update(table).where(table.c.team_id == younger.id).values(team_id=older.id))


def _move_targets(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    """A target of both teams is the younger team's, which was set last."""
    column = t.target.c
    theirs = column.team_id == younger.id
    money = column.metric.in_([metric for metric in Metric if CATALOGUE[metric].unit is Unit.MONEY])
    amount = case((money, in_units_of(older, younger, column.amount)), else_=column.amount).label("minor")
    rows = db.execute(select(*column, amount).where(theirs)).all()
    db.execute(delete(t.target).where(theirs))
    for row in rows:
        whose = None if row.member_id is None else MemberId(same.get(row.member_id, row.member_id))
        by = MemberId(same.get(row.set_by, row.set_by))
        new = (row.period, row.minor, row.metric)
        targets.set_target(db, older.id, whose, *new, by=by, at=row.set_at, whole_time=row.whole_time)


def _move_locks(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    """What is locked in either team is locked."""
    for found in period_locks.locked(db, younger.id):
        by = MemberId(same.get(found.by, found.by))
        period_locks.lock(db, older.id, found.period, by=by, at=found.at)
        period_locks.unlock(db, younger.id, found.period)


def _move_calendars(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    """Leave of either team is leave; days and members whose weight and time the older team knows keep them."""
    for row in db.execute(select(t.leave_day).where(t.leave_day.c.team_id == younger)).all():
        member = MemberId(same.get(row.member_id, row.member_id))
        calendars.set_leave(db, older, member, (row.business_date,), away=True)
    db.execute(delete(t.leave_day).where(t.leave_day.c.team_id == younger))
    day, there, kept = t.day_weight.c, t.presence.c, t.day_weight.alias()
    known = select(kept.c.business_date).where(kept.c.team_id == older)
    db.execute(delete(t.day_weight).where(day.team_id == younger, day.business_date.in_(known)))
    db.execute(delete(t.presence).where(there.team_id == younger, there.member_id.in_(same)))
    for table in (t.day_weight, t.presence):
        db.execute(update(table).where(table.c.team_id == younger).values(team_id=older))


def _move_customers(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    """A name that both teams have is one customer: the older team's, with what the younger sold to them."""
    alike = _same_customers(db, younger, older)
    line, merge, customer = t.line_customer.c, t.customer_merge.c, t.customer.c
    moved = {"team_id": older, "customer_id": renumbered(line.customer_id, alike)}
    db.execute(update(t.line_customer).where(line.team_id == younger).values(moved))
    db.execute(delete(t.customer_merge).where(merge.team_id == younger, merge.gone_id.in_(alike)))
    moved = {
        "team_id": older,
        "kept_id": renumbered(merge.kept_id, alike),
        "merged_by": renumbered(merge.merged_by, same),
        "undone_by": renumbered(merge.undone_by, same),
    }
    db.execute(update(t.customer_merge).where(merge.team_id == younger).values(moved))
    db.execute(delete(t.customer).where(customer.team_id == younger, customer.id.in_(alike)))
    db.execute(update(t.customer).where(customer.team_id == younger).values(team_id=older))
    customers.settle(db, older)


def _same_customers(db: Connection, younger: TeamId, older: TeamId) -> Renumbered:
    """The customers of `younger` whose name `older` has too, and their numbers there."""
    theirs, ours = t.customer.alias("theirs"), t.customer.c
    both = (theirs.c.team_id == younger, ours.team_id == older, theirs.c.alias_key == ours.alias_key)
    rows = db.execute(select(theirs.c.id.label("theirs"), ours.id.label("ours")).where(*both))
    return {row.theirs: row.ours for row in rows}


def _move_products(db: Connection, younger: TeamId, older: TeamId) -> None:
    column = t.product.c
    known = select(column.name).where(column.team_id == older).scalar_subquery()
    theirs = column.team_id == younger
    db.execute(update(t.product).where(theirs, column.name.not_in(known)).values(team_id=older))
    db.execute(delete(t.product).where(theirs))


def _move_audit(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    column = t.audit.c
    moved = {
        "team_id": older,
        "by_id": renumbered(column.by_id, same),
        "member_id": renumbered(column.member_id, same),
    }
    db.execute(update(t.audit).where(column.team_id == younger).values(moved))


def _move_aliases(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    """An alias of both teams is whom the younger team said last."""
    column = t.member_alias.c
    rows = db.execute(select(column.alias, column.member_id).where(column.team_id == younger)).all()
    db.execute(delete(t.member_alias).where(column.team_id == younger))
    for row in rows:
        aliases.remember(db, older, row.alias, MemberId(same.get(row.member_id, row.member_id)))


def _move_checks(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    column = t.entry_check.c
    moved = {"team_id": older, "checked_by": renumbered(column.checked_by, same)}
    db.execute(update(t.entry_check).where(column.team_id == younger).values(moved))


def _move_feedback(db: Connection, younger: TeamId, older: TeamId, same: Renumbered) -> None:
    column = t.feedback.c
    moved = {"team_id": older, "solved_by": renumbered(column.solved_by, same)}
    db.execute(update(t.feedback).where(column.team_id == younger).values(moved))


def _move_pks(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    column = t.pk.c
    moved = {
        "team_id": older.id,
        "left_id": renumbered(column.left_id, same),
        "right_id": renumbered(column.right_id, same),
        "left_start": in_units_of(older, younger, column.left_start),
        "right_start": in_units_of(older, younger, column.right_start),
        "asked_by": renumbered(column.asked_by, same),
    }
    db.execute(update(t.pk).where(column.team_id == younger.id).values(moved))


def _move_stock(db: Connection, younger: Team, older: Team, same: Renumbered) -> None:
    """Which products run low is told anew."""
    column = t.stock_move.c
    moved = {
        "team_id": older.id,
        "made_by": renumbered(column.made_by, same),
        "voided_by": renumbered(column.voided_by, same),
        "cost_minor": in_units_of(older, younger, column.cost_minor),
    }
    db.execute(update(t.stock_move).where(column.team_id == younger.id).values(moved))


def _move_team_pks(db: Connection, younger: TeamId, older: TeamId) -> None:
    """A team is not compared with itself."""
    column, both = t.team_pk.c, (younger, older)
    db.execute(delete(t.team_pk).where(column.left_team.in_(both), column.right_team.in_(both)))
    for side in (column.left_team, column.right_team):
        db.execute(update(t.team_pk).where(side == younger).values({side.name: older}))
