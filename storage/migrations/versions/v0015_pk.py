"""Members who agree to be compared with each other."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "pk",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("left_id", _WHOLE, nullable=False),
        sa.Column("right_id", _WHOLE, nullable=False),
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("start_day", sa.Text(), nullable=False),
        sa.Column("handicap", _FLAG, nullable=False),
        sa.Column("left_agreed", _FLAG, nullable=False),
        sa.Column("right_agreed", _FLAG, nullable=False),
        sa.Column("left_start", _WHOLE, nullable=False),
        sa.Column("right_start", _WHOLE, nullable=False),
        sa.Column("asked_by", _WHOLE, nullable=False),
        sa.Column("asked_at", _WHOLE, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pk"),
        _of_member("left_id"),
        _of_member("right_id"),
        _of_member("asked_by"),
        sa.CheckConstraint("left_id <> right_id", name=op.f("ck_pk_sides")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pk_team_id", "pk", ["team_id", "start_day"])
    unsettled = sa.text("stage IN ('asked', 'on')")
    op.create_index("ix_pk_unsettled", "pk", ["stage"], sqlite_where=unsettled, postgresql_where=unsettled)


def _of_member(column: str) -> sa.ForeignKeyConstraint:
    columns, name = ["team_id", column], f"fk_pk_team_id_{column}"
    return sa.ForeignKeyConstraint(columns, ["member.team_id", "member.id"], name=name, deferrable=True)
