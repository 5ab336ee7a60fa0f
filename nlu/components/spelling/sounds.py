"""How an ordinary word sounds, as far as misspellings go: one key for spellings that are heard alike."""

import re
import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def load_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of `sounds.toml`, in order.

    :raises ValueError: when the list is empty, since no rules make no misspelling found.
    """
    table = tomllib.loads(resources.files(__package__).joinpath("sounds.toml").read_text("utf-8"))
    if not table["rules"]:
        raise ValueError("spelling/sounds.toml: the list of rules is empty")
    return tuple((re.compile(spelling), sound) for spelling, sound in table["rules"])


@lru_cache(maxsize=65536)
def sound_of(form: str) -> str:
    """The key of a folded word.

    >>> sound_of("barbere") == sound_of("babere") and sound_of("hvordan") == sound_of("vordan")
    True
    """
    for spelling, sound in load_rules():
        form = spelling.sub(sound, form)
    return form
