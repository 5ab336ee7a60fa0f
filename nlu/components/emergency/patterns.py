"""Sequences of word classes, and where they stand in a message.

A pattern is written in `cues.toml` as words and CLASSES in order:

    "TRÆKKE NOT VEJR"     each within the next three words, no pause and no joining word between
    "KAN > VÆKKE"         within the next six words
    "NOT = PULS"          the very next word
    "falder|faldet = om"  either word
    "SVARE NOT !ALTID"    not followed at once by a word of ALTID; in front: not preceded
    "^ BRAND $"           first word of a sentence; last word of a clause
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_GAPS = {"=": 0, ">": 5}
_NEAR = 2
# No pattern reaches further than this many words, gaps included; `compile_pattern` sees to it.
LONGEST_PATTERN = 20


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a pattern: any class of `mask`, after at most `gap` other words."""

    mask: int
    gap: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `written` is how `cues.toml` has it."""

    written: str
    elements: tuple[Element, ...]
    first: bool = False
    last: bool = False
    not_before: int = 0
    not_after: int = 0
    further: tuple[int, ...] = ()
    """The masks of all words but the first."""


def compile_pattern(written: str, mask_of: Callable[[str], int]) -> Pattern:
    """Compile one pattern.

    :param mask_of: gives the bits of a word or CLASS; raises for an unknown class.
    :raises ValueError: when the pattern has no word.
    """
    elements: list[Element] = []
    gap, first, last, before, after = _NEAR, False, False, 0, 0
    for part in written.split():
        if part in _GAPS:
            gap = _GAPS[part]
        elif part == "^":
            first = True
        elif part == "$":
            last = True
        elif part.startswith("!"):
            mask = _mask(part[1:], mask_of)
            before, after = (before, after | mask) if elements else (before | mask, after)
        else:
            elements.append(Element(_mask(part, mask_of), gap))
            gap = _NEAR
    if not elements:
        raise ValueError(f"cues.toml: the pattern {written!r} has no word; write at least one")
    if 1 + sum(element.gap + 1 for element in elements[1:]) > LONGEST_PATTERN:
        raise ValueError(
            f"cues.toml: the pattern {written!r} reaches too far; use fewer words or smaller gaps"
        )
    further = tuple(element.mask for element in elements[1:])
    return Pattern(written, tuple(elements), first, last, before, after, further)


def match_at(
    pattern: Pattern, begin: int, classes: Sequence[int], pause: Sequence[int], *, joining: int
) -> int | None:
    """One past the last word when `pattern` stands with its first word at `begin`, else None.

    Looks at no more words than the pattern's gaps allow, however long the message is.

    :param joining: the classes that no gap reaches across ("og", "men").
    """
    if pattern.not_before and begin > 0 and classes[begin - 1] & pattern.not_before:
        return None
    if pattern.first and begin > 0 and pause[begin] < 2:
        return None
    return _rest(pattern, 1, begin + 1, classes, pause, joining)


def _rest(
    pattern: Pattern, index: int, begin: int, classes: Sequence[int], pause: Sequence[int], joining: int
) -> int | None:
    if index == len(pattern.elements):
        return begin if _ends_well(pattern, begin, classes, pause) else None
    element = pattern.elements[index]
    for at in range(begin, min(begin + element.gap + 1, len(classes))):
        if pause[at]:
            return None
        if classes[at] & element.mask:
            end = _rest(pattern, index + 1, at + 1, classes, pause, joining)
            if end is not None:
                return end
        if classes[at] & joining:
            return None
    return None


def _ends_well(pattern: Pattern, end: int, classes: Sequence[int], pause: Sequence[int]) -> bool:
    if end == len(classes) or pause[end]:
        return True
    return not pattern.last and not classes[end] & pattern.not_after


def _mask(part: str, mask_of: Callable[[str], int]) -> int:
    mask = 0
    for name in part.split("|"):
        mask |= mask_of(name)
    return mask
