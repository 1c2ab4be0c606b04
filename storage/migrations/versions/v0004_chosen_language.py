"""Whether somebody chose their language by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    flag = sa.Boolean().with_variant(sa.Integer(), "sqlite")
    op.add_column("person", sa.Column("language_chosen", flag, nullable=True))
