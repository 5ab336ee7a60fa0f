"""Danish words without a topic of their own."""

import tomllib
from functools import lru_cache
from importlib import resources

_GROUPS = ("function_words", "roles", "spoken", "attention", "place")


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """The words of `data/function_words.toml`, in lower case, with and without æ, ø and å.

    :raises ValueError: when a group is empty, since a lexicon that loads empty is a silent failure.
    """
    path = resources.files("knowledge").joinpath("data/function_words.toml")
    groups = tomllib.loads(path.read_text("utf-8"))
    empty = [name for name in _GROUPS if not groups.get(name, {}).get("words")]
    if empty:
        raise ValueError(f"knowledge/data/function_words.toml: the group {empty[0]!r} holds no words")
    listed = [word for group in groups.values() for word in group["words"]]
    # Without æ, ø and å a phone writes "paa" and haste writes "pa".
    spelt_out = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
    in_haste = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
    return frozenset(
        form for word in listed for form in (word, word.translate(spelt_out), word.translate(in_haste))
    )
