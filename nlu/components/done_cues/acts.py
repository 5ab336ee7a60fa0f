"""What a plan line may call the help that a participle tells of: "vendt" is "Vending"."""

from functools import lru_cache

from nlu.components.done_cues.cues import acts, pattern
from nlu.components.done_cues.plain import plain
from nlu.folding import foldings


def names_of_act(word: str) -> tuple[str, ...]:
    """The nouns under which the help of a participle may stand; none for any other word.

    >>> names_of_act("vejet")
    ('vejning', 'vægt', 'vejes')
    """
    return _by_form().get(word.lower(), ())


def direction_of(text: str) -> str | None:
    """ "på" or "af" where `text` says that something was put on or taken off; None where neither or both.

    >>> direction_of("strømperne er taget af hos Else"), direction_of("har taget blodtryk på Else")
    ('af', None)
    """
    line = plain(text).line
    off = pattern("direction", "off").search(line) is not None
    on = pattern("direction", "on").search(line) is not None
    return ("af" if off else "på") if off != on else None


@lru_cache(maxsize=1)
def _by_form() -> dict[str, tuple[str, ...]]:
    return {form: names for act, names in acts().items() for form in (act, *foldings(act))}
