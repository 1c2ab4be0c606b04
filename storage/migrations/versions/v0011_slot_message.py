"""What a message of the bot shows is found by the message, for answers to it."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_index("ix_slot_message", "slot", ["chat_id", "message_id"])
