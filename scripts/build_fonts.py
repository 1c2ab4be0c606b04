"""Builds the fonts that charts are drawn with: the same picture on every machine, without system fonts.

The Chinese font is a subset of Noto Sans CJK SC under a name of its own, as its licence (OFL) asks of changed
fonts: all hanzi of the basic plane for names in the regular weight, GB2312 for our own headings in the bold one.
Emoji come from Noto Emoji, which is monochrome: matplotlib draws outlines only.

Without arguments the sources are downloaded by `apt-get download` and `npm pack`.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FONTS = Path(__file__).parent.parent / "kpi" / "charts" / "fonts"
FAMILY = "Longhubang Sans SC"
SIMPLIFIED_CHINESE = "Noto Sans CJK SC"
EMOJI = "noto-emoji-emoji-400-normal.woff2"
UNUSED_TABLES = ["vhea", "vmtx", "VORG", "BASE", "GSUB", "GPOS", "GDEF"]
_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 0, 1, 2, 3, 4, 6
_TYPOGRAPHIC = (16, 17, 21, 22, 25)

# Letters, punctuation, currency signs, arrows, simple shapes, kana and full-width forms. Miscellaneous symbols and
# dingbats stay out, so that ❤ and ☀ look like the other emoji.
COMMON = (
    (0x0020, 0x024F), (0x02B0, 0x02FF), (0x0370, 0x03FF), (0x0400, 0x04FF), (0x1E00, 0x1EFF), (0x2000, 0x206F),
    (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x2460, 0x24FF), (0x2500, 0x25FF), (0x3000, 0x30FF), (0x3100, 0x312F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
)  # fmt: skip
HANZI = ((0x4E00, 0x9FFF),)
# These are as wide as a hanzi in a Chinese font, which tears "O’Brien" and "1 · 2" apart: another font has them.
TOO_WIDE = set("·—‘’“”…")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cjk", type=Path, help="folder with NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc")
    parser.add_argument("--emoji", type=Path, help=f"folder with {EMOJI} in it or below, and its LICENSE")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        build(given.cjk or downloaded_cjk(Path(scratch)), given.emoji or downloaded_emoji(Path(scratch)))


def build(cjk: Path, emoji: Path) -> None:
    """Writes the three fonts and their licence, from folders that hold the sources."""
    FONTS.mkdir(parents=True, exist_ok=True)
    chinese(_find(cjk, "NotoSansCJK-Regular.ttc"), set(_common()) | set(_points(HANZI)), "Regular", FAMILY)
    chinese(_find(cjk, "NotoSansCJK-Bold.ttc"), set(_common()) | set(_gb2312()), "Bold", f"{FAMILY} Bold")
    monochrome_emoji(_find(emoji, EMOJI))
    copyright_line = _simplified(_find(cjk, "NotoSansCJK-Regular.ttc"))["name"].getDebugName(_COPYRIGHT)
    licence = _find(emoji, "LICENSE").read_text(encoding="utf-8")
    credit = f"{FAMILY} (changed from Noto Sans CJK SC): {copyright_line}\nNoto Emoji: "
    (FONTS / "OFL.txt").write_text(credit + licence, encoding="utf-8")
    for file in sorted(FONTS.iterdir()):
        print(f"{file.stat().st_size:>9,}  {file.name}")


def downloaded_cjk(scratch: Path) -> Path:
    """The unpacked Debian package fonts-noto-cjk."""
    subprocess.run(["apt-get", "download", "fonts-noto-cjk"], cwd=scratch, check=True)
    (package,) = scratch.glob("fonts-noto-cjk_*.deb")
    subprocess.run(["dpkg", "-x", package.name, "cjk"], cwd=scratch, check=True)
    return scratch / "cjk"


def downloaded_emoji(scratch: Path) -> Path:
    """The unpacked npm package @fontsource/noto-emoji."""
    subprocess.run(["npm", "pack", "@fontsource/noto-emoji"], cwd=scratch, check=True)
    (package,) = scratch.glob("fontsource-noto-emoji-*.tgz")
    (scratch / "emoji").mkdir()
    subprocess.run(["tar", "xzf", package.name, "-C", "emoji"], cwd=scratch, check=True)
    return scratch / "emoji"


def chinese(source: Path, points: set[int], style: str, family: str) -> None:
    """The glyphs for `points` of one weight. Each weight is a family, so that bold can fall back to regular."""
    font = _simplified(source)
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, drop_tables=UNUSED_TABLES, name_IDs=["*"]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    _rename(font, family, style)
    font.save(FONTS / f"LonghubangSansSC-{style}.otf")


def monochrome_emoji(source: Path) -> None:
    """The emoji as plain TrueType: matplotlib reads no WOFF2."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.save(FONTS / "NotoEmoji-Regular.ttf")


def _rename(font: TTFont, family: str, style: str) -> None:
    font["OS/2"].usWeightClass = 400  # of its own family, so that asking for bold never finds the other one
    names = font["name"]
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names.names = [record for record in names.names if record.nameID not in _TYPOGRAPHIC]
    renamed = {_FAMILY: family, _STYLE: style, _UNIQUE: postscript, _FULL: f"{FAMILY} {style}", _POSTSCRIPT: postscript}
    for number, text in renamed.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    programs = font["CFF "].cff
    programs.fontNames = [postscript]
    (program,) = programs.topDictIndex
    program.FamilyName, program.FullName = family, f"{FAMILY} {style}"


def _simplified(source: Path) -> TTFont:
    """The member of the collection whose shapes are those of simplified Chinese."""
    members = TTCollection(source, recalcTimestamp=False)
    return next(font for font in members if font["name"].getDebugName(_FAMILY) == SIMPLIFIED_CHINESE)


def _find(folder: Path, name: str) -> Path:
    return next(iter(sorted(folder.rglob(name))))


def _common() -> Iterator[int]:
    yield from _points(COMMON)
    yield from (ord(c) for c in "★☆♀♂☺✓✔✗✘")


def _points(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in ranges:
        yield from (point for point in range(first, last + 1) if chr(point) not in TOO_WIDE)


def _gb2312() -> Iterator[int]:
    """The 6,763 hanzi of the standard: rows 16 to 87."""
    for row in range(16, 88):
        for cell in range(1, 95):
            yield from map(ord, bytes((row + 0xA0, cell + 0xA0)).decode("gb2312", errors="ignore"))


if __name__ == "__main__":
    main()
