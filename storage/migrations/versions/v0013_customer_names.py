"""Whether leads may read the names of customers."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    flag = sa.Boolean().with_variant(sa.Integer(), "sqlite")
    op.add_column("team", sa.Column("leads_see_customers", flag, nullable=True))
