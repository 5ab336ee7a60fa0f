"""Guidance is shown verbatim, and nothing in it can run, load or lead away."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.web.chat.quote import quote_html


def words(rendered: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", rendered))


def test_numbered_steps_become_a_list() -> None:
    assert quote_html("1. Sæt dig.\n2. Vent.") == "<ol>\n<li>Sæt dig.</li>\n<li>Vent.</li>\n</ol>\n"


def test_a_heading_becomes_a_bold_line() -> None:
    assert quote_html("# Før du begynder") == '<p class="quote-heading">Før du begynder</p>\n'


def test_line_breaks_stay() -> None:
    assert "<br" in quote_html("**Observér:** rødme\n**Ring:** ved feber")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[læs mere](javascript:alert(1))",
        "![billede](http://example.org/x.png)",
        "<http://example.org>",
        "[a]: http://example.org",
        '1. <b onclick="x()">tryk</b>',
    ],
)
def test_what_could_run_or_load_is_shown_as_it_is_written(text: str) -> None:
    rendered = quote_html(text)
    assert not re.search(r"<(script|img|a|b|iframe)\b", rendered)
    assert words(rendered).strip() == text.removeprefix("1. ")


@given(st.text(alphabet="abæøå <>\"'&[]()!#*_`-+1.\n|:/\\", max_size=80))
def test_only_harmless_tags_come_out(text: str) -> None:
    allowed = {"p", "ol", "ul", "li", "strong", "em", "br", "hr", "code", "pre", "blockquote"}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"</?([a-z0-9]+)", quote_html(text))) <= allowed
