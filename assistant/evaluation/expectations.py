"""What a right answer to a question must hold: the fields of `expect` as the shared samples define them."""

from collections.abc import Iterator, Mapping
from typing import Any

_NEED_NOT_NAME = {"clarify", "not_found", "not_allowed", "emergency"}
_HAVE_TASKS = {"plan", "round", "done"}


def faults(answer: Mapping[str, Any], expect: Mapping[str, Any], *, asked: str) -> list[str]:
    """Everything in which `answer` (contract §3) is not what `expect` asks for; none when it is right."""
    return list(_faults(answer, expect, asked))


def _faults(answer: Mapping[str, Any], expect: Mapping[str, Any], asked: str) -> Iterator[str]:
    kinds = expect.get("kind_any", [expect["kind"]])
    if answer["kind"] not in kinds:
        yield f"kind {answer['kind']}, expected {' or '.join(kinds)}"
    if "citizen" in expect:
        yield from _citizen_faults(answer, expect["citizen"])
    if "window" in expect and answer["window"] is not None and answer["window"] != expect["window"]:
        yield f"window {answer['window']}, expected {expect['window']}"
    if "planned_help" in expect and answer["kind"] in _HAVE_TASKS:
        found = {each["planned_help"] for each in answer["tasks"]}
        if found != set(expect["planned_help"]):
            yield f"tasks {sorted(found)}, expected {sorted(expect['planned_help'])}"
    first_three = [each["guidance"] for each in answer["passages"][:3]]
    if "guidance_any" in expect and not set(first_three) & set(expect["guidance_any"]):
        yield f"passages {first_three}, expected one of {expect['guidance_any']}"
    if "guidance_first" in expect and first_three[:1] != [expect["guidance_first"]]:
        yield f"first passage {first_three[:1]}, expected {expect['guidance_first']}"
    if "notes_any" in expect and not set(answer.get("notes", ())) & set(expect["notes_any"]):
        yield f"notes {answer.get('notes')}, expected one of {expect['notes_any']}"
    if "options_citizens" in expect:
        values = [each["value"] for each in answer["options"]]
        if set(values) != set(expect["options_citizens"]):
            yield f"options {values}, expected {expect['options_citizens']}"
    texts = _texts(answer, asked)
    yield from (f"lacks {each!r}" for each in expect.get("must_contain", ()) if each.lower() not in texts)
    yield from (f"holds {each!r}" for each in expect.get("must_not_contain", ()) if each.lower() in texts)


def _citizen_faults(answer: Mapping[str, Any], expected: str) -> Iterator[str]:
    named = answer["citizen"]["id"] if answer["citizen"] else None
    if named != expected and not (named is None and answer["kind"] in _NEED_NOT_NAME):
        yield f"citizen {named}, expected {expected}"
    others = {each["citizen"] for each in answer["tasks"]} - {expected}
    if others:
        yield f"tasks of {sorted(others)} in an answer about {expected}"


def _texts(answer: Mapping[str, Any], asked: str) -> str:
    """All texts of the answer joined; ids and the question itself are not texts."""
    parts = [answer["text"].replace(asked, "")]
    parts += answer["citizen"]["alerts"] if answer["citizen"] else []
    parts += [f"{each['title']} {each['remark'] or ''}" for each in answer["tasks"]]
    parts += [(each["completion"] or {}).get("reason") or "" for each in answer["tasks"]]
    parts += [f"{each['title']} {each['quote']}" for each in answer["passages"]]
    parts += [each["label"] for each in answer["options"]]
    return "\n".join(parts).lower()
