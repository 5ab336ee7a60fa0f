"""Whether a word stands where a person is named: what is before it, behind it and around it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from knowledge.function_words import function_words
from nlu.components.care_terms import concepts_of
from nlu.components.names.cues import Cues
from nlu.components.names.lexicon import Lexicon
from nlu.components.names.tokens import Span, Word
from nlu.spans import Spans

# A word of so many letters is taken for a name anywhere, one of so few in capitals for an abbreviation.
_LONG, _ACRONYM = 6, 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, with the spans that are known to say something else, such as times."""

    words: Sequence[Word]
    taken: Collection[Span]
    cues: Cues
    lexicon: Lexicon
    _taken: Spans = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_taken", Spans(self.taken))

    def is_taken(self, at: int) -> bool:
        """Whether the word belongs to a time or the like."""
        return self._taken.overlap(self.words[at].span)

    def before(self, at: int) -> str:
        """The folded word before, or nothing at the beginning of a sentence."""
        return "" if at == 0 or self.words[at].opens else self.words[at - 1].form

    def after(self, end: int) -> str:
        """The folded word behind words that end before `end`, or nothing at the end of a sentence."""
        return self.words[end].form if end < len(self.words) and not self.words[end].opens else ""

    def ends_or_time(self, end: int) -> bool:
        """Whether the sentence ends here, or a time or a comma follows."""
        if end >= len(self.words) or self.words[end].opens or self.words[end].after_comma:
            return True
        return self.is_taken(end) or self.after(end) in ("kl", "klokken")

    def may_name_a_person(self, at: int, end: int) -> bool:
        """Whether words stand where a person may be named, be it on weak evidence."""
        word = self.words[at]
        return (
            (word.capital and not word.opens)
            or word.opens
            or self.before(at) in self.cues.before_a_person
            or self.after(end) in self.cues.after_a_person
            or self.ends_or_time(end)
            or len(word.form) >= _LONG
        )

    def surely_names_a_person(self, at: int, end: int) -> bool:
        """Whether nothing but a person is named here: "hos …", "skal … have"."""
        before = self.before(at)
        if before in self.cues.surely_before_a_person:
            return True
        return before in ("skal", "ska", "maa", "har", "fik") and self.after(end) in (
            "have",
            "ha",
            "faa",
            "faaet",
            "haft",
        )

    def probably_names_a_person(self, at: int, end: int) -> bool:
        """Whether words stand between two signs of a person: "skal … i aften", "og … kl 8"."""
        before = self.words[at].opens or self.before(at) in self.cues.before_a_person
        return before and (self.after(end) in self.cues.after_a_person or self.ends_or_time(end))

    def is_ordinary(self, at: int, end: int) -> bool:
        """Whether a single word is more likely the ordinary word ("i dag") than the name ("Dag")."""
        word = self.words[at]
        if self.is_taken(at):
            return end - at == 1
        if end - at > 1 or not set(word.forms) & (self.cues.ordinary_words | function_words()):
            return False
        if not self.lexicon.is_word(word.form):
            return False  # "roses": only the name has a genitive that is no word itself
        if (word.capital and not word.opens) or word.genitive:
            return False
        if word.form in function_words() and word.form not in self.cues.possessives:
            return True  # "skal have til aftensmad" is not about somebody called Have
        if word.form in self.cues.possessives and not self._has_what_follows_a_person(end):
            return True
        if len(self.words) == 1:
            return False
        if self.before(at) in self.cues.surely_before_a_person:
            return False
        if self.before(at) in self.cues.linking_verbs:
            return self.after(end) not in self.cues.after_a_person
        if word.opens or word.capital or self.before(at) in self.cues.before_a_person:
            return not (self._has_what_follows_a_person(end) or self._has_care(at, end))
        return True

    def _has_what_follows_a_person(self, end: int) -> bool:
        return self.ends_or_time(end) or self.after(end) in self.cues.after_a_person

    def _has_care(self, at: int, end: int) -> bool:
        """Whether a kind of care follows the first word: "rose medicin kl 8", without the genitive."""
        following = self.after(end)
        return self.words[at].opens and following != "" and bool(concepts_of(following))

    def could_be_misspelt(self, at: int) -> bool:
        """Whether the word is none that is known, so that it may be a slip for another."""
        word = self.words[at]
        if len(word.form) < 3 and not (word.capital and word.text[1:].islower()):
            return False
        if self.is_taken(at) or word.form in self.cues.not_a_person:
            return False
        if word.form in self.cues.titles or word.form in self.cues.particles:
            return False
        if word.capital and word.text.isupper() and len(word.text) <= _ACRONYM:
            return False
        if self.lexicon.is_word(word.form):
            return word.capital and not word.opens and not word.text.isupper()
        return word.capital or self.lexicon.is_name(word.form) or not self.lexicon.is_listed(word.form)

    def may_be_another_word(self, at: int) -> bool:
        """Whether a word that could be a misspelt name may as well be a compound or a misspelt word."""
        word = self.words[at]
        if word.capital and not word.opens:
            return False
        lexicon = self.lexicon
        return lexicon.looks_like_a_word(word.form) or lexicon.is_near_a_word(word.form)

    def is_grammar(self, at: int) -> bool:
        """Whether the word is one of the closed classes, a time, or a known thing or place."""
        form = self.words[at].form
        return form in function_words() or form in self.cues.not_a_person or self.is_taken(at)

    def is_unknown(self, at: int) -> bool:
        """Whether the word is none that is known: no word, no name, no time."""
        return not (self.is_grammar(at) or self.lexicon.looks_like_a_word(self.words[at].form))

    def may_be_a_first_name(self, at: int) -> bool:
        """Whether the word may be a first name where a surname follows, though it is a word too: "august"."""
        form = self.words[at].form
        return form in self.lexicon.first and form not in function_words()

    def is_a_first_name(self, at: int) -> bool:
        """Whether the word is a first name and nothing else, which with another one makes a double name."""
        form = self.words[at].form
        return form in self.lexicon.first and not self.lexicon.is_listed(form)

    def is_somebodys_name(self, at: int) -> bool:
        """Whether a word is written or known as a name: "Petersen", not "BT" or the "Kl" of a time."""
        word = self.words[at]
        if self.is_taken(at) or word.form in self.cues.not_a_person or word.form in self.cues.titles:
            return False
        if self.lexicon.names_somebody(word.forms):
            return True
        if not word.capital or word.opens or word.text.isupper():
            return False
        return self.lexicon.may_be_a_name(word.form) or not self.lexicon.looks_like_a_word(word.form)
