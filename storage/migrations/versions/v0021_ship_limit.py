"""When a sale that is not shipped is overdue, by team."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("ship_limit", _WHOLE, nullable=True))
