"""Whether what is told has happened, or is only asked about: "hvis hun kramper", "når han falder".

"Når" is a condition, or names the moment that is now: "hvor meget må jeg give, når hun ikke længere svarer".
It is now when its clause says that something lasts, has just begun or was measured.
"""

from nlu.components.emergency.surroundings import Surroundings
from nlu.components.emergency.tokens import HARD, SOFT

_SCOPE_OF_IF = 14


def imagined(around: Surroundings, begin: int) -> bool:
    """Whether an "if" before word `begin` still holds: not past a comma, unless "og" goes on behind it."""
    pause = around.words.pause
    for at in range(begin, max(begin - _SCOPE_OF_IF, -1), -1):
        if at < begin:
            if restarts(around, at, begin) or pause[at + 1] == HARD:
                return False
            if pause[at + 1] == SOFT and not around.has(at + 1, "AND"):
                return False
        if around.match("hypothetical", at) is not None:
            return True
        if at < begin and around.match("whenever", at) is not None:
            _, last = around.words.sentence(at)
            return not around.finds("ongoing", at + 1, last)
    return False


def restarts(around: Surroundings, at: int, begin: int) -> bool:
    """A new main clause without a comma: "… hvis lægen ikke kommer | hun er bevidstløs"."""
    if not (at >= 3 and around.has(at, "HUNHAN") and at + 1 <= begin and around.has(at + 1, "FINITE")):
        return False
    if around.has(at - 1, "AND", "SUBORDINATE", "INVERTED"):
        return False
    # "om en borger er": the article stands between the two.
    if around.has(at - 1, "ARTICLE") and around.has(at - 2, "SUBORDINATE"):
        return False
    before = (at - 1, at - 2)
    return all(
        around.match("hypothetical", each) is None and around.match("whenever", each) is None
        for each in before
    )
