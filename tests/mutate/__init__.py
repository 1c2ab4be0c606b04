"""Protections that are taken away one at a time, to see that a test notices."""
