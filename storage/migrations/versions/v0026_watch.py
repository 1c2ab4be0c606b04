"""Metrics that a team's leads watch, and whose are beyond their limits."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "watch",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.Column("of_team", _FLAG, nullable=False),
        sa.Column("whole", _FLAG, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_watch"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_watch_team_id"),
        sa.UniqueConstraint("team_id", "id", name="uq_watch_team_id_id"),
        sa.UniqueConstraint("team_id", "metric", "side", "whole", name="uq_watch_team_id_metric_side_whole"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_table(
        "watch_crossed",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("watch_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_watch_crossed"),
        sa.ForeignKeyConstraint(
            ["team_id", "watch_id"],
            ["watch.team_id", "watch.id"],
            name="fk_watch_crossed_team_id_watch_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "member_id"],
            ["member.team_id", "member.id"],
            name="fk_watch_crossed_team_id_member_id",
            deferrable=True,
        ),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_watch_crossed_team_id", "watch_crossed", ["team_id", "watch_id"])
