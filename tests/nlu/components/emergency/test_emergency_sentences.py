"""Which sentences say that somebody may die now. One sentence a line; the sign where it is certain."""

import pytest

from nlu.components.emergency import Sign, find_emergency

DANGER = [
    ("Han trækker ikke vejret.", Sign.NOT_BREATHING),
    ("han traekker ikke vejre", Sign.NOT_BREATHING),
    ("trækker ik vejret", Sign.NOT_BREATHING),
    ("hun ikke trække vejret", Sign.NOT_BREATHING),
    ("HUN ÅNDER IKKE", Sign.NOT_BREATHING),
    ("she is not breathing", Sign.NOT_BREATHING),
    ("hvad gør jeg, han trækker ikke vejret", Sign.NOT_BREATHING),
    ("ingen puls", Sign.NO_PULSE),
    ("hun er bevisløs", Sign.UNCONSCIOUS),
    ("bevidst løs på gulvet", Sign.UNCONSCIOUS),
    ("han svarer ikke", Sign.UNCONSCIOUS),
    ("kan ikke vække hende", Sign.UNCONSCIOUS),
    ("ikke vågen mere", Sign.UNCONSCIOUS),
    ("hun er helt væk", Sign.UNCONSCIOUS),
    ("det slår sort for ham", Sign.UNCONSCIOUS),
    ("når jeg ruster ham reagerer han ikke", Sign.UNCONSCIOUS),
    ("hun var bevidstløs da jeg kom ind", Sign.UNCONSCIOUS),
    ("noget galt i halsen, han kan ikke hoste det op", Sign.CHOKING),
    ("hun kvaeles", Sign.CHOKING),
    ("bløder voldsomt, det vil ikke stoppe", Sign.SEVERE_BLEEDING),
    ("han falde, meget blod fra hoved, ikke snakke", Sign.SEVERE_BLEEDING),
    ("mundvigen hænger og hun kan ikke tale", Sign.STROKE_SIGNS),
    ("tungen haever op", Sign.ANAPHYLAXIS),
    ("ondt i brystet og ud i venstre arm", Sign.CHEST_PAIN_ACUTE),
    ("hun kramper 😱", Sign.SEIZURE_ONGOING),
    ("blå læber", Sign.SEVERE_BREATHLESSNESS),
    ("nu kan han ikke få luft", Sign.SEVERE_BREATHLESSNESS),
    ("han har hængt sig", Sign.SUICIDE_ACT),
    ("faldet, slået hovedet, bliver mere og mere sløv", Sign.FALL_UNRESPONSIVE),
    ("der er ild i sengen", Sign.FIRE),
    ("BS 1,9, hun er sløv", Sign.HYPOGLYCAEMIA),
    ("han er ved at drukne", Sign.DROWNING),
    ("hun har drukket klorin", Sign.POISONING),
    ("han har en kniv og truer os", Sign.VIOLENCE),
    ("hun er kold og klam", Sign.SHOCK),
    ("skal jeg ringe 112", Sign.EXPLICIT_CALL),
    ("hjerteanfald nu", Sign.EXPLICIT_CALL),
    ("fundet død på gulvet", Sign.EXPLICIT_CALL),
    ("respiratoren virker ikke", Sign.DEVICE_FAILING),
    ("kanylen er tættet til med slim", Sign.DEVICE_FAILING),
    ("dement mand er væk, det er frostvejr", Sign.MISSING_PERSON),
    ("en reol er væltet ned over hende", Sign.TRAPPED),
    ("maven er bræthård", Sign.ACUTE_ABDOMEN),
    ("temperaturen er 41,3", Sign.HEAT_STROKE),
    ("tempen er på niogtyve", Sign.HYPOTHERMIA),
    ("han har abstinenskramper", Sign.DELIRIUM_TREMENS),
    ("hvor meget må jeg give når hun ikke længere svarer", Sign.UNCONSCIOUS),
]

NO_DANGER = [
    "",
    "han faldt i søvn",
    "undervisning i hjertestop",
    "hvad gør jeg hvis Bjørg kommer til at spise skaldyr?",
    "hvad skal jeg gøre hvis han får hjertestop",
    "Hvad gør jeg, hvis hun ikke trækker vejret?",
    "må jeg give stesolid når hun kramper",
    "hvordan giver jeg hjertemassage",
    "hun havde blodprop i 2019",
    "epilepsi – kramper sidst i marts",
    "hun besvimede, men er vågen igen",
    "næseblod der stoppede efter 5 min",
    "ingen vejrtrækningsproblemer",
    "ingen kramper eller åndenød",
    "han er ikke bevidstløs",
    "han trækker vejret frit",
    "hjertestarteren hænger i gangen",
    "sover tungt, men kan vækkes",
    "bløder lidt fra gummerne",
    "åndenød ved trapper som han plejer",
    "krampe i læggen",
    "lægen svarer ikke",
    "smerterne er helt væk",
    "hvilken dør er det",
    "hun er død",
    "fundet død som forventet",
    "puls 112 regelmæssig",
    "bt 178/112",
    "det brænder når hun tisser",
    "hvad skal Hassen have",
    "må man bruge hjertestarter på en med pacemaker",
    "hvad gør jeg når hun ikke svarer",
    "hvordan kan jeg se om en borger er ved at få et slagtilfælde",
    "da hun var ung, fik hun kramper",
    "vi så en film om en mand der fik anafylaktisk chok",
    "ingen smerter, ingen feber, cyanose eller ødemer",
    "der gik ild i diskussionen",
    "mælken er væk",
    "stuen er 19 grader",
    "hvor er Wagner",
]


@pytest.mark.parametrize(("text", "sign"), DANGER)
def test_danger_to_life_now_is_recognised(text: str, sign: Sign) -> None:
    found = find_emergency(text)
    assert found is not None
    assert found.sign is sign


@pytest.mark.parametrize("text", NO_DANGER)
def test_denied_past_imagined_and_ordinary_sentences_stay_quiet(text: str) -> None:
    assert find_emergency(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ved ikke hvad jeg skal gøre hvis ambulancen ikke kommer, hun er bevidstløs",
        "hvad gør jeg hvis lægen ikke kommer hun er bevidstløs",
        "Han har hjertestop, find instruksen",
        "vi har hjertestop hvor er hjertestarteren",
        "han kom hjem fra sygehuset i går er bevidstløs nu",
        "telefonen ligger ved siden af ham han svarer ikke",
    ],
)
def test_what_is_real_is_not_cancelled_by_the_words_around_it(text: str) -> None:
    assert find_emergency(text) is not None


def test_the_words_are_quoted_where_they_stand() -> None:
    text = "Skriv på Åse: hun er bevidstløs."
    found = find_emergency(text)
    assert found is not None
    assert text[slice(*found.span)] == found.text == "bevidstløs"


def test_letters_taken_apart_into_marks_are_read_and_counted_as_they_stand() -> None:
    text = "hun a\u030ander ikke"
    found = find_emergency(text)
    assert found is not None
    assert found.text == text[slice(*found.span)] == "a\u030ander ikke"
