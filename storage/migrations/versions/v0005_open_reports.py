"""Reports that wait for an answer are kept apart from the questions about them; what a team sells is known by name."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "open_report",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("person_id", _WHOLE, nullable=False),
        sa.Column("source_ref", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("asked_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_open_report"),
        sa.UniqueConstraint("team_id", "source_ref", name="uq_open_report_team_id_source_ref"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_open_report_team_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_open_report_person_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_open_report_asked_at", "open_report", ["asked_at"])
    op.create_table(
        "product",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_at", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "name", name="pk_product"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_product_team_id"),
        sqlite_strict=True,
    )
