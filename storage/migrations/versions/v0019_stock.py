"""Stock: what comes in and is counted, which product a line is about, and below which days of it leads are told."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("team", sa.Column("stock_limit", _WHOLE, nullable=True))
    op.create_table(
        "line_product",
        sa.Column("entry_id", _WHOLE, nullable=False),
        sa.Column("line", _WHOLE, nullable=False),
        sa.Column("revision", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "line", "revision", name="pk_line_product"),
        sa.ForeignKeyConstraint(
            ["team_id", "entry_id"], ["entry.team_id", "entry.id"],
            name="fk_line_product_team_id_entry_id", deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["entry_id", "line", "revision"], ["entry_line.entry_id", "entry_line.line", "entry_line.revision"],
            name="fk_line_product_entry_id_line_revision",
        ),
        sqlite_strict=True,
    )  # fmt: skip
    op.create_index("ix_line_product_product", "line_product", ["team_id", "product"])
    op.create_table(
        "stock_move",
        sa.Column("id", _WHOLE, nullable=False),
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("pieces", _WHOLE, nullable=False),
        sa.Column("cost_minor", _WHOLE, nullable=True),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("made_by", _WHOLE, nullable=False),
        sa.Column("made_at", _WHOLE, nullable=False),
        sa.Column("voided_at", _WHOLE, nullable=True),
        sa.Column("voided_by", _WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_stock_move"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_stock_move_team_id"),
        _of_member("made_by"),
        _of_member("voided_by"),
        sa.CheckConstraint("pieces BETWEEN 0 AND 9999999", name=op.f("ck_stock_move_pieces")),
        sa.CheckConstraint("cost_minor > 0 AND cost_minor < 100000000000", name=op.f("ck_stock_move_cost")),
        sa.CheckConstraint("(voided_at IS NULL) = (voided_by IS NULL)", name=op.f("ck_stock_move_voided")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stock_move_product", "stock_move", ["team_id", "product"])
    op.create_table(
        "low_stock",
        sa.Column("team_id", _WHOLE, nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "product", name="pk_low_stock"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_low_stock_team_id"),
        sqlite_strict=True,
    )


def _of_member(column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_stock_move_team_id_{column}"
    return sa.ForeignKeyConstraint(["team_id", column], ["member.team_id", "member.id"], name=name, deferrable=True)
