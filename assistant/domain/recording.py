"""What the dialogue does about sentences that record: a report, a dictation, and taking back."""

from dataclasses import replace

from assistant.domain.dialogue_state import Asked, DialogueState, Wanted
from assistant.domain.heard import Heard, Intent
from assistant.domain.moves import (
    AskForCitizen,
    AskForText,
    AskWhichCitizen,
    DraftNote,
    MarkDone,
    Move,
    TakeBack,
)


def write(
    state: DialogueState, heard: Heard, intent: Intent, subjects: tuple[str, ...]
) -> tuple[DialogueState, Move]:
    """Recording, taking back, dictating; afterwards a name alone ("og Else?") asks for a plan again."""
    if intent is Intent.UNDO:
        return replace(state, ticked=()), TakeBack(state.ticked, state.citizen)
    if not subjects and intent is Intent.REPORT_DONE and state.faded is not None:
        subjects = (state.faded.citizen,)
        state = replace(state, tasks=state.faded.tasks, shown=state.faded.shown)
    if not subjects:
        return replace(state, asked=Asked((), heard)), AskForCitizen(heard.windows)
    remembered = replace(
        state, citizen=subjects[0] if len(subjects) == 1 else None, intent=Intent.ASK_PLAN, ticked=()
    )
    if intent is Intent.REPORT_DONE:
        return remembered, MarkDone(subjects, heard, state.tasks, state.shown)
    if len(subjects) > 1:
        asking = DialogueState(asked=Asked(subjects, replace(heard, mentions=())))
        return asking, AskWhichCitizen(" / ".join(each.text for each in heard.mentions), subjects)
    if not heard.dictated and heard.leans.refers and state.last is not None:
        heard = replace(heard, dictated=state.last.heard.text)  # "skriv det": what was told before
    if not heard.dictated:
        return replace(remembered, asked=Asked((), heard, Wanted.TEXT)), AskForText(subjects[0])
    return remembered, DraftNote(subjects[0], heard.text, heard.dictated)
