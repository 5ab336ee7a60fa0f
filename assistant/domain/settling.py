"""Whether a sentence answers what was asked back, and what was asked about once it does."""

from dataclasses import replace

from assistant.domain.dialogue_state import Asked, Wanted
from assistant.domain.heard import Heard, Intent, Mention, ReplyKind

_NO_REASON = frozenset({Intent.UNDO, Intent.GREET, Intent.THANK, Intent.ASK_HELP, Intent.ASK_HANDOVER})


def declines(asked: Asked, heard: Heard) -> bool:
    """Whether it says no to what was asked back: then nothing is written."""
    writes = asked.wants is not Wanted.CITIZEN or asked.heard.intent in (Intent.REPORT_DONE, Intent.DICTATE)
    taken_back = heard.intent is Intent.UNDO and not heard.mentions
    return writes and (heard.reply is ReplyKind.NO or taken_back)


def picks_none(asked: Asked, heard: Heard) -> bool:
    """Whether it wants several of what was offered, or one that was not: asked again, nothing is guessed."""
    if not asked.offered or heard.mentions or heard.chosen is not None:
        return False
    if heard.reply is ReplyKind.SEVERAL:
        return True
    plain_choice = (
        heard.intent is Intent.CHOOSE and not heard.windows and heard.reply in (None, ReplyKind.PLACE)
    )
    return plain_choice and asked.wants in (Wanted.CITIZEN, Wanted.TASK)


def still_unclear(asked: Asked, heard: Heard) -> Mention | None:
    """The name that was asked about, where a new question stands beside it: "hvad siger jeg til ham?"."""
    if asked.wants is not Wanted.CITIZEN or heard.mentions or not (heard.asks and heard.leans.of_person):
        return None
    return next((each for each in asked.heard.mentions if each.candidates == asked.options), None)


def settle(asked: Asked, heard: Heard) -> Heard | None:
    """The sentence asked about, now with its answer; None when this says something else."""
    if not heard.text.strip():
        return None
    match asked.wants:
        case Wanted.CITIZEN:
            return _with_citizen(asked, heard)
        case Wanted.TASK:
            return _with_task(asked, heard)
        case Wanted.REASON:
            return _with_reason(asked, heard)
        case Wanted.TEXT:
            return (
                None
                if _says_something_else(heard)
                else replace(asked.heard, text=heard.text, dictated=heard.text.strip())
            )


def _with_citizen(asked: Asked, heard: Heard) -> Heard | None:
    named = {each for mention in heard.mentions for each in mention.candidates}
    if heard.chosen is not None:
        named = {heard.chosen}
    elif heard.reply is ReplyKind.YES and len(asked.options) == 1:
        named = set(asked.options)  # "Mener du Ellen Pedersen?" – "ja"
    elif heard.intent not in (None, Intent.CHOOSE) and (heard.windows or (heard.topic and not asked.options)):
        return None  # "Hvad skal Kirsten Mørk i morgen?": a whole question of its own
    fitting = tuple(each for each in asked.options if each in named) or (
        () if asked.options else tuple(named)
    )
    if not fitting or named - set(fitting):
        return None
    mentions = tuple(
        replace(each, candidates=fitting, certain=True) if each.candidates == asked.options else each
        for each in asked.heard.mentions
    )
    return replace(asked.heard, mentions=mentions or (Mention(heard.text, fitting),))


def _with_task(asked: Asked, heard: Heard) -> Heard | None:
    """The report about the help that was picked; "ja" picks where only one was offered."""
    chosen = heard.chosen if heard.chosen in asked.options else None
    if chosen is None and heard.reply is ReplyKind.YES and len(asked.options) == 1:
        chosen = asked.options[0]
    if chosen is None or asked.heard.report is None:
        return None
    return replace(asked.heard, tasks=(chosen,), report=replace(asked.heard.report, sure=True))


def _with_reason(asked: Asked, heard: Heard) -> Heard | None:
    """The report with the words of this sentence as its reason, verbatim."""
    if _says_something_else(heard) or asked.heard.report is None:
        return None
    return replace(asked.heard, report=replace(asked.heard.report, reason=heard.text.strip(), sure=True))


def _says_something_else(heard: Heard) -> bool:
    """Whether it is plainly no reason and no observation: a question, a greeting, another's report."""
    another_report = heard.report is not None and heard.report.sure and bool(heard.mentions)
    only_who_and_when = bool(heard.mentions and heard.windows and not heard.topic)
    return heard.asks or heard.intent in _NO_REASON or another_report or only_who_and_when
