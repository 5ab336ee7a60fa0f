"""The chat page without script."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from assistant.domain.answer import Answer, AnswerKind
from assistant.services.conversation import Question
from assistant.services.people import Named
from assistant.services.ports import StorageFailed
from assistant.web import create_app
from assistant.web.chat.history import IDLE_S, TURNS, History, Turn
from tests.assistant.web import district
from tests.assistant.web.conftest import csrf_of, log_in
from tests.assistant.web.fake_application import (
    CannedConversation,
    FakeApplication,
    fake_application,
)


def asked(client: FlaskClient, text: str, **more: str) -> str:
    """The page after a question, as a browser without script gets it."""
    answer = client.post(
        "/", data={"text": text, "csrf_token": csrf_of(client, "/"), **more}, follow_redirects=True
    )
    assert answer.status_code == 200, answer.text
    return answer.text


class Page(HTMLParser):
    """The parts of a page that a screen reader lives on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.controls: list[dict[str, str | None]] = []
        self.labels: set[str | None] = set()
        self.ids: list[str | None] = []
        self.references: set[str] = set()
        self.forms: list[dict[str, str | None]] = []
        self.secrets = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "id" in found:
            self.ids.append(found["id"])
        for name in ("aria-describedby", "aria-labelledby"):
            self.references |= set((found.get(name) or "").split())
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("input", "textarea", "select") and found.get("type") != "hidden":
            self.controls.append(found)
        if tag == "label":
            self.labels.add(found.get("for"))
        if tag == "form":
            self.forms.append(found)
        if found.get("name") == "csrf_token":
            self.secrets += 1


EVERY_QUESTION = ["", *district.answers(), "goddag"]


def test_a_task_card_shows_time_title_role_remark_and_state(browser_of: Callable[[str], FlaskClient]) -> None:
    page = asked(browser_of("anna"), "plan")
    assert 'datetime="2026-11-23T14:00:00+01:00">14:00</time>' in page
    assert "<h4>Sårpleje på venstre hæl</h4>" in page
    assert "Kræver sygeplejerske" in page
    assert "Kun saltvand. Ring til lægen" in page
    assert "Udført kl. 08:09 af Samir Haddad" in page
    assert "Ikke udført: ville ikke spise (Anna Brandt, kl. 12:40)" in page


def test_a_remark_is_never_behind_a_click(anna: FlaskClient) -> None:
    page = asked(anna, "plan")
    outside = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    assert "Træk aldrig i højre arm. Slyngen på, før han sætter sig op." in outside
    assert "<details" in page


def test_an_instruction_names_title_revision_and_who_approved_it(anna: FlaskClient) -> None:
    page = asked(anna, "plan")
    assert "Sådan gør du: </span>Jens Holm: slynge og påklædning" in page
    assert (
        "Jens Holm: slynge og påklædning · revision 3 · godkendt af Lone Vestergaard, sygeplejerske" in page
    )


def test_only_a_task_above_ones_role_is_marked_so(browser_of: Callable[[str], FlaskClient]) -> None:
    assert 'class="role above"' not in asked(browser_of("lone"), "plan")
    assert asked(browser_of("samir"), "plan").count('class="role above"') == 1
    assert asked(browser_of("bodil"), "plan").count('class="role above"') == 4


def test_alerts_stand_above_everything_else_of_the_citizen(anna: FlaskClient) -> None:
    for word in ("plan", "tomt", "hvordan", "112"):
        answer = asked(anna, word).rsplit('class="answer kind-', 1)[1]
        assert answer.index("CAVE: penicillin") < answer.index('<p class="line"')


def test_every_visit_of_a_round_names_the_citizen_and_the_alerts(anna: FlaskClient) -> None:
    page = asked(anna, "runde")
    assert re.findall(r'<h3 class="citizen">([^<]+)', page) == ["Jens Holm", "Kirsten Mørk", "Jens Holm"]
    assert page.count("KOL – ilt 1,5 l/min") == 1
    assert page.count("CAVE: penicillin") == 2


