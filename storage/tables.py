"""The tables. Rules live on the values of `kpi/`; here are only columns, keys and the last line of defence."""

from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, MetaData, Text, UniqueConstraint, text
from sqlalchemy.ext.declarative import DeferredReflection
from sqlmodel import Field, SQLModel

from kpi.coaching import Answer, Rule
from kpi.entry import How, Measure
from kpi.metrics import Metric
from kpi.money import MINOR_LIMIT
from kpi.pay.closing import MonthStage, SlipStage
from kpi.pay.facts import Reason as RewardReason
from kpi.pay.facts import Stage as RewardStage
from kpi.pay.pool import SharedBy
from kpi.pay.versions import RulesStage
from kpi.period import Grain
from kpi.pk import Stage
from kpi.plan import Stage as PlanStage
from kpi.stock import Step
from kpi.team import ChatKind, Openness, Role, Shows
from kpi.watch import Side
from storage.types import Choice, Day, Flag, Instant, Pauses, Weekdays, Whole

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# AUTOINCREMENT: without it SQLite gives the number of a deleted row to the next one, and an old button would then
# mean somebody else's.
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_NUMBERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}


class Progress(Enum):
    """How far a message of the outbox got."""

    WAITING = "waiting"
    SENDING = "sending"  # its request is on the way: after a crash nobody knows whether it arrived
    SENT = "sent"
    GONE = "gone"  # it will not be sent


class Table(DeferredReflection, SQLModel):
    """What all tables share. Nobody makes objects of rows, so what only these need is never made of 70 classes: it
    takes 50 ms of each start, and 2 MB.
    """

    model_config = {"defer_build": True}
    metadata: ClassVar[MetaData] = metadata


def _key() -> Any:
    return Field(default=None, primary_key=True, sa_type=Whole)


def _to(column: str, *, null: bool = False, index: bool = False) -> Any:
    return Field(default=None, foreign_key=column, sa_type=Whole, nullable=null, index=index)


class ChatRow(Table, table=True):
    """A private chat or a group, under our own number."""

    __tablename__ = "chat"
    __table_args__ = (UniqueConstraint("telegram_id"), _NUMBERED)
    id: int = _key()
    telegram_id: int = Field(sa_type=Whole)
    kind: ChatKind = Field(sa_type=Choice(ChatKind))
    language: str = Field(sa_type=Text)
    active: bool = Field(sa_type=Flag)
    closed_reason: str | None = Field(default=None, sa_type=Text)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class PersonRow(Table, table=True):
    """Somebody on Telegram."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("telegram_id"), _STRICT)
    id: int = _key()
    telegram_id: int = Field(sa_type=Whole)
    name: str = Field(sa_type=Text)
    username: str | None = Field(default=None, sa_type=Text)
    language: str = Field(sa_type=Text)
    current_team: int | None = Field(default=None, sa_type=Whole)
    language_chosen: bool | None = Field(default=None, sa_type=Flag, nullable=True)


class TeamRow(Table, table=True):
    """A group's team and its settings."""

    __tablename__ = "team"
    __table_args__ = (
        UniqueConstraint("chat_id"),
        CheckConstraint("day_close BETWEEN 0 AND 720", name="day_close"),
        CheckConstraint("daily_at BETWEEN 0 AND 1439", name="daily_at"),
        CheckConstraint("weekly_at BETWEEN 0 AND 1439", name="weekly_at"),
        _NUMBERED,
    )
    id: int = _key()
    name: str = Field(sa_type=Text)
    chat_id: int = _to("chat.id")
    topic: int | None = Field(default=None, sa_type=Whole)
    language: str = Field(sa_type=Text)
    zone: str = Field(sa_type=Text)
    currency: str = Field(sa_type=Text)
    day_close: int = Field(sa_type=Whole)
    daily_at: int | None = Field(default=None, sa_type=Whole)
    weekly_at: int | None = Field(default=None, sa_type=Whole)
    scheduled_since: datetime = Field(sa_type=Instant)
    created_at: datetime = Field(sa_type=Instant)
    active: bool = Field(sa_type=Flag)
    live: bool | None = Field(default=None, sa_type=Flag, nullable=True)
    leads_see_customers: bool | None = Field(default=None, sa_type=Flag, nullable=True)
    shows: Shows | None = Field(default=None, sa_type=Choice(Shows), nullable=True)
    openness: Openness | None = Field(default=None, sa_type=Choice(Openness), nullable=True)
    work_week: str | None = Field(default=None, sa_type=Weekdays, nullable=True)
    prorates: bool | None = Field(default=None, sa_type=Flag, nullable=True)
    pauses: str | None = Field(default=None, sa_type=Pauses, nullable=True)
    stock_limit: int | None = Field(default=None, sa_type=Whole, nullable=True)
    monthly: bool | None = Field(default=None, sa_type=Flag, nullable=True)
    ship_limit: int | None = Field(default=None, sa_type=Whole, nullable=True)
    effect_days: int | None = Field(default=None, sa_type=Whole, nullable=True)
    words_kept: int | None = Field(default=None, sa_type=Whole, nullable=True)
    words_kept_since: datetime | None = Field(default=None, sa_type=Instant, nullable=True)


class MemberRow(Table, table=True):
    """Somebody in a team; without a person when they have no Telegram."""

    __tablename__ = "member"
    __table_args__ = (UniqueConstraint("team_id", "person_id"), UniqueConstraint("team_id", "id"), _NUMBERED)
    id: int = _key()
    team_id: int = _to("team.id")
    person_id: int | None = _to("person.id", null=True, index=True)
    name: str = Field(sa_type=Text)
    role: Role | None = Field(default=None, sa_type=Choice(Role), nullable=True)
    administrator: bool = Field(default=False, sa_type=Flag)
    active: bool = Field(sa_type=Flag)
    morning: bool | None = Field(default=None, sa_type=Flag, nullable=True)


def _of_team(column: str, table: str = "member") -> ForeignKeyConstraint:
    """A member (or entry) that must be of the row's own team. Deferrable, for a team that is folded into another."""
    return ForeignKeyConstraint(["team_id", column], [f"{table}.team_id", f"{table}.id"], deferrable=True)


