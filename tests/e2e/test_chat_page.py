"""The chat page in a real browser: on a phone, by keyboard alone, with and without script."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from assistant.bootstrap import bootstrap
from assistant.cli.demo import prepare_demo
from assistant.demo.district import PASSWORD as DEMO_PASSWORD
from assistant.services.ports import StorageFailed
from assistant.settings import Settings
from assistant.web import create_app
from tests.assistant.web.district import NOW, PASSWORD, answers
from tests.assistant.web.fake_application import FakeApplication, fake_application
from tests.e2e.chromium import NARROWEST, PHONE, SEND, ask, chromium, log_in, served
from tests.fakes import FakeClock

pytestmark = pytest.mark.browser
CHECKS = (Path(__file__).parent / "page_checks.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def application(tmp_path: Path) -> FakeApplication:
    return fake_application(tmp_path)


@pytest.fixture
def url(application: FakeApplication) -> Iterator[str]:
    with served(create_app(application)) as address:  # type: ignore[arg-type]
        yield address
        application.conversation.gate.set()


@pytest.fixture
def visit(browser: Browser, url: str) -> Iterator[Callable[..., Page]]:
    """Opens the chat page as Anna; what the browser complains about fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"viewport": PHONE, "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None
        )
        return log_in(page, url, staff="anna", password=PASSWORD)

    yield open_page
    for each in contexts:
        each.close()
    assert complaints == []


def test_an_answer_comes_into_the_page_and_the_focus_stays(visit: Callable[..., Page], url: str) -> None:
    page = visit()
    ask(page, "hvad står der på planen?")
    expect(page.get_by_role("heading", name="Sårpleje på venstre hæl")).to_be_visible()
    expect(page.get_by_text("Kun saltvand. Ring til lægen")).to_be_visible()
    expect(page.get_by_label("Spørg om en borger")).to_be_focused()
    expect(page.get_by_label("Spørg om en borger")).to_have_value("")
    assert page.url == f"{url}/"


def test_without_script_everything_works_too(visit: Callable[..., Page]) -> None:
    page = visit(java_script_enabled=False)
    ask(page, "hvem?", by=SEND)
    page.get_by_role("button", name="Kirsten Mørk, Bødkerstræde 27").click()
    expect(page.get_by_role("heading", name="Kirsten Mørk", exact=True)).to_be_visible()
    expect(page.get_by_text("KOL – ilt 1,5 l/min")).to_be_visible()
    ask(page, "planen", by=SEND)
    page.get_by_text("Sådan gør du: Jens Holm: slynge").first.click()
    expect(page.get_by_text("Højre ærme først.").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("article")).to_have_count(3)


def test_the_keyboard_alone_is_enough(visit: Callable[..., Page]) -> None:
    page = visit()
    page.get_by_text("Rytme", exact=True).click()  # so that Tab goes on from here
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_in_viewport()
    for button in ("Ny samtale", "Log ud", "Hvad skal der ske hos Jens Holm kl. 14?"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=button)).to_be_focused()
    page.get_by_label("Spørg om en borger").focus()
    page.keyboard.type("planen")
    page.keyboard.press("Enter")
    summary = page.locator("summary").last
    summary.wait_for()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if summary.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("details").last).to_have_attribute("open", "")


def test_a_line_break_is_typed_with_shift(visit: Callable[..., Page], application: FakeApplication) -> None:
    page = visit()
    page.get_by_label("Spørg om en borger").press_sequentially("planen")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("for Jens")
    page.keyboard.press("Enter")
    page.locator("#samtale .asked").wait_for()
    assert [each.text for each in application.conversation.asked] == ["planen\nfor Jens"]


