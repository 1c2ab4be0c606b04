"""What reports of a day's totals took the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "day_replaced",
        sa.Column("report_id", _WHOLE, nullable=False),
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("revision", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("report_id", "entry_id", name="pk_day_replaced"),
        sa.ForeignKeyConstraint(
            ["team_id", "report_id"],
            ["entry.team_id", "entry.id"],
            name="fk_day_replaced_team_id_report_id",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "entry_id"],
            ["entry.team_id", "entry.id"],
            name="fk_day_replaced_team_id_entry_id",
            deferrable=True,
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_day_replaced_entry", "day_replaced", ["team_id", "entry_id"])
