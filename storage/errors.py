"""What can be wrong with a database as a whole. Whoever runs the bot reads these."""


class DamagedDatabaseError(Exception):
    """The file is damaged or no database. It was left as it is: restore a backup, or look into it by hand."""


class NewerSchemaError(Exception):
    """A later release of the bot has changed this database, and this one would not know how to use it."""


class LostTransactionError(Exception):
    """The database ended the transaction on its own (a full disk does): nothing of it may be acknowledged."""


class UnknownZoneError(Exception):
    """The zone of a team is not known to the machine: nothing could be made for it at the right time."""

    def __init__(self, team: str, zone: str) -> None:
        super().__init__(zone)
        self.team = team
        self.zone = zone
