"""The reason that a report gives, as a span of its own words; nothing is put into other words."""

import re

from nlu.components.done_cues.cues import pattern
from nlu.components.done_cues.plain import Plain, Span

BECAUSE = re.compile(
    r"(?<= )(?:fordi(?: at)?|eftersom|paa grund af|pa grund af|pga|pgra|grundet|idet|saasom|da|"
    r"for(?= (?:hun|han|de|der|det|jeg|vi|borger)))(?= )"
)
_SO = re.compile(r"(?<= )(?:saa|sa|derfor)(?= )")
_CLAUSES = re.compile(r" (?:[,.;:!]|men) ")
_VERB = re.compile(
    r" (?:er|var|har|havde|sov|sover|vil|ville|kan|kunne|fik|blev|kaster|kastede|kom|skal|skulle"
    r"|siger|sagde|faar|frys|froes|fros|laa|la|ligger|gik|mangler|manglede|sad) "
)
_EDGES = " ,.;:!\n"


def find_reason(text: str, line: Plain, *, denied: bool, changed: bool) -> Span | None:
    """Where the words of the reason stand in `text`; None where the help went as planned or none is given."""
    if not denied and not changed:
        return None
    command = _command(line)
    found = _after_because(line, command)
    if changed:
        found = _how(line, command, found)
    elif found is None:
        found = _beside_the_denial(line, command)
    return _trimmed(text, line, found) if found else None


def _command(line: Plain) -> Span:
    """The place of the words to the assistant ("kan du sætte …"), the end of the line without any."""
    found = pattern("command").search(line.line)
    if found is None:
        return len(line.line), len(line.line)
    politely = list(pattern("question", "polite").finditer(line.line, 0, found.start() + 1))
    return (politely[-1].start() if politely else found.start()), found.end()


def _end(line: Plain, begin: int, command: Span) -> int:
    """Where a reason that begins at `begin` ends: before the command, else with the message."""
    return command[0] if command[0] > begin else len(line.line)


def _after_because(line: Plain, command: Span) -> Span | None:
    because = BECAUSE.search(line.line)
    if because is None:
        return None
    return because.end(), _end(line, because.end(), command)


def _how(line: Plain, command: Span, because: Span | None) -> Span | None:
    """The words that say how it went; "udført anderledes" alone says nothing."""
    if pattern("changed", "says_how").search(line.line):
        begin = command[1] if command[0] < 3 else 0
        return begin, _end(line, begin, command)
    if because:
        return because
    bare = pattern("changed", "bare").search(line.line)
    return _clauses_after(line, bare.end() if bare else 0, command)


def _beside_the_denial(line: Plain, command: Span) -> Span | None:
    denial = _first_denial(line, command)
    following = _clauses_after(line, denial[1], command)
    if following:
        return following
    so = _SO.search(line.line, 0, max(denial[0] + 1, 1))
    clause = _clause_around(line, denial, command)
    before = (0, so.start()) if so else (0, clause[0])
    clause_before = line.line[before[0] : before[1] + 1]
    if before[1] > before[0] and _VERB.search(clause_before) and not _restates(clause_before):
        return before
    why = pattern("denied", "says_why").search(line.line)
    if why is None:
        return None
    around = _clause_around(line, why.span(), command)
    return around if around[1] > around[0] else None


def _restates(clause: str) -> bool:
    """Whether a clause only says once more that it was not done."""
    refuses = pattern("denied", "says_why").search(clause) is not None
    return not refuses and pattern("denied", "restates").search(clause) is not None


def _first_denial(line: Plain, command: Span) -> Span:
    """The words that say no, those used of little else before the others."""
    for name in ("stated", "hinted"):
        found = pattern("denied", name).search(line.line)
        if found:
            return found.span()
    return command


def _clauses_after(line: Plain, position: int, command: Span) -> Span | None:
    """What is told behind the clause that ends at or after `position`."""
    mark = _CLAUSES.search(line.line, max(position - 1, 0))
    if mark is None:
        return None
    begin = mark.end()
    if command[0] <= begin < command[1]:
        return None
    end = _end(line, begin, command)
    return (begin, end) if re.search(r"\w{2}", line.line[begin:end]) else None


def _clause_around(line: Plain, words: Span, command: Span) -> Span:
    """The clause in which some words stand, without the command."""
    marks = list(_CLAUSES.finditer(line.line))
    begin = max((each.end() for each in marks if each.end() <= words[0] + 1), default=0)
    end = min((each.start() for each in marks if each.start() >= words[1] - 1), default=len(line.line))
    if begin <= command[0] < end:
        end = command[0] if command[0] > words[0] else end
        begin = command[1] if command[1] <= words[0] else begin
    return begin, end


def _trimmed(text: str, line: Plain, found: Span) -> Span | None:
    begin, end = line.span(*found)
    while begin < end and text[begin] in _EDGES:
        begin += 1
    while end > begin and text[end - 1] in _EDGES:
        end -= 1
    return (begin, end) if end > begin else None
