"""Whether each handler is missed: with it switched off, at least one test must go red."""
