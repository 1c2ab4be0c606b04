"""The days on which a team and its members sell."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("work_week", sa.Text(), nullable=True))
    op.create_table(
        "day_weight",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("weight", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "business_date", name="pk_day_weight"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_day_weight_team_id"),
        sa.CheckConstraint("weight BETWEEN 0 AND 100", name=op.f("ck_day_weight_weight")),
        sqlite_strict=True,
    )
    op.create_table(
        "leave_day",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "member_id", "business_date", name="pk_leave_day"),
        _of_member("leave_day"),
        sqlite_strict=True,
    )
    op.create_table(
        "presence",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("percent", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "member_id", name="pk_presence"),
        _of_member("presence"),
        sa.CheckConstraint("percent BETWEEN 1 AND 100", name=op.f("ck_presence_percent")),
        sqlite_strict=True,
    )


def _of_member(table: str) -> sa.ForeignKeyConstraint:
    columns, name = ["team_id", "member_id"], f"fk_{table}_team_id_member_id"
    return sa.ForeignKeyConstraint(columns, ["member.team_id", "member.id"], name=name, deferrable=True)
