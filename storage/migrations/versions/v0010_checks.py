"""Entries that a lead found right."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "entry_check",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("revision", _WHOLE, nullable=False),
        sa.Column("checked_by", _WHOLE, nullable=False),
        sa.Column("checked_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_entry_check"),
        sa.ForeignKeyConstraint(
            ["team_id", "entry_id"],
            ["entry.team_id", "entry.id"],
            name="fk_entry_check_team_id_entry_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "checked_by"],
            ["member.team_id", "member.id"],
            name="fk_entry_check_team_id_checked_by",
            deferrable=True,
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_entry_check_team_id", "entry_check", ["team_id"])
