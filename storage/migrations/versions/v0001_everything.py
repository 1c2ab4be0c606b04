"""Everything that the first release stores."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _chats_and_people()
    _books()
    _questions_and_posts()
    _outbox()


def _chats_and_people() -> None:
    _table(
        "chat",
        _whole("id"),
        _whole("telegram_id"),
        _text("kind"),
        _text("language"),
        _flag("active"),
        _text("closed_reason", null=True),
        _whole("closed_at", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_chat"),
        sa.UniqueConstraint("telegram_id", name="uq_chat_telegram_id"),
        numbered=True,
    )
    _table(
        "person",
        _whole("id"),
        _whole("telegram_id"),
        _text("name"),
        _text("username", null=True),
        _text("language"),
        _whole("current_team", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("telegram_id", name="uq_person_telegram_id"),
    )
    _table(
        "team",
        _whole("id"),
        _text("name"),
        _whole("chat_id"),
        _whole("topic", null=True),
        _text("language"),
        _text("zone"),
        _text("currency"),
        _whole("day_close"),
        _whole("daily_at", null=True),
        _whole("weekly_at", null=True),
        _whole("scheduled_since"),
        _whole("created_at"),
        _flag("active"),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.CheckConstraint("daily_at BETWEEN 0 AND 1439", name=op.f("ck_team_daily_at")),
        sa.CheckConstraint("day_close BETWEEN 0 AND 720", name=op.f("ck_team_day_close")),
        sa.CheckConstraint("weekly_at BETWEEN 0 AND 1439", name=op.f("ck_team_weekly_at")),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name="fk_team_chat_id"),
        sa.UniqueConstraint("chat_id", name="uq_team_chat_id"),
        numbered=True,
    )
    _table(
        "member",
        _whole("id"),
        _whole("team_id"),
        _whole("person_id", null=True),
        _text("name"),
        _text("role", null=True),
        _flag("administrator"),
        _flag("active"),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_member_person_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_member_team_id"),
        sa.UniqueConstraint("team_id", "id", name="uq_member_team_id_id"),
        sa.UniqueConstraint("team_id", "person_id", name="uq_member_team_id_person_id"),
        numbered=True,
    )
    _index("ix_member_person_id", "member", "person_id")


def _books() -> None:
    _table(
        "entry",
        _whole("id"),
        _whole("team_id"),
        _whole("author_id"),
        _text("source"),
        _text("source_ref"),
        _text("how"),
        _whole("recorded_at"),
        _whole("edited_at", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_entry_team_id"),
        sa.ForeignKeyConstraint(
            ["team_id", "author_id"],
            ["member.team_id", "member.id"],
            name="fk_entry_team_id_author_id",
            deferrable=True,
        ),
        sa.UniqueConstraint("source", "source_ref", name="uq_entry_source_source_ref"),
        sa.UniqueConstraint("team_id", "id", name="uq_entry_team_id_id"),
    )
    _index("ix_entry_author", "entry", "team_id", "author_id", "id")
    _table(
        "entry_line",
        _whole("id"),
        _whole("team_id"),
        _whole("entry_id"),
        _whole("line"),
        _whole("revision"),
        _text("measure"),
        _whole("value"),
        _text("business_date"),
        _whole("member_id"),
        _whole("recorded_at"),
        _whole("recorded_by"),
        _whole("voided_at", null=True),
        _whole("voided_by", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_entry_line"),
        sa.CheckConstraint("value > -100000000000 AND value < 100000000000", name=op.f("ck_entry_line_value")),
        sa.CheckConstraint("(voided_at IS NULL) = (voided_by IS NULL)", name=op.f("ck_entry_line_voided")),
        sa.ForeignKeyConstraint(
            ["team_id", "entry_id"],
            ["entry.team_id", "entry.id"],
            name="fk_entry_line_team_id_entry_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "member_id"],
            ["member.team_id", "member.id"],
            name="fk_entry_line_team_id_member_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "recorded_by"],
            ["member.team_id", "member.id"],
            name="fk_entry_line_team_id_recorded_by",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "voided_by"],
            ["member.team_id", "member.id"],
            name="fk_entry_line_team_id_voided_by",
            deferrable=True,
        ),
        sa.UniqueConstraint("entry_id", "line", "revision", name="uq_entry_line_entry_id_line_revision"),
    )
    _table(
        "entry_answer",
        _text("source"),
        _text("source_ref"),
        _whole("entry_id"),
        sa.PrimaryKeyConstraint("source", "source_ref", name="pk_entry_answer"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_entry_answer_entry_id"),
    )
    _index("ix_entry_line_member", "entry_line", "team_id", "member_id", "business_date")
    _index("uq_entry_line_in_force", "entry_line", "entry_id", "line", where="voided_at IS NULL", unique=True)
    _table(
        "member_day",
        _whole("team_id"),
        _text("business_date"),
        _text("measure"),
        _whole("member_id"),
        _whole("value"),
        sa.PrimaryKeyConstraint("team_id", "business_date", "measure", "member_id", name="pk_member_day"),
        sa.ForeignKeyConstraint(
            ["team_id", "member_id"],
            ["member.team_id", "member.id"],
            name="fk_member_day_team_id_member_id",
            deferrable=True,
        ),
    )
    _index("ix_member_day_member", "member_day", "team_id", "member_id", "business_date")
    _table(
        "team_day",
        _whole("team_id"),
        _text("business_date"),
        _text("measure"),
        _whole("value"),
        sa.PrimaryKeyConstraint("team_id", "business_date", "measure", name="pk_team_day"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_team_day_team_id"),
    )
    _table(
        "target",
        _whole("id"),
        _whole("team_id"),
        _text("month"),
        _whole("member_id", null=True),
        _whole("amount_minor"),
        _whole("set_by"),
        _whole("set_at"),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sa.CheckConstraint("amount_minor > 0 AND amount_minor < 100000000000", name=op.f("ck_target_amount")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_target_team_id"),
        sa.ForeignKeyConstraint(
            ["team_id", "member_id"],
            ["member.team_id", "member.id"],
            name="fk_target_team_id_member_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "set_by"], ["member.team_id", "member.id"], name="fk_target_team_id_set_by", deferrable=True
        ),
        sa.UniqueConstraint("team_id", "month", "member_id", name="uq_target_team_id_month_member_id"),
    )
    _index("uq_target_team", "target", "team_id", "month", where="member_id IS NULL", unique=True)


def _questions_and_posts() -> None:
    _table(
        "question",
        _whole("id"),
        _whole("team_id"),
        _whole("chat_id"),
        _whole("person_id"),
        _text("kind"),
        _text("body"),
        _whole("asked_at"),
        _whole("expires_at"),
        _whole("closed_at", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name="fk_question_chat_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_question_person_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_question_team_id"),
        numbered=True,
    )
    _index("uq_question_open", "question", "chat_id", "person_id", where="closed_at IS NULL", unique=True)
    _table(
        "post",
        _whole("team_id"),
        _text("kind"),
        _text("period"),
        _whole("due_at"),
        _whole("made_at"),
        _text("state"),
        sa.PrimaryKeyConstraint("team_id", "kind", "period", name="pk_post"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_post_team_id"),
    )
    _index("ix_post_due_at", "post", "due_at")
    _table(
        "update_key",
        _text("key"),
        _whole("seen_at"),
        _text("error_id", null=True),
        sa.PrimaryKeyConstraint("key", name="pk_update_key"),
    )
    _index("ix_update_key_seen_at", "update_key", "seen_at")


def _outbox() -> None:
    _table(
        "outbox",
        _whole("id"),
        _whole("chat_id"),
        _whole("topic", null=True),
        _whole("lane"),
        _text("slot", null=True),
        _text("body"),
        _text("state"),
        _flag("scheduled"),
        _whole("attempts"),
        _whole("created_at"),
        _whole("not_before", null=True),
        _whole("expires_at", null=True),
        _whole("done_at", null=True),
        _text("reason", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.CheckConstraint("(done_at IS NULL) = (state IN ('waiting', 'sending'))", name=op.f("ck_outbox_state")),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name="fk_outbox_chat_id"),
    )
    _index("ix_outbox_chat", "outbox", "chat_id", "lane", "id", where="done_at IS NULL")
    _index("ix_outbox_created_at", "outbox", "chat_id", "created_at")
    _index("ix_outbox_expires_at", "outbox", "expires_at", where="done_at IS NULL AND expires_at IS NOT NULL")
    _index("ix_outbox_slot", "outbox", "chat_id", "slot", where="done_at IS NULL AND slot IS NOT NULL")
    _index("ix_outbox_queue", "outbox", "lane", "id", where="state = 'waiting'")
    _table(
        "slot",
        _whole("chat_id"),
        _text("slot"),
        _whole("message_id"),
        _flag("photo"),
        sa.PrimaryKeyConstraint("chat_id", "slot", name="pk_slot"),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], name="fk_slot_chat_id"),
    )


def _table(name: str, *parts: sa.schema.SchemaItem, numbered: bool = False) -> None:
    """`numbered`: SQLite never gives the number of a deleted row again."""
    op.create_table(name, *parts, sqlite_strict=True, sqlite_autoincrement=numbered)


def _index(name: str, table: str, *columns: str, where: str | None = None, unique: bool = False) -> None:
    condition = None if where is None else sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _whole(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, _WHOLE, nullable=null)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _flag(name: str, *, null: bool = False) -> sa.Column[bool]:
    return sa.Column(name, _FLAG, nullable=null)
