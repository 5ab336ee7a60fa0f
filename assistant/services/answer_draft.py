"""Drafts of notes in the shape of contract §4: the dictated words, and nothing that was not said.

A plain note until the note reader of issue D fills the fields; nothing is stored here.
"""

from typing import Any

from assistant.domain.answer import Answer, AnswerKind
from assistant.domain.moves import AskForText, DraftNote
from assistant.domain.wall_clock import local
from assistant.services.asker import Asker
from assistant.services.wording import say

_READ_LATER = ("conditions", "measurements", "interventions", "follow_ups", "unneeded", "questions")


def draft_answer(move: DraftNote, asker: Asker) -> Answer:
    """The draft, with the word that a person must approve it."""
    citizen = asker.citizen(move.citizen)
    draft: dict[str, Any] = {
        "citizen": citizen.id,
        "author": asker.staff.id,
        "at": local(asker.at).isoformat(),
        "transcript": move.transcript,
        "text": move.text,
        "verdict": "document",
        **{name: [] for name in _READ_LATER},
    }
    text = say("draft.made", citizen=citizen.name, text=move.text[:1].upper() + move.text[1:])
    return Answer(AnswerKind.DRAFT, text, citizen=citizen, draft=draft)


def for_text_answer(move: AskForText, asker: Asker) -> Answer:
    """What is the note to say? The next sentence is taken as it is."""
    citizen = asker.citizen(move.citizen)
    return Answer(AnswerKind.CLARIFY, say("draft.what", citizen=citizen.name), citizen=citizen)
