"""Words that stand together and name the same people, exactly or nearly."""

from dataclasses import replace

from knowledge.function_words import function_words
from nlu.components.names.close import ONE_SLIP, READ_ALIKE, SAME_SOUND, SHORT, CloseForms
from nlu.components.names.context import Sentence
from nlu.components.names.near_people import NearPeople
from nlu.components.names.roster_forms import RosterForms
from nlu.components.names.run import Run, kept_if_likely, narrowed, nearest
from nlu.components.names.slots import Slot, owns, slot_of
from nlu.components.names.tokens import Word


class RunReader:
    """Reads runs from a sentence, from left to right."""

    def __init__(self, roster: RosterForms, close: CloseForms) -> None:
        self._roster = roster
        self._nearly = NearPeople(roster, close)

    def at(self, sentence: Sentence, begin: int, *, spelling: bool) -> Run | None:
        """The run that begins at a word, or None when it names nobody of the roster.

        :param spelling: whether to look for misspelt names too.
        """
        run = self._start(sentence, begin, spelling=spelling)
        if run is None:
            return None
        while (
            run.end < len(sentence.words)
            and (longer := self._longer(sentence, run, spelling=spelling)) is not None
        ):
            run = longer
        if run.distance == 0:
            return run
        return kept_if_likely(sentence, run)

    def _start(self, sentence: Sentence, begin: int, *, spelling: bool) -> Run | None:
        words = sentence.words
        word = words[begin]
        following = words[begin + 1] if begin + 1 < len(words) and words[begin + 1].joined else None
        pair = following if following is not None and _could_be_one(sentence, word, following) else None
        together = self._roster.named_jointly(word, following) if following is not None else frozenset()
        if together and (pair is not None or self._goes_on(sentence, begin + 2, together)):
            return Run(begin, begin + 2, dict.fromkeys(together, 0.0))
        if ids := self._roster.named_by(word):
            return Run(
                begin, begin + 1, {**dict.fromkeys(ids, 0.0), **self._instead_of_genitive(sentence, begin)}
            )
        if following is not None and len(word.text) == 1 and word.capital:
            named = self._roster.named_by(following)
            if ids := self._roster.with_first_initial(word.form, named):
                return Run(begin, begin + 2, dict.fromkeys(ids, 0.0))
        if not spelling:
            return None
        if not sentence.could_be_misspelt(begin):
            return self._where_only_people_are(sentence, begin)
        jointly = self._nearly.named_jointly(word, pair) if pair is not None else {}
        # "terese egholm" sounds like Teresa Egholm in one word, but is two names.
        if pair is not None and jointly and jointly.keys().isdisjoint(self._roster.named_by(pair)):
            return Run(begin, begin + 2, jointly)
        people = self._nearly.named_by(word)
        return (
            Run(begin, begin + 1, people, doubtful=self._is_another_name(sentence, begin)) if people else None
        )

    def _goes_on(self, sentence: Sentence, at: int, people: frozenset[str]) -> bool:
        """Whether the next word is a further name of these people."""
        words = sentence.words
        return at < len(words) and words[at].joined and bool(self._roster.named_by(words[at]) & people)

    def _instead_of_genitive(self, sentence: Sentence, at: int) -> dict[str, float]:
        """ "pauls kl 14" owns nothing: it may as well be meant for Paulus as for Paul."""
        word = sentence.words[at]
        if word.genitive or self._roster.ids(word.form) or owns(sentence, at, at + 1):
            return {}
        near = (form for form, distance in self._nearly.spelt(word.form).items() if distance <= ONE_SLIP)
        return {each: 0.0 for form in near if form not in word.forms for each in self._roster.ids(form)}

    def _where_only_people_are(self, sentence: Sentence, at: int) -> Run | None:
        """A word near a name where a person is named: "fru maj" for Mai; "hvad skal kasten have" is asked."""
        word, lexicon = sentence.words[at], sentence.lexicon
        if word.form in function_words() or word.form in sentence.cues.titles:
            return None
        slot = slot_of(sentence, at, at + 1)
        if slot is Slot.NONE:
            return None
        near = {
            each: distance for each, distance in self._nearly.named_by(word).items() if distance <= ONE_SLIP
        }
        nothing_else = lexicon.is_word(word.form) and word.form not in sentence.cues.ordinary_words
        alike = min(near.values(), default=ONE_SLIP) <= SAME_SOUND
        if slot is Slot.SURE and alike and not nothing_else:
            return Run(at, at + 1, near)
        if sentence.is_grammar(at) or len(word.form) < SHORT:
            return None
        if lexicon.is_inflected(word.form) and word.form not in lexicon.hasty:
            return (
                Run(at, at + 1, near, doubtful=True)
                if slot is Slot.SURE and len(word.form) > SHORT and near
                else None
            )
        # No word of the work: where nothing but a person stands it is a slip rather than "malk!".
        return Run(at, at + 1, near, doubtful=slot is not Slot.SURE) if near else None

    def _longer(self, sentence: Sentence, run: Run, *, spelling: bool) -> Run | None:
        """The run with the next word, if that names some of the same people."""
        words, at = sentence.words, run.end
        word = words[at]
        if not (word.joined or self._turned_round(sentence, run)):
            return None
        if sentence.is_taken(at) and not word.capital:
            return None
        if sentence.is_grammar(at) and not word.capital and word.form not in sentence.cues.particles:
            return None  # "hvad skal nana have": not the surname Have
        if word.form in sentence.cues.particles:
            return self._past_particle(sentence, run, spelling=spelling)
        if ids := self._roster.named_by(word) & run.people.keys():
            longer = narrowed(run, ids, at + 1)
            return replace(longer, doubtful=longer.doubtful and self._begins_with_another_name(sentence, run))
        if words[at - 1].genitive:
            return None
        if at + 1 < len(words) and words[at + 1].joined and _could_be_one(sentence, word, words[at + 1]):
            joint = self._roster.named_jointly(word, words[at + 1]) & run.people.keys()
            if joint:
                return narrowed(run, joint, at + 2)
        if len(word.text) == 1 and word.capital:
            ids = self._roster.with_initial(word.form, run.people)
            return narrowed(run, ids, at + 1) if ids else None
        return self._longer_nearly(sentence, run) if spelling else None

    def _past_particle(self, sentence: Sentence, run: Run, *, spelling: bool) -> Run | None:
        """ "Mohammad al Khatib": the particle counts only if the word behind it goes on with the name."""
        past = Run(run.begin, run.end + 1, run.people, run.doubtful)
        if past.end >= len(sentence.words) or not sentence.words[past.end].joined:
            return None
        return self._longer(sentence, past, spelling=spelling)

    def _turned_round(self, sentence: Sentence, run: Run) -> bool:
        """ "Winther, Else": a surname, a comma, and a first name of the same people."""
        word = sentence.words[run.end]
        if not word.after_comma or run.end - run.begin > 1:
            return False
        both = self._roster.named_by(word) & run.people.keys()
        first = sentence.words[run.begin]
        return bool(both) and self._roster.is_given(word, both) and not self._roster.is_given(first, both)

    def _longer_nearly(self, sentence: Sentence, run: Run) -> Run | None:
        at = run.end
        word, before = sentence.words[at], sentence.words[at - 1]
        totals: dict[str, float] = {}
        doubtful = False
        misspelt = sentence.could_be_misspelt(at)
        if misspelt or not sentence.is_grammar(at):
            near = self._nearly.named_by(word)
            if not misspelt:  # "ruth vinter": a word, but sounding like the surname of just her
                near = {each: distance for each, distance in near.items() if distance <= READ_ALIKE}
            totals = {each: run.people[each] + near[each] for each in run.people.keys() & near.keys()}
            if totals:
                doubtful = run.doubtful and min(run.people[each] for each in totals) > READ_ALIKE
                doubtful = doubtful and self._begins_with_another_name(sentence, run)
                if min(near[each] for each in totals) > READ_ALIKE:
                    doubtful = doubtful or self._is_another_name(sentence, at)
        exactly = self._roster.named_by(word)
        if not totals and exactly and run.end - run.begin == 1 and sentence.could_be_misspelt(run.begin):
            near = self._nearly.named_by(before)
            totals = {each: near[each] for each in exactly & near.keys()}
            # The word before is somebody else's name, unless it only spells the same name otherwise.
            doubtful = bool(totals) and min(totals.values()) > READ_ALIKE
        if not totals and run.end - run.begin == 1 and sentence.could_be_misspelt(at):
            first, second = self._nearly.named_by(before), self._nearly.named_by(word)
            totals = {each: first[each] + second[each] for each in first.keys() & second.keys()}
            doubtful = True
        if not totals:
            return None
        kept = nearest(totals)
        other = word.text if doubtful and not run.doubtful and not exactly else None
        return Run(run.begin, at + 1, kept, doubtful, other)

    def people_of(self, sentence: Sentence, at: int) -> frozenset[str]:
        """Whom one word names, exactly or nearly."""
        word = sentence.words[at]
        return self._roster.named_by(word) or frozenset(self._nearly.named_by(word))

    def _is_another_name(self, sentence: Sentence, at: int) -> bool:
        word = sentence.words[at]
        return (
            self._is_written_as_a_name(sentence, word)
            or any(map(sentence.lexicon.may_be_a_name, word.forms))  # "livs mad" is Liv's, though liv is life
            or bool(self._roster.named_by(word))
        )

    def _begins_with_another_name(self, sentence: Sentence, run: Run) -> bool:
        """Whether the word before a further name is another's as it stands: "Enas Abdella" owns nothing."""
        word = sentence.words[run.begin]
        if run.end - run.begin > 1 or self._is_written_as_a_name(sentence, word):
            return True
        return sentence.lexicon.is_name(word.form) or bool(self._roster.ids(word.form))

    def _is_written_as_a_name(self, sentence: Sentence, word: Word) -> bool:
        return word.capital and not word.opens and sentence.lexicon.may_be_a_name(word.form)


def _could_be_one(sentence: Sentence, first: Word, second: Word) -> bool:
    """Whether two words may be one name taken apart; "hans en" is not Hansen."""
    grammar = function_words() | sentence.cues.possessives
    particles = sentence.cues.particles
    return all(word.capital or word.form in particles or word.form not in grammar for word in (first, second))
