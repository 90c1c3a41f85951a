"""Which sections a house style keeps out of the report itself and prints in its appendices."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from governance.reports.domain.document import Appendix, DocumentSection


def in_appendices(
    sections: Sequence[DocumentSection], style: Sequence[Mapping[str, Any]]
) -> tuple[tuple[DocumentSection, ...], tuple[Appendix, ...]]:
    """The report's own sections, and its appendices with theirs, both in the order given.

    ``style`` is what a house style says of its sections: ``appendix`` is the number of the appendix one
    stands in, ``appendix_title`` what that appendix is called, on the first of its sections.
    """
    number = {part["key"]: part.get("appendix", 0) for part in style if "key" in part}
    title = {part["appendix"]: part["appendix_title"] for part in style if "appendix_title" in part}
    placed = sorted(sections, key=lambda section: number.get(section.key, 0))
    grouped = {
        place: tuple(group) for place, group in groupby(placed, lambda section: number.get(section.key, 0))
    }
    body = grouped.pop(0, ())
    return body, tuple(Appendix(title.get(place, ""), group) for place, group in grouped.items())
