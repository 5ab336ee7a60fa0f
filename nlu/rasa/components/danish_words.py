"""Danish spelling, names and care words, told to the featurizers before they count."""

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Text, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import dump_obj_as_json_to_file, read_json_file

LOOKUPS = Path(__file__).parent.parent / "lookups"
NAMES_FILE, CARE_FILE = LOOKUPS / "names.txt", LOOKUPS / "care_words.txt"
SPELLINGS_FILE = LOOKUPS / "spellings.txt"
STORED_IN = "words.json"
# What CRFEntityExtractor calls the dictionary from which it takes its `pattern` features.
PATTERN = "pattern"
NAME, NAMES_OWN = "navn", "navns"
# What the app sends in place of a citizen (nlu/masking.py).
MASK = "borgernavn"
# How a Danish noun ends when it is definite, plural or genitive.
ENDINGS = ("", "en", "et", "n", "t", "er", "r", "e", "ne", "erne", "ene", "s", "ens", "ets")
SHORTEST_LAST_PART = 4


def read_list(path: Path) -> List[Text]:
    """The entries of a lookup file, one a line; lines that begin with # describe the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not entries:
        raise InvalidConfigException(f"{path} is empty; it must list one entry a line.")
    return entries


def fold(word: Text) -> Text:
    """Spell a word the one way that all agree on who lack æ, ø, å or an accent.

    Pårørende, paaroerende and parorende all become "parorende"; doubled letters count once.
    """
    word = word.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    plain = unicodedata.normalize("NFD", word)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("aa", "a").replace("ae", "a").replace("oe", "o")
    return re.sub(r"([a-z])\1", r"\1", plain)


def shape(word: Text) -> Text:
    """Jens -> Xx, KOL -> X, 14.30 -> 0.0, kl.8 -> x.0."""
    kinds = re.sub(r"\d+", "0", word)
    kinds = re.sub(r"[A-ZÆØÅ]+", "X", kinds)
    return re.sub(r"[^\W\dX_]+", "x", kinds)


def without_endings(folded: Text) -> Set[Text]:
    """stromperne -> stromper, strompe, stromperne …: what a noun may be in a dictionary."""
    return {folded[: len(folded) - len(end)] for end in ENDINGS if folded.endswith(end)}


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True
)
class DanishWords(GraphComponent):
    """Give each token a folded spelling, and say which look like a name or a care word.

    The intent is read from lemmas: there a name is only "navn", each digit run a 0 and "vornår" the
    word that is meant, so that "har Else fået" and "har Kwame faaet" are one sentence. The entity
    extractor gets the folded spelling, its beginning and end, the shape, and whether the word is a
    name or a care word.

    A name that is also an ordinary word ("dag", "bo") stays a word if the training data uses it
    outside a citizen. How much it helps: README.md, "Pipeline".
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        return [Tokenizer]

    def __init__(
        self,
        model_storage: ModelStorage,
        resource: Resource,
        names: Optional[Set[Text]] = None,
        words: Optional[Set[Text]] = None,
        care: Optional[Set[Text]] = None,
        meant: Optional[Dict[Text, Text]] = None,
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._names: Set[Text] = names or set()
        self._words: Set[Text] = words or set()
        self._care: Set[Text] = care or set()
        self._meant: Dict[Text, Text] = meant or {}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "DanishWords":
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "DanishWords":
        with model_storage.read_from(resource) as folder:
            learnt = read_json_file(folder / STORED_IN)
        lists = {key: set(learnt[key]) for key in ("names", "words", "care")}
        return cls(model_storage, resource, **lists, meant=learnt["meant"])

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Optional[Text]:
        """Let a change of the lookup files make Rasa's cache train anew."""
        return hashlib.sha256(
            NAMES_FILE.read_bytes() + CARE_FILE.read_bytes() + SPELLINGS_FILE.read_bytes()
        ).hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which words the training data uses, and so which names are only names."""
        self._words = {
            fold(token.text)
            for message in training_data.nlu_examples
            for token in message.get(TOKENS_NAMES[TEXT], [])
            if not _in_citizen(token, message)
        }
        listed = {fold(name) for name in read_list(NAMES_FILE)}
        self._names = {name for name in listed if len(name) > 1} - self._words
        self._care = {fold(word) for word in read_list(CARE_FILE)}
        self._meant = dict(fold(line).split() for line in read_list(SPELLINGS_FILE))
        learnt = {"names": self._names, "words": self._words, "care": self._care}
        with self._model_storage.write_to(self._resource) as folder:
            stored: Dict[Text, Any] = {key: sorted(entries) for key, entries in learnt.items()}
            dump_obj_as_json_to_file(folder / STORED_IN, {**stored, "meant": self._meant})
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            for position, token in enumerate(message.get(TOKENS_NAMES[TEXT], [])):
                self._describe(token, first=position == 0)
        return messages

    def _describe(self, token: Token, first: bool) -> None:
        folded = fold(token.text)
        name = self._name_kind(folded)
        token.lemma = name or self._lemma(token.text, folded, first)
        token.set(
            PATTERN,
            {
                "folded": folded,
                "start": folded[:3],
                "end": folded[-3:],
                "shape": shape(token.text),
                "name": name or "no",
                "known": folded in self._words,
                "care": self._care_kind(folded),
            },
        )

    def _lemma(self, text: Text, folded: Text, first: bool) -> Text:
        # Within a sentence, Danish gives a capital to names only.
        capital = text[:1].isupper() and not text.isupper()
        if capital and not first and folded not in self._words:
            return NAME
        if folded[:1].isdigit():
            return re.sub(r"\d+", "0", folded)
        return self._meant.get(folded, folded)

    def _name_kind(self, folded: Text) -> Text:
        if folded in self._names or folded == MASK:
            return NAME
        genitive = folded.endswith("s") and folded not in self._words
        return NAMES_OWN if genitive and folded[:-1] in self._names else ""

    def _care_kind(self, folded: Text) -> Text:
        """Say "word" for a care word, "compound" for a longer word that ends in one."""
        forms = without_endings(folded)
        if forms & self._care:
            return "word"
        last_parts = (
            form[start:]
            for form in forms
            for start in range(1, len(form) - SHORTEST_LAST_PART + 1)
        )
        return "compound" if any(part in self._care for part in last_parts) else "no"


def _in_citizen(token: Token, message: Message) -> bool:
    return any(
        entity["entity"] == "citizen"
        and entity["start"] <= token.start
        and token.end <= entity["end"]
        for entity in message.get(ENTITIES, [])
    )
