"""Finding what kind of help or care a sentence speaks of."""

from nlu.components.care_terms.care_terms import (
    CareTerm,
    concepts_of,
    endings,
    find_care_terms,
    narrower_concepts,
    words_of_care,
)

__all__ = [
    "CareTerm",
    "concepts_of",
    "endings",
    "find_care_terms",
    "narrower_concepts",
    "words_of_care",
]
