"""Lists of what several people sold: read, shown for checking, and booked when a lead confirms them."""
