"""A workbook as councils keep them: a title, merged cells, headings twice, totals, words for dates."""

import io
from datetime import date

from openpyxl import Workbook

HEADINGS = (
    "Ref",
    "Theme",
    "Key action",
    "Lead council",
    "Lead officer",
    "Start date",
    "Original date",
    "Revised date",
    "BRAG",
    "Progress update",
    "Reason for RAG",
    "Path to green",
    "Recovery owner",
    "Back on track by",
    "Decision needed",
    "Date completed",
    "Milestone",
    "Milestone due",
    "Milestone done",
    "Budget (£)",
    "Ward",
)
GREEN = "Going as planned."


def rows():
    """The rows below the headings, None where a cell is blank; the first two rows of a theme are merged."""
    blank = [None] * len(HEADINGS)

    def row(**cells):
        made = dict.fromkeys(HEADINGS) | {HEADINGS[int(at[1:])]: value for at, value in cells.items()}
        return [made[heading] for heading in HEADINGS]

    return [
        row(
            c0="ES 01",
            c1="Employment and skills",
            c2="Share the levy",
            c3="Example Borough",
            c4="Head of Skills",
            c5=date(2026, 4, 1),
            c6="June 2026",
            c7="End of FY 2026/27",
            c8="Red",
            c9="The first cohort was lost.",
            c10="The college withdrew.",
            c11="Find another college.",
            c12="Head of Skills",
            c13="30/09/2026",
            c14="A decision on who pays.",
            c16="Sign the agreement",
            c17="Q1 26/27",
            c19="£12,500",
            c20="Central",
        ),
        row(c16="Enrol apprentices", c17="30 September 2026"),
        row(
            c0="ES 02",
            c2="Open a hub",
            c3="EB",
            c6="30/06/2026",
            c8="Blue",
            c9="Opened.",
            c15=date(2026, 6, 20),
        ),
        blank,
        list(HEADINGS),
        row(
            c0="1.3",
            c1="Homes",
            c2="Build homes",
            c3="Example Borough",
            c6="July to August 2027",
            c8="G",
            c9=GREEN,
            c19=2000,
        ),
        row(c0="HO-04", c1="Homes", c2="Licence landlords", c3="n/a", c6="TBC", c8="No update", c20="North"),
        row(
            c0="HO-05",
            c1="Homes",
            c2="Retrofit",
            c3="Example Borough",
            c6="summer 2027",
            c8="Amber",
            c9="Slow.",
            c10="Grants are late.",
        ),
        row(c0="Total", c19="£14,500"),
    ]


def messy():
    """The bytes of the workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan 26-27"
    sheet.append(["Delivery plan, quarter 1"])
    sheet.merge_cells("A1:U1")
    sheet.append([])
    sheet.append(list(HEADINGS))
    for row in rows():
        sheet.append(row)
    sheet.merge_cells("B4:B6")
    guide = book.create_sheet("How to fill this in")
    guide.append(["Write what happened. Keep it short."])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
