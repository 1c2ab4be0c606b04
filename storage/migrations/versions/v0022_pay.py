"""Pay: rules in versions, base pay, rewards, the register of grants, pools, and months with their slips."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _pay_rules()
    _base_pay()
    _pay_grade()
    _member_grade()
    _market_reference()
    _pay_reward()
    _equity_grant()
    _share_pool()
    _pool_share()
    _pay_month()
    _pay_slip()


def _pay_rules() -> None:
    op.create_table(
        "pay_rules",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("number", _WHOLE, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("published_by", _WHOLE, nullable=True),
        sa.Column("published_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pay_rules"),
        sa.UniqueConstraint("team_id", "number", name="uq_pay_rules_team_id_number"),
        sa.UniqueConstraint("team_id", "id", name="uq_pay_rules_team_id_id"),
        _to("pay_rules", "made_by", "member.id"),
        _to("pay_rules", "published_by", "member.id"),
        sa.CheckConstraint("(stage = 'published') = (since IS NOT NULL)", name=op.f("ck_pay_rules_stage")),
        sa.CheckConstraint("(since IS NULL) = (published_by IS NULL)", name=op.f("ck_pay_rules_published")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_pay_rules_team_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _base_pay() -> None:
    op.create_table(
        "base_pay",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.Column("set_by", _WHOLE, nullable=False),
        sa.Column("set_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "member_id", "since", name="pk_base_pay"),
        _to("base_pay", "member_id", "member.id"),
        _to("base_pay", "set_by", "member.id"),
        sa.CheckConstraint("amount >= 0 AND amount < 100000000000", name=op.f("ck_base_pay_amount")),
        sqlite_strict=True,
    )


def _pay_grade() -> None:
    op.create_table(
        "pay_grade",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("skill", _WHOLE, nullable=False),
        sa.Column("duty", _WHOLE, nullable=False),
        sa.Column("difficulty", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "name", name="pk_pay_grade"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_pay_grade_team_id"),
        sqlite_strict=True,
    )


def _member_grade() -> None:
    op.create_table(
        "member_grade",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "member_id", name="pk_member_grade"),
        _to("member_grade", "member_id", "member.id"),
        _to("member_grade", "grade", "pay_grade.name"),
        sqlite_strict=True,
    )


def _market_reference() -> None:
    op.create_table(
        "market_reference",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("low", _WHOLE, nullable=False),
        sa.Column("high", _WHOLE, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("set_by", _WHOLE, nullable=False),
        sa.Column("set_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "work", name="pk_market_reference"),
        _to("market_reference", "set_by", "member.id"),
        sa.CheckConstraint("low > 0 AND low <= high AND high < 100000000000", name=op.f("ck_market_reference_range")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_market_reference_team_id"),
        sqlite_strict=True,
    )


def _pay_reward() -> None:
    op.create_table(
        "pay_reward",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("given_on", sa.Text(), nullable=False),
        sa.Column("gift", sa.Text(), nullable=True),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("entry_id", _WHOLE, nullable=True),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("decided_by", _WHOLE, nullable=True),
        sa.Column("decided_at", _WHOLE, nullable=True),
        sa.Column("received_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pay_reward"),
        _to("pay_reward", "member_id", "member.id"),
        _to("pay_reward", "made_by", "member.id"),
        _to("pay_reward", "decided_by", "member.id"),
        _to("pay_reward", "entry_id", "entry.id"),
        sa.UniqueConstraint("team_id", "entry_id", name="uq_pay_reward_team_id_entry_id"),
        sa.CheckConstraint("amount > 0 AND amount < 100000000000", name=op.f("ck_pay_reward_amount")),
        sa.CheckConstraint("(decided_at IS NULL) = (stage = 'offered')", name=op.f("ck_pay_reward_stage")),
        sa.CheckConstraint("gift IS NOT NULL OR received_at IS NULL", name=op.f("ck_pay_reward_received")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pay_reward_given_on", "pay_reward", ["team_id", "given_on"])


def _equity_grant() -> None:
    op.create_table(
        "equity_grant",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("units", _WHOLE, nullable=False),
        sa.Column("granted", sa.Text(), nullable=False),
        sa.Column("months", _WHOLE, nullable=False),
        sa.Column("cliff", _WHOLE, nullable=False),
        sa.Column("left_on", sa.Text(), nullable=True),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_equity_grant"),
        _to("equity_grant", "member_id", "member.id"),
        _to("equity_grant", "made_by", "member.id"),
        sa.CheckConstraint("units > 0 AND units < 100000000000", name=op.f("ck_equity_grant_units")),
        sa.CheckConstraint("months > 0 AND cliff BETWEEN 0 AND months", name=op.f("ck_equity_grant_months")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_equity_grant_team_id", "equity_grant", ["team_id", "member_id"])


def _share_pool() -> None:
    op.create_table(
        "share_pool",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("year", _WHOLE, nullable=False),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.Column("shared_by", sa.Text(), nullable=False),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_share_pool"),
        _to("share_pool", "made_by", "member.id"),
        sa.UniqueConstraint("team_id", "id", name="uq_share_pool_team_id_id"),
        sa.CheckConstraint("amount > 0 AND amount < 100000000000", name=op.f("ck_share_pool_amount")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _pool_share() -> None:
    op.create_table(
        "pool_share",
        sa.Column("pool_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("numerator", _WHOLE, nullable=False),
        sa.Column("denominator", _WHOLE, nullable=False),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("pool_id", "member_id", name="pk_pool_share"),
        _to("pool_share", "member_id", "member.id"),
        _to("pool_share", "pool_id", "share_pool.id"),
        sqlite_strict=True,
    )


def _pay_month() -> None:
    op.create_table(
        "pay_month",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("start_day", sa.Text(), nullable=False),
        sa.Column("rules_id", _WHOLE, nullable=False),
        sa.Column("net", _WHOLE, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("proposed_by", _WHOLE, nullable=False),
        sa.Column("proposed_at", _WHOLE, nullable=False),
        sa.Column("closed_by", _WHOLE, nullable=True),
        sa.Column("closed_at", _WHOLE, nullable=True),
        sa.Column("over_budget", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pay_month"),
        _to("pay_month", "rules_id", "pay_rules.id"),
        _to("pay_month", "proposed_by", "member.id"),
        _to("pay_month", "closed_by", "member.id"),
        sa.UniqueConstraint("team_id", "start_day", name="uq_pay_month_team_id_start_day"),
        sa.UniqueConstraint("team_id", "id", name="uq_pay_month_team_id_id"),
        sa.CheckConstraint("(stage = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_pay_month_stage")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _pay_slip() -> None:
    op.create_table(
        "pay_slip",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("month_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("revision", _WHOLE, nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("said_at", _WHOLE, nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", _WHOLE, nullable=True),
        sa.Column("answered_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pay_slip"),
        _to("pay_slip", "month_id", "pay_month.id"),
        _to("pay_slip", "member_id", "member.id"),
        _to("pay_slip", "answered_by", "member.id"),
        sa.UniqueConstraint("month_id", "member_id", "revision", name="uq_pay_slip_month_id_member_id_revision"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pay_slip_member", "pay_slip", ["team_id", "member_id"])


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    columns, name = ["team_id", column], f"fk_{table}_team_id_{column}"
    there = [f"{target.partition('.')[0]}.team_id", target]
    return sa.ForeignKeyConstraint(columns, there, name=name, deferrable=True)
