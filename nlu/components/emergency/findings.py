"""What staff see, smell and measure: findings that are danger when two that belong together are told."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.components.emergency.context import Context
from nlu.components.emergency.lexicon import Cue, Lexicon
from nlu.components.emergency.matching import cues_at
from nlu.components.emergency.model import Sign
from nlu.components.emergency.tokens import Words

# Two findings of one report, told in a few sentences.
_TOGETHER = 35
# What one message may say of itself; a longer one says nothing new.
MOST_FINDINGS = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding that nothing cancels, of the words `begin` to `end`."""

    cue: Cue
    begin: int
    end: int


def sign_of(finding: Finding) -> Sign:
    """What a finding is a sign of, if it is one."""
    return finding.cue.sign or Sign.UNNAMED


def findings_in(words: Words, context: Context, lexicon: Lexicon) -> list[Finding]:
    """The findings of a message, in order; each name once at a word."""
    found: list[Finding] = []
    for at, classes in enumerate(words.classes):
        if not classes:
            continue
        named: set[str] = set()
        for pattern, cue, end in cues_at(at, lexicon.beginning(classes), words, lexicon):
            if cue.finding not in named and not context.cancels(pattern, cue, at, end):
                named.add(cue.finding)
                found.append(Finding(cue, at, end))
        if len(found) >= MOST_FINDINGS:
            break
    return found


def two_together(found: Sequence[Finding], lexicon: Lexicon) -> tuple[Finding, Finding] | None:
    """The first two findings that are danger together, the later one last."""
    for index, later in enumerate(found):
        for earlier in found[:index]:
            if (earlier.cue.group, later.cue.group) in lexicon.together and (
                earlier.end <= later.begin <= earlier.end + _TOGETHER
            ):
                return earlier, later
    return None
