"""The restricted Markdown of report paragraphs, with live figures in it.

Officers write bold, italic, bulleted and lettered lists, pipe tables and links to https
pages. Everything else prints as it was typed. ``[[block:figure]]`` stands for a figure of
the record; one that nobody knows is printed as a visible gap, never as nothing.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token as Mark
from markdown_it.utils import EnvType, OptionsDict

from governance.reports.domain.document import TableData

TOKEN_PATTERN = re.compile(r"\[\[([a-z0-9_.-]{1,80}):([A-Za-z0-9_./-]{1,80})\]\]")
OPENING = "[["
LETTERED_LINE = re.compile(r"^( {0,6})([a-z])\) ", re.MULTILINE)
NUMBERED_LINE = re.compile(r"^( {0,6}(?:[-*+] +)*)(\d{1,9})([.)])(?= )", re.MULTILINE)
ALLOWED_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "span"} | {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}

Resolve = Callable[["Token"], str | None]


@dataclass(frozen=True)
class Token:
    """A place in a text where a figure of the record is printed: "[[funding.cost:PH-2.total]]"."""

    block: str
    figure: str

    @property
    def source(self) -> str:
        return f"[[{self.block}:{self.figure}]]"


def tokens(text: str) -> list[Token]:
    """The live figures a text quotes, in order; one quoted twice is there twice."""
    if OPENING not in text:
        return []
    return [
        Token(mark.meta["block"], mark.meta["figure"])
        for mark in _inline_marks(text)
        if mark.type == "figure"
    ]


def render(text: str, resolve: Resolve) -> str:
    """A text as safe HTML. What ``resolve`` answers is printed as text, never as HTML.

    A token it does not know becomes a sentence that anybody proof-reading will see.
    """
    return _render(text, resolve) if OPENING in text else _render_once(text)


@lru_cache(maxsize=2048)
def _render_once(text: str) -> str:
    """A text that quotes no figure draws the same each time; a report's page draws a hundred of them."""
    return _render(text, _nothing)


def _nothing(token: "Token") -> None:
    return None


def _render(text: str, resolve: Resolve) -> str:
    drawn = _markdown().render(_prepared(text), {"resolve": resolve})
    return nh3.clean(
        drawn,
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}, "ol": {"type", "start"}, "th": {"scope"}},
        allowed_classes={"span": {"figure-missing"}, "th": {"numeric"}, "td": {"numeric"}},
        url_schemes={"https"},
        link_rel=None,
    ).strip()


def plain(text: str, resolve: Resolve) -> str:
    """A text without its mark-up, for searches, checks and short extracts; a block per line."""
    return _plain(text, resolve) if OPENING in text else _plain_once(text)


@lru_cache(maxsize=2048)
def _plain_once(text: str) -> str:
    return _plain(text, _nothing)


def _plain(text: str, resolve: Resolve) -> str:
    lines = []
    for mark in _markdown().parse(_prepared(text)):
        if mark.type == "inline":
            lines.append("".join(_plain_parts(mark.children or [], resolve)))
    return "\n".join(lines)


def table_data(text: str, resolve: Resolve, caption: str) -> TableData | None:
    """The first pipe table of a text as plain cells, so that page and paper can give it a caption.

    Columns set to the right are numbers. A last row whose first cell is bold is the total.
    None when there is no table in the text.
    """
    marks = _markdown().parse(_prepared(text))
    start = next((place for place, mark in enumerate(marks) if mark.type == "table_open"), None)
    if start is None:
        return None
    end = next(place for place, mark in enumerate(marks) if mark.type == "table_close")
    rows, numeric = _table_rows(marks[start:end], resolve)
    bold_last = _is_bold(marks[start:end])
    heading, body = rows[0], rows[1:]
    total = body.pop() if body and bold_last else None
    return TableData(caption, heading, tuple(body), frozenset(numeric), total)


def missing_sentence(token: Token) -> str:
    """What is printed where a figure should be and is not."""
    return f"[No figure called {token.block}:{token.figure}]"


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False, "breaks": True})
    markdown.enable(["list", "table", "emphasis", "escape", "link", "newline"])
    markdown.inline.ruler.before("link", "figure", _read_figure)
    markdown.validateLink = _is_allowed_link  # type: ignore[method-assign]
    markdown.add_render_rule("figure", _draw_figure)
    for name in ("th_open", "td_open", "ordered_list_open"):
        markdown.add_render_rule(name, _draw_without_style)
    return markdown


def _prepared(text: str) -> str:
    """Lettered lines become list items; typed numbers stay text, because the report numbers itself.

    A paragraph that begins "2023. The year" would otherwise turn into a list that starts at 2023.
    """
    escaped = NUMBERED_LINE.sub(r"\1\2\\\3", text.replace("\r\n", "\n"))
    return LETTERED_LINE.sub(lambda line: f"{line[1]}{ord(line[2]) - ord('a') + 1}) ", escaped)


def _read_figure(state: StateInline, silent: bool) -> bool:
    match = TOKEN_PATTERN.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        mark = state.push("figure", "", 0)
        mark.meta = {"block": match[1], "figure": match[2]}
    state.pos = match.end()
    return True


def _draw_figure(
    renderer: RendererHTML, marks: Sequence[Mark], place: int, options: OptionsDict, env: EnvType
) -> str:
    token = Token(marks[place].meta["block"], marks[place].meta["figure"])
    printed = env["resolve"](token)
    if printed is None:
        return f'<span class="figure-missing">{html.escape(missing_sentence(token))}</span>'
    return html.escape(printed)


def _draw_without_style(
    renderer: RendererHTML, marks: Sequence[Mark], place: int, options: OptionsDict, env: EnvType
) -> str:
    """Alignment as a class and letters as a type: the pages allow no inline style."""
    mark = marks[place]
    if mark.type == "ordered_list_open":
        mark.attrSet("type", "a")
    elif mark.attrs.pop("style", "") == "text-align:right":
        mark.attrSet("class", "numeric")
    if mark.type == "th_open":
        mark.attrSet("scope", "col")
    return renderer.renderToken(marks, place, options, env)


def _is_allowed_link(url: str) -> bool:
    return url.startswith("https://")


def _inline_marks(text: str) -> Iterator[Mark]:
    for mark in _markdown().parse(_prepared(text)):
        yield from mark.children or []


def _plain_parts(marks: Sequence[Mark], resolve: Resolve) -> Iterator[str]:
    for mark in marks:
        if mark.type == "figure":
            token = Token(mark.meta["block"], mark.meta["figure"])
            printed = resolve(token)
            yield missing_sentence(token) if printed is None else printed
        elif mark.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield mark.content


def _table_rows(marks: Sequence[Mark], resolve: Resolve) -> tuple[list[tuple[str, ...]], set[int]]:
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    numeric: set[int] = set()
    for mark in marks:
        if mark.type == "th_open" and mark.attrs.get("style") == "text-align:right":
            numeric.add(len(row))
        elif mark.type == "inline":
            row.append("".join(_plain_parts(mark.children or [], resolve)).strip())
        elif mark.type == "tr_close":
            rows.append(tuple(row))
            row = []
    return rows, numeric


def _is_bold(marks: Sequence[Mark]) -> bool:
    """Whether the first cell of the last row is bold from end to end."""
    last = max(place for place, mark in enumerate(marks) if mark.type == "tr_open")
    cell = next(mark for mark in marks[last:] if mark.type == "inline")
    inner = [mark.type for mark in cell.children or [] if mark.type != "text" or mark.content]
    return len(inner) > 1 and inner[0] == "strong_open" and inner[-1] == "strong_close"
