"""Lists that wait to be confirmed, and what members are called in them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "sheet",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("expires_at", _WHOLE, nullable=False),
        sa.Column("closed_at", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_sheet_team_id"),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sheet_expires_at", "sheet", ["expires_at"])
    op.create_table(
        "member_alias",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("member_id", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "alias", name="pk_member_alias"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_member_alias_team_id"),
        sa.ForeignKeyConstraint(
            ["team_id", "member_id"],
            ["member.team_id", "member.id"],
            name="fk_member_alias_team_id_member_id",
            deferrable=True,
        ),
        sqlite_strict=True,
        sqlite_autoincrement=False,
    )
