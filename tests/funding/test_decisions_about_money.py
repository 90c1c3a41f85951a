"""An option is agreed by a decision, and a contribution goes step by step; pages and admin alike."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from core.change import change
from core.services import save_row
from funding import services
from funding.models import Contribution, Option
from tests.factories.funding import (
    ActualFactory,
    ContributionFactory,
    OptionFactory,
    PhaseFactory,
    ProfileMoveFactory,
    ProfileQuarterFactory,
    SourceFactory,
    TransferFactory,
)
from tests.factories.partnerships import BoardFactory, OrganisationFactory, PartnershipFactory
from tests.thorough import kept_when_fast

AGREE = "/p/tees/money/PH-2/options/2/agree/"
STEP = "/p/tees/money/contributions/CO-1/edit/"


@pytest.fixture
def signed_in(client, manager):
    client.force_login(manager)
    return client


def states():
    return dict(Option.objects.filter(phase__reference="PH-2").values_list("order", "state"))


# --- options ----------------------------------------------------------------------------------


def test_agreeing_an_option_sets_the_others_aside_in_one_change(signed_in, july_2023, board, manager):
    data = {"board": board.pk, "decided_on": "2023-09-01", "minute": "12", "version": 1}

    page = signed_in.post(AGREE, data | {"change_reason": "Resolved in September."})

    assert (page.status_code, page.url) == (302, "/p/tees/money/PH-2/#funding")
    assert states() == {1: "not_taken", 2: "agreed"}
    rows = [option.history.first() for option in Option.objects.filter(phase__reference="PH-2")]
    assert len({row.change_set for row in rows}) == 1
    told = {(row.history_user, row.history_change_reason) for row in rows}
    assert told == {(manager, "Resolved in September.")}
    text = signed_in.get("/p/tees/money/PH-2/").content.decode()
    assert "Joint Committee, 1 September 2023, minute 12" in text
    assert "£120,000" in text  # the option not taken stays readable


@pytest.mark.parametrize("missing", ["board", "decided_on"])
def test_without_a_board_or_a_day_nothing_is_agreed(signed_in, july_2023, board, missing):
    data = {"board": board.pk, "decided_on": "2023-09-01", "version": 1, missing: ""}

    page = signed_in.post(AGREE, data)

    assert page.status_code == 422
    assert states() == {1: "proposed", 2: "proposed"}


def test_a_board_of_another_partnership_decides_nothing_here(signed_in, july_2023):
    elsewhere = BoardFactory()

    page = signed_in.post(AGREE, {"board": elsewhere.pk, "decided_on": "2023-09-01", "version": 1})

    assert page.status_code == 422
    assert states() == {1: "proposed", 2: "proposed"}


def test_the_cabinet_of_a_member_may_decide(signed_in, july_2023, bodies):
    cabinet = BoardFactory(partnership=None, organisation=bodies["county"], kind="cabinet_or_executive")

    page = signed_in.post(AGREE, {"board": cabinet.pk, "decided_on": "2023-09-01", "version": 1})

    assert page.status_code == 302
    assert states() == {1: "not_taken", 2: "agreed"}


def test_a_later_decision_replaces_the_agreed_option(july_2023, board, manager):
    first, second = Option.objects.filter(phase__reference="PH-2").order_by("order")
    for option, day in ((first, date(2023, 9, 1)), (second, date(2024, 1, 1))):
        option.refresh_from_db()
        option.board, option.decided_on = board, day
        services.agree_option(option=option, by=manager)

    assert states() == {1: "not_taken", 2: "agreed"}


def test_an_agreed_option_does_not_go_back_to_proposed(july_2023, board, manager):
    option = july_2023.option
    option.board, option.decided_on = board, date(2023, 9, 1)
    services.agree_option(option=option, by=manager)
    option.state = Option.State.PROPOSED

    with pytest.raises(ValidationError, match="cannot move to proposed"):
        save_row(option, by=manager)


def test_a_line_takes_its_source_from_its_own_partnership(july_2023, manager):
    line = july_2023.option.lines.get(order=1)
    line.source_of_money = SourceFactory(partnership=PartnershipFactory())

    with pytest.raises(ValidationError, match="belongs to another partnership"):
        save_row(line, by=manager)


def option_form(option, **values):
    lines = list(option.lines.all())
    data = {
        "phase": option.phase_id,
        "order": option.order,
        "name": option.name,
        "state": option.state,
        "board": option.board_id or "",
        "decided_on": "",
        "minute": "",
        "source": "",
        "version": option.version,
        "lines-TOTAL_FORMS": len(lines),
        "lines-INITIAL_FORMS": len(lines),
    }
    for at, line in enumerate(lines):
        data |= {
            f"lines-{at}-id": line.pk,
            f"lines-{at}-option": option.pk,
            f"lines-{at}-order": line.order,
            f"lines-{at}-source_of_money": line.source_of_money_id,
            f"lines-{at}-amount": str(line.amount),
            f"lines-{at}-printed_percent": line.printed_percent or "",
            f"lines-{at}-version": line.version,
        }
    return data | values


def test_the_admin_agrees_an_option_as_its_page_does(signed_in, july_2023, board):
    values = {"state": "agreed", "board": board.pk, "decided_on": "2023-09-01", "change_reason": "Resolved."}
    address = f"/admin/funding/option/{july_2023.option.pk}/change/"

    refused = signed_in.post(address, option_form(july_2023.option, **values | {"board": ""}))
    page = signed_in.post(address, option_form(july_2023.option, **values))

    assert (refused.status_code, page.status_code) == (200, 302)
    assert "A recommendation alone agrees nothing." in refused.content.decode()
    assert states() == {1: "not_taken", 2: "agreed"}


def test_the_admin_changes_a_line_inside_its_option(signed_in, july_2023):
    values = {"lines-1-amount": "81000", "change_reason": "Corrected."}

    page = signed_in.post(
        f"/admin/funding/option/{july_2023.option.pk}/change/", option_form(july_2023.option, **values)
    )

    assert page.status_code == 302
    assert july_2023.option.lines.get(order=2).amount == Decimal(81000)


# --- contributions ------------------------------------------------------------------------------


def step(decided_by, **values):
    return {
        "state": "agreed_in_principle",
        "state_on": "2023-07-20",
        "board": decided_by.pk,
        "decided_on": "2023-07-20",
        "minute": "7",
        "version": 1,
        "change_reason": "Resolved in July.",
    } | values


def test_a_step_is_saved_with_its_date_and_its_decision(signed_in, july_2023, board, manager):
    page = signed_in.post(STEP, step(board))

    one = Contribution.objects.get()
    newest = one.history.first()
    assert (page.status_code, one.state, one.state_on) == (302, "agreed_in_principle", date(2023, 7, 20))
    assert (newest.history_user, newest.history_change_reason) == (manager, "Resolved in July.")
    assert "Joint Committee, 20 July 2023, minute 7" in signed_in.get(page.url).content.decode()


def test_an_unmet_condition_is_never_committed_and_in_principle_is_not(signed_in, july_2023, board):
    page = signed_in.post(STEP, step(board, state="committed"))

    assert page.status_code == 422
    assert "depends on a condition that is not met, so it cannot be committed" in page.content.decode()
    signed_in.post(STEP, step(board))
    found = signed_in.get("/p/tees/money/tables/contributions.csv").content.decode("utf-8-sig")
    assert found.splitlines()[1] == "County Council,0,70161.00,0,0,70161.00"


def test_once_its_condition_is_met_it_is_committed(signed_in, july_2023, board):
    page = signed_in.post(STEP, step(board, state="committed", condition_met="true"))

    assert page.status_code == 302
    assert Contribution.objects.get().state == "committed"


def test_a_step_without_a_reason_or_a_decision_is_refused_beside_its_fields(signed_in, july_2023, board):
    page = signed_in.post(STEP, step(board, change_reason="", board="", decided_on="", state_on=""))

    assert page.status_code == 422
    assert sorted(page.context["form"].errors) == ["board", "change_reason", "decided_on", "state_on"]


def test_only_states_that_can_follow_are_offered(signed_in, july_2023):
    choices = signed_in.get(STEP).context["form"].fields["state"].choices

    labels = [str(label) for _, label in choices]
    assert labels == ["Proposed", "Agreed in principle", "Committed", "Withdrawn"]


def test_a_clash_over_a_contribution_is_asked_about(signed_in, july_2023, board, administrator):
    one = Contribution.objects.get()
    with change(by=administrator):
        one.state, one.state_on = Contribution.State.WITHDRAWN, date(2023, 7, 1)
        one.save()

    page = signed_in.post(STEP, step(board))

    assert page.status_code in {409, 422}
    one.refresh_from_db()
    assert one.state == "withdrawn"


def test_the_admin_and_a_restore_keep_the_order_of_steps(signed_in, july_2023, manager):
    one = Contribution.objects.get()
    with change(by=manager):
        one.state, one.state_on = Contribution.State.WITHDRAWN, date(2023, 7, 21)
        one.save()
    one.state = Contribution.State.RECEIVED

    with pytest.raises(ValidationError, match="cannot move to received"):
        save_row(one, by=manager)


def test_phase_source_and_board_are_the_partnership_s_own(partnership, manager):
    elsewhere = PartnershipFactory()
    one = ContributionFactory.build(
        partnership=partnership,
        phase=PhaseFactory(partnership=elsewhere),
        organisation=OrganisationFactory(),
        source_of_money=SourceFactory(partnership=elsewhere),
        board=BoardFactory(partnership=elsewhere),
    )

    with pytest.raises(ValidationError) as refused:
        save_row(one, by=manager)

    assert sorted(refused.value.error_dict) == ["board", "phase", "source_of_money"]


# --- phases in the admin ----------------------------------------------------------------------


def phase_form(phase, **values):
    data = {
        "partnership": phase.partnership_id,
        "reference": phase.reference,
        "plan": "",
        "name": phase.name,
        "state": phase.state,
        "starts_on": "2024-04-01",
        "ends_on": "2025-03-31",
        "period_first": "",
        "period_last": "",
        "period_wording": "",
        "months_charged": "",
        "note": "",
        "source": "",
        "version": phase.version,
    }
    parts = {
        "posts": (list(phase.posts.all()), ("title", "grade", "number", "unit_cost", "basis")),
        "lines": (list(phase.lines.all()), ("name", "amount", "kind")),
        "profile": ([], ()),
    }
    for prefix, (rows, fields) in parts.items():
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": len(rows)}
        for at, row in enumerate(rows):
            data |= {f"{prefix}-{at}-{name}": str(getattr(row, name)) for name in fields}
            data |= {
                f"{prefix}-{at}-id": row.pk,
                f"{prefix}-{at}-phase": phase.pk,
                f"{prefix}-{at}-order": row.order,
                f"{prefix}-{at}-version": row.version,
            }
    return data | values


def test_posts_and_lines_are_edited_inside_their_phase(signed_in, july_2023):
    phase = july_2023.phases["PH-2"]
    values = {"posts-1-number": "3", "lines-0-amount": "40000", "change_reason": "Fewer officers."}

    page = signed_in.post(f"/admin/funding/phase/{phase.pk}/change/", phase_form(phase, **values))

    assert page.status_code == 302
    assert phase.posts.get(order=2).number == Decimal(3)
    assert phase.lines.get(order=1).amount == Decimal(40000)


def test_a_stale_post_inside_a_phase_gets_the_conflict_page(signed_in, july_2023, administrator):
    phase = july_2023.phases["PH-2"]
    form = phase_form(phase, **{"posts-1-number": "3"})
    with change(by=administrator):
        post = phase.posts.get(order=2)
        post.number = Decimal(5)
        post.save()

    page = signed_in.post(f"/admin/funding/phase/{phase.pk}/change/", form)

    assert page.status_code == 409
    post.refresh_from_db()
    assert post.number == Decimal(5)


MODELS = [model._meta.model_name for model in apps.get_app_config("funding").get_models()]
MODELS = [name for name in MODELS if not name.startswith("historical")]
KEPT = {"actual", "contribution", "phase", "split"}


@pytest.mark.parametrize("model", kept_when_fast(MODELS, KEPT))
def test_every_list_in_the_admin_opens_searches_and_exports(signed_in, july_2023, model):
    found = [
        signed_in.get(f"/admin/funding/{model}/{tail}").status_code for tail in ("", "?q=phase", "export/")
    ]

    assert found == [200, 200, 200]


@pytest.mark.parametrize("model", kept_when_fast([model for model in MODELS if model != "share"], KEPT))
def test_every_form_in_the_admin_opens_for_a_new_and_a_stored_row(signed_in, july_2023, model):
    partnership = july_2023.split.partnership
    TransferFactory(partnership=partnership)
    ProfileQuarterFactory(phase=july_2023.phases["PH-2"])
    ProfileMoveFactory(partnership=partnership, phase=july_2023.phases["PH-2"])
    ActualFactory(phase=july_2023.phases["PH-2"])
    stored = apps.get_model("funding", model).objects.order_by("pk")[0]

    found = [
        signed_in.get(f"/admin/funding/{model}/{tail}").status_code
        for tail in ("add/", f"{stored.pk}/change/")
    ]

    assert found == [200, 200]


def test_autocomplete_offers_only_what_the_manager_reaches(signed_in, july_2023):
    OptionFactory(phase=PhaseFactory(partnership=PartnershipFactory(), name="Phase of others"))

    found = signed_in.get(
        "/admin/autocomplete/?term=phase&app_label=funding&model_name=option&field_name=phase"
    ).json()

    assert sorted(one["text"] for one in found["results"]) == ["Phase 1", "Phase 2"]
