"""A real Chromium, and the web in this process for it to visit."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

CHROMIUM = Path("/usr/bin/chromium")
# Without the background flags it calls its maker at every start; a test calls nobody.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
NARROWEST = {"width": 320, "height": 640}
"""The width at which WCAG 1.4.10 still allows no scrolling to the side."""

SEND = "Spørg"


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; the test is skipped where the machine has none."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing; install Debian's package chromium to drive the page")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of `app` on loopback, for as long as the block lasts."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def log_in(page: Page, url: str, *, staff: str, password: str) -> Page:
    """The chat page after logging in through the form."""
    page.goto(f"{url}/login")
    page.get_by_label("Bruger").fill(staff)
    page.get_by_label("Adgangskode").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}/")
    return page


def ask(page: Page, text: str, *, by: str | None = None) -> None:
    """Type a question, send it with Enter or a button, and wait for its answer."""
    answers = page.locator("#samtale .asked")
    before = answers.count()
    page.get_by_label("Spørg om en borger").fill(text)
    if by is None:
        page.keyboard.press("Enter")
    else:
        page.get_by_role("button", name=by, exact=True).click()
    answers.nth(before).wait_for()
