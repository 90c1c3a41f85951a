"""Measures on pages: the list, one measure, entering and changing figures, files, the report's block."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from core import history
from core.blocks import BlockContext, block
from core.change import change
from programmes.models import Measure, Reading
from tests.factories.programmes import MeasureFactory, ReadingFactory

pytestmark = pytest.mark.usefixtures("july")

HERE = "/p/tees/measures/"


@pytest.fixture
def measure(plan, theme):
    """Of every hundred starters, how many finish."""
    return MeasureFactory(
        plan=plan,
        theme=theme,
        reference="M-01",
        title="Apprentices who finish",
        unit="%",
        numerator="Apprentices who finished",
        denominator="Apprentices who started",
        per=Decimal(100),
        tolerance=Decimal(2),
    )


@pytest.fixture
def reading(measure):
    """Q1: 57.5 against 60."""
    return ReadingFactory(
        measure=measure,
        target=Decimal(60),
        numerator=Decimal(115),
        denominator=Decimal(200),
        actual=Decimal("57.5"),
        year_end_forecast=Decimal(61),
    )


def sent(page, **values):
    """The form as drawn, with some of it changed."""
    form = page.context["form"]
    drawn = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in (drawn | values).items()}


def errors_of(answer):
    assert answer.status_code == 422
    return [words for messages in answer.context["form"].errors.values() for words in messages]


def test_the_list_shows_now_and_the_year_s_end_as_two_answers(client, reading, chief_executive):
    ReadingFactory(measure=reading.measure, quarter_number=0, target=Decimal(60))
    client.force_login(chief_executive)

    [row] = client.get(HERE).context["rows"]

    assert row.cells[:5] == ("M-01", "Apprentices who finish", "Q1 2026/27", "57.5%", "60%")
    assert ("Off target" in row.cells[5], "On target" in row.cells[6]) == (True, True)


def test_a_population_measure_is_short_of_its_target_in_words_without_a_warning_sign(
    client, reading, chief_executive
):
    with change():
        reading.measure.kind = Measure.Kind.POPULATION
        reading.measure.save()
    client.force_login(chief_executive)

    [row] = client.get(HERE).context["rows"]

    assert row.cells[5] == "Off target"


def test_a_measure_s_page_has_chart_figures_and_what_it_is(client, reading, chief_executive):
    client.force_login(chief_executive)

    text = client.get(f"{HERE}M-01/").content.decode()

    finding = "Apprentices who finish in Q1 2026/27: 57.5%, off target"
    assert (f"<figcaption>{finding}</figcaption>" in text, text.count(finding)) == (True, 2)
    assert "Apprentices who finished, out of Apprentices who started" in text


def test_a_number_below_nought_has_a_sentence_and_no_chart(client, measure, chief_executive):
    ReadingFactory(measure=measure, actual=Decimal(-3), target=Decimal(1))
    client.force_login(chief_executive)

    page = client.get(f"{HERE}M-01/")

    assert (page.context["chart"], "Q1 2026/27: -3%, off target" in page.content.decode()) == ("", True)


def test_a_figure_is_worked_out_from_its_halves_exactly(client, measure, theme_lead):
    client.force_login(theme_lead)
    page = client.get(f"{HERE}M-01/readings/add/")

    answer = client.post(
        f"{HERE}M-01/readings/add/",
        sent(page, period="Q1 2026/27", target="60", numerator="2", denominator="3"),
    )

    assert answer.status_code == 302
    assert Reading.objects.get().actual == Decimal("66.6667")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"period": ""}, "Say which quarter or year the figures are about."),
        ({"period": "May"}, '"May" is not a financial year. Write it like 2026/27.'),
        ({"target": "1,20"}, '"1,20" is not a number. Write it like 58.5 or 1,204.'),
        ({"target": "NaN"}, '"NaN" is not a number. Write it like 58.5 or 1,204.'),
        ({"target": "1e400"}, '"1e400" is not a number. Write it like 58.5 or 1,204.'),
        ({"target": "²"}, '"²" is not a number. Write it like 58.5 or 1,204.'),
        ({"tolerance": "-1"}, "Ensure this value is greater than or equal to 0."),
        ({"numerator": "1", "denominator": "0"}, "The denominator must be more than nought."),
        (
            {"numerator": "117", "denominator": "200", "actual": "50"},
            "117 over 200 comes to 58.5, not 50. Leave the figure empty to have it worked out.",
        ),
    ],
)
def test_what_is_no_figure_is_refused_in_words_and_kept_as_typed(client, measure, manager, values, sentence):
    client.force_login(manager)
    page = client.get(f"{HERE}M-01/readings/add/")

    answer = client.post(f"{HERE}M-01/readings/add/", sent(page, **{"period": "Q1 2026/27"} | values))

    assert sentence in errors_of(answer)
    assert Reading.objects.count() == 0


@pytest.mark.parametrize("target", ["1234567890123", "0.00001"])
def test_a_figure_the_record_cannot_hold_exactly_is_refused(client, measure, manager, target):
    client.force_login(manager)
    page = client.get(f"{HERE}M-01/readings/add/")

    answer = client.post(f"{HERE}M-01/readings/add/", sent(page, period="Q1 2026/27", target=target))

    assert len(errors_of(answer)) == 1


def test_a_period_is_entered_once_and_then_changed(client, reading, manager):
    client.force_login(manager)
    page = client.get(f"{HERE}M-01/readings/add/")

    answer = client.post(f"{HERE}M-01/readings/add/", sent(page, period="Q1 2026/27", actual="1"))

    assert errors_of(answer) == ["This measure has figures for that period already. Change those."]


def test_a_yearly_measure_has_no_quarters(client, measure, manager):
    with change():
        measure.frequency = "yearly"
        measure.save()
    client.force_login(manager)
    page = client.get(f"{HERE}M-01/readings/add/")

    answer = client.post(f"{HERE}M-01/readings/add/", sent(page, period="Q1 2026/27", actual="1"))

    assert errors_of(answer) == ["M-01 is measured once a year. Give the year alone, such as 2026/27."]


def test_a_changed_figure_is_in_the_history_as_a_number_and_not_as_pounds(client, reading, manager):
    client.force_login(manager)
    address = f"{HERE}M-01/readings/2026-27-q1/edit/"

    answer = client.post(
        address, sent(client.get(address), numerator="117", actual="", change_reason="Counted again.")
    )

    assert answer.status_code == 302
    reading.refresh_from_db()
    [first, *_] = history.entries(reading)
    assert (reading.actual, first.reason) == (Decimal("58.5"), "Counted again.")
    assert [(one.label, one.before, one.after) for one in first.changes] == [
        ("Numerator", "115", "117"),
        ("Actual", "57.5", "58.5"),
    ]


def test_two_people_entering_different_figures_merge(client, reading, manager):
    client.force_login(manager)
    address = f"{HERE}M-01/readings/2026-27-q1/edit/"
    drawn = client.get(address)
    with change():
        reading.target = Decimal(65)
        reading.save()

    answer = client.post(address, sent(drawn, note="Provisional"))

    reading.refresh_from_db()
    assert (answer.status_code, reading.target, reading.note) == (302, Decimal(65), "Provisional")


def test_a_measure_is_added_with_a_reference_of_its_own(client, measure, manager):
    client.force_login(manager)
    page = client.get(f"{HERE}add/")

    answer = client.post(f"{HERE}add/", sent(page, title="Homes started", unit="homes"))

    assert answer.status_code == 302
    assert answer.url == f"{HERE}M-02/"


def test_a_share_needs_both_its_halves(client, measure, manager):
    client.force_login(manager)
    page = client.get(f"{HERE}add/")

    answer = client.post(f"{HERE}add/", sent(page, title="Homes", unit="homes", numerator="Homes begun"))

    assert errors_of(answer) == ["Say both what is counted and out of what, or neither."]


def test_theme_leads_enter_their_theme_s_figures_and_officers_read_them(client, reading, theme_lead, officer):
    address = f"{HERE}M-01/readings/2026-27-q1/edit/"
    got = []
    for person in (theme_lead, officer):
        client.force_login(person)
        got.append(client.get(address).status_code)

    assert got == [200, 403]


def test_all_measures_are_taken_away_as_files_with_numbers_as_numbers(client, reading, chief_executive):
    client.force_login(chief_executive)

    text = client.get(f"{HERE}export.csv").content.decode("utf-8-sig")
    [line] = csv.DictReader(io.StringIO(text))
    book = load_workbook(io.BytesIO(client.get(f"{HERE}export.xlsx").content))

    assert (line["Reference"], line["Figure"], line["Status"]) == ("M-01", "57.5000", "Off target")
    assert book.active["M2"].value == 57.5
    assert client.get(f"{HERE}export.pdf").status_code == 404


def test_one_measure_s_figures_are_a_file_too(client, reading, chief_executive):
    client.force_login(chief_executive)

    text = client.get(f"{HERE}M-01/figures.csv").content.decode("utf-8-sig")

    [line] = csv.DictReader(io.StringIO(text))
    assert (line["Period"], line["Numerator"], line["Tolerance"]) == ("Q1 2026/27", "115.0000", "2.0000")


def test_a_report_draws_the_same_table_and_counts_what_is_off_target(reading, partnership, manager):
    measures = block("programmes.measures")
    context = BlockContext(partnership, manager, date(2026, 7, 6), surface="print")

    found = measures.result(context)

    assert found.flat[0][:6] == (
        "M-01",
        "Apprentices who finish",
        "Q1 2026/27",
        "57.5%",
        "60%",
        "Off target",
    )
    assert {name: one.value for name, one in measures.figures(found).items()} == {
        "measures": 1,
        "off_target": 1,
        "no_figure": 0,
    }
    assert found.rows[0].url == ""


def test_the_list_costs_the_same_for_any_number_of_measures(
    client, plan, reading, manager, django_assert_num_queries
):
    client.force_login(manager)
    client.get(HERE)
    with django_assert_num_queries(7):
        client.get(HERE)
    for _ in range(5):
        ReadingFactory(measure=MeasureFactory(plan=plan))
    with django_assert_num_queries(7):
        client.get(HERE)
