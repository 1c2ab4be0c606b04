"""The board of the day that stands pinned in the group."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("live", sa.Boolean().with_variant(sa.Integer(), "sqlite"), nullable=True))
    op.create_table(
        "live_card",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("said_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", name="pk_live_card"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_live_card_team_id"),
        sqlite_strict=True,
    )
