"""How much each metric weighs in a team's score."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "score_weight",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("weight", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "metric", name="pk_score_weight"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_score_weight_team_id"),
        sa.CheckConstraint("weight BETWEEN 1 AND 100", name=op.f("ck_score_weight_weight")),
        sqlite_strict=True,
    )
