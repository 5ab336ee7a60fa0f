"""Guidance as HTML: the wording stays verbatim, and nothing in it can run, load or lead away."""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup


def quote_html(text: str) -> Markup:
    """The Markdown of a guidance as HTML.

    HTML in it is shown as text. Images and links are left as they are written, since a text for
    care must not fetch anything. A heading becomes a bold line, because the page has its own
    order of headings. A line break stays a line break.
    """
    return Markup(_RENDERER.render(text))


def _bold_line(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return '<p class="quote-heading">' if tokens[index].nesting == 1 else "</p>\n"


def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
    markdown.disable(["image", "link", "autolink", "reference", "html_block", "html_inline"])
    markdown.enable("table")
    markdown.add_render_rule("heading_open", _bold_line)
    markdown.add_render_rule("heading_close", _bold_line)
    return markdown


_RENDERER = _renderer()
