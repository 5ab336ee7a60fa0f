"""People who are named and are none of the roster: "hvad skal Torben Hald have", "hos Ukendtborger".

They must be noticed, or the plan of the citizen spoken of before is shown for somebody else. An ordinary word
that is taken for a stranger costs a question left unanswered, so every kind of evidence names its place.
"""

from collections.abc import Collection

from knowledge.function_words import function_words
from nlu.components.names.context import Sentence
from nlu.components.names.model import Stranger
from nlu.components.names.slots import Slot, slot_of
from nlu.components.names.spelling import one_slip_from
from nlu.spans import Spans

_MOST_WORDS = 150
_SHORTEST = 3


def find_strangers(text: str, sentence: Sentence, known: Spans) -> list[Stranger]:
    """The strangers of a sentence, in order.

    :param known: spans of the people of the roster that were found.
    """
    strangers: list[Stranger] = []
    words = sentence.words
    at = 0
    while at < min(len(words), _MOST_WORDS):
        end = at + 1
        if _is_stranger(sentence, at, known):
            while end < len(words) and words[end].joined and _goes_on(sentence, end, known):
                end += 1
            span = (words[at].span[0], words[end - 1].span[1])
            strangers.append(Stranger(text[slice(*span)], span))
        at = end
    return strangers


def tell_colleagues(
    sentence: Sentence, strangers: Collection[Stranger], colleagues: Collection[str]
) -> tuple[list[Stranger], list[Stranger]]:
    """The strangers, and apart from them those who are colleagues and stand where somebody does something."""
    others: list[Stranger] = []
    known: list[Stranger] = []
    for each in strangers:
        span = Spans([each.span])
        inside = [at for at, word in enumerate(sentence.words) if span.overlap(word.span)]
        named = all(not set(sentence.words[at].forms).isdisjoint(colleagues) for at in inside)
        cared_for = slot_of(sentence, inside[0], inside[-1] + 1) is Slot.SURE
        (known if named and not cared_for else others).append(each)
    return others, known


def _is_stranger(sentence: Sentence, at: int, known: Spans) -> bool:
    word = sentence.words[at]
    if len(word.form) < _SHORTEST - 1 or sentence.is_taken(at) or known.overlap(word.span):
        return False
    if _is_whole_name(sentence, at, known):
        return True
    if word.form in sentence.cues.not_a_person or word.form in sentence.cues.titles or _is_kin(sentence, at):
        return False
    end = at + 1
    while end < len(sentence.words) and sentence.words[end].joined and _goes_on(sentence, end, known):
        end += 1
    if sentence.lexicon.names_somebody(word.forms):
        # "ravn" and "kim" are birds and fungi too; "brian" is nothing but a name, wherever it stands.
        only_a_name = not any(map(sentence.lexicon.is_listed, word.forms))
        placed = _where_names_are(sentence, at, end) or slot_of(sentence, at, end) is not Slot.NONE
        return only_a_name or placed
    if sentence.lexicon.is_word(word.form):
        return _ordinary_name(sentence, at, end)
    if len(word.form) < _SHORTEST or (word.text.isupper() and len(word.text) < 5):
        return False
    if _capital(sentence, at) and end - at > 1 and sentence.before(at) in sentence.cues.before_a_person:
        return True  # two unknown words with capitals in a row: "har Xantor Quist fået"
    return _unknown_person(sentence, at, end)


def _is_whole_name(sentence: Sentence, at: int, known: Spans) -> bool:
    """Whether a first name that is a word too is followed by a surname: "hos dag aune"."""
    last = at + 1
    words = sentence.words
    if last >= len(words) or not words[last].joined or known.overlap(words[last].span):
        return False
    surname = sentence.is_somebodys_name(last) or sentence.is_unknown(last)
    first = sentence.may_be_a_first_name(at) or words[at].form in sentence.cues.ordinary_words
    return surname and first and slot_of(sentence, at, last + 1) is Slot.SURE


def _unknown_person(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a word of no list stands where a person does, and is no slip for an ordinary word."""
    word, lexicon = sentence.words[at], sentence.lexicon
    slot = slot_of(sentence, at, end)
    if slot is Slot.NONE or _is_medicine(sentence, at) or sentence.cues.asks(word.form):
        return False
    if slot is Slot.LIKELY and sentence.before(at) in sentence.cues.at_a_place:
        return False  # "på lyngtofen": as likely a place
    if slot is Slot.SURE and _capital(sentence, at):
        return not lexicon.is_inflected(word.form)  # "Ukendtborger", though it ends in a word
    if sentence.before(at) in ("borger", "beboer") and not word.capital:
        return False  # "en borger isoleres": a verb
    titled = sentence.before(at) in sentence.cues.titles
    surname = word.form.endswith(sentence.cues.surname_endings) and not lexicon.is_listed(word.form)
    if titled or (slot is Slot.SURE and surname):
        return True  # "fru kvistgård", though it is two words together
    if any(map(lexicon.looks_like_a_word, word.forms)):
        return False
    if slot is Slot.SURE or sentence.after(end) in sentence.cues.states_of_a_person:
        return not any(each in sentence.cues.pronouns for each in one_slip_from(word.form))
    return not any(lexicon.is_near_a_word(each) or lexicon.ends_in_a_word(each) for each in word.forms)


def _is_medicine(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].form.endswith(sentence.cues.medicine_endings)


def _where_names_are(sentence: Sentence, at: int, end: int) -> bool:
    """A known name counts with a capital inside the sentence, or in a place for persons."""
    word = sentence.words[at]
    return (
        _capital(sentence, at)
        or end - at > 1
        or word.genitive
        or sentence.before(at) in sentence.cues.before_a_person
        or sentence.after(end) in sentence.cues.after_a_person
        or sentence.ends_or_time(end)
        or word.opens
    )


def _ordinary_name(sentence: Sentence, at: int, end: int) -> bool:
    """A first name that is a word too ("Bo", "Line"): where only a person is named, or with a capital."""
    word = sentence.words[at]
    if word.form not in sentence.lexicon.first or word.form in function_words():
        return False
    if not word.capital:
        return word.form in sentence.cues.ordinary_words and slot_of(sentence, at, end) is Slot.SURE
    if word.opens:
        return (
            word.form in sentence.cues.ordinary_words and sentence.after(end) in sentence.cues.subject_verbs
        )
    return _capital(sentence, at) and (end - at > 1 or sentence.before(at) in sentence.cues.before_a_person)


def _goes_on(sentence: Sentence, at: int, known: Spans) -> bool:
    """Whether the word continues the name before it."""
    word = sentence.words[at]
    if known.overlap(word.span) or sentence.words[at - 1].genitive:
        return False
    return sentence.is_somebodys_name(at) or _is_whole_name(sentence, at - 1, known)


def _capital(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return word.capital and not word.opens and not (word.text.isupper() and len(word.text) < 5)


def _is_kin(sentence: Sentence, at: int) -> bool:
    """Whether the words before say that this is a relative, a colleague or a doctor."""
    before = sentence.before(at)
    if before in sentence.cues.people_not_cared_for or before in sentence.cues.contacts:
        return True
    two_before = sentence.before(at - 1) if at > 0 and not sentence.words[at].opens else ""
    return f"{two_before} {before}" in sentence.cues.contacts
