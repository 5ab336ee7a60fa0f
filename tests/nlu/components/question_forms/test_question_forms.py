"""The form of a question tells what sort of answer it asks for, however it is said."""

from collections.abc import Callable

import pytest

from nlu.components.question_forms import (
    asks_ability,
    asks_access,
    asks_amount,
    asks_choice,
    asks_for_a_rule,
    asks_how,
    asks_leave,
    asks_liking,
    asks_place,
    asks_tasks,
    asks_what,
    asks_what_happens,
    asks_what_is_left,
    asks_when,
    asks_which,
    asks_who,
    find_own_unit,
    looks_back,
    said_of_when,
    speaks_of_one,
    tells_a_condition,
    tells_of_trouble,
    wants_advice,
)

# Each form with sentences that have it, and sentences beside them that have not.
FORMS: list[tuple[Callable[[str], object], list[str], list[str]]] = [
    (
        wants_advice,
        [
            "Aslak vil ikke i seng, hvad gør jeg?",
            "hun går rundt og leder efter sin hat hvad gør man altså",
            "hvad skal jeg sige til hende når hun græder",
            "han har slået hovedet, hvem skal jeg ringe til",
            "hvad jeg gør hvis posen går i stykker",
            "blodtrykket er 190 skal jeg ringe til nogen",
            "hvad goer vi naar doeren er laast",
        ],
        ["hvad skal jeg hos Else kl 8", "hvad skal hun have i aften", "hvad kan du", "hej hvad gør du", ""],
    ),
    (
        asks_leave,
        ["må jeg selv give den", "Bodils ilt, må jeg skrue op?", "har vi lov til at gå ind"],
        ["må Bodil få kaffe", "hun må ikke gå alene"],
    ),
    (
        asks_ability,
        ["må Bodil få kaffe", "kan ham toft spise noget", "aase må hun bukke sig", "plejer han at gå selv"],
        ["må jeg give den", "hun kan gå selv", "hvad kan du"],
    ),
    (
        asks_access,
        ["hvordan kommer jeg ind", "hvor er nøglen henne", "hvordan låser man op hos hende"],
        ["hvordan kommer hun ind i bilen", "har hun tabt nøglen"],
    ),
    (
        asks_how,
        ["hvordan er det nu jeg drypper ham", "og hvordan skifter man posen"],
        ["hvordan ser dagen ud for Bodil", "hvordan har hun det", "hvordan gik det i nat"],
    ),
    (asks_what_happens, ["hvad skal der ske kl 19", "hvad sker der i aften"], ["hvad skal vi nå i aften"]),
    (
        asks_what_is_left,
        ["hvad har Bodil tilbage i dag", "hvad mangler hun endnu"],
        ["hvad skal hun i dag", "er hun tilbage til normalen"],
    ),
    (said_of_when, ["hvad tid får hun medicin", "næste gang Bodil skal vejes"], ["får hun medicin nu"]),
    (
        asks_amount,
        ["gigtgel Bodil hvor meget", "hvor mange skefulde skal der i"],
        ["hvor bor hun", "meget bedre i dag"],
    ),
    (
        asks_which,
        ["hvilken sang skal vi synge for Bodil", "hvilket øje skal dryppes først"],
        ["hvilken dag skal hun i bad", "hvilke opgaver har jeg", "hvilken borger er den næste"],
    ),
    (asks_when, ["hvilken dag skal Bodil vejes", "hvornår får han mad"], ["hvad får han kl. 12"]),
    (asks_what, ["hvad får han kl. 12", "hvordan gør jeg"], ["får han mad kl. 12"]),
    (asks_who, ["hvem kommer med brænde"], ["hvad kommer efter badet"]),
    (
        asks_for_a_rule,
        ["hvornår skal jeg ringe til lægen", "hvornår er pulsen for høj"],
        ["hvornår skal Bodil vejes", "hvornår måles pulsen? jeg mener hos Bodil"],
    ),
    (
        asks_place,
        [
            "hvor skal natlampen stå hos Ebbe",
            "hvor er det puden skal ligge når hun sover",
            "hvor skal plasteret sættes i aften",
            "hvor lægger jeg brillerne",
            "hvor bør nøglen hænge",
            "hvor plejer kørestolen at stå om natten",
            "hvor sætter man elektroderne",
            "hvor skal jeg hænge hendes frakke",
        ],
        [
            "hvor skal jeg hen nu",
            "hvor mange skal have medicin",
            "hvor skal hun sidde kl 12",
            "hvor bor Ebbe",
        ],
    ),
    (
        asks_choice,
        [
            "Ebbe sæbe eller kun vand?",
            "højre eller venstre øje på Ebbe",
            "skal Ebbes kaffe være sort eller med mælk",
            "stofble eller bukseble til Ebbe",
            "varm grød eller kold yoghurt til Ebbe",
            "Ebbes creme på ben eller ryg",
            "gaze eller plaster på Ebbes albue?",
            "skal hun bruge stok eller rollator",
        ],
        [
            "fik Ebbe medicin ja eller nej",
            "er Ebbe bedre eller værre",
            "har Ebbe sovet eller ej",
            "hvad spiste Ebbe",
        ],
    ),
    (
        asks_liking,
        [
            "hvilken saft kan Ebbe lide",
            "kan Ebbe lide fisk",
            "vil Ebbe helst have lyset tændt",
            "hvilken musik foretrækker Ebbe",
            "hvad kan Ebbe godt lide til frokost",
            "vil hun have sin te varm",
            "hvad vil Ebbe helst se i fjernsynet",
            "hvad kan han ikke lide",
        ],
        ["kan Ebbe gå", "har Ebbe spist", "hvad vejer Ebbe"],
    ),
    (
        find_own_unit,
        [
            "hvad mangler vi på etagen",
            "hvem skal op på afdelingen",
            "hvad er der på min rute i aften",
            "hele huset i nat",
            "noget på listen kl 15",
            "hvad sker der i vores hus nu",
            "status over afsnittet i formiddag",
            "hvad har vi på plejehjemmet i weekenden",
        ],
        ["hvad har jeg i aften", "hvad skal Ebbe", "er der en gang til", "vi listede ind"],
    ),
    (
        tells_a_condition,
        ["skal konen vækkes hvis han falder", "ringer vi hvis der kommer feber", "hvad hvis hun ikke vil"],
        ["skal konen vækkes i nat", "hvad spiste han"],
    ),
    (
        asks_tasks,
        ["hvad har vi i nat", "hvad mangler jeg", "er der mere"],
        ["hvor er støvsugeren", "må jeg gå"],
    ),
    (speaks_of_one, ["skal hun gå på gangen", "er hans ben hævet"], ["hvad har vi på gangen"]),
    (looks_back, ["hvor meget drak hun", "har hun sovet"], ["hvor meget skal hun drikke"]),
    (
        tells_of_trouble,
        [
            "alarmen bliver ved at bippe",
            "bilen sidder fast i en drive",
            "Bodils pose lækker",
            "jeg har mistet nøglen",
            "vi kan ikke komme ind",
        ],
        ["Bodil er træt og vil ikke spise", "pumpen er tjekket", "nøglen hænger ved døren"],
    ),
]


@pytest.mark.parametrize(
    ("has_form", "text"),
    [(form, text) for form, these, _ in FORMS for text in these],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_a_sentence_has_the_form(has_form: Callable[[str], object], text: str) -> None:
    assert has_form(text)


@pytest.mark.parametrize(
    ("has_form", "text"),
    [(form, text) for form, _, others in FORMS for text in others],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_a_sentence_beside_it_has_not(has_form: Callable[[str], object], text: str) -> None:
    assert not has_form(text)


@pytest.mark.parametrize("text", ["", "?", "🙂", "\x00", "hvad gør jeg " * 5000, "مرحبا"])
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert [form(text) for form, *_ in FORMS]


def test_the_words_for_the_unit_stand_where_they_are_said() -> None:
    text = "Øh, hvad har vi på hele gangen i nat?"
    found = find_own_unit(text)
    assert found is not None
    assert text[slice(*found.span)] == "på hele gangen"
