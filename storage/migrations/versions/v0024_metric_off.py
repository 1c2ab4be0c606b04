"""Metrics that a team does not use."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "metric_off",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "metric", name="pk_metric_off"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_metric_off_team_id"),
        sqlite_strict=True,
    )
