"""The last question with a part of it meant otherwise: "nej, den anden Jens", "jeg mener kl. 16"."""

from dataclasses import replace

from assistant.domain.dialogue_state import Asked
from assistant.domain.heard import Heard, Mention, Report
from assistant.domain.leaning import Leaning


class NobodyElse(Exception):
    """ "Den anden Jens", where this person may see no other; the argument is the name."""


def corrected(current: str | None, last: Asked, heard: Heard) -> Heard:
    """The question of `last` as it was really meant; without mentions, whom it means must be asked.

    :param current: the citizen that it was answered about, if it was about one.
    :raises NobodyElse: when another of the same name is meant, and there is none.
    """
    return replace(
        last.heard,
        mentions=_mentions(current, last, heard),
        windows=heard.windows or last.heard.windows,
        topic=heard.topic if heard.leans.new_topic else last.heard.topic,
        text=heard.text if heard.leans.new_topic else last.heard.text,
        report=_report(last.heard.report, heard),
        tasks=(),
        leans=Leaning(elliptical=True),
    )


def _mentions(current: str | None, last: Asked, heard: Heard) -> tuple[Mention, ...]:
    """Whom it is about: those named, else the others of the name, else whom it was about."""
    named_otherwise = bool(heard.windows or heard.leans.new_topic)
    if heard.mentions:
        return tuple(_another(each, current, heard, named_otherwise) for each in heard.mentions)
    if named_otherwise:
        return last.heard.mentions or ((Mention("", (current,)),) if current else ())
    takes_back = {*heard.leans.rejected, *([current] if current else [])}
    others = tuple(each for each in last.options if each not in takes_back)
    if others:
        return (Mention(_name(last, heard), others),)
    if not heard.leans.not_this:
        raise NobodyElse(_name(last, heard))
    return tuple(each for each in last.heard.mentions if not set(each.candidates) & takes_back)


def _another(mention: Mention, current: str | None, heard: Heard, says_more: bool) -> Mention:
    """The mention without those who are not meant; a name that fits the last citizen too means another."""
    left_out = set(heard.leans.rejected)
    if current and not (says_more and mention.candidates == (current,)):
        left_out.add(current)
    others = tuple(each for each in mention.candidates if each not in left_out)
    if mention.candidates and not others:
        raise NobodyElse(mention.text)
    return replace(mention, candidates=others)


def _report(report: Report | None, heard: Heard) -> Report | None:
    """What was reported, of the help that is meant."""
    return replace(report, parts=(heard.topic,)) if report and heard.leans.new_topic else report


def _name(last: Asked, heard: Heard) -> str:
    return next((each.text for each in last.heard.mentions if each.text), heard.text)
