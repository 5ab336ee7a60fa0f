"""Blocks of plain Markdown are found without the parser, and just as the parser finds them."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval import markdown_blocks
from retrieval.markdown_blocks import Mark, block_marks, parsed_marks

PIECES = [
    *("#", "##", "#######", "1.", "2.", "01.", "12)", "-", "*", "**", "+", ">", "|", "_", "`", "```", "---"),
    *("ord", "112", "Åbn", "½", "a. b", "(x)", "»", "[a]: b", "<b>", "\\", " ", "  ", "    ", "\t"),
    *("\x0b", "\x85", "\u2028", "\xa0", "\r", "\n", "\n", "\n", "\n\n", "\n1. ", "\n2. ", "\n- ", "\n# "),
]
MARKDOWN = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


@given(MARKDOWN)
def test_the_parser_finds_the_same_blocks(text: str) -> None:
    assert block_marks(text) == parsed_marks(text)


def test_plain_guidance_needs_no_parser() -> None:
    text = "## Sådan gør du\n1. Vask.\n   \n**Husk:** creme\n\n- 2 klude\nog sæbe\n\n112 ved fald"
    assert markdown_blocks._plain_marks(text.replace("   ", "")) is not None
    assert block_marks("Ring\n2. gang\n1. Vask\n2. Tør") == [Mark(0), Mark(2), Mark(3)]
    assert block_marks("# A\n\nTekst") == [Mark(0, 1, "A"), Mark(2)]
