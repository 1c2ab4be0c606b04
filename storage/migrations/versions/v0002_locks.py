"""Locked periods, and refunds for them that count on another day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "period_lock",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("start_day", sa.Text(), nullable=False),
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("end_day", sa.Text(), nullable=False),
        sa.Column("locked_by", _WHOLE, nullable=False),
        sa.Column("locked_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "start_day", "grain", name="pk_period_lock"),
        sa.ForeignKeyConstraint(
            ["team_id", "locked_by"],
            ["member.team_id", "member.id"],
            name="fk_period_lock_team_id_locked_by",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_period_lock_team_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "adjustment",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("line", _WHOLE, nullable=False),
        sa.Column("revision", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("for_day", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "line", "revision", name="pk_adjustment"),
        sa.ForeignKeyConstraint(
            ["team_id", "entry_id"],
            ["entry.team_id", "entry.id"],
            name="fk_adjustment_team_id_entry_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["entry_id", "line", "revision"],
            ["entry_line.entry_id", "entry_line.line", "entry_line.revision"],
            name="fk_adjustment_entry_id_line_revision",
        ),
        sqlite_strict=True,
    )
