"""Which guidance answers a question, and what is said where none does."""

from datetime import UTC, datetime

import pytest

from assistant.services.guidance_question import asked_words, telling_words, vocabulary_of, weight_of
from assistant.services.guidance_search import Found, GuidanceSearch
from knowledge.guidance import Guidance, Kind, Status
from nlu.components.spelling import Speller
from tests.fakes import InMemory

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
OWN = Kind.HANDLEANVISNING
TEXTS = [
    Guidance("h-1", OWN, "b-1", "Else Winther: kompressionsstrømper", "1. Rul strømpen op over hælen."),
    Guidance("h-2", OWN, "b-1", "Else Winther: sår på højre hæl", "1. Skyl med saltvand.\n2. Læg skum på."),
    Guidance("h-3", OWN, "b-1", "Else Winther: sår på venstre skinneben", "1. Skyl med saltvand."),
    Guidance("h-4", OWN, "b-2", "Ole Bak: topkateter", "1. Vask omkring kateteret.\n2. Tøm posen."),
    Guidance("h-5", OWN, "b-1", "Insulin om morgenen", "1. Giv 10 enheder i maven."),
    Guidance("h-6", OWN, "b-1", "Insulin om aftenen", "1. Giv 14 enheder i låret."),
    Guidance("h-7", OWN, "b-1", "Øjendråber", "1. To dråber.", status=Status.RETIRED),
    Guidance(
        "i-1", Kind.INSTRUKS, None, "Instruks: Stikuheld", "1. Skyl under hanen.\n2. Ring til skadestuen."
    ),
    Guidance("i-2", Kind.INSTRUKS, None, "Instruks: Vold og trusler", "1. Gå ud.\n2. Ring til lederen."),
    Guidance("i-3", Kind.INSTRUKS, None, "Instruks: Kompressionsstrømper", "1. Strømper på før kl. 9."),
]


@pytest.fixture(scope="module")
def records() -> InMemory:
    found = InMemory()
    with found.open_work() as work:
        work.guidance.put(TEXTS)
        work.commit()
    return found


def find(records: InMemory, *topic: str, citizen: str | None = "b-1", text: str = "") -> Found:
    with records.open_work() as work:
        return GuidanceSearch().find(work, topic, citizen=citizen, at=NOW, text=text or " ".join(topic))


def ids(found: Found) -> list[str]:
    return [each.guidance for each in found.quotes]


@pytest.mark.parametrize(
    ("topic", "citizen", "best"),
    [
        ("strømperne", "b-1", "h-1"),
        ("kompresionstrømper", "b-1", "h-1"),
        ("kad", "b-2", "h-4"),
        ("kateterposen tømning", "b-2", "h-4"),
        ("strømper", None, "i-3"),
        ("stukket kanyle", None, "i-1"),
        ("truer", None, "i-2"),
    ],
)
def test_a_question_finds_its_text(records: InMemory, topic: str, citizen: str | None, best: str) -> None:
    assert ids(find(records, *topic.split(), citizen=citizen))[:1] == [best]


@pytest.mark.parametrize(("side", "best"), [("højre", "h-2"), ("venstre", "h-3")])
def test_a_side_is_not_the_other(records: InMemory, side: str, best: str) -> None:
    assert ids(find(records, "sår", side))[:1] == [best]


@pytest.mark.parametrize(("part", "best"), [("morgenen", "h-5"), ("aftenen", "h-6")])
def test_a_part_of_the_day_tells_texts_apart(records: InMemory, part: str, best: str) -> None:
    assert ids(find(records, "insulin", text=f"hvor meget insulin om {part}"))[:1] == [best]


def test_the_citizens_own_text_goes_before_the_instruks(records: InMemory) -> None:
    found = ids(find(records, "kompressionsstrømper"))
    assert found.index("h-1") < found.index("i-3")


def test_texts_of_others_and_retired_ones_are_never_found(records: InMemory) -> None:
    assert "h-4" not in ids(find(records, "kateter"))
    assert "h-7" not in ids(find(records, "øjendråber"))


def test_what_no_text_is_about_is_not_answered_and_counts_what_was_searched(records: InMemory) -> None:
    found = find(records, "pacemaker", "batteri")
    assert (found.quotes, found.nearest) == ((), None)
    assert (found.own_searched, found.instrukser_searched) == (5, 3)


def test_nonsense_is_not_answered(records: InMemory) -> None:
    assert ids(find(records, "mmmhhh", "lalala", "77", citizen=None)) == []


def test_a_word_that_was_corrected_is_also_looked_for_as_it_was_written() -> None:
    (word,) = asked_words(["barbere"], [], text="babere")
    assert ("babere", 1.0) in word.instead


def test_rare_words_say_more_than_common_ones_whatever_their_form() -> None:
    assert weight_of("strømper") > weight_of("tage") > weight_of("borgeres")


def test_a_misspelt_form_is_led_back_to_the_stem_of_a_word_of_the_texts() -> None:
    speller = Speller(vocabulary_of(["Kartofler kl. 12"]))
    (word,) = asked_words(["karroflerne"], [speller])
    assert any(meant.startswith("kartofl") for meant, _ in word.instead)


def test_words_that_tell_texts_apart_have_their_weight() -> None:
    assert telling_words()["venstr"] > telling_words()["ikk"]
