"""What is promised for bad days, tried: processes killed, clocks set back, a Telegram in trouble, a full disk."""
