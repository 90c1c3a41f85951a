"""Writing reports: starting from another, sections, paragraphs, recommendations, live figures and tables."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.change import change
from core.permissions import Role
from governance.models import Meeting, Paragraph, Report
from governance.reports.services import writing as services
from tests.factories.governance_reports import (
    SECTIONS,
    HouseStyleFactory,
    MeetingFactory,
    ParagraphFactory,
    written_report,
)
from tests.factories.partnerships import BoardFactory, person_with
from tests.factories.programmes import PlanFactory, RoundFactory
from tests.governance.conftest import paragraph

PAGE = "/p/tees/reports/JC-2026-001/"
ADD = "/p/tees/reports/add/"


def section_data(report, key, **typed):
    """What a browser sends for a section: every field of every paragraph, with what was typed instead."""
    data = {"do": "save", "change_reason": ""}
    for place, row in enumerate(Paragraph.objects.live().filter(section__report=report, section__key=key)):
        name = f"p{row.pk}"
        data |= {f"{name}-version": row.version, f"{name}-kind": row.kind, f"{name}-text": row.text}
        data |= {f"{name}-verb": row.verb, f"{name}-caption": row.caption}
        data |= {f"{name}-{field}": value for field, value in typed.pop(f"at_{place}", {}).items()}
    return data | typed


def texts(report, key):
    """The words of a section in order."""
    rows = Paragraph.objects.live().filter(section__report=report, section__key=key).order_by("order")
    return [row.text for row in rows]


def press(client, report, key, verb, place=None, **typed):
    """Press one of the buttons of a section's page."""
    name = paragraph(report, key, place).anchor if place is not None else ""
    return client.post(f"{PAGE}edit/{key}/", section_data(report, key, do=f"{verb}:{name}", **typed))


# --- A new report -----------------------------------------------------------------------------------------


def new_report_data(report, **typed):
    return {
        "copy_of": report.pk,
        "house_style": "",
        "board": report.board_id,
        "title": "Autumn report",
        "held_on": "20 October 2026",
        "round": "",
    } | typed


def test_a_copy_takes_sections_headings_and_recommendations_and_no_other_words(client, report, secretary):
    client.force_login(secretary)

    page = client.post(ADD, new_report_data(report))

    copy = Report.objects.get(based_on=report)
    assert page.url == f"/p/tees/reports/{copy.reference}/edit/"
    assert (copy.title, copy.state, copy.kind, str(copy.meeting.held_on)) == (
        "Autumn report",
        "draft",
        "written_here",
        "2026-10-20",
    )
    assert [(row.label, row.value) for row in copy.head_rows.all()] == [
        ("Date", ""),
        ("Key ambition area", ""),
    ]
    assert [section.heading for section in copy.sections.all()] == [
        "Purpose of the report",
        "Recommendations",
        "Report details",
        "Document information",
    ]
    rows = Paragraph.objects.filter(section__report=copy).order_by("section__order", "order")
    assert [(row.kind, row.verb, row.text, row.is_draft) for row in rows] == [
        ("recommendation", "agree", "Agree the funding split.", True),
        ("recommendation", "agree", "Note progress.", True),
        ("sub_heading", "", "Cost and funding", False),
    ]


def test_references_count_on_for_each_board_and_year_and_are_never_given_twice(
    client, report, secretary, partnership
):
    client.force_login(secretary)
    other = BoardFactory(partnership=partnership, reference="SG")
    writer = person_with(Role.COMMITTEE_SECRETARY, partnership=partnership)

    client.post(ADD, new_report_data(report))
    client.post(ADD, new_report_data(report, held_on="20 January 2027"))
    client.force_login(writer)
    client.post(ADD, new_report_data(report, board=other.pk))

    made = Report.objects.exclude(pk=report.pk).order_by("pk").values_list("reference", flat=True)
    assert list(made) == ["JC-2026-002", "JC-2027-001", "SG-2026-001"]


