"""Actions under replaced themes are carried over to those in force: followed, chosen, as one, none lost."""

import pytest
from django.urls import reverse

from core.change import change
from partnerships.models import ThemeSet
from programmes.models import Action
from tests.factories.partnerships import OutcomeFactory, ThemeFactory, ThemeLinkFactory, ThemeSetFactory
from tests.factories.programmes import ActionFactory

HERE = "/p/tees/plan/carry-over/"


@pytest.fixture
def new(plan):
    """Three themes in force, after those of the plan were replaced."""
    with change():
        plan.theme_set.state = ThemeSet.State.REPLACED
        plan.theme_set.save()
    themes = ThemeSetFactory(partnership=plan.partnership, reference="six")
    return [ThemeFactory(theme_set=themes, reference=one, name=one) for one in ("Skills", "Jobs", "Homes")]


@pytest.fixture
def left(plan, theme, action, new):
    """ES-01 has one way on, BS-01 two, LC-01 none."""
    divided = ThemeFactory(theme_set=plan.theme_set, reference="BS", name="Business support")
    forgotten = ThemeFactory(theme_set=plan.theme_set, reference="LC", name="Living and culture")
    ThemeLinkFactory(predecessor=theme, successor=new[0], inferred=True)
    ThemeLinkFactory(predecessor=divided, successor=new[1])
    ThemeLinkFactory(predecessor=divided, successor=new[2])
    return [
        action,
        ActionFactory(plan=plan, theme=divided, reference="BS-01", title="One front door"),
        ActionFactory(plan=plan, theme=forgotten, reference="LC-01", title="Festival"),
    ]


def asked(form):
    """What the page offers for each action: its label, what is filled in, and what is said of its way."""
    return [
        (form[f"action-{one.action.pk}"].label, form[f"action-{one.action.pk}"].initial, one.inferred)
        for one in form.left
    ]


def sent(form, **chosen):
    """The form as a browser sends it back."""
    data = {field.html_name: "" if field.initial is None else field.initial for field in form}
    return data | {"reason": "The board agreed six themes."} | chosen


def test_one_printed_or_inferred_way_is_filled_in_and_a_divided_or_lost_theme_is_asked_about(
    client, left, manager
):
    client.force_login(manager)

    page = client.get(HERE)

    assert asked(page.context["form"]) == [
        ("BS-01 One front door", "", False),
        ("ES-01 Share apprenticeship levy", "Skills", True),
        ("LC-01 Festival", "", False),
    ]
    helps = [page.context["form"][f"action-{one.pk}"].help_text for one in left]
    assert helps == [
        "Under Employment and skills now. The link to the new theme is inferred.",
        "Under Business support now. That theme carries on in Jobs and Homes, so choose one.",
        "Under Living and culture now. Nothing says where that theme carries on, so choose one.",
    ]


def test_a_theme_replaced_twice_is_followed_to_the_end(client, left, plan, new, manager):
    between = ThemeFactory(
        theme_set=ThemeSetFactory(partnership=plan.partnership, state=ThemeSet.State.REPLACED), reference="M"
    )
    moved = ActionFactory(plan=plan, theme=between, reference="M-01", title="Moved once")
    ThemeLinkFactory(predecessor=left[2].theme, successor=between)
    ThemeLinkFactory(predecessor=between, successor=new[2], inferred=True)
    client.force_login(manager)

    found = asked(client.get(HERE).context["form"])

    assert found[2:] == [("LC-01 Festival", "Homes", True), (str(moved), "Homes", True)]


def test_they_are_carried_over_as_one_change_and_taken_back_as_one(client, left, manager):
    outcome = OutcomeFactory(theme=left[0].theme)
    with change():
        left[0].outcome = outcome
        left[0].save()
    client.force_login(manager)
    form = client.get(HERE).context["form"]

    answer = client.post(HERE, sent(form, **{f"action-{left[1].pk}": "Jobs"}), follow=True)

    placed = dict(Action.objects.values_list("reference", "theme__reference"))
    assert placed == {"ES-01": "Skills", "BS-01": "Jobs", "LC-01": "LC"}
    assert "Carried over 2 actions." in answer.content.decode()
    past = left[0].history.first()
    assert (past.outcome_id, past.history_change_reason) == (None, "The board agreed six themes.")

    client.post(answer.redirect_chain[-1][0])

    left[0].refresh_from_db()
    assert (left[0].theme.reference, left[0].outcome) == ("ES", outcome)
    assert Action.objects.get(reference="BS-01").theme.reference == "BS"


def test_what_is_missing_or_was_changed_meanwhile_comes_back_with_everything_chosen(client, left, manager):
    client.force_login(manager)
    form = client.get(HERE).context["form"]
    nowhere = sent(form, **{f"action-{left[0].pk}": ""})
    with change():
        left[0].title = "Newer"
        left[0].save()

    refusals = [
        client.post(HERE, data)
        for data in (sent(form), nowhere, sent(form, reason=""), sent(form, **{f"action-{left[0].pk}": "ES"}))
    ]

    assert [answer.status_code for answer in refusals] == [422] * 4
    said = [next(iter(answer.context["form"].errors.values()))[0] for answer in refusals]
    assert said == [
        "ES-01 was changed since this page was drawn. Look at it again.",
        "Choose a new theme for at least one action.",
        "Say why they move, such as the decision that replaced the themes.",
        "Select a valid choice. ES is not one of the available choices.",
    ]
    assert set(Action.objects.values_list("theme__reference", flat=True)) == {"ES", "BS", "LC"}


def test_after_a_second_look_what_was_changed_meanwhile_is_carried_over_too(client, left, manager):
    client.force_login(manager)
    form = client.get(HERE).context["form"]
    with change():
        left[0].title = "Newer"
        left[0].save()

    refused = client.post(HERE, sent(form)).context["form"]
    shown = {field.html_name: field.value() or "" for field in refused}
    answer = client.post(HERE, shown)

    assert (shown[f"action-{left[0].pk}"], answer.status_code) == ("Skills", 302)
    assert Action.objects.get(reference="ES-01").theme.reference == "Skills"


def test_an_action_that_came_since_the_page_was_drawn_stays_where_it_is(client, left, manager):
    client.force_login(manager)
    form = client.get(HERE).context["form"]
    ActionFactory(plan=left[0].plan, theme=left[0].theme, reference="ES-09", title="New")

    answer = client.post(HERE, sent(form))

    assert (answer.status_code, Action.objects.get(reference="ES-09").theme.reference) == (302, "ES")


def test_without_anything_left_behind_the_page_says_so(client, action, manager):
    client.force_login(manager)

    text = client.get(HERE).content.decode()

    assert "No action stands under a theme that was replaced." in text
    assert "Carry them over" not in text


def test_a_theme_lists_its_actions_and_a_replaced_one_says_what_to_do(client, left, manager, officer):
    page = left[0].theme.get_absolute_url()
    told = []
    for person in (manager, officer):
        client.force_login(person)
        told.append(client.get(page).content.decode())

    assert all("Share apprenticeship levy" in text for text in told)
    assert [reverse("programmes:carry", args=["tees"]) in text for text in told] == [True, False]
    assert "The programme manager carries its actions over to the new themes." in told[1]
