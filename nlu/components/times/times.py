"""Finds the times a Danish text names, and the windows they mean at a given moment."""

from dataclasses import replace
from datetime import datetime

from nlu.components.times.bare_hours import bare_hours as hours_beside_a_name
from nlu.components.times.clauses import clause_starts, join_parts, share_days
from nlu.components.times.context import Context
from nlu.components.times.corrections import corrected
from nlu.components.times.fillers import without_filling_now
from nlu.components.times.folding import fold
from nlu.components.times.lexicon import Lexicon, lexicon
from nlu.components.times.lexis import Cls
from nlu.components.times.mentions import Piece, scan
from nlu.components.times.model import DEFAULT_SHIFTS, ShiftHours, TimeMention
from nlu.components.times.reader import Reader
from nlu.components.times.resolve_range import resolve
from nlu.components.times.tense import looks_back
from nlu.components.times.tokens import lexemes
from nlu.components.times.wallclock import day_of, local, real


def find_times(
    text: str, *, at: datetime, shifts: ShiftHours = DEFAULT_SHIFTS, bare_hours: bool = False
) -> list[TimeMention]:
    """Return every time the text names, in order; words that belong together are one mention.

    :param bare_hours: read the number of a message that is a name and a number ("stampe 21") as an hour, and
        "730" as a clock time; for callers who know that a citizen is named, since "gruppe 2" looks the same.
    """
    return _find(text, at, shifts, bare_hours=bare_hours)


def _find(
    text: str, at: datetime, shifts: ShiftHours, *, bare_hours: bool = False, phrase: bool = False
) -> list[TimeMention]:
    """Return the times of a text; `phrase` = a text that is nothing but one time is read as a calendar's."""
    cues = lexicon()
    r = Reader(lexemes(text, cues))
    pieces = scan(r) or (hours_beside_a_name(r) if bare_hours else [])
    if not pieces:
        return []
    phrase = phrase and len(pieces) == 1 and _is_whole(r, pieces[0])
    starts = clause_starts(r, pieces)
    pieces = join_parts(r, without_filling_now(r, corrected(r, pieces), starts), starts)
    now = real(at)
    # a handover tells of what has been, whatever its verb ("lav overlevering fra kl. 23 til kl. 7")
    handover = any(lexeme.cls is Cls.HANDOVER for lexeme in r.lexemes)
    ctx = Context(now, day_of(now), shifts, handover=handover, phrase=phrase)
    past = _Past(text, r, cues, starts)
    mentions = []
    for piece in share_days(r, pieces, starts):
        tense = past.at(piece.first)
        mention = _mention(text, r, piece, replace(ctx, past=handover or tense is True), tense)
        if mention is not None:
            mentions.append(mention)
    return mentions


def resolve_window(text: str, *, at: datetime, shifts: ShiftHours = DEFAULT_SHIFTS) -> TimeMention | None:
    """Return the one window of the text, or None if it names no time; what then holds is the caller's choice.

    Several mentions that touch ("i aften og i nat") make one window; of others the first counts. A text that
    is nothing but "sidste to uger" or "næste 3 dage", without an article, is a phrase of the calendar: whole
    weeks or days beside the running one, as "sidste uge" is. In talk it reaches to now, like "de sidste to
    uger": an answer about someone must not leave out what was written today.
    """
    mentions = _find(text, at, shifts, phrase=True)
    if not mentions:
        return None
    whole = mentions[0]
    for mention in mentions[1:]:
        if mention.start == whole.end:
            span = (whole.span[0], mention.span[1])
            whole = replace(whole, text=text[slice(*span)], span=span, end=mention.end)
    return whole


def _is_whole(r: Reader, piece: Piece) -> bool:
    """Say whether a piece is all of a text that asks nothing."""
    return piece.first == 0 and all(r.is_mark(i, ".!") for i in range(piece.last, len(r.lexemes)))


def _mention(text: str, r: Reader, piece: Piece, ctx: Context, tense: bool | None) -> TimeMention | None:
    """Return the mention of a piece; one beyond the years a calendar has is none."""
    try:
        found = resolve(piece.moment, ctx)
    except (OverflowError, ValueError):  # datetime has years 1-9999 only, and `at` may stand near their ends
        return None
    if found is None:
        return None
    first, last = piece.first, piece.last - 1
    while first < last and r.cls(first) in (Cls.AND, Cls.HERE, Cls.PUNCT):
        first += 1
    span = (r.lexemes[first].start, r.lexemes[last].end)
    looks_back = ctx.past or piece.moment.looks_back or (found.end <= ctx.now and tense is None)
    past = looks_back and found.start < ctx.now
    return TimeMention(text[slice(*span)], span, local(found.start), local(found.end), found.kind, past)


class _Past:
    """Knows of every clause whether it looks back; a clause without a verb follows the whole text."""

    def __init__(self, text: str, r: Reader, cues: Lexicon, starts: list[int]) -> None:
        words: dict[int, list[str]] = {}
        for lexeme, start in zip(r.lexemes, starts, strict=True):
            unknown = lexeme.cls in (Cls.OTHER, Cls.STREET)
            word = lexeme.value if unknown else fold(text[lexeme.start : lexeme.end])
            words.setdefault(start, []).append(word)
        self._clauses = {start: looks_back(clause, cues) for start, clause in words.items()}
        self._text = looks_back((w for clause in words.values() for w in clause), cues)
        self._starts = starts

    def at(self, index: int) -> bool | None:
        """Say whether the clause of a lexeme looks back; None if no verb tells."""
        own = self._clauses[self._starts[index]]
        return self._text if own is None else own
