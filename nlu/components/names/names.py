"""Finding the people of a roster in a sentence: exactly, folded, misspelt, by sound and by place.

The roster decides who can be meant, never a model of what names look like (`design.md`): a name
that fits several people gives all of them, and a name that fits none gives a stranger.
"""

from collections.abc import Collection, Iterable

from nlu.components.names.close import SHORT, CloseForms
from nlu.components.names.context import Sentence
from nlu.components.names.cues import load_cues
from nlu.components.names.lexicon import load_lexicon
from nlu.components.names.model import NameMention, Person, Reading
from nlu.components.names.names_at_places import combine
from nlu.components.names.places import PlaceIndex
from nlu.components.names.roster_forms import RosterForms
from nlu.components.names.run import Run
from nlu.components.names.runs import RunReader
from nlu.components.names.slots import Slot, acts, slot_of
from nlu.components.names.strangers import find_strangers, tell_colleagues
from nlu.components.names.tokens import Span, split_words
from nlu.folding import foldings
from nlu.spans import Spans

# Misspelt names and strangers are looked for in so many words: no question is longer.
_MOST_WORDS = 150
# Up to so many people "kirstenxmørk" is found too; with 10,000 it would double the time to index them.
_FEW = 1500


class NameIndex:
    """The people of a roster, ready to be found in sentences.

    index = NameIndex([Person("b-1", ("Else Winther",), ("Birkevej 12",)), Person("b-2", ("Åse Kjær",))])
    index.find("Hvad skal aase have, og hvornår er Elzes bad?")
    # → "aase" (b-2, exact), "Elzes" (b-1, close)
    index.read("hvad skal frode have kl 9").strangers
    # → "frode"

    How well it does (`tests/nlu/components/names`): rosters of 60 drawn from names.csv, 31,000 sentences a
    set, with misspellings that give no other known name, in sentences of speech and writing. Percent rightly
    found or, where the spelling is as near to somebody else, asked about. To work with: whole Danish 99.9,
    Muslim 100.0, misspelt 97.7, 98.1, wrong citizen 0. Held out, at first sight: whole 99.9, 100.0, misspelt
    97.1, 97.9, wrong citizen 1 ("ayooub" for Ayuub, where there was an Ayoub; since mended). Worst is a
    first name alone with a slip of the hand (held out 88.2, 89.2); two thirds of the rest are asked about.
    First names of nobody on the roster, in lower case, noticed or asked about: of names.csv 97.5 (held out
    too; the others are words, "mine", "liv"); 86 names of no list 94.9 in sentences to work with, held out
    80.5 at first sight and 92.0 now. Taken for one of the roster, of 924: 0.3, held out 0.4 (0.9 and 1.0
    before a known name read otherwise, "youssef" where there is a Yusuf, was asked about); of 5,400 others
    0.8. They are names that a Dane hears no difference in ("esther" where there is an Ester), or half of
    a name ("anne" for Anne-Sofie).
    By hand, 210 misspelt names to work with and 105 held out: of each group at least 85 found, none wrong.
    In 3,700 training sentences of `nlu/rasa` without a citizen no ordinary word of the work is a stranger.
    A sentence takes 0.5–0.8 ms with 60 or 10,000 people; 10,000 people are indexed in 0.5–0.9 s; the lists of
    words are read once, in 0.3 s and 17 MB.
    """

    def __init__(self, people: Iterable[Person], *, colleagues: Iterable[str] = ()) -> None:
        """
        :param colleagues: the names of staff, who are no strangers though they are none of the people.
        """
        people = list(people)
        self._colleagues = frozenset(
            form for name in colleagues for part in name.split() for form in foldings(part)
        )
        self._cues = load_cues()
        self._lexicon = load_lexicon()
        self._roster = RosterForms(people, self._cues)
        self._runs = RunReader(self._roster, CloseForms(self._misspellable(len(people)), self._lexicon))
        self._places = PlaceIndex(people, self._cues, self._lexicon)

    def _misspellable(self, count: int) -> Iterable[str]:
        """The spellings to be found nearly; whole names written as one only where they are few enough."""
        together = self._roster.written_as_one if count <= _FEW else ()
        return {*self._roster.forms, *together}

    def find(self, text: str, *, taken: Collection[Span] = ()) -> list[NameMention]:
        """The mentions of people of the roster in `text`, in order.

        :param taken: spans that are known to say something else, such as times ("i dag").
        """
        return list(self.read(text, taken=taken).mentions)

    def read(self, text: str, *, taken: Collection[Span] = ()) -> Reading:
        """The mentions of people of the roster, and of people who are none of them, in order."""
        sentence = Sentence(split_words(text, self._cues), taken, self._cues, self._lexicon)
        places = self._places.find(text)
        inside = Sentence(
            sentence.words, [*taken, *(each.span for each in places.mentions)], self._cues, self._lexicon
        )
        runs = self._read_runs(inside)
        mentions = [_mention(text, inside, each) for each in runs]
        at_places = [each.span for each in places.mentions] + [each.span for each in places.strangers]
        known = [each.span for each in mentions] + at_places
        strange = find_strangers(text, inside, Spans(known))
        strangers, colleagues = tell_colleagues(inside, strange, self._colleagues)
        return Reading(
            mentions=tuple(combine(text, mentions, places)),
            strangers=tuple(sorted([*strangers, *places.strangers], key=lambda each: each.span)),
            colleagues=tuple(colleagues),
        )

    def _read_runs(self, sentence: Sentence) -> list[Run]:
        runs: list[Run] = []
        at = 0
        while at < len(sentence.words):
            run = self._runs.at(sentence, at, spelling=at < _MOST_WORDS)
            if run is None or self._is_ordinary(sentence, run):
                at += 1
                continue
            run = self._with_strange_neighbours(sentence, run, runs[-1].end if runs else 0)
            runs.append(run)
            at = run.end
        return runs

    def _is_ordinary(self, sentence: Sentence, run: Run) -> bool:
        """Whether a name that is a word too is the word here: "i dag", not "hvad dag skal have"."""
        if not sentence.is_ordinary(run.begin, run.end):
            return False
        return slot_of(sentence, run.begin, run.end) is not Slot.SURE and not acts(
            sentence, run.begin, run.end
        )

    def _with_strange_neighbours(self, sentence: Sentence, run: Run, free_from: int) -> Run:
        """The run with a name before or behind it that its people have not: "Jens Hansen"."""
        words = sentence.words
        last = words[run.end - 1]
        if run.end < len(words) and words[run.end].joined and not self._seems_genitive(run, last.forms):
            following = words[run.end]
            others = self._roster.named_by(following) or self._nearly_named(sentence, run.end)
            if self._goes_on_behind(sentence, run):
                return self._behind(sentence, run)
            if sentence.is_somebodys_name(run.end) or (
                others and not sentence.is_ordinary(run.end, run.end + 1)
            ):
                people = {**dict.fromkeys(others, run.distance), **run.people}
                return Run(run.begin, run.end + 1, people, True, following.text)
        before = run.begin - 1
        if before >= free_from and words[run.begin].joined and not words[before].genitive:
            surname = run.distance > 0 or not self._roster.is_given(words[run.begin], run.people)
            surname = surname or sentence.is_a_first_name(before)  # "anne-mette", where there is a Mette only
            initial = len(words[before].text) == 1 and words[before].capital
            kin = before > 0 and words[before - 1].form in self._cues.people_not_cared_for
            strange = sentence.is_somebodys_name(before) or self._is_word_and_other(sentence, before, run)
            strange = strange or (run.distance > 0 and sentence.is_unknown(before))
            if surname and not kin and (initial or strange):
                return Run(before, run.end, run.people, True, words[before].text)
        return run

    def _is_word_and_other(self, sentence: Sentence, before: int, run: Run) -> bool:
        """Whether a first name that is a word too is another's: not in "van helt" for Vagn Helt."""
        if not sentence.may_be_a_first_name(before):
            return False
        return self._runs.people_of(sentence, before).isdisjoint(run.people)

    def _nearly_named(self, sentence: Sentence, at: int) -> frozenset[str]:
        """Whom a word behind a name is nearly the name of: "jens wintherr", where Winther is Else."""
        word = sentence.words[at]
        if not sentence.could_be_misspelt(at) or not (word.capital or len(word.form) > SHORT + 1):
            return frozenset()
        return self._runs.people_of(sentence, at)

    def _goes_on_behind(self, sentence: Sentence, run: Run) -> bool:
        """Whether the name goes on behind the next word, which is then a middle name spelt otherwise."""
        at = run.end + 1
        return (
            at < len(sentence.words)
            and sentence.words[at].joined
            and not sentence.is_taken(at)
            and sentence.could_be_misspelt(at)
            and bool(self._runs.people_of(sentence, at) & run.people.keys())
        )

    def _behind(self, sentence: Sentence, run: Run) -> Run:
        people = {
            each: run.people[each] for each in self._runs.people_of(sentence, run.end + 1) & run.people.keys()
        }
        middle = sentence.words[run.end]
        doubtful = run.doubtful or len(middle.form) > SHORT
        return Run(run.begin, run.end + 2, people, doubtful, middle.text if doubtful else None)

    def _seems_genitive(self, run: Run, forms: tuple[str, ...]) -> bool:
        """ "Elses Bad": the word behind a genitive is what is owned, not a surname."""
        if run.distance > 0:
            return len(forms) > 1
        return not self._roster.ids(forms[0])


def _mention(text: str, sentence: Sentence, run: Run) -> NameMention:
    span = (sentence.words[run.begin].span[0], sentence.words[run.end - 1].span[1])
    return NameMention(
        text=text[slice(*span)],
        span=span,
        candidates=tuple(sorted(run.people)),
        other_name=run.other,
        exact=run.distance == 0,
        certain=not run.doubtful,
        distance=run.distance,
    )