def test_what_the_cards_show_is_not_said_twice(anna: FlaskClient) -> None:
    page = asked(anna, "plan")
    assert re.findall(r'<p class="line">([^<]+)', page) == ["I dag kl. 8–15"]
    assert page.count("Kun saltvand.") == 1


def test_lines_that_no_card_shows_are_kept(anna: FlaskClient, application: FakeApplication) -> None:
    text = (
        application.conversation.answers["plan"].text + "\n\nKirsten Mørk, i dag: der står intet på planen."
    )
    plan = application.conversation.answers["plan"]
    application.conversation.answers["plan"] = Answer(AnswerKind.PLAN, text, tasks=plan.tasks)
    assert "Kirsten Mørk, i dag: der står intet på planen." in asked(anna, "plan")


def test_a_simplified_answer_says_so_before_the_tasks(anna: FlaskClient) -> None:
    page = asked(anna, "forenklet")
    assert page.index("Forenklet svar.") < page.index('class="tasks"')


def test_an_emergency_begins_with_a_call(anna: FlaskClient) -> None:
    answer = asked(anna, "112").rsplit('class="answer kind-', 1)[1]
    assert 0 < answer.index('href="tel:112"') < answer.index("Jens Holm")


def test_a_choice_is_a_button_that_sends_its_value(anna: FlaskClient, application: FakeApplication) -> None:
    page = asked(anna, "hvem")
    assert '<input type="hidden" name="text" value="b-003">' in page
    page = asked(anna, "b-003", label="Kirsten Mørk, Bødkerstræde 27")
    assert application.conversation.asked[-1].text == "b-003"
    assert "Kirsten Mørk, Bødkerstræde 27</h2>" in page


def test_what_was_typed_is_shown_as_text(anna: FlaskClient, application: FakeApplication) -> None:
    application.conversation.answers["hvem"] = Answer(
        AnswerKind.CLARIFY, "<i>Hvem?</i>", options=(district.other_option(),)
    )
    page = asked(anna, "<script>alert(1)</script> hvem", label='"><img src=x>')
    for code in ("<script>alert", "<i>Hvem", "<b>Kirsten", "<img"):
        assert code not in page


def test_a_follow_up_stays_in_the_conversation_and_turns_are_kept(
    anna: FlaskClient, application: FakeApplication
) -> None:
    asked(anna, "plan")
    page = asked(anna, "hvordan")
    first, second = application.conversation.asked
    assert (first.conversation, second.conversation) == (None, "c-1")
    assert page.count('<article class="turn"') == 3  # two, and the one that the script fills
    assert page.count('id="seneste"') == 1


def test_a_new_conversation_forgets_the_old_one(anna: FlaskClient, application: FakeApplication) -> None:
    asked(anna, "plan")
    anna.post("/conversation/new", data={"csrf_token": csrf_of(anna, "/")})
    assert "Kun saltvand" not in anna.get("/").text
    asked(anna, "plan")
    assert application.conversation.asked[-1].conversation is None


def test_after_logging_in_anew_nothing_of_before_is_shown(anna: FlaskClient) -> None:
    asked(anna, "plan")
    anna.post("/logout", data={"csrf_token": csrf_of(anna, "/")})
    log_in(anna, "samir")
    assert "Kun saltvand" not in anna.get("/").text


def test_a_question_leaves_no_trace_in_an_address(anna: FlaskClient) -> None:
    answer = anna.post("/", data={"text": "plan for Jens Holm", "csrf_token": csrf_of(anna, "/")})
    assert answer.headers["Location"] == "/#seneste"


