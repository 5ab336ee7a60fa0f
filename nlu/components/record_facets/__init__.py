"""Which part of a citizen's record a question asks for."""

from nlu.components.record_facets.record_facets import (
    RecordFacets,
    alert_sort_told,
    findings_told,
    record_facets,
    standing_words,
    tells_size,
    topical_words,
    without_aside,
)
from nlu.components.record_facets.record_questions import asks_record, is_bare_value
from nlu.components.record_facets.value_words import kinds_named
from nlu.components.record_facets.who_did import asks_who_did, only_asks_of_doing, speaks_of_doing

__all__ = [
    "RecordFacets",
    "alert_sort_told",
    "asks_record",
    "asks_who_did",
    "findings_told",
    "is_bare_value",
    "kinds_named",
    "only_asks_of_doing",
    "record_facets",
    "speaks_of_doing",
    "standing_words",
    "tells_size",
    "topical_words",
    "without_aside",
]
