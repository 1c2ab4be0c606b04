"""How fast the bot is, beside another one: `make bench`. Nothing here is collected by pytest."""
