"""People told by where they live: "hende på Birkevej", "Birkevej 12", "bolig 7", "ham i nummer 4"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nlu.components.names.addresses import Address, read_address
from nlu.components.names.close import SLIP_IN_SOUND, CloseForms
from nlu.components.names.cues import Cues
from nlu.components.names.house_numbers import house_number
from nlu.components.names.lexicon import Lexicon
from nlu.components.names.model import NameMention, Person, Stranger
from nlu.components.names.names_at_places import PlacesFound
from nlu.components.names.place_tokens import PlaceToken, is_near, place_tokens, stands_for_a_room
from nlu.components.names.tokens import Span

_MOST_WORDS_IN_A_STREET = 3


class PlaceIndex:
    """The addresses of a roster, to be found in sentences."""

    def __init__(self, people: Iterable[Person], cues: Cues, lexicon: Lexicon) -> None:
        self._cues, self._lexicon = cues, lexicon
        self._on_street: dict[str, set[str]] = defaultdict(set)
        self._in_house: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._in_room: dict[str, set[str]] = defaultdict(set)
        self._in_named_room: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._first_words: set[str] = set()
        for person in people:
            for written in person.places:
                self._add(person.id, read_address(written, cues))
        self._close = CloseForms(self._on_street, lexicon)

    def _add(self, person: str, address: Address) -> None:
        if address.street is not None and address.house is not None:
            self._on_street[address.street].add(person)
            self._in_house[address.street, address.house].add(person)
            self._in_house[address.street, address.house.rstrip("abcdefghijklmnopqrstuvwxyz")].add(person)
        if address.room is not None:
            self._in_room[address.room[1]].add(person)
            self._in_named_room[_kind(address.room[0]), address.room[1]].add(person)

    def find(self, text: str) -> PlacesFound:
        """The places in `text`, in order."""
        mentions: list[NameMention] = []
        strangers: list[Stranger] = []
        tokens = list(place_tokens(text))
        at = 0
        while at < len(tokens):
            found = self._street(text, tokens, at) or self._room(text, tokens, at)
            if isinstance(found, NameMention):
                mentions.append(found)
            elif found is not None:
                strangers.append(found)
            at += 1
            while found is not None and at < len(tokens) and tokens[at].span[0] < found.span[1]:
                at += 1
        return PlacesFound(tuple(mentions), tuple(strangers))

    def _street(self, text: str, tokens: Sequence[PlaceToken], at: int) -> NameMention | Stranger | None:
        if not tokens[at].word:
            return None
        for length in range(min(_MOST_WORDS_IN_A_STREET, len(tokens) - at), 0, -1):
            words = tokens[at : at + length]
            if not all(each.word for each in words):
                continue
            key = "".join(each.key for each in words)
            streets = self._streets(key, nearly=len(words[-1].word) > 2)
            if streets:
                return self._on(text, streets, tokens, at, at + length)
        if self._is_strange_street(text, tokens, at):
            end = (
                at + 2
                if at + 1 < len(tokens) and tokens[at + 1].number and is_near(text, tokens, at + 1)
                else at + 1
            )
            span = (tokens[at].span[0], tokens[end - 1].span[1])
            return Stranger(text[slice(*span)], span)
        return None

    def _is_strange_street(self, text: str, tokens: Sequence[PlaceToken], at: int) -> bool:
        """ "hende på Egevej", "jens på egevej 4": the name of a street where nobody of the roster lives."""
        word = tokens[at].word
        if not word.endswith(self._cues.street_endings) or len(word) < 5 or self._lexicon.is_inflected(word):
            return False
        if self._told_by_place(tokens, at):
            return True
        if at == 0 or len(word) < 6 or tokens[at - 1].word not in ("paa", "i"):
            return False
        numbered = at + 1 < len(tokens) and bool(tokens[at + 1].number) and is_near(text, tokens, at + 1)
        return numbered or text[tokens[at].span[0]].isupper()

    def _streets(self, key: str, *, nearly: bool) -> dict[str, float]:
        """The streets that a key means, with how far off it is; a genitive s counts as nothing."""
        for form in (key, key.removesuffix("s")):
            if form in self._on_street:
                return {form: 0.0}
        if len(key) < 6 or not nearly:
            return {}
        near = {
            form: distance for form, distance in self._close.near(key).items() if distance <= SLIP_IN_SOUND
        }
        best = min(near.values(), default=0.0)
        return {form: distance for form, distance in near.items() if distance <= best}

    def _on(
        self, text: str, streets: dict[str, float], tokens: Sequence[PlaceToken], at: int, end: int
    ) -> NameMention:
        people = {each for street in streets for each in self._on_street[street]}
        certain = True
        house = house_number(text, tokens, end, self._cues)
        if house is not None:
            housed = {each for street in streets for each in self._in_house.get((street, house.value), ())}
            if (
                housed or not house.said
            ):  # "mosevej otte", where nobody lives in number 8, is at eight o'clock
                people, certain, end = housed or people, bool(housed), house.end
        span = (tokens[at].span[0], tokens[end - 1].span[1])
        distance = min(streets.values())
        return NameMention(
            text[slice(*span)],
            span,
            tuple(sorted(people)),
            exact=distance == 0,
            certain=certain,
            distance=distance,
        )

    def _room(self, text: str, tokens: Sequence[PlaceToken], at: int) -> NameMention | Stranger | None:
        """A room by its word and number, or by its number alone: "ham på 9'eren"."""
        token = tokens[at]
        if token.word in self._cues.rooms:
            room = house_number(text, tokens, at + 1, self._cues)
            counts = token.word in self._cues.numbers
            if room is None or (counts and not self._names_somebody(tokens, at, room.end)):
                return None
            named = set() if counts else self._in_named_room.get((_kind(token.word), room.value), set())
            people = named or self._numbered(room.value, counts=counts)
            return self._in(text, people, (token.span[0], tokens[room.end - 1].span[1]), tokens, at)
        if (
            token.number
            and self._told_by_place(tokens, at)
            and stands_for_a_room(text, tokens, at, self._cues)
        ):
            return self._in(text, self._numbered(token.number, counts=True), token.span, tokens, at)
        return None

    def _numbered(self, value: str, *, counts: bool) -> set[str]:
        houses = (
            {each for (_, house), ids in self._in_house.items() if house == value for each in ids}
            if counts
            else set()
        )
        return self._in_room.get(value) or houses

    def _in(
        self, text: str, people: set[str], span: Span, tokens: Sequence[PlaceToken], at: int
    ) -> NameMention | Stranger | None:
        if people:
            return NameMention(text[slice(*span)], span, tuple(sorted(people)))
        digits = tokens[at].word not in self._cues.numbers and bool(
            tokens[min(at + 1, len(tokens) - 1)].number
        )
        return Stranger(text[slice(*span)], span) if digits or self._told_by_place(tokens, at) else None

    def _names_somebody(self, tokens: Sequence[PlaceToken], at: int, end: int) -> bool:
        """Whether a number that may count things is somebody's: "ham i nummer 4", "nummer 4 skal have"."""
        if self._told_by_place(tokens, at):
            return True
        return end < len(tokens) and tokens[end].word in self._cues.having | self._cues.states_of_a_person

    def _told_by_place(self, tokens: Sequence[PlaceToken], at: int) -> bool:
        """Whether "hende på", "ham i", "hos … i" stands before."""
        before = [each.word for each in tokens[max(0, at - 3) : at]]
        preposition = bool(before) and before[-1] in ("i", "paa", "fra", "ved")
        return (preposition and any(each in self._cues.persons_somewhere for each in before[:-1])) or before[
            -1:
        ] == ["hos"]


def _kind(word: str) -> str:
    """What kind of place a room word means: "boligen" and "bolig" are one."""
    return next((kind for kind in ("bolig", "stue", "vaer", "lej", "rum") if word.startswith(kind)), word)
