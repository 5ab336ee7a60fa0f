"""The palette of the style sheet keeps the contrast of WCAG 2.2 AA, by day and by night."""

import re
from pathlib import Path

import pytest

import assistant.web

STYLES = (Path(assistant.web.__file__).parent / "static" / "rytme.css").read_text("utf-8")

TEXT = 4.5
CONTROL = 3.0
PAIRS = [
    *(
        (ink, ground, TEXT)
        for ink in ("ink", "muted", "accent", "danger")
        for ground in ("ground", "surface")
    ),
    ("ink", "tint", TEXT),
    ("muted", "tint", TEXT),
    ("accent", "tint", TEXT),
    ("on-tint", "tint", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-bubble", "bubble", TEXT),
    ("on-remark", "remark", TEXT),
    ("on-alert", "alert", TEXT),
    ("on-alert", "surface", TEXT),
    ("on-done", "done", TEXT),
    ("on-call", "call", TEXT),
    ("control", "surface", CONTROL),
    ("accent", "surface", CONTROL),
    ("danger", "surface", CONTROL),
]


def palette(scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root\s*\{([^}]*)\}", STYLES)
    by_day = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", blocks[0]))
    by_night = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", blocks[1]))
    return by_day if scheme == "light" else {**by_day, **by_night}


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_a_pair_has_enough_contrast(scheme: str, ink: str, ground: str, least: float) -> None:
    colours = palette(scheme)
    found = contrast(colours[ink], colours[ground])
    assert found >= least, f"{ink} on {ground} by {scheme}: {found:.2f}"


def test_every_colour_is_in_the_palette_so_that_the_pairs_are_all_there_is() -> None:
    rules = STYLES[STYLES.index("*, *::before") :]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []


def test_the_style_sheet_stays_small_and_fetches_nothing() -> None:
    assert len(STYLES.splitlines()) <= 400
    assert "url(" not in STYLES
    assert "@import" not in STYLES
