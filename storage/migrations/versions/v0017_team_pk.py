"""Teams that agree to be compared with each other."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "team_pk",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("left_team", _WHOLE, nullable=False),
        sa.Column("right_team", _WHOLE, nullable=False),
        sa.Column("start_day", sa.Text(), nullable=False),
        sa.Column("per_head", sa.Boolean().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_by", _WHOLE, nullable=False),
        sa.Column("asked_at", _WHOLE, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team_pk"),
        sa.ForeignKeyConstraint(["left_team"], ["team.id"], name="fk_team_pk_left_team"),
        sa.ForeignKeyConstraint(["right_team"], ["team.id"], name="fk_team_pk_right_team"),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name="fk_team_pk_asked_by"),
        sa.CheckConstraint("left_team <> right_team", name=op.f("ck_team_pk_sides")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_team_pk_left_team", "team_pk", ["left_team"])
    op.create_index("ix_team_pk_right_team", "team_pk", ["right_team"])
    unsettled = sa.text("stage IN ('asked', 'on')")
    op.create_index("ix_team_pk_unsettled", "team_pk", ["stage"], sqlite_where=unsettled, postgresql_where=unsettled)