def _where(condition: str) -> dict[str, Any]:
    """What makes an index partial. Queries must say the same words, not bind them, or it is not used."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class EntryRow(Table, table=True):
    """A report, by the message (or import, or form) that it came with. What it says are its lines."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("source", "source_ref"),
        UniqueConstraint("team_id", "id"),
        Index("ix_entry_author", "team_id", "author_id", "id"),
        _of_team("author_id"),
        _STRICT,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    author_id: int = Field(sa_type=Whole)
    source: str = Field(sa_type=Text)
    source_ref: str = Field(sa_type=Text)
    how: How = Field(sa_type=Choice(How))
    recorded_at: datetime = Field(sa_type=Instant)
    edited_at: int | None = Field(default=None, sa_type=Whole)  # Telegram's edit_date of the last edit applied


class EntryLineRow(Table, table=True):
    """One figure of one revision of a report. In force until it is voided; nothing else of it ever changes."""

    __tablename__ = "entry_line"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        _of_team("member_id"),
        _of_team("recorded_by"),
        _of_team("voided_by"),
        UniqueConstraint("entry_id", "line", "revision"),
        Index(
            "uq_entry_line_in_force", "entry_id", "line", unique=True,
            **_where("voided_at IS NULL"),
        ),
        Index("ix_entry_line_member", "team_id", "member_id", "business_date"),
        Index("ix_entry_line_changed", "team_id", "entry_id", **_where("revision > 1 OR voided_at IS NOT NULL")),
        CheckConstraint(f"value > -{MINOR_LIMIT} AND value < {MINOR_LIMIT}", name="value"),
        CheckConstraint("(voided_at IS NULL) = (voided_by IS NULL)", name="voided"),
        _STRICT,
    )  # fmt: skip
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    entry_id: int = Field(sa_type=Whole)
    line: int = Field(sa_type=Whole)
    revision: int = Field(sa_type=Whole)
    measure: Measure = Field(sa_type=Choice(Measure))
    value: int = Field(sa_type=Whole)
    business_date: date = Field(sa_type=Day)
    member_id: int = Field(sa_type=Whole)
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: int = Field(sa_type=Whole)
    voided_at: datetime | None = Field(default=None, sa_type=Instant)
    voided_by: int | None = Field(default=None, sa_type=Whole)


class EntryAnswerRow(Table, table=True):
    """Messages that completed or changed an entry, beside the one that made it: an edit of them is an edit of it."""

    __tablename__ = "entry_answer"
    __table_args__ = (Index("ix_entry_answer_entry_id", "entry_id"), _STRICT)  # or removing an entry reads them all
    source: str = Field(primary_key=True, sa_type=Text)
    source_ref: str = Field(primary_key=True, sa_type=Text)
    entry_id: int = _to("entry.id")


class MemberDayRow(Table, table=True):
    """What a member's lines in force of a day add up to."""

    __tablename__ = "member_day"
    __table_args__ = (
        _of_team("member_id"),
        Index("ix_member_day_member", "team_id", "member_id", "business_date"),  # a card reads one member of many
        _STRICT,
    )
    team_id: int = Field(primary_key=True, sa_type=Whole)
    business_date: date = Field(primary_key=True, sa_type=Day)
    measure: Measure = Field(primary_key=True, sa_type=Choice(Measure))
    member_id: int = Field(primary_key=True, sa_type=Whole)
    value: int = Field(sa_type=Whole)


class TeamDayRow(Table, table=True):
    """What the team's lines in force of a day add up to: three years in one glance."""

    __tablename__ = "team_day"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    business_date: date = Field(primary_key=True, sa_type=Day)
    measure: Measure = Field(primary_key=True, sa_type=Choice(Measure))
    value: int = Field(sa_type=Whole)


class TargetRow(Table, table=True):
    """What a member, or the whole team, is to reach of a metric in a period (`kpi.aim` tells the unit)."""

    __tablename__ = "target"
    __table_args__ = (
        _of_team("member_id"),
        _of_team("set_by"),
        Index(
            "uq_target_team", "team_id", "period", "metric", unique=True,
            **_where("member_id IS NULL"),
        ),
        UniqueConstraint("team_id", "period", "metric", "member_id"),
        CheckConstraint(f"amount > 0 AND amount < {MINOR_LIMIT}", name="amount"),
        _STRICT,
    )  # fmt: skip
    id: int = _key()
    team_id: int = _to("team.id")
    metric: Metric = Field(sa_type=Choice(Metric))
    period: str = Field(sa_type=Text)
    member_id: int | None = Field(default=None, sa_type=Whole)  # None: the whole team
    amount: int = Field(sa_type=Whole)
    whole_time: bool = Field(sa_type=Flag)
    set_by: int = Field(sa_type=Whole)
    set_at: datetime = Field(sa_type=Instant)


class QuestionRow(Table, table=True):
    """Something that the bot asked and waits on, or did."""

    __tablename__ = "question"
    __table_args__ = (
        Index(
            "uq_question_open", "chat_id", "person_id", unique=True,
            **_where("closed_at IS NULL"),
        ),
        _NUMBERED,
    )  # fmt: skip
    id: int = _key()
    team_id: int = _to("team.id")
    chat_id: int = _to("chat.id")
    person_id: int = _to("person.id")
    kind: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    asked_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class UpdateKeyRow(Table, table=True):
    """An update that was handled."""

    __tablename__ = "update_key"
    __table_args__ = (Index("ix_update_key_seen_at", "seen_at"), _STRICT)
    key: str = Field(primary_key=True, sa_type=Text)
    seen_at: datetime = Field(sa_type=Instant)
    error_id: str | None = Field(default=None, sa_type=Text)


