"""Who changed what: changes of other things than entries, and a quick way to the entries that were changed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("at", _WHOLE, nullable=False),
        sa.Column("by_id", _WHOLE, nullable=False),
        sa.Column("member_id", _WHOLE, nullable=True),
        sa.Column("start_day", sa.Text(), nullable=True),
        sa.Column("end_day", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        _member("by_id"),
        _member("member_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_audit_team_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_audit_at", "audit", ["team_id", "at"])
    changed = sa.text("revision > 1 OR voided_at IS NOT NULL")
    op.create_index(
        "ix_entry_line_changed",
        "entry_line",
        ["team_id", "entry_id"],
        sqlite_where=changed,
        postgresql_where=changed,
    )


def _member(column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["team_id", column], ["member.team_id", "member.id"], name=f"fk_audit_team_id_{column}", deferrable=True
    )
