"""Whether a message asks rather than tells: a question never writes anything."""

from collections.abc import Collection

from nlu.components.done_cues.cues import pattern, word_set
from nlu.components.done_cues.plain import Plain, Span, plain
from nlu.spans import Spans

_MARKS = frozenset(",.;:!?")
_SHORTEST_NOUN = 5


def is_question(text: str, *, names: Collection[Span] = ()) -> bool:
    """Whether `text` asks: by its mark, its question word, or its verb before the subject.

    >>> [is_question(each) for each in ("er badet klaret", "badet er klaret", "har givet Else medicin")]
    [True, False, False]

    :param names: where names stand; behind a verb of what citizens do, a name is the subject of a question.
    """
    line = plain(text)
    return asks(line) or _names_the_subject(line, names)


def asks(line: Plain) -> bool:
    """The same of a line; a polite order ("kan du kvittere …?") is none."""
    words = line.line.split()
    if is_polite_order(line):
        return False
    if "?" in words:
        return True
    words = without_openings(words)
    if not words:
        return False
    if pattern("question", "wishes").match(f" {' '.join(words)} ", 1):
        return True
    told = line.line if _speaks_of_oneself(words) else pattern("question", "told").sub("", line.line)
    if words[0] in word_set("question", "first") or pattern("question", "inside").search(told):
        return True
    return _verb_first(words) or _verb_before_subject(words) or _asks_behind_a_comma(words)


def tells_of_a_question(text: str) -> bool:
    """Whether it is told that somebody asks or does not know: "hun ved ikke hvilken dag det er"."""
    line = plain(text)
    told = pattern("question", "told").search(line.line) is not None
    return told and not _speaks_of_oneself(line.line.split()) and not asks(line)


def _names_the_subject(line: Plain, names: Collection[Span]) -> bool:
    """ "slog Viggo hovedet da han faldt", "Viggo sov han": the name behind the verb, or named twice."""
    words = line.line.split()
    named = places_of(line, names)
    if _named_twice(words, named):
        return True
    verb = len(words) - len(without_openings(words))
    if verb + 1 >= len(words) or words[verb] not in word_set("question", "own_verbs"):
        return False
    return verb + 1 in named


def _named_twice(words: list[str], named: frozenset[int]) -> bool:
    """ "Viggo sov han", "hende i bolig 7, må hun få saft": first who it is about, then a whole question."""
    around = word_set("question", "dislocated")
    after = next((at for at, word in enumerate(words) if at not in named and word not in around), len(words))
    if after + 1 >= len(words) or named.isdisjoint(range(after)):
        return False
    verb, subject = words[after], words[after + 1]
    if verb in word_set("question", "own_verbs") - word_set("question", "verbs_of_saying"):
        return subject in word_set("question", "subjects")
    return verb in word_set("question", "modals") and subject in word_set("question", "persons")


def places_of(line: Plain, names: Collection[Span]) -> frozenset[int]:
    """The places of the words that name somebody."""
    named = Spans(names)
    return frozenset(place for place, span in enumerate(line.spans) if named.overlap(span))


def is_polite_order(line: Plain) -> bool:
    """Whether somebody is asked to record or write something: "vil du sætte badet som udført?"."""
    if not asks_politely(line):
        return False
    write = word_set("write", "verbs")
    return pattern("command").search(line.line) is not None or any(
        word in write for word in line.line.split()[:6]
    )


def asks_politely(line: Plain) -> bool:
    """Whether the message begins with "kan du …", "du må gerne …"."""
    return pattern("question", "polite").search(line.line[:60]) is not None


def _speaks_of_oneself(words: Collection[str]) -> bool:
    return not word_set("question", "speaker").isdisjoint(words)


def without_openings(words: list[str]) -> list[str]:
    """The words behind a greeting, "ja" or "og"."""
    openings = word_set("question", "openings") | _MARKS
    begin = 0
    while begin < len(words) and words[begin] in openings:
        begin += 1
    return words[begin:]


def _verb_first(words: list[str]) -> bool:
    """ "er badet klaret", but not "har givet medicin" or "er gjort": there the subject is left out."""
    if words[0] in word_set("question", "verbs_of_staff"):
        return words[1:2] != [] and words[1] in word_set("question", "speakers")
    if words[0] not in word_set("question", "verbs"):
        return False
    if len(words) == 1 or words[1] in word_set("words", "no"):
        return False
    if words[0] in word_set("question", "verbs_with_objects"):
        return words[1] in word_set("question", "subjects") or _is_subject(words[0], words[1])
    rest = [word for word in words[1:] if word not in word_set("question", "no_object")]
    if not rest or (words[0] == "fik" and rest[0] in {"ham", "hende", "dem"}):
        return False
    participles = word_set("words", "done") | word_set("words", "acted")
    if rest[0] in participles:
        # "er badet klaret": the first of two is the noun.
        return words[0] not in {"har", "havde"} and any(word in participles for word in rest[1:])
    return True


def _is_subject(verb: str, word: str) -> bool:
    """Whether a definite noun behind the verb is who does it: "vil sønnen vækkes"."""
    return (
        verb in word_set("question", "verbs_of_subjects")
        and len(word) >= _SHORTEST_NOUN
        and word.endswith(tuple(word_set("question", "definite")))
        and word not in word_set("question", "no_noun")
    )


def _verb_before_subject(words: list[str]) -> bool:
    """ "else har hun fået medicin", but not "så har jeg tømt hende" or "medicinen har jeg givet"."""
    verbs = frozenset({"er", "har", "fik", "blev", "havde"})
    subjects = word_set("question", "subjects") - word_set("question", "said_of_health")
    if not (word_set("words", "done") | word_set("words", "acted")).isdisjoint(words):
        subjects -= word_set("question", "speakers")
    before = word_set("question", "before_a_statement") | _MARKS
    return any(
        word in verbs and following in subjects and previous not in before and not previous.isdigit()
        for previous, word, following in zip(words, words[1:], words[2:], strict=False)
    )


def _asks_behind_a_comma(words: list[str]) -> bool:
    """ "han har spist, må han få den nu", but not "når han har spist, må han få den"."""
    if words[0] in word_set("question", "clause"):
        return False
    modals, persons = word_set("question", "modals"), word_set("question", "persons")
    return any(
        previous == "," and word in modals and subject in persons
        for previous, word, subject in zip(words, words[1:], words[2:], strict=False)
    )
