"""Which part of the record a question asks for, and which of its words are its topic."""

import pytest

from nlu.components.record_facets import (
    alert_sort_told,
    findings_told,
    kinds_named,
    record_facets,
    topical_words,
)

KINDS = [
    ("hvad var blodtrykket sidst", ["blood_pressure"]),
    ("BT?", ["blood_pressure"]),
    ("hvordan er trykket", ["blood_pressure"]),
    ("seneste temp og sat", ["temperature", "oxygen_saturation"]),
    ("va var saturasionen igår", ["oxygen_saturation"]),
    ("hvad var hendes BS i morges", ["blood_glucose"]),
    ("hvad laa blodsukkeret paa", ["blood_glucose"]),
    ("hvad vejer hun", ["weight"]),
    ("vægtkurve", ["weight"]),
    ("har han tabt sig", ["weight"]),
    ("har Asta taget på?", ["weight"]),
    ("hvad sagde CRP", ["crp"]),
    ("hæmoglobin", ["haemoglobin"]),
    ("sidste inr", ["inr"]),
    ("hvor meget har hun tisset", ["urine_volume"]),
    ("hvor meget har hun drukket", ["fluid_intake"]),
    ("hvor ondt har han haft", ["pain_nrs"]),
    ("TOBS på Noor", ["tobs"]),
    ("hvad var pulsen", ["pulse"]),
    ("rf?", ["respiration"]),
    ("hvor høj er Mads", ["height"]),
    ("hvor høj er pulsen på Mads", ["pulse"]),
    # Words that only look like it.
    ("blev sondemaden sat op", []),
    ("er strømperne taget på", []),
    ("har hun tryksår", []),
    ("har hun drukket", []),
    ("har hun smerter", []),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds_of_measurement_are_known_by_abbreviation_and_everyday_word(
    text: str, kinds: list[str]
) -> None:
    assert list(kinds_named(text)) == kinds


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("har vægten udviklet sig", "trend"),
        ("er blodtrykket steget", "trend"),
        ("hvad blev der målt i går", "any_value"),
        ("hvad blev der skrevet i går", "written"),
        ("er der sket noget med ham i nat", "happened"),
        ("hvordan har natten været", "happened"),
        ("har nogen været hos hende i dag", "visits"),
        ("hvornår var det sidst", "last"),
    ],
)
def test_the_form_of_the_question_is_a_facet(text: str, facet: str) -> None:
    assert getattr(record_facets(text), facet)


def test_a_fall_is_no_trend_without_a_measurement() -> None:
    assert not record_facets("er han faldet").trend


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("hvad kan hun ikke tåle", ("intolerance",)),
        ("cave?", ("intolerance",)),
        ("er genoplivning fravalgt", ("resuscitation",)),
        ("får han blodfortyndende", ("anticoagulant",)),
        ("smitter hun", ("infection",)),
    ],
)
def test_alerts_are_asked_for_by_sort(text: str, sorts: tuple[str, ...]) -> None:
    assert record_facets(text).alerts == sorts


def test_an_alert_is_known_by_what_it_says() -> None:
    assert alert_sort_told("intolerance", "Nøddeallergi")
    assert alert_sort_told("anticoagulant", "Eliquis 5 mg")
    assert not alert_sort_told("intolerance", "Faldrisiko")


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("vor gamel er malik", ("age",)),
        ("hvornår har hun fødselsdag", ("birthday",)),
        ("hvad er det nu for en vej hun bor på", ("address",)),
        ("hvad er hans cpr", ("cpr",)),
    ],
)
def test_own_data_are_asked_for(text: str, personal: tuple[str, ...]) -> None:
    assert set(personal) <= set(record_facets(text).personal)


def test_a_follow_up_names_no_part_of_the_record() -> None:
    assert not record_facets("og i går?").named
    assert record_facets("og vægten?").named


def test_a_finding_is_known_in_other_words() -> None:
    assert "faldet" in findings_told("Hun gled i sokkerne.")
    assert "opkast" in findings_told("Kastede op to gange.")
    assert topical_words("har hun haft ondt", ["ondt"])[0] == ("smerter",)


def test_words_that_only_say_that_something_was_done_are_no_topic() -> None:
    searched, helps = topical_words("hvad blev der skrevet om såret", ["skrevet", "såret"])
    assert searched == ("sår",)
    assert helps == ("såret",)


def test_one_relative_is_not_answered_by_another() -> None:
    assert topical_words("har datteren ringet", ["datteren", "ringet"])[0] == ("datteren", "ringet")


@pytest.mark.parametrize(
    "text",
    ["Ebbes pulskurve", "vægtstigning Noor", "Ebbes puls de seneste gange", "de sidste tal for Ebbes crp"],
)
def test_one_word_or_the_last_times_ask_how_a_value_has_moved(text: str) -> None:
    assert record_facets(text).trend


def test_how_big_something_was_when_it_was_measured_asks_for_no_measurement() -> None:
    facets = record_facets("hvor bredt var det røde, da det blev målt")
    assert facets.size and not facets.any_value


def test_being_up_or_out_or_asleep_is_told_by_what_is_written_of_the_night() -> None:
    assert record_facets("stod han op i nat").of_the_night
    assert record_facets("gik Noor med ud i nat").of_the_night
    assert not record_facets("gik det ud over appetitten").of_the_night
    assert not record_facets("fik han medicin i nat").of_the_night


def test_where_somebody_was_at_night_is_read_in_notes_alone() -> None:
    note = "Stod på gangen i nattøj."
    assert "oppe" in findings_told(note, among=["oppe"])
    assert "oppe" not in findings_told("hvad er der på gangen i nat")


def test_what_somebody_ate_may_be_told_by_the_meal_and_a_walk_by_its_line() -> None:
    assert topical_words("hvad spiste han", ["spiste"])[1] == ("mad",)
    assert topical_words("hvem tog med på gåtur", ["tog", "gåtur"])[1] == ("gåtur",)


@pytest.mark.parametrize(
    "text", ["hvilke diagnoser har han", "har hun en alvorlig sygdom", "hvad fejler hun"]
)
def test_illness_is_asked_of_what_stands_on_the_citizen(text: str) -> None:
    assert "any" in record_facets(text).alerts


def test_sat_beside_what_is_put_on_is_no_saturation() -> None:
    assert kinds_named("hvor sat Birte plasteret") == ()
    assert kinds_named("sat på Birte") == ("oxygen_saturation",)
