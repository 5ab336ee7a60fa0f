"""What simpler searches would find among the same texts, to measure the real one against."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.evaluation.guidance_cases import Case, SearchedCase
from retrieval.words import words

# The usual constants of BM25 (Robertson & Zaragoza 2009, chapter 3).
_K1, _B = 1.2, 0.75


def ranks_of_baselines(cases: Sequence[SearchedCase]) -> dict[str, list[int]]:
    """The rank of the first right text for each case, from 1, and 0 where there is none, by each baseline.

    `bm25` is plain: words as they are written, title and text alike, no stems, no lexicon, own texts no
    better than others. `by_words` is the search without vectors; `by_meaning` is nearness alone, and is left
    out where there is none.
    """
    found = {
        "bm25": [_rank(each.case, _bm25(each)) for each in cases],
        "by_words": [each.by_words().judged().rank for each in cases],
    }
    if all(each.searched.nearness for each in cases):
        found["by_meaning"] = [_rank(each.case, each.searched.nearness) for each in cases]
    return found


def _rank(case: Case, scores: Mapping[tuple[str, int], float]) -> int:
    order = sorted(scores, key=lambda key: (-scores[key], key))
    return next((place for place, key in enumerate(order, 1) if key[0] in case.guidance), 0)


def _bm25(case: SearchedCase) -> dict[tuple[str, int], float]:
    """The scores of the texts that share a word with the question."""
    documents = [each.document for each in case.searched.matched.matches]
    counts = {each.key: Counter(words(f"{each.title} {each.text}")) for each in documents}
    asked = set(words(case.case.text))
    having = Counter(word for each in counts.values() for word in asked & each.keys())
    mean = sum(each.total() for each in counts.values()) / (len(counts) or 1)
    scores = {
        each.key: sum(
            _rarity(having[word], len(documents)) * _saturated(counts[each.key], word, mean)
            for word in asked & counts[each.key].keys()
        )
        for each in documents
    }
    return {key: score for key, score in scores.items() if score}


def _rarity(having: int, searched: int) -> float:
    return math.log(1 + (searched - having + 0.5) / (having + 0.5))


def _saturated(counts: Counter[str], word: str, mean: float) -> float:
    length = 1 - _B + _B * counts.total() / mean
    return counts[word] * (_K1 + 1) / (counts[word] + _K1 * length)
