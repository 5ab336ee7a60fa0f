"""How often records of a topic have changed, counted in the transaction that changes them."""

from functools import cache
from typing import Any

from assistant.services.ports import Topic
from assistant.storage.statements import any_of, in_municipality, insert_into
from assistant.storage.tables import TOPIC_VERSION
from assistant.storage.transaction import Transaction

_C = TOPIC_VERSION.c
# By name, and not all of the municipality: so it is found by the whole key.
_ALL = in_municipality(TOPIC_VERSION, _C.topic, _C.number).where(any_of(_C.topic))
_TOPICS = [each.value for each in Topic]


class TopicVersions:
    """A counter for each topic; it moves at most once in a transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._bumped: set[Topic] = set()
        self._read: dict[str, int] | None = None

    def of(self, topic: Topic) -> int:
        """The counter: 0 before the first change."""
        if self._read is None or not self._transaction.is_of_one_moment:
            bound = {"here": self._transaction.municipality, "any_of": _TOPICS}
            self._read = {row.topic: int(row.number) for row in self._transaction.read(_ALL, bound)}
        return self._read.get(topic.value, 0)

    def bump(self, topic: Topic) -> None:
        """Count one change."""
        if topic in self._bumped:
            return
        row = {"municipality": self._transaction.municipality, "topic": topic.value, "number": 1}
        self._transaction.write(_count(self._transaction.dialect), [row])
        self._bumped.add(topic)

    def forget(self) -> None:
        """A new transaction begins: the next change counts again, and the counters are read anew."""
        self._bumped.clear()
        self._read = None


@cache
def _count(dialect: str) -> Any:
    return insert_into(TOPIC_VERSION, dialect).on_conflict_do_update(
        index_elements=["municipality", "topic"], set_={"number": _C.number + 1}
    )
