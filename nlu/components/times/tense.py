"""Reads from the verbs of a clause whether it looks back."""

from collections.abc import Iterable

from nlu.components.times.lexicon import Lexicon


def looks_back(words: Iterable[str], lexicon: Lexicon) -> bool | None:
    """Say whether a clause of folded words is past; None if it has no verb we know.

    "Var Signe oppe?", "har hun sovet?", "medicin givet" look back; "hvad var det, han skal" does not,
    because of its "skal".
    """
    seen = set(words)
    verbs = lexicon.verbs
    if seen & verbs["VERB_NOW"]:
        return False
    if seen & verbs["VERB_PAST"]:
        return True
    done = bool(seen & verbs["VERB_DONE"])
    if seen & verbs["VERB_AUX"]:
        return done
    return True if done and not seen & verbs["VERB_GETS"] else None
