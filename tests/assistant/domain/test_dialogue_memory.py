"""What a conversation remembers survives being written down as JSON."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.domain.dialogue_memory import from_plain, to_plain
from assistant.domain.dialogue_state import Asked, DialogueState, Ticked, Wanted
from assistant.domain.doegnrytmeplan import Completion, Outcome
from assistant.domain.heard import Heard, Intent, Mention, Report
from assistant.domain.wall_clock import COPENHAGEN
from assistant.domain.window import Window

NOW = datetime(2027, 1, 19, 9, 45, 0, 250, tzinfo=COPENHAGEN)
WRITTEN = Completion("as-bad", date(2027, 1, 19), "yrsa", NOW, Outcome.NOT_DONE, "hun ville ikke")
BEFORE = replace(WRITTEN, by="lis", outcome=Outcome.AS_PLANNED, reason=None)
HEARD = Heard(
    text="Astas bad blev ikke til noget",
    intent=Intent.REPORT_DONE,
    mentions=(Mention("Astas", ("asta",)),),
    windows=(Window(NOW, NOW + timedelta(hours=1)),),
    topic=("bad",),
    asks_when=True,
    asks=True,
    report=Report(Outcome.NOT_DONE, None, (("bad",), ("medicin",)), sure=False),
    tasks=("as-bad",),
    dictated="hun er bleg",
)
STATE = DialogueState(
    citizen="asta",
    intent=Intent.ASK_PLAN,
    windows=HEARD.windows,
    shown=("g-bad",),
    asked=Asked(("as-bad",), HEARD, Wanted.REASON, ("as-bad", "as-med")),
    tasks=("as-bad",),
    ticked=(Ticked(WRITTEN, BEFORE), Ticked(BEFORE)),
    last=Asked(("ole-f", "ole-k"), replace(HEARD, report=None)),
    seen=HEARD.windows[0],
    told=HEARD.windows[0],
    among=("asta", "viggo"),
)


def test_a_full_memory_comes_back_as_it_was() -> None:
    assert from_plain(json.loads(json.dumps(to_plain(STATE)))) == STATE


def test_an_empty_memory_comes_back_empty() -> None:
    assert from_plain(json.loads(json.dumps(to_plain(DialogueState())))) == DialogueState()


def test_a_memory_of_the_version_before_is_still_read() -> None:
    plain = {"citizen": "asta", "intent": "ask_plan", "windows": [], "shown": ["g-bad"], "asked": None}
    assert from_plain(plain) == DialogueState(citizen="asta", intent=Intent.ASK_PLAN, shown=("g-bad",))


def test_what_was_written_long_ago_is_no_longer_to_be_taken_back() -> None:
    talking = STATE.at(NOW + timedelta(minutes=31), NOW + timedelta(minutes=20))
    assert talking.ticked == () and talking.citizen == "asta"


def test_after_a_silence_only_a_report_may_refer_to_the_citizen() -> None:
    silent = STATE.at(NOW + timedelta(minutes=45), NOW)
    assert silent.citizen is None and silent.last is None and silent.ticked == ()
    assert silent.faded is not None and silent.faded.citizen == "asta"
    assert STATE.at(NOW + timedelta(hours=3), NOW) == DialogueState()
