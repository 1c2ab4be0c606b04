"""What the bots that ours is compared with share: the same report in, the same row stored, the same card out."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

SCHEMA = """
CREATE TABLE IF NOT EXISTS sale (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    seller INTEGER NOT NULL,
    day TEXT NOT NULL,
    orders INTEGER NOT NULL,
    amount INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sale_seller ON sale (seller, day);
"""
INSERT = "INSERT INTO sale (ref, seller, day, orders, amount) VALUES (?, ?, ?, ?, ?)"
STANDING = """
SELECT sum(amount) FILTER (WHERE day = ?), sum(orders) FILTER (WHERE day = ?), sum(amount)
FROM sale WHERE seller = ? AND day >= ?
"""
_SALE = re.compile(r"/sale (\d+) (\d+)")


@dataclass(frozen=True, slots=True)
class Sale:
    """A report as it is stored. `amount` is in cents."""

    ref: str
    seller: int
    day: str
    orders: int
    amount: int

    @property
    def row(self) -> tuple[str, int, str, int, int]:
        return (self.ref, self.seller, self.day, self.orders, self.amount)

    @property
    def asked(self) -> tuple[str, str, int, str]:
        """The parameters of `STANDING`."""
        return (self.day, self.day, self.seller, f"{self.day[:7]}-01")


def sale(text: str, *, chat: int, message: int, seller: int) -> Sale | None:
    """What `text` reports."""
    found = _SALE.match(text)
    if found is None:
        return None
    orders, amount = int(found[1]), int(found[2]) * 100
    return Sale(f"{chat}:{message}", seller, datetime.now(UTC).date().isoformat(), orders, amount)


def card(sold: Sale, name: str, number: int, standing: tuple[int, int, int]) -> str:
    """The answer, in Telegram's HTML."""
    today, orders, month = standing
    return (
        f"✅ <b>{name}</b> · {sold.day} · #{number:,}\n{sold.orders} orders · {_money(sold.amount)}\n"
        f"Today {_money(today)} · {orders:,} orders · AOV {_money(today // orders)}\nThis month {_money(month)}"
    )


def buttons(number: int) -> list[tuple[str, str]]:
    """The labels and data of the buttons under the card."""
    return [("✏️ Change", f"v1:change:{number}"), ("↩️ Undo", f"v1:undo:{number}")]


def _money(cents: int) -> str:
    return f"${cents / 100:,.2f}"