class PostRow(Table, table=True):
    """A scheduled post that was made, or skipped."""

    __tablename__ = "post"
    __table_args__ = (Index("ix_post_due_at", "due_at"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    kind: str = Field(primary_key=True, sa_type=Text)
    period: str = Field(primary_key=True, sa_type=Text)
    due_at: datetime = Field(sa_type=Instant)
    made_at: datetime = Field(sa_type=Instant)
    state: str = Field(sa_type=Text)


class OutboxRow(Table, table=True):
    """A message on its way out, or that was."""

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (state IN ('waiting', 'sending'))", name="state"),
        Index("ix_outbox_queue", "lane", "id", **_where("state = 'waiting'")),
        Index("ix_outbox_chat", "chat_id", "lane", "id", **_where("done_at IS NULL")),
        Index("ix_outbox_slot", "chat_id", "slot", **_where("done_at IS NULL AND slot IS NOT NULL")),
        Index("ix_outbox_expires_at", "expires_at", **_where("done_at IS NULL AND expires_at IS NOT NULL")),
        Index("ix_outbox_created_at", "chat_id", "created_at"),
        _STRICT,
    )  # fmt: skip
    id: int = _key()
    chat_id: int = _to("chat.id")
    topic: int | None = Field(default=None, sa_type=Whole)
    lane: int = Field(sa_type=Whole)
    slot: str | None = Field(default=None, sa_type=Text)
    body: str = Field(sa_type=Text)
    state: Progress = Field(sa_type=Choice(Progress))
    scheduled: bool = Field(sa_type=Flag)
    attempts: int = Field(default=0, sa_type=Whole)
    created_at: datetime = Field(sa_type=Instant)
    not_before: datetime | None = Field(default=None, sa_type=Instant)
    expires_at: datetime | None = Field(default=None, sa_type=Instant)
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    reason: str | None = Field(default=None, sa_type=Text)


class SlotRow(Table, table=True):
    """The message that shows a slot now, which the next one in the slot edits."""

    __tablename__ = "slot"
    __table_args__ = (Index("ix_slot_message", "chat_id", "message_id"), _STRICT)
    chat_id: int = Field(primary_key=True, foreign_key="chat.id", sa_type=Whole)
    slot: str = Field(primary_key=True, sa_type=Text)
    message_id: int = Field(sa_type=Whole)
    photo: bool = Field(sa_type=Flag)


class PeriodLockRow(Table, table=True):
    """Days whose books are closed: nothing of them is booked, corrected or taken back. The end is not among them."""

    __tablename__ = "period_lock"
    __table_args__ = (_of_team("locked_by"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    start_day: date = Field(primary_key=True, sa_type=Day)
    grain: Grain = Field(primary_key=True, sa_type=Choice(Grain))
    end_day: date = Field(sa_type=Day)
    locked_by: int = Field(sa_type=Whole)
    locked_at: datetime = Field(sa_type=Instant)


class AdjustmentRow(Table, table=True):
    """The locked day that a line is for, which counts on an open one."""

    __tablename__ = "adjustment"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        ForeignKeyConstraint(
            ["entry_id", "line", "revision"], ["entry_line.entry_id", "entry_line.line", "entry_line.revision"]
        ),
        _STRICT,
    )
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    line: int = Field(primary_key=True, sa_type=Whole)
    revision: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    for_day: date = Field(sa_type=Day)


class CustomerRow(Table, table=True):
    """Somebody who buys, by the name that sellers use. Once forgotten they have none."""

    __tablename__ = "customer"
    __table_args__ = (
        _of_team("same_as", "customer"),
        UniqueConstraint("team_id", "alias_key"),
        UniqueConstraint("team_id", "id"),
        CheckConstraint("(alias IS NULL) = (alias_key IS NULL)", name="alias"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    alias: str | None = Field(default=None, sa_type=Text)
    alias_key: str | None = Field(default=None, sa_type=Text)  # the alias as it is compared
    same_as: int | None = Field(default=None, sa_type=Whole)  # what all merges in force come to; None: itself


class CustomerMergeRow(Table, table=True):
    """Two customers who are one: `gone_id` counts as `kept_id`, until it is undone."""

    __tablename__ = "customer_merge"
    __table_args__ = (
        _of_team("gone_id", "customer"),
        _of_team("kept_id", "customer"),
        _of_team("merged_by"),
        _of_team("undone_by"),
        Index(
            "uq_customer_merge_in_force", "team_id", "gone_id", unique=True,
            **_where("undone_at IS NULL"),
        ),
        CheckConstraint("gone_id <> kept_id", name="two"),
        CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
        _NUMBERED,
    )  # fmt: skip
    id: int = _key()
    team_id: int = _to("team.id")
    gone_id: int = Field(sa_type=Whole)
    kept_id: int = Field(sa_type=Whole)
    merged_at: datetime = Field(sa_type=Instant)
    merged_by: int = Field(sa_type=Whole)
    undone_at: datetime | None = Field(default=None, sa_type=Instant)
    undone_by: int | None = Field(default=None, sa_type=Whole)


class LineCustomerRow(Table, table=True):
    """Which customer a line of a report is about. Most lines name none, so they stand apart."""

    __tablename__ = "line_customer"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        _of_team("customer_id", "customer"),
        ForeignKeyConstraint(
            ["entry_id", "line", "revision"],
            ["entry_line.entry_id", "entry_line.line", "entry_line.revision"],
        ),
        Index("ix_line_customer_customer", "team_id", "customer_id"),
        _STRICT,
    )
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    line: int = Field(primary_key=True, sa_type=Whole)
    revision: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    customer_id: int = Field(sa_type=Whole)


class OpenReportRow(Table, table=True):
    """A report that the bot asked about. It counts nowhere until the question is answered."""

    __tablename__ = "open_report"
    __table_args__ = (
        UniqueConstraint("team_id", "source_ref"),
        Index("ix_open_report_asked_at", "asked_at"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    person_id: int = _to("person.id")
    source_ref: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    asked_at: datetime = Field(sa_type=Instant)


class ProductRow(Table, table=True):
    """What the team was seen to sell, as its reports called it."""

    __tablename__ = "product"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    name: str = Field(primary_key=True, sa_type=Text)
    first_at: datetime = Field(sa_type=Instant)


class AuditRow(Table, table=True):
    """A change of something else than an entry: who made it, what it was and is, whom or which days it concerns."""

    __tablename__ = "audit"
    __table_args__ = (
        _of_team("by_id"),
        _of_team("member_id"),
        Index("ix_audit_at", "team_id", "at"),
        _STRICT,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    at: datetime = Field(sa_type=Instant)
    by_id: int = Field(sa_type=Whole)
    member_id: int | None = Field(default=None, sa_type=Whole)
    start_day: date | None = Field(default=None, sa_type=Day)
    end_day: date | None = Field(default=None, sa_type=Day)  # not among the days
    what: str = Field(sa_type=Text)  # texts' keys and values as JSON, like a message of the outbox
    old: str | None = Field(default=None, sa_type=Text)
    new: str | None = Field(default=None, sa_type=Text)


class LiveCardRow(Table, table=True):
    """The board of the day that stands pinned in a team's group, and the figures that it shows."""

    __tablename__ = "live_card"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    business_date: date = Field(sa_type=Day)
    figures: str = Field(sa_type=Text)
    said_at: datetime = Field(sa_type=Instant)


class DayWeightRow(Table, table=True):
    """A day that weighs something else than its weekday: a rest day (0), a Sunday that is worked, a campaign (3)."""

    __tablename__ = "day_weight"
    __table_args__ = (CheckConstraint("weight BETWEEN 0 AND 100", name="weight"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    business_date: date = Field(primary_key=True, sa_type=Day)
    weight: int = Field(sa_type=Whole)


class LeaveDayRow(Table, table=True):
    """A day on which a member is away."""

    __tablename__ = "leave_day"
    __table_args__ = (_of_team("member_id"), _STRICT)
    team_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    business_date: date = Field(primary_key=True, sa_type=Day)


class PresenceRow(Table, table=True):
    """From when until when a member is there to sell, and how much of the time."""

    __tablename__ = "presence"
    __table_args__ = (
        _of_team("member_id"),
        CheckConstraint("percent BETWEEN 1 AND 100", name="percent"),
        _STRICT,
    )
    team_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    since: date | None = Field(default=None, sa_type=Day)
    until: date | None = Field(default=None, sa_type=Day)
    percent: int = Field(sa_type=Whole)


class SheetRow(Table, table=True):
    """A list of what several people sold, read and shown, that waits for somebody to confirm it."""

    __tablename__ = "sheet"
    __table_args__ = (Index("ix_sheet_expires_at", "expires_at"), _NUMBERED)
    id: int = _key()
    team_id: int = _to("team.id")
    body: str = Field(sa_type=Text)
    expires_at: datetime = Field(sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class MemberAliasRow(Table, table=True):
    """What a member is called in lists, as a lead once said: 花开富贵 is 阿玲."""

    __tablename__ = "member_alias"
    __table_args__ = (_of_team("member_id"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    alias: str = Field(primary_key=True, sa_type=Text)
    member_id: int = Field(sa_type=Whole)


class EntryCheckRow(Table, table=True):
    """That a lead looked at an entry and found it right, as it was in that revision."""

    __tablename__ = "entry_check"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        _of_team("checked_by"),
        Index("ix_entry_check_team_id", "team_id"),
        _STRICT,
    )
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    revision: int = Field(sa_type=Whole)
    checked_by: int = Field(sa_type=Whole)
    checked_at: datetime = Field(sa_type=Instant)


class DayReplacedRow(Table, table=True):
    """An entry that a report of the day's totals took the place of: the revision that brings it back."""

    __tablename__ = "day_replaced"
    __table_args__ = (
        _of_team("report_id", "entry"),
        _of_team("entry_id", "entry"),
        Index("ix_day_replaced_entry", "team_id", "entry_id"),
        _STRICT,
    )
    report_id: int = Field(primary_key=True, sa_type=Whole)
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    revision: int = Field(sa_type=Whole)


class PkRow(Table, table=True):
    """Two members who are compared over a day or a week, once both have agreed."""

    __tablename__ = "pk"
    __table_args__ = (
        _of_team("left_id"),
        _of_team("right_id"),
        _of_team("asked_by"),
        CheckConstraint("left_id <> right_id", name="sides"),
        Index("ix_pk_team_id", "team_id", "start_day"),
        Index("ix_pk_unsettled", "stage", **_where("stage IN ('asked', 'on')")),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    left_id: int = Field(sa_type=Whole)
    right_id: int = Field(sa_type=Whole)
    grain: Grain = Field(sa_type=Choice(Grain))
    start_day: date = Field(sa_type=Day)
    handicap: bool = Field(sa_type=Flag)
    left_agreed: bool = Field(sa_type=Flag)
    right_agreed: bool = Field(sa_type=Flag)
    left_start: int = Field(sa_type=Whole)
    right_start: int = Field(sa_type=Whole)
    asked_by: int = Field(sa_type=Whole)
    asked_at: datetime = Field(sa_type=Instant)
    stage: Stage = Field(sa_type=Choice(Stage))


class ScoreWeightRow(Table, table=True):
    """How much a metric weighs in a team's score, of 100."""

    __tablename__ = "score_weight"
    __table_args__ = (CheckConstraint("weight BETWEEN 1 AND 100", name="weight"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    metric: Metric = Field(primary_key=True, sa_type=Choice(Metric))
    weight: int = Field(sa_type=Whole)


class TeamPkRow(Table, table=True):
    """Two teams of one lead that are compared over a week, once leads of both have agreed."""

    __tablename__ = "team_pk"
    __table_args__ = (
        CheckConstraint("left_team <> right_team", name="sides"),
        Index("ix_team_pk_left_team", "left_team"),
        Index("ix_team_pk_right_team", "right_team"),
        Index("ix_team_pk_unsettled", "stage", **_where("stage IN ('asked', 'on')")),
        _NUMBERED,
    )
    id: int = _key()
    left_team: int = _to("team.id")
    right_team: int = _to("team.id")
    start_day: date = Field(sa_type=Day)
    per_head: bool = Field(sa_type=Flag)
    asked_by: int = _to("person.id")
    asked_at: datetime = Field(sa_type=Instant)
    stage: Stage = Field(sa_type=Choice(Stage))


class LineProductRow(Table, table=True):
    """Which product a line of units is about, by its key. Most lines name none, so they stand apart."""

    __tablename__ = "line_product"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        ForeignKeyConstraint(
            ["entry_id", "line", "revision"],
            ["entry_line.entry_id", "entry_line.line", "entry_line.revision"],
        ),
        Index("ix_line_product_product", "team_id", "product"),
        _STRICT,
    )
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    line: int = Field(primary_key=True, sa_type=Whole)
    revision: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    product: str = Field(sa_type=Text)


class StockMoveRow(Table, table=True):
    """Pieces of a product that came in or were counted, or what one of them costs; `product` is its key."""

    __tablename__ = "stock_move"
    __table_args__ = (
        _of_team("made_by"),
        _of_team("voided_by"),
        Index("ix_stock_move_product", "team_id", "product"),
        CheckConstraint("pieces BETWEEN 0 AND 9999999", name="pieces"),
        CheckConstraint(f"cost_minor > 0 AND cost_minor < {MINOR_LIMIT}", name="cost"),
        CheckConstraint("(voided_at IS NULL) = (voided_by IS NULL)", name="voided"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    product: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    step: Step = Field(sa_type=Choice(Step))
    pieces: int = Field(sa_type=Whole)
    cost_minor: int | None = Field(default=None, sa_type=Whole)
    business_date: date = Field(sa_type=Day)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    voided_at: datetime | None = Field(default=None, sa_type=Instant)
    voided_by: int | None = Field(default=None, sa_type=Whole)


class LowStockRow(Table, table=True):
    """A product that lasts for less than its team's limit, of which the leads were told."""

    __tablename__ = "low_stock"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    product: str = Field(primary_key=True, sa_type=Text)


class FeedbackRow(Table, table=True):
    """What stands beside an entry of complaints or ratings: a customer's words, and that a complaint is settled."""

    __tablename__ = "feedback"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        _of_team("solved_by"),
        CheckConstraint("(solved_at IS NULL) = (solved_by IS NULL)", name="solved"),
        Index("ix_feedback_team_id", "team_id", "entry_id"),
        _STRICT,
    )
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    said: str = Field(sa_type=Text)
    solved_at: datetime | None = Field(default=None, sa_type=Instant)
    solved_by: int | None = Field(default=None, sa_type=Whole)


class ShipmentRow(Table, table=True):
    """A sale whose orders an entry says have gone out. It holds as long as that entry is in force."""

    __tablename__ = "shipment"
    __table_args__ = (
        _of_team("entry_id", "entry"),
        _of_team("sale_id", "entry"),
        Index("ix_shipment_sale_id", "team_id", "sale_id"),
        _STRICT,
    )
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    sale_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)


class PayRulesRow(Table, table=True):
    """A version of a team's rules of pay. Nothing of a published one is ever changed."""

    __tablename__ = "pay_rules"
    __table_args__ = (
        UniqueConstraint("team_id", "number"),
        UniqueConstraint("team_id", "id"),
        _of_team("made_by"),
        _of_team("published_by"),
        CheckConstraint("(stage = 'published') = (since IS NOT NULL)", name="stage"),
        CheckConstraint("(since IS NULL) = (published_by IS NULL)", name="published"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    number: int = Field(sa_type=Whole)
    body: str = Field(sa_type=Text)
    stage: RulesStage = Field(sa_type=Choice(RulesStage))
    since: date | None = Field(default=None, sa_type=Day)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    published_by: int | None = Field(default=None, sa_type=Whole)
    published_at: datetime | None = Field(default=None, sa_type=Instant)


class BasePayRow(Table, table=True):
    """A member's base pay a month, from a day on."""

    __tablename__ = "base_pay"
    __table_args__ = (
        _of_team("member_id"),
        _of_team("set_by"),
        CheckConstraint(f"amount >= 0 AND amount < {MINOR_LIMIT}", name="amount"),
        _STRICT,
    )
    team_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    since: date = Field(primary_key=True, sa_type=Day)
    amount: int = Field(sa_type=Whole)
    set_by: int = Field(sa_type=Whole)
    set_at: datetime = Field(sa_type=Instant)


class PayGradeRow(Table, table=True):
    """The value of a post in points."""

    __tablename__ = "pay_grade"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    name: str = Field(primary_key=True, sa_type=Text)
    skill: int = Field(sa_type=Whole)
    duty: int = Field(sa_type=Whole)
    difficulty: int = Field(sa_type=Whole)


class MemberGradeRow(Table, table=True):
    """The grade of a member's post."""

    __tablename__ = "member_grade"
    __table_args__ = (
        _of_team("member_id"),
        ForeignKeyConstraint(["team_id", "grade"], ["pay_grade.team_id", "pay_grade.name"], deferrable=True),
        _STRICT,
    )
    team_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    grade: str = Field(sa_type=Text)


class MarketReferenceRow(Table, table=True):
    """What others pay for such work, as somebody found it."""

    __tablename__ = "market_reference"
    __table_args__ = (
        _of_team("set_by"),
        CheckConstraint(f"low > 0 AND low <= high AND high < {MINOR_LIMIT}", name="range"),
        _STRICT,
    )
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    work: str = Field(primary_key=True, sa_type=Text)
    low: int = Field(sa_type=Whole)
    high: int = Field(sa_type=Whole)
    source: str = Field(sa_type=Text)
    as_of: date = Field(sa_type=Day)
    set_by: int = Field(sa_type=Whole)
    set_at: datetime = Field(sa_type=Instant)


class PayRewardRow(Table, table=True):
    """Cash or a gift that a lead gives, or is asked to give: for one order once."""

    __tablename__ = "pay_reward"
    __table_args__ = (
        _of_team("member_id"),
        _of_team("made_by"),
        _of_team("decided_by"),
        _of_team("entry_id", "entry"),
        UniqueConstraint("team_id", "entry_id"),
        Index("ix_pay_reward_given_on", "team_id", "given_on"),
        CheckConstraint(f"amount > 0 AND amount < {MINOR_LIMIT}", name="amount"),
        CheckConstraint("(decided_at IS NULL) = (stage = 'offered')", name="stage"),
        CheckConstraint("gift IS NOT NULL OR received_at IS NULL", name="received"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    member_id: int = Field(sa_type=Whole)
    given_on: date = Field(sa_type=Day)
    gift: str | None = Field(default=None, sa_type=Text)
    amount: int = Field(sa_type=Whole)
    reason: RewardReason = Field(sa_type=Choice(RewardReason))
    stage: RewardStage = Field(sa_type=Choice(RewardStage))
    note: str = Field(sa_type=Text)
    entry_id: int | None = Field(default=None, sa_type=Whole)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    decided_by: int | None = Field(default=None, sa_type=Whole)
    decided_at: datetime | None = Field(default=None, sa_type=Instant)
    received_at: datetime | None = Field(default=None, sa_type=Instant)


class EquityGrantRow(Table, table=True):
    """Units granted to a member, which vest month by month."""

    __tablename__ = "equity_grant"
    __table_args__ = (
        _of_team("member_id"),
        _of_team("made_by"),
        CheckConstraint(f"units > 0 AND units < {MINOR_LIMIT}", name="units"),
        CheckConstraint("months > 0 AND cliff BETWEEN 0 AND months", name="months"),
        Index("ix_equity_grant_team_id", "team_id", "member_id"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    member_id: int = Field(sa_type=Whole)
    units: int = Field(sa_type=Whole)
    granted: date = Field(sa_type=Day)
    months: int = Field(sa_type=Whole)
    cliff: int = Field(sa_type=Whole)
    left_on: date | None = Field(default=None, sa_type=Day)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)


class SharePoolRow(Table, table=True):
    """What a team shares out of a year."""

    __tablename__ = "share_pool"
    __table_args__ = (
        _of_team("made_by"),
        UniqueConstraint("team_id", "id"),
        CheckConstraint(f"amount > 0 AND amount < {MINOR_LIMIT}", name="amount"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    year: int = Field(sa_type=Whole)
    amount: int = Field(sa_type=Whole)
    shared_by: SharedBy = Field(sa_type=Choice(SharedBy))
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)


class PoolShareRow(Table, table=True):
    """A member's share of a pool, with the score or units that it rests on as a fraction."""

    __tablename__ = "pool_share"
    __table_args__ = (_of_team("member_id"), _of_team("pool_id", "share_pool"), _STRICT)
    pool_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    numerator: int = Field(sa_type=Whole)
    denominator: int = Field(sa_type=Whole)
    amount: int = Field(sa_type=Whole)


class PayMonthRow(Table, table=True):
    """A month whose pay was proposed, by which version of the rules, and how far that is."""

    __tablename__ = "pay_month"
    __table_args__ = (
        _of_team("rules_id", "pay_rules"),
        _of_team("proposed_by"),
        _of_team("closed_by"),
        UniqueConstraint("team_id", "start_day"),
        UniqueConstraint("team_id", "id"),
        CheckConstraint("(stage = 'closed') = (closed_at IS NOT NULL)", name="stage"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    start_day: date = Field(sa_type=Day)
    rules_id: int = Field(sa_type=Whole)
    net: int = Field(sa_type=Whole)
    stage: MonthStage = Field(sa_type=Choice(MonthStage))
    proposed_by: int = Field(sa_type=Whole)
    proposed_at: datetime = Field(sa_type=Instant)
    closed_by: int | None = Field(default=None, sa_type=Whole)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)
    over_budget: str = Field(default="", sa_type=Text)


class PaySlipRow(Table, table=True):
    """One telling of a member's pay of a month. Its figures and lines never change; a later telling is another row."""

    __tablename__ = "pay_slip"
    __table_args__ = (
        _of_team("month_id", "pay_month"),
        _of_team("member_id"),
        _of_team("answered_by"),
        UniqueConstraint("month_id", "member_id", "revision"),
        Index("ix_pay_slip_member", "team_id", "member_id"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    month_id: int = Field(sa_type=Whole)
    member_id: int = Field(sa_type=Whole)
    revision: int = Field(sa_type=Whole)
    facts: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Instant)
    stage: SlipStage = Field(sa_type=Choice(SlipStage))
    said: str = Field(default="", sa_type=Text)
    said_at: datetime | None = Field(default=None, sa_type=Instant)
    answer: str = Field(default="", sa_type=Text)
    answered_by: int | None = Field(default=None, sa_type=Whole)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)


class MetricOffRow(Table, table=True):
    """A metric that a team does not use."""

    __tablename__ = "metric_off"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    metric: Metric = Field(primary_key=True, sa_type=Choice(Metric))


class WatchRow(Table, table=True):
    """A metric that the leads of a team watch; `amount` is in the units of `kpi.aim`, or in parts of the team's."""

    __tablename__ = "watch"
    __table_args__ = (
        UniqueConstraint("team_id", "id"),
        UniqueConstraint("team_id", "metric", "side", "whole"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = _to("team.id")
    metric: Metric = Field(sa_type=Choice(Metric))
    side: Side = Field(sa_type=Choice(Side))
    amount: int = Field(sa_type=Whole)
    of_team: bool = Field(sa_type=Flag)
    whole: bool = Field(sa_type=Flag)


class WatchCrossedRow(Table, table=True):
    """Somebody, or with no member the team, who is beyond the limit of a watch and whom its leads know of."""

    __tablename__ = "watch_crossed"
    __table_args__ = (
        _of_team("watch_id", "watch"),
        _of_team("member_id"),
        Index("ix_watch_crossed_team_id", "team_id", "watch_id"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    watch_id: int = Field(sa_type=Whole)
    member_id: int | None = Field(default=None, sa_type=Whole)


class TrialRow(Table, table=True):
    """A team to try things out with, in the private chat of who asked for it, and the team that was chosen before."""

    __tablename__ = "trial"
    __table_args__ = (Index("ix_trial_made_at", "made_at"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    chosen_before: int | None = _to("team.id", null=True)


class SpentNumberRow(Table, table=True):
    """The highest number of a table whose row was removed: SQLite would give it again (see `_NUMBERED`)."""

    __tablename__ = "spent_number"
    __table_args__ = (_STRICT,)
    table_name: str = Field(primary_key=True, sa_type=Text)
    number: int = Field(sa_type=Whole)


class PlanItemRow(Table, table=True):
    """What one owner is to do until when. Amounts of the metric are in the units of targets."""

    __tablename__ = "plan_item"
    __table_args__ = (
        _of_team("owner_id"),
        _of_team("made_by"),
        _of_team("alert_id", "coaching_alert"),
        UniqueConstraint("team_id", "id"),
        CheckConstraint("goal > 0", name="goal"),
        CheckConstraint("done >= 0", name="done"),
        CheckConstraint("(metric IS NULL) = (wanted IS NULL)", name="aim"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    owner_id: int = Field(sa_type=Whole)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    task: str = Field(sa_type=Text)
    goal: int | None = Field(default=None, sa_type=Whole)
    done: int = Field(sa_type=Whole)
    metric: Metric | None = Field(default=None, sa_type=Choice(Metric), nullable=True)
    present: int | None = Field(default=None, sa_type=Whole)
    wanted: int | None = Field(default=None, sa_type=Whole)
    start_day: date = Field(sa_type=Day)
    deadline: date = Field(sa_type=Day)
    stage: PlanStage = Field(sa_type=Choice(PlanStage))
    overdue_told: bool = Field(sa_type=Flag)
    alert_id: int | None = Field(default=None, sa_type=Whole)


class PlanCheckpointRow(Table, table=True):
    """A day on the way to the deadline of an item."""

    __tablename__ = "plan_checkpoint"
    __table_args__ = (_of_team("item_id", "plan_item"), _STRICT)
    item_id: int = Field(primary_key=True, sa_type=Whole)
    business_date: date = Field(primary_key=True, sa_type=Day)
    team_id: int = Field(sa_type=Whole)


class PlanCommentRow(Table, table=True):
    """What somebody said about an item."""

    __tablename__ = "plan_comment"
    __table_args__ = (
        _of_team("item_id", "plan_item"),
        _of_team("said_by"),
        Index("ix_plan_comment_item", "team_id", "item_id"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    item_id: int = Field(sa_type=Whole)
    said_by: int = Field(sa_type=Whole)
    said_at: datetime = Field(sa_type=Instant)
    words: str = Field(sa_type=Text)


class CoachingAlertRow(Table, table=True):
    """A figure that leads were told of, as it was. Values are exact fractions of the metric's unit."""

    __tablename__ = "coaching_alert"
    __table_args__ = (
        _of_team("member_id"),
        UniqueConstraint("team_id", "id"),
        Index(
            "uq_coaching_alert_standing", "team_id", "member_id", "rule", unique=True,
            **_where("recovered_on IS NULL"),
        ),
        _NUMBERED,
    )  # fmt: skip
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    member_id: int = Field(sa_type=Whole)
    rule: Rule = Field(sa_type=Choice(Rule))
    raised_on: date = Field(sa_type=Day)
    own: str = Field(sa_type=Text)
    own_n: int = Field(sa_type=Whole)
    own_part: int | None = Field(default=None, sa_type=Whole)
    other: str | None = Field(default=None, sa_type=Text)
    other_n: int | None = Field(default=None, sa_type=Whole)
    other_part: int | None = Field(default=None, sa_type=Whole)
    line: str = Field(sa_type=Text)
    answer: Answer | None = Field(default=None, sa_type=Choice(Answer), nullable=True)
    recovered_on: date | None = Field(default=None, sa_type=Day)
    effect_told: bool = Field(sa_type=Flag)


class CoachingChoiceRow(Table, table=True):
    """When a rule of coaching speaks, where a team chose otherwise than we suggest."""

    __tablename__ = "coaching_choice"
    __table_args__ = (CheckConstraint("bound > 0 AND fewest >= 0", name="bound"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    rule: Rule = Field(primary_key=True, sa_type=Choice(Rule))
    bound: int = Field(sa_type=Whole)
    fewest: int = Field(sa_type=Whole)
    active: bool = Field(sa_type=Flag)


class LessonRow(Table, table=True):
    """Something to learn: a link or a text, for a metric, until a day, with a question at the end or without."""

    __tablename__ = "lesson"
    __table_args__ = (
        _of_team("made_by"),
        UniqueConstraint("team_id", "id"),
        CheckConstraint(
            "(question IS NULL) = (options IS NULL) AND (question IS NULL) = (correct IS NULL)", name="quiz"
        ),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    title: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    metric: Metric | None = Field(default=None, sa_type=Choice(Metric), nullable=True)
    due: date | None = Field(default=None, sa_type=Day)
    question: str | None = Field(default=None, sa_type=Text)
    options: str | None = Field(default=None, sa_type=Text)
    correct: int | None = Field(default=None, sa_type=Whole)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    gone_at: datetime | None = Field(default=None, sa_type=Instant)


class LessonProgressRow(Table, table=True):
    """How far a member is with a lesson."""

    __tablename__ = "lesson_progress"
    __table_args__ = (_of_team("lesson_id", "lesson"), _of_team("member_id"), _STRICT)
    lesson_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    done_at: datetime | None = Field(default=None, sa_type=Instant)
    reminded_at: datetime | None = Field(default=None, sa_type=Instant)


class TipRow(Table, table=True):
    """Words that work with customers."""

    __tablename__ = "tip"
    __table_args__ = (_of_team("made_by"), UniqueConstraint("team_id", "id"), _NUMBERED)
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    words: str = Field(sa_type=Text)
    made_by: int = Field(sa_type=Whole)
    made_at: datetime = Field(sa_type=Instant)
    gone_at: datetime | None = Field(default=None, sa_type=Instant)


class TipVoteRow(Table, table=True):
    """Whether a member found a tip useful."""

    __tablename__ = "tip_vote"
    __table_args__ = (_of_team("tip_id", "tip"), _of_team("member_id"), _STRICT)
    tip_id: int = Field(primary_key=True, sa_type=Whole)
    member_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    useful: bool = Field(sa_type=Flag)


class ChecklistStepRow(Table, table=True):
    """A step that a team takes with each complaint, where it chose its own."""

    __tablename__ = "checklist_step"
    __table_args__ = (_STRICT,)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    place: int = Field(primary_key=True, sa_type=Whole)
    words: str = Field(sa_type=Text)


class ComplaintStepRow(Table, table=True):
    """A step of the checklist that was taken with a complaint."""

    __tablename__ = "complaint_step"
    __table_args__ = (_of_team("entry_id", "entry"), _of_team("taken_by"), _STRICT)
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    place: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    taken_by: int = Field(sa_type=Whole)
    taken_at: datetime = Field(sa_type=Instant)


class ComplaintResultRow(Table, table=True):
    """How a complaint was solved, in words."""

    __tablename__ = "complaint_result"
    __table_args__ = (_of_team("entry_id", "entry"), _of_team("said_by"), _STRICT)
    entry_id: int = Field(primary_key=True, sa_type=Whole)
    team_id: int = Field(sa_type=Whole)
    words: str = Field(sa_type=Text)
    said_by: int = Field(sa_type=Whole)
    said_at: datetime = Field(sa_type=Instant)


class LevelRow(Table, table=True):
    """A level of a team, where it chose its own: the points of the score that it asks for."""

    __tablename__ = "level"
    __table_args__ = (CheckConstraint("points > 0", name="points"), _STRICT)
    team_id: int = Field(primary_key=True, foreign_key="team.id", sa_type=Whole)
    place: int = Field(primary_key=True, sa_type=Whole)
    name: str = Field(sa_type=Text)
    points: int = Field(sa_type=Whole)


class PromotionRow(Table, table=True):
    """That a lead has given a member a level."""

    __tablename__ = "promotion"
    __table_args__ = (
        _of_team("member_id"),
        _of_team("given_by"),
        Index("ix_promotion_team_id", "team_id", "member_id"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    member_id: int = Field(sa_type=Whole)
    level: str = Field(sa_type=Text)
    given_by: int = Field(sa_type=Whole)
    given_at: datetime = Field(sa_type=Instant)


class PraiseRow(Table, table=True):
    """A customer's praise that a seller has sent, with a picture of it or without."""

    __tablename__ = "praise"
    __table_args__ = (
        _of_team("member_id"),
        _of_team("decided_by"),
        UniqueConstraint("team_id", "id"),
        Index("ix_praise_team_id", "team_id", "business_date"),
        _NUMBERED,
    )
    id: int = _key()
    team_id: int = Field(sa_type=Whole)
    member_id: int = Field(sa_type=Whole)
    business_date: date = Field(sa_type=Day)
    photo: str | None = Field(default=None, sa_type=Text)
    words: str = Field(sa_type=Text)
    stage: RewardStage = Field(sa_type=Choice(RewardStage))
    decided_by: int | None = Field(default=None, sa_type=Whole)
    sent_at: datetime = Field(sa_type=Instant)


chat = metadata.tables["chat"]
person = metadata.tables["person"]
team = metadata.tables["team"]
member = metadata.tables["member"]
entry = metadata.tables["entry"]
entry_line = metadata.tables["entry_line"]
member_day = metadata.tables["member_day"]
team_day = metadata.tables["team_day"]
target = metadata.tables["target"]
entry_answer = metadata.tables["entry_answer"]
question = metadata.tables["question"]
update_key = metadata.tables["update_key"]
post = metadata.tables["post"]
outbox = metadata.tables["outbox"]
slot = metadata.tables["slot"]
period_lock = metadata.tables["period_lock"]
adjustment = metadata.tables["adjustment"]
customer = metadata.tables["customer"]
customer_merge = metadata.tables["customer_merge"]
line_customer = metadata.tables["line_customer"]
open_report = metadata.tables["open_report"]
product = metadata.tables["product"]
audit = metadata.tables["audit"]
live_card = metadata.tables["live_card"]
sheet = metadata.tables["sheet"]
member_alias = metadata.tables["member_alias"]
day_weight = metadata.tables["day_weight"]
leave_day = metadata.tables["leave_day"]
presence = metadata.tables["presence"]
entry_check = metadata.tables["entry_check"]
day_replaced = metadata.tables["day_replaced"]
pk = metadata.tables["pk"]
score_weight = metadata.tables["score_weight"]
team_pk = metadata.tables["team_pk"]
line_product = metadata.tables["line_product"]
stock_move = metadata.tables["stock_move"]
low_stock = metadata.tables["low_stock"]
feedback = metadata.tables["feedback"]
shipment = metadata.tables["shipment"]
pay_rules = metadata.tables["pay_rules"]
base_pay = metadata.tables["base_pay"]
pay_grade = metadata.tables["pay_grade"]
member_grade = metadata.tables["member_grade"]
market_reference = metadata.tables["market_reference"]
pay_reward = metadata.tables["pay_reward"]
equity_grant = metadata.tables["equity_grant"]
share_pool = metadata.tables["share_pool"]
pool_share = metadata.tables["pool_share"]
pay_month = metadata.tables["pay_month"]
pay_slip = metadata.tables["pay_slip"]
metric_off = metadata.tables["metric_off"]
watch = metadata.tables["watch"]
watch_crossed = metadata.tables["watch_crossed"]
trial = metadata.tables["trial"]
spent_number = metadata.tables["spent_number"]
plan_item = metadata.tables["plan_item"]
plan_checkpoint = metadata.tables["plan_checkpoint"]
plan_comment = metadata.tables["plan_comment"]
coaching_alert = metadata.tables["coaching_alert"]
coaching_choice = metadata.tables["coaching_choice"]
lesson = metadata.tables["lesson"]
lesson_progress = metadata.tables["lesson_progress"]
tip = metadata.tables["tip"]
tip_vote = metadata.tables["tip_vote"]
checklist_step = metadata.tables["checklist_step"]
complaint_step = metadata.tables["complaint_step"]
complaint_result = metadata.tables["complaint_result"]
level = metadata.tables["level"]
promotion = metadata.tables["promotion"]
praise = metadata.tables["praise"]
