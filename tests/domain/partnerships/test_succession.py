"""Names as at a date, successor bodies and the mapping of themes."""

from hypothesis import given
from hypothesis import strategies as st

from core.domain.problems import Problem
from partnerships.domain.succession import (
    Carried,
    SuccessionLink,
    carry_over,
    crosswalk_problems,
    successors,
    through,
)

OLD = [
    "Seize innovation",
    "Establish relentless ambition",
    "Build proactive communities",
    "Live and work sustainably",
]
NEW = [
    "Economic Delivery and Growth",
    "Employment and Skills",
    "Health and Communities",
    "Public Service Reform",
    "Climate Change",
    "Planning and Housing",
]
TO_DEAL = [
    SuccessionLink(OLD[0], "Economic Development"),
    SuccessionLink(OLD[0], "Business Engagement"),
    SuccessionLink(OLD[1], "Skills"),
    SuccessionLink(OLD[1], "Adult Education"),
    SuccessionLink(OLD[2], "Public Health"),
    SuccessionLink(OLD[2], "Beyond the deal", inferred=True),
    SuccessionLink(OLD[3], "Net Zero"),
    SuccessionLink(OLD[3], "Land and Housing"),
]
FROM_DEAL = [
    SuccessionLink("Economic Development", NEW[0]),
    SuccessionLink("Business Engagement", NEW[0]),
    SuccessionLink("Skills", NEW[1]),
    SuccessionLink("Adult Education", NEW[1]),
    SuccessionLink("Public Health", NEW[2]),
    SuccessionLink("Beyond the deal", NEW[3]),
    SuccessionLink("Net Zero", NEW[4], inferred=True),
    SuccessionLink("Land and Housing", NEW[5], inferred=True),
]
BODIES = ["a", "b", "c", "d", "e"]


def test_a_body_leads_to_whatever_stands_at_the_end_of_its_replacements() -> None:
    links = [
        SuccessionLink("City Partnership", "Partnership Board"),
        SuccessionLink("Partnership Board", "Team", inferred=True),
        SuccessionLink("Partnership Board", "Forum"),
    ]

    assert successors("City Partnership", links) == (
        SuccessionLink("City Partnership", "Team", inferred=True),
        SuccessionLink("City Partnership", "Forum"),
    )
    assert successors("Forum", links) == ()


def test_bodies_that_replace_each_other_in_a_circle_lead_nowhere() -> None:
    assert successors("a", [SuccessionLink("a", "b"), SuccessionLink("b", "a")]) == (
        SuccessionLink("a", "b"),
    )


def test_four_themes_become_six_and_inferred_links_stay_marked() -> None:
    links = through(TO_DEAL, FROM_DEAL)

    assert links == (
        SuccessionLink(OLD[0], NEW[0]),
        SuccessionLink(OLD[1], NEW[1]),
        SuccessionLink(OLD[2], NEW[2]),
        SuccessionLink(OLD[2], NEW[3], inferred=True),
        SuccessionLink(OLD[3], NEW[4], inferred=True),
        SuccessionLink(OLD[3], NEW[5], inferred=True),
    )
    assert crosswalk_problems(OLD, NEW, links) == []


def test_a_printed_way_outweighs_an_inferred_one() -> None:
    first = [SuccessionLink("old", "x", inferred=True), SuccessionLink("old", "y")]
    second = [SuccessionLink("x", "new"), SuccessionLink("y", "new")]

    assert through(first, second) == (SuccessionLink("old", "new"),)


def test_a_theme_that_leads_nowhere_is_named() -> None:
    links = [SuccessionLink(OLD[0], NEW[0]), SuccessionLink(OLD[1], NEW[1])]

    assert crosswalk_problems(OLD, NEW, links) == [
        Problem(
            "links",
            "lost_theme",
            "Nothing says where Build proactive communities and Live and work sustainably goes. "
            "Link it to at least one new theme.",
        )
    ]


def test_a_theme_nobody_listed_is_named() -> None:
    assert crosswalk_problems(
        ["old"], ["new"], [SuccessionLink("old", "new"), SuccessionLink("other", "new")]
    ) == [
        Problem(
            "links",
            "unknown_theme",
            "The mapping names other, not among the themes. Correct the name or add it.",
        )
    ]


def test_work_under_a_divided_theme_waits_for_a_choice() -> None:
    carried = carry_over({"DP-01": OLD[2], "DP-02": OLD[0], "DP-03": "Gone"}, through(TO_DEAL, FROM_DEAL))

    assert carried == (
        Carried("DP-01", OLD[2], (NEW[2], NEW[3]), inferred=True),
        Carried("DP-02", OLD[0], (NEW[0],), inferred=False),
        Carried("DP-03", "Gone", (), inferred=False),
    )


@given(st.dictionaries(st.text(max_size=5), st.sampled_from([*OLD, "Unheard of"]), max_size=20))
def test_no_piece_of_work_is_ever_lost(placed: dict[str, str]) -> None:
    carried = carry_over(placed, through(TO_DEAL, FROM_DEAL))

    assert {each.item: each.old for each in carried} == placed
    assert len(carried) == len(placed)


@given(
    st.lists(
        st.builds(SuccessionLink, st.sampled_from(BODIES), st.sampled_from(BODIES), st.booleans()), max_size=8
    )
)
def test_following_successors_always_comes_to_an_end(links: list[SuccessionLink]) -> None:
    ends = successors("a", links)

    assert all(link.old == "a" and link.new != "a" for link in ends)
    assert len({link.new for link in ends}) == len(ends)
