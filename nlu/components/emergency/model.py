"""What the emergency component says: which words, where, and a sign of what."""

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """The kind of danger to life; the values are the `sign` of `cues.toml`, in English."""

    NOT_BREATHING = "not_breathing"
    NO_PULSE = "no_pulse"
    UNCONSCIOUS = "unconscious"
    CHOKING = "choking"
    SEVERE_BLEEDING = "severe_bleeding"
    STROKE_SIGNS = "stroke_signs"
    ANAPHYLAXIS = "anaphylaxis"
    CHEST_PAIN_ACUTE = "chest_pain_acute"
    SEIZURE_ONGOING = "seizure_ongoing"
    SEVERE_BREATHLESSNESS = "severe_breathlessness"
    SUICIDE_ACT = "suicide_act"
    FALL_UNRESPONSIVE = "fall_unresponsive"
    FIRE = "fire"
    HYPOGLYCAEMIA = "hypoglycaemia"
    DROWNING = "drowning"
    POISONING = "poisoning"
    VIOLENCE = "violence"
    SHOCK = "shock"
    SPINAL_INJURY = "spinal_injury"
    BURNS = "burns"
    ELECTRIC_SHOCK = "electric_shock"
    SEPSIS = "sepsis"
    HYPOTHERMIA = "hypothermia"
    HEAT_STROKE = "heat_stroke"
    DEVICE_FAILING = "device_failing"
    MISSING_PERSON = "missing_person"
    TRAPPED = "trapped"
    ACUTE_ABDOMEN = "acute_abdomen"
    DELIRIUM_TREMENS = "delirium_tremens"
    EXPLICIT_CALL = "explicit_call"
    # Nothing of the lists, but a message like those that report danger.
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Emergency:
    """Words that describe danger to life now: `text` verbatim, `span` in code points, end exclusive.

    `findings` are the names of findings.toml that were told; empty when one sign of cues.toml was enough.
    """

    span: tuple[int, int]
    text: str
    sign: Sign
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a message is: an emergency, or, if not, whether it is doubtful enough to say so."""

    emergency: Emergency | None
    doubtful: bool = False
