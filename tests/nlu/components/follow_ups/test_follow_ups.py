"""How a sentence leans on the one before: «…» marks a name, ‹…› a time that was found before."""

import re
from dataclasses import replace

import pytest

from nlu.components.follow_ups import (
    Kind,
    Side,
    is_of_today,
    names_no_topic,
    read_correction,
    read_follow_up,
)

Span = tuple[int, int]


def marked(told: str) -> tuple[str, list[Span], list[Span]]:
    """The text without its marks, and where names and times stand in it."""
    text, names, times = "", [], []
    for part in re.split(r"(«[^»]*»|‹[^›]*›)", told):
        bare = part.strip("«»‹›")
        span = (len(text), len(text) + len(bare))
        if part.startswith("«"):
            names.append(span)
        elif part.startswith("‹"):
            times.append(span)
        text += bare
    return text, names, times


@pytest.mark.parametrize(
    "told",
    [
        "og ‹i nat›?",
        "‹kl 23.55›?",
        "hvad med «Else»?",
        "å «lekadia»",
        "og hendes vægt?",
        "og «Else» ‹i morgen›?",
        "okay så «Edith Ravn»",
        "hvad så ‹på fredag›",
        "men ‹i aften› da?",
        "va med medicinen",
    ],
)
def test_what_names_only_something_new_leaves_out_the_question(told: str) -> None:
    text, names, times = marked(told)
    assert read_follow_up(text, names=names, times=times).elliptical


@pytest.mark.parametrize(
    "told",
    [
        "og hvordan gør vi det?",
        "hvad skal «Else» ‹i aften›",
        "og må jeg skylle kateteret bagefter?",
        "og «Pavia», hvornår?",
        "strømperne er taget på",
        "og så faldt hun ud af sengen ‹i nat›",
        "",
        "tak",
        "hun fik ‹kl 8› sin medicin",
    ],
)
def test_a_question_or_report_of_its_own_leaves_out_nothing(told: str) -> None:
    text, names, times = marked(told)
    assert not read_follow_up(text, names=names, times=times).elliptical


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hvorfor?", Kind.WHY),
        ("hvorfor det", Kind.WHY),
        ("vorfor ska hun ha dem på", Kind.WHY),
        ("og hvorfor så det", Kind.WHY),
        ("hvad er det godt for", Kind.WHY),
        ("hvad for?", Kind.WHY),
        ("hvad for et bind", None),
        ("gentag", Kind.AGAIN),
        ("hvad sagde du?", Kind.AGAIN),
        ("en gang til tak", Kind.AGAIN),
        ("vil du ikke lige gentage det", Kind.AGAIN),
        ("hvordan giver jeg insulin en gang til", None),
        ("mere", Kind.MORE),
        ("er der mere?", Kind.MORE),
        ("hvor meget mere skal hun have", None),
        ("og så?", Kind.NEXT),
        ("hvad så bagefter", Kind.NEXT),
        ("hvad skal hun bagefter", Kind.NEXT),
        ("hvad er det næste?", Kind.NEXT),
        ("hvordan gør jeg bagefter", None),
        ("og før det?", Kind.BEFORE),
        ("hvad var der lige før det", Kind.BEFORE),
        ("skal hun ligge ned før det", None),
        ("super", Kind.ACKNOWLEDGE),
        ("okay fint", Kind.ACKNOWLEDGE),
        ("fint sår", None),
    ],
)
def test_what_it_wants_of_the_last_answer(text: str, kind: Kind | None) -> None:
    assert read_follow_up(text).kind is kind


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("og ugen før?", Side(7, before=True)),
        ("dagen efter", Side(1, before=False)),
        ("to dage før det", Side(2, before=True)),
        ("ugen før hun faldt ud af sengen", None),
        ("og måneden før", Side(30, before=True)),
    ],
)
def test_a_stretch_of_time_beside_the_one_spoken_of(text: str, side: Side | None) -> None:
    found = read_follow_up(text).side
    assert (found and replace(found, span=(0, 0))) == side


def test_the_words_for_a_stretch_beside_are_found_where_they_stand() -> None:
    side = read_follow_up("og to dage før?").side
    assert side is not None and side.span == (3, 14)


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("hvordan gør jeg det?", True),
        ("skal jeg ringe til nogen om det", True),
        ("må jeg give den i aften", True),
        ("hvor mange dråber var det", False),
        ("hvordan er det med de skinner", False),
        ("hvordan får jeg den støvle på", False),
    ],
)
def test_a_pronoun_that_stands_for_something(text: str, refers: bool) -> None:
    assert read_follow_up(text).refers is refers


def test_a_measure_is_no_topic_and_everyday_verbs_are_none_beside_a_pronoun() -> None:
    assert names_no_topic(["side"], refers=False) and names_no_topic(["varmt"], refers=False)
    assert names_no_topic(["give"], refers=True) and not names_no_topic(["give"], refers=False)
    assert not names_no_topic(["dråber"], refers=True)


def test_i_aften_is_todays_and_om_aftenen_is_of_the_day_spoken_of() -> None:
    assert is_of_today("i aften") and not is_of_today("om aftenen") and not is_of_today("kl. 18")


@pytest.mark.parametrize(
    ("told", "rejected"),
    [
        ("ikke «Else», «Edith»", ["ikke Else"]),
        ("«Edith», ikke «Else»", ["ikke Else"]),
        ("nej «Edith»", []),
        ("nej for resten det var «lone pedersen» jeg skulle til", []),
        ("jeg mener ‹i morgen›", []),
        ("nej ‹kl 16›", []),
        ("undskyld, ‹aften› ikke morgen", ["ikke morgen"]),
        ("det er ikke «Else» men «Edith»", ["ikke Else"]),
        ("ikke badet, medicinen", ["ikke badet"]),
        ("nej nej jeg sige forkert, «edith»", []),
    ],
)
def test_a_correction_takes_back_what_is_denied(told: str, rejected: list[str]) -> None:
    text, names, times = marked(told)
    correction = read_correction(text, names=names, times=times)
    assert correction is not None
    assert [text[begin:end] for begin, end in correction.rejected] == rejected


def test_the_other_one_is_corrected_or_added() -> None:
    text, names, times = marked("nej, den anden «Jens»")
    corrected = read_correction(text, names=names, times=times)
    assert corrected is not None and corrected.other and not corrected.adds
    text, names, times = marked("og den anden «Jens»")
    added = read_correction(text, names=names, times=times)
    assert added is not None and added.other and added.adds


def test_the_person_spoken_of_is_taken_back_without_another() -> None:
    correction = read_correction("nej det er ikke hende")
    assert correction is not None and correction.not_this and not correction.rejected


def test_another_topic_is_meant() -> None:
    correction = read_correction("nej jeg mente hendes medicin")
    assert correction is not None and correction.topic


@pytest.mark.parametrize(
    "told",
    [
        "nej hvad skal «Jens» ‹kl 14›",
        "«Jens»",
        "nej",
        "nej tak",
        "den anden vej til «Jens'» dør",
        "nej hun ville ikke i bad",
        "nej ikke endnu",
        "nej «Else» har fået det",
        "nej «Else» skal i bad ‹kl 16› og have rent tøj på",
        "det var ikke hende der faldt på gulvet",
    ],
)
def test_what_says_more_is_no_correction(told: str) -> None:
    text, names, times = marked(told)
    assert read_correction(text, names=names, times=times) is None


def test_a_long_text_leans_on_nothing() -> None:
    text = "og " + "hun spiste lidt " * 700
    assert read_follow_up(text) == read_follow_up("") and read_correction("nej " + text) is None
