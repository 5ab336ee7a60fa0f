"""What understanding one sentence gives: an intent and the entities, with confidences."""

from dataclasses import dataclass


class NluUnavailable(Exception):
    """The NLU server did not answer; the sentence was not understood, but nothing else is lost."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Words that name something: `kind` is citizen, time or task; `span` counts code points."""

    kind: str
    text: str
    span: tuple[int, int]
    confidence: float


@dataclass(frozen=True, slots=True)
class Understanding:
    """The most likely intent of a sentence (a name of `nlu/rasa/domain.yml`) and its entities."""

    text: str
    intent: str
    confidence: float
    entities: tuple[Entity, ...] = ()
