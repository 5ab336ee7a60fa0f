"""Where a sentence has room for a person: told by Danish word order, whatever the word there is.

A question has its subject behind the finite verb, a clause before it; who is cared for is the object of verbs
of helping, stands behind "hos", and owns what follows a genitive.
"""

from enum import IntEnum

from knowledge.function_words import function_words
from nlu.components.names.context import Sentence


class Slot(IntEnum):
    """How surely a person stands there. `LIKELY`: a thing might too ("er filteret skiftet")."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def slot_of(sentence: Sentence, at: int, end: int) -> Slot:
    """What stands at the words `at` to `end` (exclusive), by the words around them.

    "hvad skal … have" and "hos …" are SURE, "er … oppe" and "…s medicin" LIKELY, "på en …" is NONE.
    """
    if sentence.surely_names_a_person(at, end) or _has(sentence, at, end):
        return Slot.SURE
    cues = sentence.cues
    before = sentence.before(at)
    if _is_subject(sentence, at, end) or _is_helped(sentence, at) or owns(sentence, at, end):
        return Slot.LIKELY
    begins = sentence.words[at].opens or before in cues.before_a_person
    return Slot.LIKELY if begins and _rounds_off(sentence, end) else Slot.NONE


def _has(sentence: Sentence, at: int, end: int) -> bool:
    """ "hvad X skal have", "når X får": somebody who has, in a clause."""
    cues, words = sentence.cues, sentence.words
    verb = sentence.after(end)
    if sentence.before(at) in cues.asking_who:
        return False  # "hvem ellers skal have insulin"
    if verb not in cues.finite_verbs or not (words[at].opens or sentence.before(at) in cues.question_words):
        return False
    return end + 1 < len(words) and words[end + 1].form in cues.having


def _is_subject(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a finite verb opens the question right before, or follows in a clause."""
    cues, words = sentence.cues, sentence.words
    if sentence.before(at) in cues.finite_verbs:
        verb = at - 1
        if words[verb].opens or words[verb].after_comma or sentence.is_taken(verb - 1):
            return True
        return cues.asks(words[verb - 1].form) or _opens_with_a_question(sentence, verb)
    opens = words[at].opens or words[at].after_comma or sentence.before(at) in cues.question_words
    return opens and sentence.after(end) in cues.finite_verbs


def _opens_with_a_question(sentence: Sentence, verb: int) -> bool:
    """ "hvilke strømper bruger X": a question word with its noun before the first finite verb."""
    words, cues = sentence.words, sentence.cues
    at = verb - 1
    while at >= 0 and words[at].form not in cues.finite_verbs and not words[at].after_comma:
        if words[at].form.startswith(cues.question_stems):
            return True
        if words[at].opens:
            return False
        at -= 1
    return False


def acts(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a bare word is who a verb tells of: "hvornår får X", "X forstår"; things have an article there.

    What is said to be so is left out: "er maden kold".
    """
    cues, word = sentence.cues, sentence.words[at]
    if sentence.is_taken(at) or word.form in cues.possessives or word.form in function_words():
        return False
    if sentence.before(at) in cues.linking_verbs:
        return False
    behind = word.opens and sentence.after(end) in cues.finite_verbs
    return behind or (sentence.before(at) in cues.finite_verbs and _is_subject(sentence, at, end))


def _is_helped(sentence: Sentence, at: int) -> bool:
    """ "må jeg give X", "hvordan løfter jeg X": the object of a verb of helping."""
    cues = sentence.cues
    before = sentence.before(at)
    if before in cues.verbs_with_a_person or _is_asked_for(sentence, at):
        return True
    return before in cues.subject_pronouns and at > 1 and sentence.before(at - 1) in cues.verbs_with_a_person


def _is_asked_for(sentence: Sentence, at: int) -> bool:
    """ "giv mig lige X", "vis X"."""
    while at > 0 and sentence.before(at) in sentence.cues.between_asking:
        at -= 1
    return sentence.before(at) in sentence.cues.asking_for


def owns(sentence: Sentence, at: int, end: int) -> bool:
    """ "Xs medicin": a genitive before an ordinary word that is not mere grammar."""
    words = sentence.words
    is_genitive = words[end - 1].genitive or len(words[end - 1].forms) > 1
    if not is_genitive or end >= len(words) or not words[end].joined:
        return False
    owned = sentence.after(end)
    behind_a_person = sentence.cues.after_a_person | sentence.cues.finite_verbs
    return sentence.lexicon.looks_like_a_word(owned) and owned not in behind_a_person | function_words()


def _rounds_off(sentence: Sentence, end: int) -> bool:
    after = sentence.after(end)
    return (
        after in sentence.cues.after_a_person
        or after in sentence.cues.question_words
        or sentence.ends_or_time(end)
    )
