"""Two texts alike but for one word that matters: the one that the question means comes first."""

import pytest

from assistant.services.guidance_question import asked_words, said_words, vocabulary_of
from knowledge.function_words import function_words
from nlu.components.spelling import Speller
from retrieval.evidence import Judgement, judge
from retrieval.matching import TextsByWord, match
from retrieval.types import Document
from retrieval.words import words

# What is asked, what answers it, and what does not; each text as "title: text".
PAIRS = [
    # sides
    (
        "Hvordan passer jeg såret på højre hæl?",
        "Sår på hælen: 1. Skyl såret på højre hæl.",
        "Sår på hælen: 1. Skyl såret på venstre hæl.",
    ),
    (
        "skinnen til venstre hånd hvordan",
        "Håndskinne: 1. Luk velcroen på venstre hånd.",
        "Håndskinne: 1. Luk velcroen på højre hånd.",
    ),
    (
        "Hvor mange dråber i venstre øje?",
        "Øjendråber: 1. To dråber i venstre øje.",
        "Øjendråber: 1. En dråbe i højre øje.",
    ),
    (
        "hvordan får jeg støttestrømpen på hoejre ben",
        "Støttestrømpe, højre ben: 1. Rul den op.",
        "Støttestrømpe, venstre ben: 1. Rul den op.",
    ),
    (
        "høreapparat i højre øre",
        "Høreapparat: 1. Det røde sidder i højre øre.",
        "Høreapparat: 1. Det blå sidder i venstre øre.",
    ),
    (
        "Hvordan klarer jeg øvre toilette?",
        "Øvre toilette: 1. Begynd med ansigtet.",
        "Nedre toilette: 1. Vask forfra og bagud.",
    ),
    ("protese overarm vordan", "Protese på overarm: 1. Spænd selen.", "Protese på underarm: 1. Spænd selen."),
    (
        "Hvordan renser man den udvendige kanyle?",
        "Kanyle: 1. Tør den udvendige del af.",
        "Kanyle: 1. Skyl den indvendige del.",
    ),
    # parts of the day and days
    (
        "Hvor meget insulin får han om morgenen?",
        "Insulin om morgenen: 1. Giv 12 enheder.",
        "Insulin om aftenen: 1. Giv 20 enheder.",
    ),
    ("insulin aften", "Insulin om aftenen: 1. Giv 20 enheder.", "Insulin om morgenen: 1. Giv 12 enheder."),
    (
        "Hvordan vender vi hende om natten?",
        "Vending om natten: 1. Brug vendelagenet.",
        "Vending om dagen: 1. Brug vendelagenet om morgenen.",
    ),
    ("øjendråber til natten", "Øjendråber om natten: 1. En dråbe.", "Øjendråber om morgenen: 1. En dråbe."),
    (
        "Hvad skal jeg huske ved badet om fredagen?",
        "Bad om fredagen: 1. Vask håret.",
        "Bad om mandagen: 1. Vask ikke håret.",
    ),
    ("inhalation middag", "Inhalation til middag: 1. To pust.", "Inhalation om aftenen: 1. Et pust."),
    # numbers
    ("Hvordan giver jeg tablet 50 mg?", "Tablet: 1. Giv 50 mg med vand.", "Tablet: 1. Giv 100 mg med vand."),
    (
        "plaster 25 mikrogram",
        "Smerteplaster: 1. Plaster på 25 mikrogram.",
        "Smerteplaster: 1. Plaster på 12 mikrogram.",
    ),
    ("ilt 2 liter hvornår", "Ilt: 1. Giv 2 liter i hvile.", "Ilt: 1. Giv 4 liter i hvile."),
    (
        "kateter størrelse 16",
        "Kateter: 1. Størrelse 16 ligger i skabet.",
        "Kateter: 1. Størrelse 12 ligger i skabet.",
    ),
    ("blodsukker over 15 hvad gør jeg", "Blodsukker: 1. Over 15: ring.", "Blodsukker: 1. Over 20: ring."),
    (
        "sondemad 150 ml i timen",
        "Sondemad: 1. Pumpen på 150 ml i timen.",
        "Sondemad: 1. Pumpen på 80 ml i timen.",
    ),
    ("madras tryk 4", "Luftmadras: 1. Trykket skal stå på 4.", "Luftmadras: 1. Trykket skal stå på 7."),
    # denials
    ("Hvad må hun ikke spise?", "Mad: 1. Hun må ikke spise nødder.", "Mad: 1. Hun må gerne spise nødder."),
    (
        "hvilke tabletter må man aldrig knuse",
        "Tabletter: 1. Depottabletter må aldrig knuses.",
        "Tabletter: 1. Tabletterne knuses i morter.",
    ),
    (
        "Hvad må han ikke med hoften?",
        "Hofte: 1. Han må ikke krydse benene.",
        "Hofte: 1. Han skal bøje hoften.",
    ),
    ("creme uden parfume", "Hudpleje: 1. Creme uden parfume.", "Hudpleje: 1. Creme med parfume."),
    (
        "hvornår må jeg ikke give panodil",
        "Panodil: 1. Giv ingen panodil ved gulsot.",
        "Panodil: 1. Giv panodil ved smerter.",
    ),
    # directions, states and other opposites in titles
    ("Hvordan får jeg strømperne af?", "Strømper af: 1. Rul dem ned.", "Strømper på: 1. Rul dem op."),
    ("strømper på", "Strømper på: 1. Rul dem op.", "Strømper af: 1. Rul dem ned."),
    (
        "Hvordan tænder jeg for pumpen?",
        "Tænde pumpen: 1. Hold knappen inde.",
        "Slukke pumpen: 1. Hold knappen inde.",
    ),
    (
        "hvordan slukker jeg for pumpen",
        "Slukke pumpen: 1. Hold knappen inde.",
        "Tænde pumpen: 1. Hold knappen inde.",
    ),
    (
        "Hvad gør jeg ved lavt blodsukker?",
        "Lavt blodsukker: 1. Giv saft.",
        "Højt blodsukker: 1. Ring til sygeplejersken.",
    ),
    ("hoejt blodtryk", "Højt blodtryk: 1. Ring til lægen.", "Lavt blodtryk: 1. Lad ham ligge."),
    (
        "Hvad skal med ved udskrivelse?",
        "Udskrivelse: 1. Tag medicinlisten med.",
        "Indlæggelse: 1. Tag medicinlisten med.",
    ),
    (
        "blodtryk stående",
        "Blodtryk, stående: 1. Mål efter et minut.",
        "Blodtryk, liggende: 1. Mål efter fem minutter.",
    ),
    (
        "hvordan hjælper jeg med afklædning",
        "Afklædning: 1. Raske arm først.",
        "Påklædning: 1. Svage arm først.",
    ),
    ("øvelser efter maden", "Øvelser efter maden: 1. Ti løft.", "Øvelser før maden: 1. Fem løft."),
    ("gåtur ude", "Gåtur ude: 1. Tag rollatoren med.", "Gåtur inde: 1. Gå til vinduet."),
]