def test_copied_recommendations_keep_a_report_from_going_out_until_they_are_confirmed_or_rewritten(
    client, report, secretary
):
    client.force_login(secretary)
    client.post(ADD, new_report_data(report))
    copy = Report.objects.get(based_on=report)
    address = f"{copy.get_absolute_url()}edit/recommendations/"
    first, second = Paragraph.objects.filter(section__report=copy, kind="recommendation").order_by("order")

    before = client.get(address).content.decode()
    client.post(
        address,
        section_data(
            copy, "recommendations", do=f"confirm:{first.anchor}", at_1={"text": "Note the autumn."}
        ),
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert before.count("still has the words of the report it was copied from") == 2
    assert (first.is_draft, second.is_draft, second.text) == (False, False, "Note the autumn.")


def test_a_report_starts_from_a_house_style_too(client, partnership, board, secretary):
    style = HouseStyleFactory(sections=SECTIONS)
    client.force_login(secretary)

    client.post(
        ADD,
        {
            "copy_of": "",
            "house_style": style.pk,
            "board": board.pk,
            "title": "First",
            "held_on": "",
            "round": "",
        },
    )

    made = Report.objects.get(title="First")
    assert [section.heading for section in made.sections.all()] == [part["heading"] for part in SECTIONS]
    assert [row.label for row in made.head_rows.all()] == ["Date", "Key ambition area", "For publication"]
    risks = Paragraph.objects.get(section__report=made)
    assert (risks.kind, risks.block) == ("live_table", "governance.risk_table")


def test_the_address_names_the_report_to_copy(client, report, secretary):
    client.force_login(secretary)

    page = client.get(f"{ADD}?from=JC-2026-001")

    assert page.context["form"].initial["copy_of"] == report.pk


@pytest.mark.parametrize("address", [f"{ADD}?from=JC-1999-001", f"{ADD}?from=%00%FF"])
def test_a_report_that_is_not_there_is_simply_not_copied(client, report, secretary, address):
    client.force_login(secretary)

    page = client.get(address)

    assert page.status_code == 200
    assert page.context["form"].initial == {}


def test_a_new_report_without_a_style_a_title_or_a_real_day_comes_back_with_what_was_typed(
    client, report, secretary
):
    client.force_login(secretary)

    page = client.post(ADD, new_report_data(report, copy_of="", title="", held_on="July 2026"))

    assert page.status_code == 422
    assert page.context["form"].errors.as_data().keys() == {"house_style", "title", "held_on"}
    assert b"July 2026 is not one day. Write it like 20 July 2026." in page.content
    assert Report.objects.count() == 1


def test_the_secretary_of_one_board_is_offered_no_other(client, report, secretary, partnership):
    BoardFactory(partnership=partnership, reference="SG")
    client.force_login(secretary)

    page = client.get(ADD)

    assert [board.reference for board in page.context["form"].fields["board"].queryset] == ["JC"]
    assert client.post(ADD, new_report_data(report, board=report.board_id + 1)).status_code == 422


def test_a_reader_may_not_start_a_report(client, report, chief_executive):
    client.force_login(chief_executive)

    assert client.get(ADD).status_code == 403
    assert client.post(ADD, new_report_data(report)).status_code == 403


# --- The report's own facts -------------------------------------------------------------------------------


def facts_data(report, **typed):
    data = {
        "version": report.version,
        "title": report.title,
        "held_on": "",
        "round": "",
        "is_public": "on",
        "author_role": "",
        "change_reason": "",
    }
    for row in report.head_rows.all():
        data |= {f"h{row.pk}-version": row.version, f"h{row.pk}-value": row.value}
    return data | typed


def test_title_meeting_quarter_and_head_are_saved_as_one_change(client, report, secretary, board):
    quarter = RoundFactory(plan=PlanFactory(partnership=report.partnership), year=2026, quarter_number=1)
    head = report.head_rows.get(label="Key ambition area")
    client.force_login(secretary)

    page = client.post(
        f"{PAGE}edit/",
        facts_data(
            report,
            title="Other title",
            held_on="20 July 2026",
            round=quarter.pk,
            change_reason="Asked for.",
            **{f"h{head.pk}-value": "Money"},
        ),
    )

    report.refresh_from_db()
    head.refresh_from_db()
    assert page.status_code == 302
    assert (report.title, report.round, head.value) == ("Other title", quarter, "Money")
    assert report.meeting == Meeting.objects.get(board=board, held_on="2026-07-20")
    newest = report.history.first()
    assert (newest.history_user, newest.history_change_reason) == (secretary, "Asked for.")
    assert head.history.first().change_set == newest.change_set


def test_a_meeting_already_there_is_not_entered_again(client, report, secretary, board):
    there = MeetingFactory(board=board)
    client.force_login(secretary)

    client.post(f"{PAGE}edit/", facts_data(report, held_on="20/7/2026"))

    report.refresh_from_db()
    assert (report.meeting, Meeting.objects.count()) == (there, 1)


def test_a_clash_over_title_and_head_is_asked_about_on_one_page(client, report, secretary, manager):
    head = report.head_rows.get(label="Key ambition area")
    data = facts_data(report, title="Mine", **{f"h{head.pk}-value": "My value"})
    with change(by=manager, reason="Meanwhile."):
        theirs = Report.objects.get(pk=report.pk)
        theirs.title = "Theirs"
        theirs.save()
        head.value = "Their value"
        head.save()
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/", data)

    assert page.status_code == 409
    assert [clash.field for clash in page.context["clashes"]] == ["title", f"h{head.pk}-value"]
    chosen = dict(page.context["hidden"]) | {"keep-title": "yours", f"keep-h{head.pk}-value": "theirs"}
    assert client.post(f"{PAGE}edit/", chosen).status_code == 302
    report.refresh_from_db()
    head.refresh_from_db()
    assert (report.title, head.value) == ("Mine", "Their value")


# --- Sections ---------------------------------------------------------------------------------------------


def test_words_are_saved_with_who_and_why(client, report, secretary):
    client.force_login(secretary)

    page = client.post(
        f"{PAGE}edit/purpose/",
        section_data(report, "purpose", at_0={"text": "To say it better."}, change_reason="Clearer."),
    )

    row = paragraph(report, "purpose")
    assert page.status_code == 302
    assert (row.text, row.version) == ("To say it better.", 2)
    newest = row.history.first()
    assert (newest.history_user, newest.history_change_reason) == (secretary, "Clearer.")


def test_saving_without_a_change_writes_no_history(client, report, secretary):
    client.force_login(secretary)

    client.post(f"{PAGE}edit/details/", section_data(report, "details"))

    assert [row.version for row in Paragraph.objects.filter(section__report=report)] == [1] * 8


def test_what_is_too_long_comes_back_with_everything_typed(client, report, secretary):
    client.force_login(secretary)

    page = client.post(
        f"{PAGE}edit/details/",
        section_data(
            report, "details", at_2={"caption": "x" * 201, "text": "| Kept |"}, at_1={"text": "Also kept"}
        ),
    )

    assert page.status_code == 422
    assert b"Caption must be 200 characters or fewer. It has 201" in page.content
    assert b"| Kept |" in page.content
    assert b"Also kept" in page.content
    assert texts(report, "details")[1] == "Phase 2 is proposed to cost £357,747."


@pytest.mark.parametrize("kind", ["live_table", "heading", ""])
def test_a_kind_that_cannot_be_chosen_is_refused(client, report, secretary, kind):
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/purpose/", section_data(report, "purpose", at_0={"kind": kind}))

    assert page.status_code == 422
    assert paragraph(report, "purpose").kind == "paragraph"


def test_a_paragraph_can_become_a_sub_heading_and_is_no_longer_numbered(client, report, secretary):
    client.force_login(secretary)

    client.post(f"{PAGE}edit/details/", section_data(report, "details", at_1={"kind": "sub_heading"}))
    page = client.get(PAGE)

    assert 'id="p3-2"' not in page.content.decode()
    assert (
        re.findall(r"<h3[^>]*>([^<]+)</h3>", page.content.decode())[1]
        == "Phase 2 is proposed to cost £357,747."
    )


def test_a_recommendation_takes_its_verb_and_loses_it_with_its_kind(client, report, secretary):
    client.force_login(secretary)

    client.post(
        f"{PAGE}edit/recommendations/", section_data(report, "recommendations", at_0={"verb": "note"})
    )
    noted = paragraph(report, "recommendations").verb
    client.post(
        f"{PAGE}edit/recommendations/", section_data(report, "recommendations", at_0={"kind": "paragraph"})
    )

    assert (noted, paragraph(report, "recommendations").verb) == ("note", "")


def test_two_people_in_different_paragraphs_do_not_disturb_each_other(client, report, secretary, manager):
    data = section_data(report, "details", at_1={"text": "Mine."})
    with change(by=manager, reason="Meanwhile."):
        theirs = paragraph(report, "details", 3)
        theirs.text = "Theirs."
        theirs.save()
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/details/", data)

    assert page.status_code == 302
    assert texts(report, "details")[1::2] == ["Mine.", "Theirs."]


def test_a_clash_keeps_both_versions_and_the_button_pressed(client, report, secretary, manager):
    row = paragraph(report, "purpose")
    data = section_data(report, "purpose", at_0={"text": "Mine."}, do=f"add:{row.anchor}")
    with change(by=manager, reason="Meanwhile."):
        row.text = "Theirs."
        row.save()
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/purpose/", data)

    assert page.status_code == 409
    for words in (b"Mine.", b"Theirs.", b"To agree how Phase 2 is paid for."):
        assert words in page.content
    assert texts(report, "purpose") == ["Theirs."]
    client.post(f"{PAGE}edit/purpose/", dict(page.context["hidden"]) | {f"keep-p{row.pk}-text": "yours"})
    assert texts(report, "purpose") == ["Mine.", ""]


def test_words_written_into_a_paragraph_somebody_removed_come_back(client, report, secretary, manager):
    row = paragraph(report, "purpose")
    data = section_data(report, "purpose", at_0={"text": "Long and careful words."})
    services.remove_paragraph(by=manager, paragraph=row, moment=timezone.now())
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/purpose/", data)

    assert page.status_code == 422
    assert b"Long and careful words." in page.content
    assert b"Somebody removed this paragraph while you were writing." in page.content


def test_a_new_paragraph_goes_below_the_one_whose_button_was_pressed_and_typed_words_are_kept(
    client, report, secretary
):
    client.force_login(secretary)

    page = press(client, report, "details", "add", 1, at_0={"text": "Costs"})

    fresh = paragraph(report, "details", 2)
    assert page.url == f"{PAGE}edit/details/#{fresh.anchor}"
    assert (fresh.text, fresh.kind) == ("", "paragraph")
    assert texts(report, "details")[0] == "Costs"


def test_the_first_words_of_an_empty_section_need_no_button(client, report, secretary, manager):
    services.remove_paragraph(by=manager, paragraph=paragraph(report, "purpose"), moment=timezone.now())
    client.force_login(secretary)
    address = f"{PAGE}edit/purpose/"

    page = client.get(address)
    client.post(address, {"do": "save", "first-kind": "paragraph", "first-text": "  "})
    nothing = texts(report, "purpose")
    client.post(address, {"do": "save", "first-kind": "paragraph", "first-text": "The first words."})

    assert 'name="first-text"' in page.content.decode()
    assert nothing == []
    assert texts(report, "purpose") == ["The first words."]
    assert 'name="first-text"' not in client.get(address).content.decode()


def test_a_new_paragraph_among_recommendations_is_one(client, report, secretary):
    client.force_login(secretary)

    press(client, report, "recommendations", "add")

    assert paragraph(report, "recommendations", 2).kind == "recommendation"


def test_moving_changes_the_place_of_one_paragraph_and_its_number_follows(client, report, secretary):
    client.force_login(secretary)

    press(client, report, "recommendations", "up", 1)
    page = client.get(PAGE).content.decode()

    assert texts(report, "recommendations") == ["Note progress.", "Agree the funding split."]
    assert [row.version for row in report.sections.get(key="recommendations").paragraphs.order_by("pk")] == [
        1,
        2,
    ]
    assert re.search(r'id="p2-1">.*?Note progress', page, re.DOTALL)


@pytest.mark.parametrize(("verb", "place"), [("up", 0), ("down", 1)])
def test_at_the_ends_there_is_nowhere_to_move(client, report, secretary, verb, place):
    client.force_login(secretary)

    press(client, report, "recommendations", verb, place)

    assert texts(report, "recommendations") == ["Agree the funding split.", "Note progress."]


def test_where_places_are_packed_moving_and_adding_spread_them_out_first(report, secretary):
    section = report.sections.get(key="purpose")
    for place in (11, 12, 13):
        ParagraphFactory(section=section, order=place, text=str(place))

    services.move_paragraph(by=secretary, paragraph=paragraph(report, "purpose", 3), up=True)
    services.add_paragraph(by=secretary, section=section, after=paragraph(report, "purpose", 0), text="new")

    assert texts(report, "purpose") == ["To agree how Phase 2 is paid for.", "new", "11", "13", "12"]


def test_moving_there_and_back_often_never_runs_out_of_room(report, secretary):
    for _ in range(12):
        services.move_paragraph(by=secretary, paragraph=paragraph(report, "details", 1), up=False)
        services.move_paragraph(by=secretary, paragraph=paragraph(report, "details", 3), up=True)

    assert len(texts(report, "details")) == 4


def test_a_removed_paragraph_is_kept_in_history_and_those_below_move_up(client, report, secretary):
    row = paragraph(report, "recommendations")
    client.force_login(secretary)

    press(client, report, "recommendations", "remove", 0)
    page = client.get(PAGE).content.decode()

    row.refresh_from_db()
    assert row.archived_at is not None
    assert row.history.first().history_change_reason == "Removed from the report."
    assert re.search(r'id="p2-1">.*?Note progress', page, re.DOTALL)


@pytest.mark.parametrize("do", ["up:nothing", "remove:u000000000000", "figure:x", "add:x"])
def test_a_button_for_a_paragraph_that_is_not_there_changes_nothing(client, report, secretary, do):
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/purpose/", section_data(report, "purpose", do=do))

    assert page.status_code in {302, 404}
    assert texts(report, "purpose") == ["To agree how Phase 2 is paid for."]


def test_a_section_that_is_not_there_is_a_404(client, report, secretary):
    client.force_login(secretary)

    assert client.get(f"{PAGE}edit/annex/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_writing_a_section_takes_as_many_queries_for_three_paragraphs_as_for_one(
    client, report, secretary, django_assert_num_queries, number, offer
):
    section = report.sections.get(key="purpose")
    for place in range(number - 1):
        ParagraphFactory(section=section, order=100 + place)
    client.force_login(secretary)

    with django_assert_num_queries(12):
        client.get(f"{PAGE}edit/purpose/")


# --- Live figures and tables ------------------------------------------------------------------------------


def test_figures_and_tables_are_listed_with_what_they_say_now(client, report, secretary, costs):
    client.force_login(secretary)

    page = client.get(f"{PAGE}edit/purpose/insert/?after={paragraph(report, 'purpose').anchor}")

    html = page.content.decode()
    assert 'value="[[test.costs:PH-2.total]]"' in html
    assert "£357,747" in html
    assert "the cost of Phase 2" in html
    assert 'value="test.costs {}"' in html
    assert "below paragraph 1.1" in html


def test_a_figure_goes_to_the_end_or_to_where_its_place_was_marked(client, report, secretary, costs):
    row = paragraph(report, "purpose")
    client.force_login(secretary)
    send = {"after": row.anchor, "figure": "[[test.costs:PH-2.total]]"}

    client.post(f"{PAGE}edit/purpose/insert/", send)
    at_end = paragraph(report, "purpose").text
    row = paragraph(report, "purpose")
    row.text = "It costs [[]] in all."
    row.save()
    client.post(f"{PAGE}edit/purpose/insert/", send)

    assert at_end == "To agree how Phase 2 is paid for. [[test.costs:PH-2.total]]"
    assert paragraph(report, "purpose").text == "It costs [[test.costs:PH-2.total]] in all."


def test_a_live_table_goes_below_and_draws_the_record(client, report, secretary, costs):
    client.force_login(secretary)

    page = client.post(
        f"{PAGE}edit/details/insert/",
        {"after": paragraph(report, "details", 1).anchor, "table": "test.costs {}"},
    )

    row = paragraph(report, "details", 2)
    assert page.url == f"{PAGE}edit/details/#{row.anchor}"
    assert (row.kind, row.block, row.block_params) == ("live_table", "test.costs", {})
    assert "Table 1: Cost: Phase 2" in client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "send",
    [
        {"figure": "[[test.costs:PH-9.total]]"},
        {"figure": "[[nobody:x]]"},
        {"figure": "words"},
        {"table": "nobody {}"},
        {"table": 'test.costs {"phase": "PH-9"}'},
        {},
    ],
)
def test_what_the_record_does_not_offer_cannot_be_inserted(client, report, secretary, costs, send):
    client.force_login(secretary)

    page = client.post(f"{PAGE}edit/purpose/insert/", {"after": paragraph(report, "purpose").anchor} | send)

    assert page.status_code == 404
    assert texts(report, "purpose") == ["To agree how Phase 2 is paid for."]


