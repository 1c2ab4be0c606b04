"""Plans with their checkpoints and comments, coaching alerts, and what teams chose of coaching."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("effect_days", _WHOLE, nullable=True))
    _alerts()
    _choices()
    _items()
    _checkpoints()
    _comments()


def _alerts() -> None:
    op.create_table(
        "coaching_alert",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("raised_on", sa.Text(), nullable=False),
        sa.Column("own", sa.Text(), nullable=False),
        sa.Column("own_n", _WHOLE, nullable=False),
        sa.Column("own_part", _WHOLE, nullable=True),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("other_n", _WHOLE, nullable=True),
        sa.Column("other_part", _WHOLE, nullable=True),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("recovered_on", sa.Text(), nullable=True),
        sa.Column("effect_told", _FLAG, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_coaching_alert"),
        sa.UniqueConstraint("team_id", "id", name="uq_coaching_alert_team_id_id"),
        _of_team("coaching_alert", "member_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    standing = sa.text("recovered_on IS NULL")
    where = {"sqlite_where": standing, "postgresql_where": standing}
    columns = ["team_id", "member_id", "rule"]
    op.create_index("uq_coaching_alert_standing", "coaching_alert", columns, unique=True, **where)


def _choices() -> None:
    op.create_table(
        "coaching_choice",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("bound", _WHOLE, nullable=False),
        sa.Column("fewest", _WHOLE, nullable=False),
        sa.Column("active", _FLAG, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "rule", name="pk_coaching_choice"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_coaching_choice_team_id"),
        sa.CheckConstraint("bound > 0 AND fewest >= 0", name=op.f("ck_coaching_choice_bound")),
        sqlite_strict=True,
    )


def _items() -> None:
    op.create_table(
        "plan_item",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("owner_id", _WHOLE, nullable=False),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("goal", _WHOLE, nullable=True),
        sa.Column("done", _WHOLE, nullable=False),
        sa.Column("metric", sa.Text(), nullable=True),
        sa.Column("present", _WHOLE, nullable=True),
        sa.Column("wanted", _WHOLE, nullable=True),
        sa.Column("start_day", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("overdue_told", _FLAG, nullable=False),
        sa.Column("alert_id", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_plan_item"),
        sa.UniqueConstraint("team_id", "id", name="uq_plan_item_team_id_id"),
        _of_team("plan_item", "owner_id"),
        _of_team("plan_item", "made_by"),
        _of_team("plan_item", "alert_id", "coaching_alert"),
        sa.CheckConstraint("goal > 0", name=op.f("ck_plan_item_goal")),
        sa.CheckConstraint("done >= 0", name=op.f("ck_plan_item_done")),
        sa.CheckConstraint("(metric IS NULL) = (wanted IS NULL)", name=op.f("ck_plan_item_aim")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )


def _checkpoints() -> None:
    op.create_table(
        "plan_checkpoint",
        sa.Column("item_id", _WHOLE, nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("item_id", "business_date", name="pk_plan_checkpoint"),
        _of_team("plan_checkpoint", "item_id", "plan_item"),
        sqlite_strict=True,
    )


def _comments() -> None:
    op.create_table(
        "plan_comment",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("item_id", _WHOLE, nullable=False),
        sa.Column("said_by", _WHOLE, nullable=False),
        sa.Column("said_at", _WHOLE, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan_comment"),
        _of_team("plan_comment", "item_id", "plan_item"),
        _of_team("plan_comment", "said_by"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_comment_item", "plan_comment", ["team_id", "item_id"])


def _of_team(table: str, column: str, to: str = "member") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_team_id_{column}"
    return sa.ForeignKeyConstraint(["team_id", column], [f"{to}.team_id", f"{to}.id"], name=name, deferrable=True)
