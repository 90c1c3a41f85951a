"""Mark-up as a browser lays it out: how a template is indented changes no page, and no test."""

import re

# White space beside these is none: each stands on lines of its own, or in a row that sets its own gaps.
APART = (
    "article aside body button caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 head header html input label legend li main meta nav ol option p section select summary svg table "
    "tbody td tfoot th thead title tr ul"
)
EDGE = re.compile(rf"\s*(</?(?:{'|'.join(APART.split())})\b[^>]*>)\s*")


def tight(markup: str) -> str:
    """The mark-up with runs of white space as one space, and none at the edges of what stands apart."""
    return re.sub(r"\s+>", ">", re.sub(r"\s+", " ", EDGE.sub(r"\1", markup))).strip()
