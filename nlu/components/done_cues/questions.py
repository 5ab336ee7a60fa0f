"""Whether a message asks rather than tells: a question never writes anything."""

from nlu.components.done_cues.cues import pattern, word_set
from nlu.components.done_cues.plain import Plain, plain

_MARKS = frozenset(",.;:!?")


def is_question(text: str) -> bool:
    """Whether `text` asks: by its mark, its question word, or its verb before the subject.

    >>> [is_question(each) for each in ("er badet klaret", "badet er klaret", "har givet Else medicin")]
    [True, False, False]
    """
    return asks(plain(text))


def asks(line: Plain) -> bool:
    """The same of a line; a polite order ("kan du kvittere …?") is none."""
    words = line.line.split()
    if is_polite_order(line):
        return False
    if "?" in words:
        return True
    words = _without_openings(words)
    if not words:
        return False
    told = line.line if word_set("question", "speaker") & set(words) else _without_what_is_told(line.line)
    if words[0] in word_set("question", "first") or pattern("question", "inside").search(told):
        return True
    return _verb_first(words) or _verb_before_subject(words)


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


def _without_what_is_told(line: str) -> str:
    """The line without the questions that are told of: "hun ved ikke hvilken dag det er"."""
    return pattern("question", "told").sub("", line)


def _without_openings(words: list[str]) -> list[str]:
    openings = word_set("question", "openings") | _MARKS
    begin = 0
    while begin < len(words) and words[begin] in openings:
        begin += 1
    return words[begin:]


def _verb_first(words: list[str]) -> bool:
    """ "er badet klaret", but not "har givet medicin" or "er gjort": there the subject is left out."""
    if words[0] not in word_set("question", "verbs"):
        return False
    if len(words) == 1 or words[1] in word_set("words", "no"):
        return False
    if words[0] in word_set("question", "verbs_with_objects"):
        return words[1] in word_set("question", "subjects")
    rest = [word for word in words[1:] if word not in word_set("question", "no_object")]
    if not rest or (words[0] == "fik" and rest[0] in {"ham", "hende", "dem"}):
        return False
    participles = word_set("words", "done") | word_set("words", "acted")
    if rest[0] in participles:
        # "er badet klaret": the first of two is the noun.
        return words[0] not in {"har", "havde"} and any(word in participles for word in rest[1:])
    return True


def _verb_before_subject(words: list[str]) -> bool:
    """ "else har hun fået medicin", but not "så har jeg tømt hende"."""
    verbs = frozenset({"er", "har", "fik", "blev", "havde"})
    subjects = word_set("question", "subjects")
    before = word_set("question", "before_a_statement") | _MARKS
    return any(
        word in verbs and following in subjects and previous not in before and not previous.isdigit()
        for previous, word, following in zip(words, words[1:], words[2:], strict=False)
    )
