"""Why the bot does not start where it would lose the books, or make new ones over old ones.

Looked at before the database is opened, which would make the file.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.console import Problem
from bot.settings import Settings
from storage import backups
from storage.connection import file_of

MOUNTS = Path("/proc/self/mounts")  # in the manner of fstab(5); elsewhere than on Linux there is none
_NETWORKED = frozenset(
    {"9p", "afs", "beegfs", "ceph", "cifs", "fuse.ceph", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
     "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)  # fmt: skip


def refusals(settings: Settings) -> Iterator[Problem]:
    """Everything about the place of the books that keeps the bot from starting."""
    named = file_of(settings.database_url)
    if named is None:
        return
    file = Path(named).resolve()
    if not settings.allow_network_disk and network_disk(file, MOUNTS) is not None:
        yield Problem("network-disk", str(file))
    copies = backups.copies(settings.backups)
    if copies and not (file.exists() and file.stat().st_size):
        yield Problem("books-gone", f"{file}\n    python main.py restore {copies[-1]}")


def network_disk(file: Path, mounts: Path) -> str | None:
    """The type of the network file system that holds `file`, which may be missing; None for a disk of this machine."""
    folder = next(place for place in file.parents if place.exists())
    kind = _kind_of_disk(folder, mounts)
    return kind if kind in _NETWORKED else None


def _kind_of_disk(folder: Path, mounts: Path) -> str:
    """The type of the file system that holds `folder`, "" when the machine does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    kinds = {Path(_unescaped(line.split()[1])): line.split()[2] for line in lines}
    return next((kinds[place] for place in (folder, *folder.parents) if place in kinds), "")


def _unescaped(mount: str) -> str:
    """A space in a path is written as octal, and so are a tab, a line feed and a backslash."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount = mount.replace(code, character)
    return mount