def test_with_several_processes_the_answer_comes_at_once(tmp_path: Path) -> None:
    application = fake_application(tmp_path, RYTME_WORKERS="2")
    client = log_in(create_app(application).test_client(), "anna")  # type: ignore[arg-type]
    answer = client.post("/", data={"text": "plan", "csrf_token": csrf_of(client, "/")})
    assert answer.status_code == 200
    assert "Sårpleje" in answer.text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("", "Skriv et spørgsmål først"), ("a" * 2001, "for langt"), ("nul\0", "et tegn, der ikke kan læses")],
)
def test_an_error_is_bound_to_the_field_and_keeps_the_text(
    anna: FlaskClient, text: str, sentence: str
) -> None:
    answer = anna.post("/", data={"text": text, "csrf_token": csrf_of(anna, "/")})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert re.search(
        r'<textarea id="text"[^>]*aria-describedby="text-error"[^>]*aria-invalid="true"', answer.text
    )
    assert "<title>Fejl: " in answer.text
    assert len(text) < 2 or text[:3] in answer.text


def test_an_answer_is_not_lost_for_want_of_a_name(
    anna: FlaskClient, application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: object) -> Named:
        raise StorageFailed("locked", reason="locked")

    monkeypatch.setattr(application.people, "behind", fail)
    page = asked(anna, "plan")
    assert "Udført kl. 08:09 af samir" in page
    assert "godkendt af lone" in page


def test_the_script_gets_only_the_turn(anna: FlaskClient) -> None:
    form = {"text": "plan", "csrf_token": csrf_of(anna, "/")}
    answer = anna.post("/", data=form, headers={"X-Rytme-Fragment": "1"})
    assert answer.status_code == 200
    assert answer.text.strip().startswith("<article") and "<html" not in answer.text


def test_an_empty_page_offers_three_questions_that_fit(anna: FlaskClient) -> None:
    page = anna.get("/").text
    assert re.findall(r'name="text" value="([^"]+)"', page) == [
        "Hvad skal der ske hos Jens Holm kl. 14?",
        "Hvad skal Kirsten Mørk have hjælp til i aften?",
        "Hvordan gør jeg med sårpleje på venstre hæl hos Jens Holm?",
    ]


def test_nothing_on_a_page_comes_from_elsewhere_or_is_inline(anna: FlaskClient) -> None:
    for word in EVERY_QUESTION[1:]:
        page = asked(anna, word)
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?! src=\"/static)", page)


@pytest.mark.parametrize("word", EVERY_QUESTION)
def test_a_screen_reader_finds_its_way(anna: FlaskClient, word: str) -> None:
    page = Page(asked(anna, word) if word else anna.get("/").text)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(below - above <= 1 for above, below in steps), page.headings
    assert all(each.get("id") in page.labels for each in page.controls)
    assert len(page.ids) == len(set(page.ids))
    assert page.references <= set(page.ids)
    assert page.secrets == len(page.forms)


def test_the_login_page_is_labelled(nobody: FlaskClient) -> None:
    page = Page(nobody.get("/login").text)
    assert page.headings == [1]
    assert {each.get("autocomplete") for each in page.controls} == {"username", "current-password"}
    assert all(each.get("id") in page.labels for each in page.controls)


def turn(conversation: str, question: str = "plan") -> Turn:
    canned = CannedConversation()
    reply = canned.ask(Question(question, "anna", district.NOW, conversation))
    return Turn(question, district.NOW, reply, Named())


def test_history_keeps_the_last_turns_of_each_person() -> None:
    history = History()
    for number in range(TURNS + 3):
        history.add("anna", turn("c-1", f"plan {number}"))
    assert [each.question for each in history.of("anna", "c-1")] == [f"plan {n}" for n in range(3, TURNS + 3)]
    assert history.of("samir", "c-1") == ()
    assert history.of("anna", None) == ()


def test_history_forgets_what_is_idle() -> None:
    now = [0.0]
    history = History(seconds=lambda: now[0])
    history.add("anna", turn("c-1"))
    now[0] = IDLE_S
    history.add("anna", turn("c-2"))
    assert history.of("anna", "c-1")
    now[0] = IDLE_S + 1
    assert history.of("anna", "c-1") == ()
    assert history.of("anna", "c-2")
