"""Every pair of colours that meets on a page is far enough apart to be read (WCAG 1.4.3 and 1.4.11)."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from core.charts import SHAPES
from core.domain.status import Status

CSS = Path(__file__).parents[2] / "static" / "css"
ICONS = CSS.parent / "icons" / "status"
TEXT, LARGE_OR_CONTROL = 4.5, 3.0
STATUSES = [status.value for status in Status]
BANDS = ["band-low", "band-medium", "band-high", "band-severe"]


def tokens(css, start):
    """The colours declared in the block that begins with ``start``."""
    block = css[css.index(start) :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


def palettes():
    css = (CSS / "tokens.css").read_text()
    light = tokens(css, ":root,\n.paper {")
    return {"light": light, "dark": light | tokens(css, "@media screen and (prefers-color-scheme: dark)")}


PALETTES = palettes()


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The ratio of WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs():
    words = [
        (text, ground)
        for text in ("ink", "ink-2", "link", "link-visited", "link-hover", "error", "success", "brand")
        for ground in ("paper", "sheet")
    ]
    fixed = [
        ("on-brand", "brand"),
        ("on-brand", "brand-hover"),
        ("on-bar", "bar"),
        ("on-error", "error"),
        ("ink", "brand-tint"),
    ]
    tags = [(status, f"{status}-tint") for status in STATUSES]
    bands = [(f"on-{band}", band) for band in BANDS]
    return words + fixed + tags + bands


def test_the_ratio_is_the_one_of_the_guidelines():
    assert (round(contrast("#000000", "#ffffff"), 2), round(contrast("#777777", "#ffffff"), 2)) == (
        21.0,
        4.48,
    )


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize(("text", "ground"), pairs())
def test_words_can_be_read_on_their_ground(mode, text, ground):
    palette = PALETTES[mode]

    assert contrast(palette[text], palette[ground]) >= TEXT


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_the_edge_of_a_control_can_be_seen(mode, ground):
    palette = PALETTES[mode]

    assert contrast(palette["control"], palette[ground]) >= LARGE_OR_CONTROL


@pytest.mark.parametrize("mode", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "sheet", "bar", "brand"])
def test_one_of_the_two_rings_of_focus_can_be_seen_on_every_ground(mode, ground):
    palette = PALETTES[mode]

    seen = max(contrast(palette[ring], palette[ground]) for ring in ("focus", "focus-ring"))
    assert seen >= LARGE_OR_CONTROL


@pytest.mark.parametrize("mode", PALETTES)
def test_the_two_rings_of_focus_differ_from_each_other(mode):
    palette = PALETTES[mode]

    assert contrast(palette["focus"], palette["focus-ring"]) >= LARGE_OR_CONTROL


def test_dark_changes_every_colour_of_words_grounds_and_tags():
    dark = tokens((CSS / "tokens.css").read_text(), "@media screen and (prefers-color-scheme: dark)")
    light = PALETTES["light"]

    same_in_both = {name for name in light if name not in dark}
    assert same_in_both == {"focus", *BANDS, *(f"on-{band}" for band in BANDS)}


def test_risk_bands_darken_step_by_step():
    shades = [luminance(PALETTES["light"][band]) for band in BANDS]

    assert shades == sorted(shades, reverse=True)
    assert min(contrast(PALETTES["light"][one], PALETTES["light"][two]) for one, two in pairwise(BANDS)) > 1.2


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_tag_and_a_shape_on_screen_and_on_paper(status):
    screen, paper = (CSS / "components.css").read_text(), (CSS / "report.css").read_text()

    assert f'--shape: url("../icons/status/{status}.svg")' in screen
    assert (ICONS / f"{status}.svg").read_text().startswith("<svg")
    assert f".tag--{status}::before" in paper


@pytest.mark.parametrize("status", list(Status))
def test_the_shapes_on_paper_are_those_of_the_charts(status):
    paper = (CSS / "report.css").read_text()

    drawing = SHAPES[status].replace('"', "'").replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
    rule = re.search(rf'\.shape--{status.value}::before {{\s*background-image: url\("([^"]+)"\)', paper)
    assert rule[1].removesuffix("%3C/svg%3E").endswith(drawing)


# Paper has no dark mode, and the PDF engine is given these sheets without tokens.css.
PAPER = {"report.css", "one_page.css", "print.css"}


@pytest.mark.parametrize(
    "sheet",
    sorted(path.name for path in CSS.glob("*.css") if path.name not in {"tokens.css", *PAPER}),
)
def test_colours_are_named_once(sheet):
    """A colour written out anywhere but in tokens.css escapes dark mode and this test."""
    assert written_out(sheet) <= {"#1b1f2a", "#fff"}


@pytest.mark.parametrize("sheet", sorted(PAPER))
def test_paper_has_the_colours_of_the_screen_and_one_grey_for_lines(sheet):
    assert written_out(sheet) <= written_out("tokens.css") | {"#b9bcc4", "#fff"}


def written_out(sheet):
    """The colours a stylesheet names by their numbers."""
    return set(re.findall(r"#[0-9a-fA-F]{3,8}\b", (CSS / sheet).read_text()))
