"""A sentence with its citizen, time and task left blank."""

from typing import Any, Dict, List, Text, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

START, END = "begynd", "slut"


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False
)
class SentenceFrame(GraphComponent):
    """Replace the lemmas of an entity by its kind, and mark where the sentence begins and ends.

    "Har Else fået sit bad?" is counted as "begynd har citizen fået sit task slut", so that the
    order of the words, which in Danish tells a question from a report, is learnt once for all
    citizens and tasks. Training uses the annotated entities, parsing those of the extractor,
    which must therefore stand before this component.
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer]

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceFrame":
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            self._blank(message)
        return messages

    def _blank(self, message: Message) -> None:
        tokens = message.get(TOKENS_NAMES[TEXT], [])
        for entity in message.get(ENTITIES, []):
            for token in tokens:
                if entity["start"] <= token.start < entity["end"]:
                    first = token.start == entity["start"]
                    token.lemma = entity["entity"] if first else ""
        if tokens:
            tokens[0].lemma = f"{START} {tokens[0].lemma}"
            tokens[-1].lemma = f"{tokens[-1].lemma} {END}"
