"""Which part of the record a question asks for, and which of its words say what about."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from nlu.components.record_facets.cues import load_cues, plain
from nlu.components.record_facets.value_words import is_value_word, kinds_named, names_trend
from nlu.folding import fold


@dataclass(frozen=True, slots=True)
class RecordFacets:
    """What a question asks of the record; several may be set, none where only its topic tells.

    `kinds` are the kinds of measurement of contract §4 and `any_value` is set for "hvad blev der målt";
    `trend` asks how values moved, `last` for the latest. `written` asks for notes whatever they say,
    `happened` for what was out of the ordinary, `visits` for all help that was given, `state` for how
    something looks or whether it has got better, `event` for something that happened at a time, `why` for
    a reason. `compared` names a time only to hold the latest value against, `asserted` is sure that
    something stands there, `wellbeing` asks how the citizen was, `size` how big something is. With
    `asks_name` or `asks_number` only a name or a phone number answers. `alerts` are the sorts
    of `cues.toml` [alerts], `personal` of [personal], `findings` of [findings].
    """

    kinds: tuple[str, ...] = ()
    any_value: bool = False
    trend: bool = False
    last: bool = False
    written: bool = False
    happened: bool = False
    visits: bool = False
    state: bool = False
    event: bool = False
    why: bool = False
    asks_name: bool = False
    asks_number: bool = False
    compared: bool = False
    asserted: bool = False
    wellbeing: bool = False
    size: bool = False
    alerts: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def values(self) -> bool:
        """Whether measured values are asked for."""
        return bool(self.kinds) or self.any_value

    @property
    def measured(self) -> tuple[str, ...]:
        """The kinds of measurement that tell of the findings asked for: "urin i går"."""
        kinds = load_cues().measured
        return tuple(kinds[each] for each in self.findings if each in kinds)

    @property
    def of_the_night(self) -> bool:
        """Whether it asks for what is written of a night in many words: who slept, or was up or out."""
        return not load_cues().of_the_night.isdisjoint(self.findings)

    @property
    def of_person(self) -> bool:
        """Whether it names a part of the record that is the citizen's own, or is measured."""
        return bool(self.kinds or self.alerts or self.personal)

    @property
    def named(self) -> bool:
        """Whether the question itself says which part of the record it is about ("og i går?" does not)."""
        return self.values or bool(self.alerts or self.personal or self.findings or self.written)


def record_facets(text: str) -> RecordFacets:
    """What `text` asks of the record.

    With the answers made of it, on hand-written questions of `tests/data/record`: 53 of the 54 that were
    looked at, 27 of the 28 kept apart (first run, 2026-11-23).

    >>> found = record_facets("Hvordan har Zibis vægt udviklet sig?")
    >>> found.kinds, found.trend
    (('weight',), True)
    >>> record_facets("hvad kan hun ikke tåle").alerts, record_facets("hvor bor Else").personal
    (('intolerance',), ('address',))
    """
    cues, told = load_cues(), plain(text)
    kinds = kinds_named(text)
    said = {name: pattern.search(told) is not None for name, pattern in cues.phrases.items()}
    return RecordFacets(
        kinds=kinds,
        # "Hvor stort var såret, sidst det blev målt": what is asked is how big, and stands in words.
        any_value=not kinds and said["any_value"] and not said["size"],
        trend=bool(kinds)
        and (said["trend"] or said["of_weight"] or names_trend(told) or cues.gained.search(told) is not None),
        last=said["last"],
        written=said["written"],
        happened=said["happened"],
        visits=said["visits"],
        state=said["state"],
        event=said["event"],
        why=said["why"],
        asks_name=said["asks_name"],
        asks_number=said["asks_number"],
        compared=said["compared"],
        asserted=said["asserted"],
        wellbeing=said["wellbeing"],
        size=said["size"],
        alerts=tuple(sort for sort, alert in cues.alerts.items() if alert.asked.search(told)),
        personal=tuple(name for name, pattern in cues.personal.items() if pattern.search(told)),
        findings=findings_told(text),
    )


def findings_told(text: str, *, among: Container[str] | None = None) -> tuple[str, ...]:
    """What `text` tells of, in one word for each finding, however it says it.

    :param among: look for these only, and also for what only notes say of them; many texts are searched
        for one topic.

    >>> findings_told("Sad på gulvet, har ondt i hoften.")
    ('smerter', 'faldet')
    """
    findings = load_cues().findings.items()
    wanted = [(name, each) for name, each in findings if among is None or name in among]
    told = plain(text) if wanted else ""
    told_only = load_cues().told_only if among is not None else {}
    return tuple(
        name
        for name, pattern in wanted
        if pattern.search(told) or (name in told_only and told_only[name].search(told))
    )


def topical_words(text: str, topic: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The topic of a question about the record: the words to search for, and those that may name help.

    A finding is searched for by its one word (as `findings_told` gives it), other words as they stand.
    Words that only say that something was written, given or measured are left out.

    >>> topical_words("har hun klaget over ondt i hoften", ["klaget", "ondt", "hoften"])
    (('smerter', 'hoften'), ('hoften',))
    """
    cues, told = load_cues(), plain(text)
    taken: dict[str, str] = {}
    for name, pattern in cues.findings.items():
        for match in pattern.finditer(told):
            taken.update(dict.fromkeys(match.group().split(), name))
    searched: list[str] = []
    helps: list[str] = []
    for word in topic:
        bare = plain(word)
        finding = taken.get(bare)
        if finding is None and is_value_word(bare):
            helps.append(word)  # "fik hun målt blodtryk" may be answered by the plan line "Blodtryk"
            continue
        if finding is None and (bare in cues.scaffold or _is_facet_word(bare)):
            continue
        searched.append(word if finding is None or bare in cues.exact else finding)
        if bare in cues.help_of_verbs:
            helps.append(cues.help_of_verbs[bare])
        elif finding is None or finding in cues.also_help or bare in cues.help_words:
            helps.append(word)
    searched += [name for name in taken.values() if name not in searched and not _exactly(taken, name)]
    return tuple(dict.fromkeys(searched)), tuple(dict.fromkeys(helps))


def without_aside(text: str) -> str:
    """The text without who wants to know, in folded words; as it stands where nothing is said of that.

    >>> without_aside("hvor stort er såret nu, datteren spørger")
    'hvor stort er saaret nu'
    """
    told = plain(text)
    left = " ".join(load_cues().aside.sub(" ", told).split())
    return text if left == told else left


def tells_size(text: str) -> bool:
    """Whether `text` gives a length with its unit: "måler 2,5 cm"."""
    return load_cues().size_told.search(fold(text)) is not None


def alert_sort_told(sort: str, alert: str) -> bool:
    """Whether an alert that stands on a citizen is of the sort asked for."""
    told = plain(alert)
    return any(part in told for part in load_cues().alerts[sort].told)


def standing_words(searched: Iterable[str]) -> tuple[str, ...]:
    """The words of a topic that may stand on a citizen at all times; what "the doctor said" does not."""
    return tuple(word for word in searched if word not in load_cues().not_standing)


def _exactly(taken: dict[str, str], name: str) -> bool:
    """Whether the finding was named by a word that is searched for as it stands."""
    return all(word in load_cues().exact for word, finding in taken.items() if finding == name)


def _is_facet_word(word: str) -> bool:
    """Whether a word only says which part of the record is meant."""
    cues = load_cues()
    asked = [*(each.asked for each in cues.alerts.values()), *cues.personal.values(), *cues.phrases.values()]
    return any(pattern.fullmatch(word) for pattern in asked)
