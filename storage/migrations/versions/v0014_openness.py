"""What of each other's figures the sellers of a team may read."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("team", sa.Column("shows", sa.Text(), nullable=True))
    op.add_column("team", sa.Column("openness", sa.Text(), nullable=True))