def test_what_has_the_focus_is_seen_and_not_covered(visit: Callable[..., Page]) -> None:
    page = visit()
    ask(page, "planen")
    page.get_by_text("Rytme", exact=True).click()  # so that Tab goes on from here
    seen = []
    for _ in range(14):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const each = document.activeElement, box = each.getBoundingClientRect();
              const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              const style = getComputedStyle(each);
              return [each.outerHTML.slice(0, 80), at !== null && (each.contains(at) || at.contains(each)),
                      parseFloat(style.outlineWidth), style.outlineStyle];
            }"""
        )
        what, uncovered, outline, style = found
        if what.startswith("<body"):
            break  # once around
        seen.append(what)
        assert uncovered, f"covered: {what}"
        assert outline >= 2 and style != "none", f"no focus to see: {what}"
    assert len(seen) >= 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "viewport", [NARROWEST, PHONE, {"width": 1280, "height": 800}], ids=lambda each: each["width"]
)
def test_every_kind_of_answer_is_readable_and_reachable(
    visit: Callable[..., Page], viewport: dict[str, int], scheme: str
) -> None:
    page = visit(viewport=viewport, color_scheme=scheme)
    assert page.evaluate(CHECKS, viewport["width"]) == []
    for word in [*answers(), "et ord, der er " + "meget" * 60 + " langt"]:
        ask(page, word)
    for each in page.locator("summary").all():
        if not each.evaluate("each => each.parentElement.open"):
            each.click()
    assert page.evaluate(CHECKS, viewport["width"]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_login_page_is_readable_and_says_what_was_wrong(browser: Browser, url: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    assert page.url.endswith("/login")
    page.get_by_label("Bruger").fill("anna")
    page.get_by_label("Adgangskode").fill("forkert")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("alert")).to_contain_text("passer ikke sammen")
    expect(page.get_by_label("Adgangskode")).to_be_focused()
    assert page.evaluate(CHECKS, PHONE["width"]) == []
    context.close()


def test_without_a_connection_the_text_is_kept(visit: Callable[..., Page]) -> None:
    page = visit()
    page.context.set_offline(True)
    page.get_by_label("Spørg om en borger").fill("planen for Jens")
    page.keyboard.press("Enter")
    expect(page.locator("#text-error")).to_contain_text("Der er ikke forbindelse")
    expect(page.get_by_label("Spørg om en borger")).to_have_value("planen for Jens")
    expect(page.get_by_label("Spørg om en borger")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("article")).to_have_count(0)
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Frokost")).to_be_visible()
    expect(page.locator("#text-error")).to_be_hidden()


def test_while_it_waits_it_says_so_and_gives_up_in_time(
    visit: Callable[..., Page], application: FakeApplication
) -> None:
    page = visit()
    application.conversation.gate.clear()
    page.evaluate("document.getElementById('ask').dataset.timeoutMs = 700")
    page.get_by_label("Spørg om en borger").fill("planen")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Finder svar …")).to_be_visible()
    expect(page.locator("#text-error")).to_contain_text("Der kom ikke svar i tide")
    expect(page.get_by_label("Spørg om en borger")).to_have_value("planen")


def test_a_database_that_fails_is_said_at_the_field(
    visit: Callable[..., Page], application: FakeApplication
) -> None:
    page = visit()
    application.conversation.failure = StorageFailed("locked", reason="locked")
    page.get_by_label("Spørg om en borger").fill("planen")
    page.keyboard.press("Enter")
    expect(page.locator("#text-error")).to_contain_text("Databasen er optaget lige nu")
    expect(page.get_by_label("Spørg om en borger")).to_have_value("planen")


def test_who_was_logged_out_logs_in_elsewhere_and_goes_on(visit: Callable[..., Page], url: str) -> None:
    page = visit()
    page.context.clear_cookies()
    page.get_by_label("Spørg om en borger").fill("planen")
    page.keyboard.press("Enter")
    expect(page.locator("#text-error")).to_contain_text("Du er logget ud")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log ind").click()
    log_in(opened.value, url, staff="anna", password=PASSWORD)
    page.bring_to_front()
    page.get_by_label("Spørg om en borger").press("Enter")
    expect(page.get_by_role("heading", name="Frokost")).to_be_visible()


def test_the_conversation_is_a_live_region_and_an_emergency_can_be_called(visit: Callable[..., Page]) -> None:
    page = visit()
    expect(page.get_by_role("log", name="Samtale")).to_have_attribute("aria-live", "polite")
    ask(page, "112")
    expect(page.get_by_role("link", name="Ring 112")).to_have_attribute("href", "tel:112")
    expect(page.get_by_role("link", name="Ring 112")).to_be_in_viewport()


def test_a_new_conversation_begins_empty(visit: Callable[..., Page]) -> None:
    page = visit()
    ask(page, "planen")
    page.get_by_role("button", name="Ny samtale").click()
    expect(page.get_by_role("heading", name=re.compile("^Goddag, Anna"))).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(0)


def test_the_whole_application_answers_about_the_demo_district(browser: Browser, tmp_path: Path) -> None:
    environment = {"RYTME_HOME": str(tmp_path), "RYTME_NLU": "off"}
    running = bootstrap(Settings.read(environment), clock=FakeClock(NOW))
    prepare_demo(running)
    with served(create_app(running)) as url:
        context = browser.new_context(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]
        page = log_in(context.new_page(), url, staff="anna", password=DEMO_PASSWORD)
        example = page.locator("#velkommen button").first
        expect(example).to_contain_text("Hvad skal der ske hos")
        example.click()
        expect(page.locator(".task").first).to_be_visible()
        ask(page, "hvad skal der ske hos Jens Holm kl. 14?")
        expect(page.get_by_text("CAVE: penicillin").last).to_be_visible()
        expect(page.get_by_text("Forenklet svar.").last).to_be_visible()
        for each in page.locator("summary").all():
            each.click()
        expect(page.get_by_text(re.compile("revision \\d+ · godkendt af ")).first).to_be_visible()
        assert page.evaluate(CHECKS, PHONE["width"]) == []
        context.close()
