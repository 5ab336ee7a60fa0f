"""Training sentences once more as the app sends them: a mask for each citizen and time."""

import hashlib
import re
import zlib
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_yaml_file

TENSES_FILE = Path(__file__).parent.parent / "lookups" / "tenses.yml"
# The words that nlu/masking.py puts in the place of a citizen and of a time.
CITIZEN_WORD = "borgernavn"
TIME_WORDS = {"past": "fortidspunkt", "now": "nutidspunkt", "future": "fremtidspunkt"}
# Of "hende på Birkevej" and "fru Lund" the app finds only the place and the name.
BEFORE_THE_NAME = re.compile(
    r"(?:hende|ham|fru|hr\.?)\s+(?:(?:oppe|nede|ovre)\s+)?(?:(?:i|på|fra)\s+)?", re.IGNORECASE
)


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False
)
class MaskedCopies(GraphComponent):
    """Add to the training data a masked copy of each sentence that marks a citizen or a time.

    "Har [Else](citizen) sovet [i nat](time)?" is learnt as it stands, for names that the app does
    not find, and as "Har borgernavn sovet fortidspunkt?", which is what the app sends. It must
    stand first in the pipeline, before the sentences are cut into words; parsing passes it by.
    """

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MaskedCopies":
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Optional[Text]:
        """Let a change of the tenses make Rasa's cache train anew."""
        return hashlib.sha256(TENSES_FILE.read_bytes()).hexdigest()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        tenses = Tenses(read_yaml_file(TENSES_FILE))
        copies = [
            masked(message, tenses)
            for message in training_data.nlu_examples
            if any(each["entity"] in ("citizen", "time") for each in message.get(ENTITIES, []))
        ]
        seen: Set[Text] = {each.get(TEXT) for each in training_data.nlu_examples}
        return training_data.merge(TrainingData(_unlike(copies, seen)))

    def process(self, messages: List[Message]) -> List[Message]:
        return messages


class Tenses:
    """Where a time lies, as far as its words and the intent of its sentence tell."""

    def __init__(self, lists: Dict[Text, Any]) -> None:
        self._words = {tense: set(lists[tense]["words"]) for tense in TIME_WORDS}
        self._usual = lists["usual"]

    def of(self, time: Text, message: Message) -> Text:
        """past, now or future; the same sentence always gives the same."""
        words = set(re.findall(r"\w+", time.lower()))
        for tense in ("past", "now", "future"):
            if words & self._words[tense]:
                return tense
        share = self._usual[message.get(INTENT)]
        tenths = [tense for tense, count in share.items() for _ in range(count)]
        return tenths[zlib.crc32(message.get(TEXT).encode()) % len(tenths)]


def masked(message: Message, tenses: Tenses) -> Message:
    """The message with masks in place of its citizens and times, and its entities moved along."""
    text, done, whole = "", 0, message.get(TEXT)
    entities = []
    for entity in sorted(message.get(ENTITIES, []), key=lambda each: each["start"]):
        start, end = entity["start"], entity["end"]
        words = whole[start:end]
        if entity["entity"] == "citizen":
            head = BEFORE_THE_NAME.match(words)
            start += head.end() if head and head.end() < len(words) else 0
            words = CITIZEN_WORD
        elif entity["entity"] == "time":
            words = TIME_WORDS[tenses.of(words, message)]
        text += whole[done:start]
        entities.append({**entity, "start": len(text), "end": len(text) + len(words), "value": words})
        text += words
        done = end
    data = {TEXT: text + whole[done:], INTENT: message.get(INTENT), ENTITIES: entities}
    return Message.build(**{key: data[key] for key in (TEXT, INTENT, ENTITIES)})


def _unlike(copies: List[Message], seen: Set[Text]) -> List[Message]:
    """The copies without those that stand there already."""
    kept = []
    for copy in copies:
        if copy.get(TEXT) not in seen:
            seen.add(copy.get(TEXT))
            kept.append(copy)
    return kept