# What must not be shown as the answer: the only text there is speaks of the other one.
OTHERS = [
    ("Hvordan passer jeg såret på højre hæl?", "Sår på venstre hæl: 1. Skyl såret på venstre hæl."),
    ("Hvor mange dråber i højre øje?", "Øjendråber, venstre øje: 1. To dråber."),
    ("Hvor meget insulin får han om morgenen?", "Insulin om aftenen: 1. Giv 20 enheder."),
    ("Hvad gør jeg ved lavt blodsukker?", "Højt blodsukker: 1. Ring til sygeplejersken."),
    ("skinne højre hånd", "Skinne til venstre hånd: 1. Luk velcroen."),
]


def _judged(question: str, *texts: str) -> Judgement:
    documents = []
    for number, each in enumerate(texts):
        title, _, text = each.partition(": ")
        documents.append(Document((f"h-{number}", 1), title, text, own=True))
    shelf = TextsByWord(documents)
    speller = Speller(vocabulary_of(texts))
    topic = [word for word in words(question) if word not in function_words()]
    matched = match(asked_words(topic, [speller], text=question), shelf)
    return judge(matched, {}, about_someone=True, said=said_words(topic, question))


@pytest.mark.parametrize(("question", "right", "other"), PAIRS)
def test_the_text_that_the_question_means_comes_first(question: str, right: str, other: str) -> None:
    for texts, best in (((right, other), "h-0"), ((other, right), "h-1")):
        first, second = _judged(question, *texts).candidates
        assert first.match.document.key[0] == best
        assert first.likely > second.likely


@pytest.mark.parametrize(("question", "other"), OTHERS)
def test_a_text_on_the_other_one_is_no_answer(question: str, other: str) -> None:
    assert not _judged(question, other).answered


def test_tomorrow_is_no_part_of_the_day() -> None:
    assert _judged("skal han i bad i morgen", "Bad om aftenen: 1. Bad på badestol.").against == 0
