"""What sort of answer a question asks for, by its question words."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from nlu.folding import fold

_WORD = re.compile(r"[^\W_]+|\?")
_MOST_LETTERS = 600


def asks_when(text: str) -> bool:
    """Whether the answer is to be a time: "Hvornår skal Else i bad?".

    >>> asks_when("hvornår skal else i bad"), asks_when("hvad skal else i morgen")
    (True, False)
    """
    return _words("asks_when").search(text) is not None


def said_of_when(text: str) -> tuple[int, int] | None:
    """Where the words stand that ask for a time; "hvad tid" names no help called "tid"."""
    found = _words("asks_when").search(text)
    return found.span() if found else None


def asks_what(text: str) -> bool:
    """Whether the answer is to be all there is, and not yes or no about one thing.

    >>> asks_what("hvad skal else kl. 8"), asks_what("skal else i bad på fredag")
    (True, False)
    """
    return _words("asks_what").search(text) is not None


def asks_who(text: str) -> bool:
    """Whether the answer is to be a person: "hvem leverer brænde til Abdi"."""
    return _words("asks_who").search(text) is not None


def wants_advice(text: str) -> bool:
    """Whether it is asked what one is to do, or whom to tell: the instruction's to answer.

    >>> wants_advice("hun vandrer rundt hvad gør man altså"), wants_advice("hvad skal jeg hos Else kl 8")
    (True, False)
    """
    return _said("wants_advice", text)


def asks_leave(text: str) -> bool:
    """Whether it is asked what staff may do themselves: "må jeg skrue op for ilten"."""
    return _said("asks_leave", text)


def asks_ability(text: str) -> bool:
    """Whether it is asked what a citizen can, may or usually does: "må hun få saft"."""
    return _said("asks_ability", text)


def asks_how(text: str) -> bool:
    """Whether it is asked how something is done: "hvordan er det nu hun får sin spray"."""
    return _said("asks_how", text)


def asks_amount(text: str) -> bool:
    """Whether it is asked how much or how often: "smertegel Henny hvor meget"."""
    return _said("asks_amount", text)


def asks_access(text: str) -> bool:
    """Whether it is asked how to get into a home: "hvordan kommer jeg ind hos hende"."""
    return _said("asks_access", text)


def words_of_access() -> tuple[str, ...]:
    """What is written about how one gets in: "nøgle"."""
    return tuple(_listed("words_of_access", "expressions"))


def asks_which(text: str) -> bool:
    """Whether it is asked which thing, not which day or task: "hvilken stol skal han sidde i"."""
    return _said("asks_which", text)


def asks_for_a_rule(text: str) -> bool:
    """Whether the time of a "hvornår …" is a limit ("hvornår skal jeg ringe") and no hour of the plan."""
    return _said("time_of_a_rule", text)


def looks_back(text: str) -> bool:
    """Whether a verb tells of what has been: "hvor meget drak hun"."""
    return _said("looks_back", text)


def asks_place(text: str) -> bool:
    """Whether it is asked where a thing is to be put: "hvor skal natposen hænge"."""
    return _said("asks_place", text)


def asks_choice(text: str) -> bool:
    """Whether it is asked which of two to use: "sæbe eller kun vand"."""
    return _said("asks_choice", text)


def asks_liking(text: str) -> bool:
    """Whether it is asked what a citizen likes: "hvilken saft kan hun lide"."""
    return _said("asks_liking", text)


def asks_tasks(text: str) -> bool:
    """Whether it is asked what there is to do, or for whom: "hvad har vi i nat"."""
    return _said("asks_tasks", text)


def asks_what_is_left(text: str) -> bool:
    """Whether it is asked what there still is to do: "hvad har hun tilbage i dag"."""
    return _said("left", text)


def asks_what_happens(text: str) -> bool:
    """Whether it is asked what is to happen, as one asks of one citizen: "hvad skal der ske kl 19"."""
    return _said("happens", text)


def tells_a_condition(text: str) -> bool:
    """Whether it is about what may happen: "skal sønnen vækkes hvis der sker noget"."""
    return _said("condition", text)


def speaks_of_one(text: str) -> bool:
    """Whether a pronoun stands for one citizen: "hvad skal hun på gangen"."""
    return _said("one_person", text)


def tells_of_trouble(text: str) -> bool:
    """Whether something fails or is lost: "alarmen bliver ved at bippe", "bilen sidder fast"."""
    return _said("trouble", text)


def patterns_of(name: str) -> re.Pattern[str]:
    """The patterns of one section of `cues.toml` as one, for folded words with one space between them."""
    return _patterns(name)


def _said(name: str, text: str) -> bool:
    """Whether one of the patterns of a section is in `text`; what comes after many words is not read."""
    return _patterns(name).search(_line(text[:_MOST_LETTERS])) is not None


@lru_cache(maxsize=16)
def _line(text: str) -> str:
    """The folded words of a text; the last ones are kept, since one question is asked all of the above."""
    return " ".join(_WORD.findall(fold(text)))


@lru_cache(maxsize=32)
def _words(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in _listed(name, "expressions"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=32)
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{each})' for each in _listed(name, 'patterns'))})")


def _listed(name: str, form: str) -> list[str]:
    """One list of the file.

    :raises ValueError: when it is empty, since a lexicon that loads empty is a silent failure.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("cues.toml").read_text("utf-8"))
    found: list[str] = table.get(name, {}).get(form, [])
    if not found:
        raise ValueError(f"question_forms/cues.toml: [{name}] {form} is empty; expected at least one entry")
    return found
