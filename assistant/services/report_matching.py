"""Which tasks of a plan the words of a report name: stricter than a question, since an answer writes.

In a compound the last part says what it is: "aftenmedicin" is medicine and fits "Medicin", but a
"frokostmassage" is no lunch. All words of a part count together, so that "epilepsi medicin aften" fits the
line with most of them.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.domain.answer import Task
from assistant.services.task_matching import same_direction
from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of
from nlu.components.done_cues import names_of_act
from nlu.components.spelling import sound_of
from retrieval.words import fold, stem, words

_SAME = 1.0
_HEAD = 0.9
_PART = 0.85
_MISSPELT = 0.8
_ALIKE = 0.84
_BEHIND_THE_TITLE = 0.5
_SHORTEST_PART = 4
_SHORTEST_BEGINNING = 3
_ALIKE_IN_SOUND = 0.8
_SHORTEST_MISSPELT = 5
_SHORTEST_BY_SOUND = 4
_CLOSE = 0.02


def named_by(part: Sequence[str], tasks: Sequence[Task], behind: Mapping[str, str]) -> list[Task]:
    """The tasks that the words of one part name best, in their order; none where they name none.

    :param behind: remarks and titles of guidance by planned help id; they count where no title fits.
    """
    for texts, weight in ((_titles(tasks), 1.0), (behind, _BEHIND_THE_TITLE)):
        scores = [weight * _strength(tuple(part), texts.get(each.occurrence.help.id, "")) for each in tasks]
        best = max(scores, default=0.0)
        if best > 0:
            named = [task for task, score in zip(tasks, scores, strict=True) if score >= best - _CLOSE]
            return [each for each in named if same_direction(part, each.occurrence.help.title)] or named
    return []


def _titles(tasks: Sequence[Task]) -> Mapping[str, str]:
    return {each.occurrence.help.id: each.occurrence.help.title for each in tasks}


def _strength(part: tuple[str, ...], text: str) -> float:
    """How much of the words a text holds: the sum over the words, of each its best fit."""
    told = [word for word in words(text) if word not in function_words()]
    by_word = sum(max((_fit(asked, word) for word in told), default=0.0) for asked in _said(part))
    by_parts = sum(_both_parts(asked, told) for asked in _said(part))
    by_act = max(
        (_HEAD * _fit(name, word) for act in part for name in names_of_act(act) for word in told), default=0.0
    )
    same_kind = _HEAD if concepts_of(" ".join(part)) & concepts_of(text) else 0.0
    return max(by_word + by_act, same_kind) + by_parts


def _both_parts(asked: str, told: Sequence[str]) -> float:
    """What a compound gains where a title says both of its parts: "aftenmedicin" is "Medicin, aften"."""
    folded = [fold(word) for word in told if len(word) >= _SHORTEST_PART]
    whole = fold(asked)
    rests = [whole[len(word) :] for word in folded if whole.startswith(word) and len(word) < len(whole)]
    said = any(_is_part(rest, word) for rest in rests for word in folded)
    return _SAME - _HEAD if said else 0.0


def _is_part(rest: str, told: str) -> bool:
    """Whether the rest of a compound is a word of the title, or what one begins with ("sonden": sondemad)."""
    root = stem(rest)
    return rest.endswith(told) or (len(root) >= _SHORTEST_PART and told.startswith(root))


def _said(part: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(part) if not names_of_act(word))


@lru_cache(maxsize=65536)
def _fit(asked: str, told: str) -> float:
    if stem(asked) == stem(told):
        return _SAME
    asked, told = fold(asked), fold(told)
    root, told_root = stem(asked), stem(told)
    if len(root) >= _SHORTEST_PART and root in told:
        return _HEAD if told.endswith(asked) or told_root.endswith(root) else _PART
    if len(asked) >= _SHORTEST_BEGINNING and (told.startswith(asked) or told.endswith(asked)):
        return _PART
    if len(root) >= _SHORTEST_BEGINNING and told.startswith(root):
        return _PART  # "ilten" of "iltudstyr"
    if len(told_root) >= _SHORTEST_PART and (asked.endswith(told) or root.endswith(told_root)):
        return _HEAD
    if len(asked) >= _SHORTEST_BY_SOUND and sound_of(asked) == sound_of(told):
        return _MISSPELT if SequenceMatcher(None, asked, told).ratio() >= _ALIKE_IN_SOUND else 0.0
    if min(len(asked), len(told)) >= _SHORTEST_MISSPELT and abs(len(asked) - len(told)) <= 2:
        return _MISSPELT if SequenceMatcher(None, asked, told).ratio() >= _ALIKE else 0.0
    return 0.0
