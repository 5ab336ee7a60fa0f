"""The one list of the field's words is whole."""

import importlib
from enum import EnumType

from knowledge.function_words import function_words
from knowledge.glossary import glossary


def test_every_term_names_code_that_is_there() -> None:
    for term in glossary():
        module = importlib.import_module(term.where)
        enums = [each for each in vars(module).values() if isinstance(each, EnumType)]
        known = {*vars(module), *(name for each in enums for name in each.__members__)}
        assert term.code in known, f"{term.danish}: no {term.code} in {term.where}"


def test_no_word_means_two_terms() -> None:
    said = [word for term in glossary() for word in (term.danish, *term.aliases)]
    assert len(said) == len(set(said))


def test_function_words_stand_with_and_without_danish_letters() -> None:
    assert {"på", "paa", "hvornår", "hvornaar"} <= function_words()
