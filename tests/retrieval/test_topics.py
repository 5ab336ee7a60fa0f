"""What questions and texts are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.topics import find_topics, is_care, topics_in, topics_of_word, words_of_topics
from retrieval.words import words


def topics(text: str) -> set[str]:
    return {topic for mention in find_topics(words(text)) for topic in mention.topics}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hvordan får jeg kompressionsstrømperne på", "compression_stockings"),
        ("de stramme ting på benene", "compression_stockings"),
        ("kateterposen er fuld", "urinary_catheter"),
        ("hvordan bruger vi kugle dynen", "weighted_blanket"),
        ("hans gebis er væk", "dentures"),
        ("Hun fryser fast i døren", "freezing"),
        ("må han få øjendråberne nu", "eye_drops"),
        ("hvornår kommer lønsedlen", "pay"),
        ("hvor er kantinen", "workplace"),
    ],
)
def test_a_topic_is_known_by_its_words(text: str, topic: str) -> None:
    assert topic in topics(text)


def test_a_short_stem_names_a_topic_by_the_whole_word_only() -> None:
    assert "dementia" in topics("hun er dement")
    assert "dementia" not in topics("hvad gør jeg ved dem")


def test_a_part_of_a_compound_names_its_topic_less_surely() -> None:
    assert 0 < topics_of_word("sondesprøjte")["tube_feeding"] < topics_of_word("sonde")["tube_feeding"]


def test_what_is_no_care_is_told_apart() -> None:
    assert is_care("insulin")
    assert not is_care("weather")


def test_a_text_names_a_topic_as_often_as_its_words_do() -> None:
    assert topics_in("Insulin: giv insulin med insulinpennen.")["insulin"] == 3


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(mention.begin < mention.end for mention in find_topics(words(text)))


@given(st.sampled_from(sorted(words_of_topics())))
def test_every_word_of_the_lexicon_is_one_word(word: str) -> None:
    assert words(word) == [word]
