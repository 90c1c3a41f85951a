"""Tables as data, and their rows as HTML, written in plain Python.

A list page shows fifty rows of six cells. A template loop costs a few microseconds for every
cell; this module costs a fraction of that, and keeps the mark-up of a table in one place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Column:
    """One column: its heading, and how its cells are set.

    ``kind`` is "" for words, "num" for figures (right aligned, units belong in the heading),
    "ref" for a reference, "main" for the cell that names the row, "date" and "short" for what
    must not break, "mark" for a shape that stands for a word. ``sort_url`` makes the heading a
    link; ``sorted`` is "ascending" or "descending" on the one column the rows are sorted by, else "".
    """

    label: str
    kind: str = ""
    sort_url: str = ""
    sorted: str = ""


@dataclass(frozen=True)
class Row:
    """One row: a cell for every column, in the same order, and where the row leads.

    Cells are shown as text; a cell that is already safe HTML (a status tag, say) stays as it
    is. The link goes round the cell of the "main" column, or round the first cell.
    """

    cells: Sequence[object]
    url: str = ""
    anchor: str = ""
    css: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Group:
    """A heading over the rows that follow, up to the next one."""

    label: str


def table_body(columns: Sequence[Column], rows: Iterable[Row | Group]) -> str:
    """The <tr> elements of a table's body; each group begins a body of its own.

    The named cell is a row heading. Every other cell carries its column's label, which a
    narrow screen shows before the value when rows are stacked.
    """
    main = next((place for place, column in enumerate(columns) if column.kind == "main"), 0)
    opening = [
        f'<th scope="row"{_css(column)}>'
        if place == main
        else f'<td{_css(column)} data-label="{escape(column.label)}">'
        for place, column in enumerate(columns)
    ]
    closing = ["</th>" if place == main else "</td>" for place in range(len(columns))]
    parts: list[str] = []
    for row in rows:
        if isinstance(row, Group):
            parts.append(f"</tbody>\n<tbody>{_group_tag(row, len(columns))}\n")
            continue
        parts.append(_row_tag(row))
        for place, cell in enumerate(row.cells):
            words = cell_html(cell)
            if place == main and row.url:
                words = f'<a href="{escape(row.url)}">{words}</a>'
            # A heading without words heads nothing: the cell above goes on in this row.
            is_filled = words or place != main
            parts.append(f"{opening[place]}{words}{closing[place]}" if is_filled else "<td></td>")
        parts.append("</tr>\n")
    return "".join(parts)


def cell_html(value: object) -> str:
    """A value as HTML: escaped, unless it says itself that it is safe; None shows nothing."""
    if value is None:
        return ""
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return escape(str(value))


def _css(column: Column) -> str:
    return f' class="{escape(column.kind)}"' if column.kind else ""


def _group_tag(group: Group, width: int) -> str:
    heading = f'<th scope="rowgroup" colspan="{width}">{escape(group.label)}</th>'
    return f'<tr class="table-group">{heading}</tr>'


def _row_tag(row: Row) -> str:
    anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
    css = f' class="{escape(row.css)}"' if row.css else ""
    return f"<tr{anchor}{css}>"