# --- Frozen -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("frozen", [{"state": "published"}, {"state": "withdrawn"}, {"kind": "as_printed"}])
@pytest.mark.parametrize("tail", ["edit/", "edit/purpose/", "edit/purpose/insert/"])
def test_a_frozen_report_is_not_edited_on_its_pages(client, report, secretary, frozen, tail):
    for name, value in frozen.items():
        setattr(report, name, value)
    report.save()
    client.force_login(secretary)

    assert client.get(PAGE + tail).status_code == 403
    page = client.post(PAGE + tail, section_data(report, "purpose", at_0={"text": "Changed"}))
    assert page.status_code == 403
    assert b"nothing in it changes" in page.content
    assert texts(report, "purpose") == ["To agree how Phase 2 is paid for."]


def test_a_frozen_report_is_not_edited_by_any_service(partnership, board, secretary):
    held = written_report(partnership, board, kind="as_printed")
    row, section = paragraph(held, "purpose"), held.sections.get(key="purpose")
    row.text = "Changed"

    attempts = [
        lambda: services.confirm_recommendation(by=secretary, paragraph=row),
        lambda: services.remove_paragraph(
            by=secretary, paragraph=Paragraph.objects.get(pk=row.pk), moment=timezone.now()
        ),
        lambda: services.move_paragraph(
            by=secretary, paragraph=paragraph(held, "recommendations", 1), up=True
        ),
    ]

    for attempt in attempts:
        with pytest.raises(ValidationError, match=r"held as its paper printed it, so nothing in it changes"):
            attempt()
    held.state = "published"
    held.save()
    with pytest.raises(ValidationError, match=r"nothing in it changes"):
        services.add_paragraph(by=secretary, section=section, text="More")
    assert texts(held, "purpose") == ["To agree how Phase 2 is paid for."]


def test_a_report_as_printed_is_typed_in_row_by_row(partnership, board, secretary):
    held = written_report(partnership, board, kind="as_printed")

    services.add_paragraph(by=secretary, section=held.sections.get(key="purpose"), text="Its next words.")

    assert texts(held, "purpose") == ["To agree how Phase 2 is paid for.", "Its next words."]
