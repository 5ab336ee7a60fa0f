"""What sort of answer a question asks for, by its question words."""

import re
import tomllib
from functools import lru_cache
from importlib import resources


def asks_when(text: str) -> bool:
    """Whether the answer is to be a time: "Hvornår skal Else i bad?".

    >>> asks_when("hvornår skal else i bad"), asks_when("hvad skal else i morgen")
    (True, False)
    """
    return _cue("asks_when").search(text) is not None


def asks_what(text: str) -> bool:
    """Whether the answer is to be all there is, and not yes or no about one thing.

    >>> asks_what("hvad skal else kl. 8"), asks_what("skal else i bad på fredag")
    (True, False)
    """
    return _cue("asks_what").search(text) is not None


@lru_cache(maxsize=8)
def _cue(name: str) -> re.Pattern[str]:
    path = resources.files(__package__).joinpath("cues.toml")
    expressions = tomllib.loads(path.read_text("utf-8"))[name]["expressions"]
    if not expressions:
        raise ValueError(f"question_forms/cues.toml: [{name}] is empty; expected question words")
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in expressions)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
