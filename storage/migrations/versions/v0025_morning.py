"""What a team pauses, and who wants no line in the morning."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("team", sa.Column("pauses", sa.Text(), nullable=True))
    flag = sa.Boolean().with_variant(sa.Integer(), "sqlite")
    op.add_column("member", sa.Column("morning", flag, nullable=True))
