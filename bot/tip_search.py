"""Tips by what they are about."""

from collections.abc import Sequence

from storage.tips import Tip

_ALIKE = 75  # of 100, from which on words are found although they are misspelt


def matching(every: Sequence[Tip], wanted: str) -> list[Tip]:
    """Those that say something of the kind, bad ones last, the closest first; all of them when nothing is wanted."""
    if not wanted:
        return list(every)
    from rapidfuzz import fuzz  # 3 MB, for few messages

    asked = wanted.casefold()
    alike = {tip.id: fuzz.partial_ratio(asked, tip.words.casefold()) for tip in every}
    fitting = [tip for tip in every if alike[tip.id] >= _ALIKE]
    return sorted(fitting, key=lambda tip: (tip.is_bad, -alike[tip.id]))
