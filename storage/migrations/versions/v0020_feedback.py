"""What customers said, complaints that are settled, and sales that were shipped."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("solved_at", _WHOLE, nullable=True),
        sa.Column("solved_by", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("entry_id", name="pk_feedback"),
        _of_team("feedback", "entry_id", "entry"),
        _of_team("feedback", "solved_by", "member"),
        sa.CheckConstraint("(solved_at IS NULL) = (solved_by IS NULL)", name=op.f("ck_feedback_solved")),
        sqlite_strict=True,
    )
    op.create_index("ix_feedback_team_id", "feedback", ["team_id", "entry_id"])
    op.create_table(
        "shipment",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("sale_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "sale_id", name="pk_shipment"),
        _of_team("shipment", "entry_id", "entry"),
        _of_team("shipment", "sale_id", "entry"),
        sqlite_strict=True,
    )
    op.create_index("ix_shipment_sale_id", "shipment", ["team_id", "sale_id"])
    _keep_complaints()


def _of_team(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["team_id", column], [f"{other}.team_id", f"{other}.id"], name=f"fk_{table}_team_id_{column}", deferrable=True
    )


def _keep_complaints() -> None:
    """Complaints that were reported before are open ones from now on."""
    line = sa.table(
        "entry_line", sa.column("entry_id"), sa.column("team_id"), sa.column("measure"), sa.column("voided_at")
    )
    feedback = sa.table("feedback", sa.column("entry_id"), sa.column("team_id"), sa.column("said", sa.Text()))
    found = (
        sa.select(line.c.entry_id, line.c.team_id, sa.literal(""))
        .where(line.c.measure == "complaints", line.c.voided_at.is_(None))
        .distinct()
    )
    op.execute(sa.insert(feedback).from_select(["entry_id", "team_id", "said"], found))
