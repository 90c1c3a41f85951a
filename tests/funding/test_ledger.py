"""The ledger: each step with its date and decision, what partners pay each other, a partner's own page."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from core.change import change
from core.domain.windows import DateWindow
from core.permissions import Role
from core.services import archive, save_row
from funding.models import Contribution, Transfer
from funding.queries import Books, transfers
from tests.factories.funding import ContributionFactory, TransferFactory
from tests.factories.governance_risks import DecisionFactory, UndertakingFactory
from tests.factories.partnerships import BoardFactory, OrganisationFactory, person_with

MOMENT = datetime(2023, 7, 20, 12, tzinfo=UTC)


@pytest.fixture
def signed_in(client, manager, july_2023):
    client.force_login(manager)
    return client


@pytest.fixture
def board(partnership):
    return BoardFactory(partnership=partnership, name="Joint committee")


def text_of(client, tail):
    page = client.get(f"/p/tees/money/{tail}")
    assert page.status_code == 200
    return page.content.decode()


def agreed(one, board, manager, state="agreed_in_principle", on=date(2023, 9, 12), **values):
    """Take a contribution a step on."""
    for name, value in {"state": state, "state_on": on, "board": board, "decided_on": on, **values}.items():
        setattr(one, name, value)
    return save_row(one, by=manager, reason=f"Step of {on}.")


def test_every_step_stays_with_its_date_and_the_decision_that_made_it(signed_in, board, manager):
    one = Contribution.objects.get(reference="CO-1")
    agreed(one, board, manager, minute="JC 12")
    agreed(one, board, manager, "committed", date(2023, 10, 2), condition_met=True, minute="JC 19")

    text = text_of(signed_in, "contributions/CO-1/")

    rows = text.split('id="steps"')[1].split("</table>")[0]
    assert [
        rows.count(said)
        for said in (
            "Proposed, condition not met",
            ">Proposed<",
            "Agreed in principle",
            "Committed, condition met",
            "12 September 2023, minute JC 12",
            "2 October 2023, minute JC 19",
        )
    ] == [0, 1, 1, 1, 1, 1]


def test_in_principle_is_committed_in_no_total_of_the_partners_page(signed_in, board, manager):
    agreed(Contribution.objects.get(reference="CO-1"), board, manager)

    text = text_of(signed_in, "partners/county/")

    assert "Committed: £0, of which £0 is received." in text
    assert "Agreed in principle only: £70,161. Proposed: £0." in text
    assert "£174,499" in text
    assert "52.63%" in text


def test_a_condition_on_the_others_shows_how_many_have_committed(
    signed_in, july_2023, bodies, board, manager
):
    one = Contribution.objects.get(reference="CO-1")
    one.condition_kind = "others_commitment"
    save_row(one, by=manager)
    for name in ("dales", "high-peak"):
        ContributionFactory(
            partnership=one.partnership, phase=one.phase, organisation=bodies[name], reference=f"CO-{name}"
        )
    agreed(Contribution.objects.get(reference="CO-dales"), board, manager, "committed")

    assert "Of 2 other contributions to this phase 1 committed." in text_of(signed_in, "contributions/CO-1/")


def test_a_rebalancing_changes_what_both_pay_and_nobody_elses_total(signed_in, bodies, board):
    before = text_of(signed_in, "tables/contributions.csv").splitlines()
    form = {
        "kind": "rebalancing",
        "payer": bodies["dales"].pk,
        "payee": bodies["county"].pk,
        "amount": "£1,250.50",
        "on": "2024-04-01",
        "board": board.pk,
        "decided_on": "2024-03-05",
        "minute": "JC 31",
        "why": "New shares by population",
    }

    page = signed_in.post("/p/tees/money/transfers/add/", form)

    assert page.status_code == 302
    after = text_of(signed_in, "tables/contributions.csv").splitlines()
    assert before[-1].endswith("All partners,70161.00,0,0,0,70161.00")
    assert after[1:] == [
        "County Council,70161.00,0,0,0,-1250.50,68910.50",
        "Derbyshire Dales,0,0,0,0,1250.50,1250.50",
        "All partners,70161.00,0,0,0,0,70161.00",
    ]
    said = "Derbyshire Dales pays £1,250.50 more and County Council as much less, from 1 April 2024."
    assert said in text_of(signed_in, "transfers/")
    assert "Re-balancings and repayments make it £1,250.50 less." in text_of(signed_in, "partners/county/")


def test_an_entry_is_never_edited_or_taken_out_only_answered_by_another(signed_in, partnership, manager):
    one = TransferFactory(partnership=partnership)
    one.amount = Decimal(1)

    with pytest.raises(ValidationError, match=r"An entry is never changed or taken out"):
        save_row(one, by=manager)
    with pytest.raises(ValidationError, match=r"An entry is never changed or taken out"):
        archive(Transfer.objects.get(), by=manager, reason="Gone.", moment=MOMENT)
    again = Transfer.objects.get()
    again.minute = "JC 31"
    assert save_row(again, by=manager).minute == "JC 31"


def test_the_books_at_a_moment_know_no_later_entry(partnership, july_2023, manager):
    with change(moment=datetime(2024, 4, 2, tzinfo=UTC)):
        TransferFactory(partnership=partnership)

    assert [len(transfers(Books(partnership, manager, at))) for at in (MOMENT, None)] == [0, 1]


def test_a_body_that_has_nothing_to_do_with_the_money_has_no_page(signed_in):
    OrganisationFactory(code="elsewhere")

    assert signed_in.get("/p/tees/money/partners/elsewhere/").status_code == 404
    assert signed_in.get("/p/tees/money/partners/nobody/").status_code == 404


def test_a_partner_reads_its_own_page_and_writes_no_entry(client, july_2023, partner_officer):
    client.force_login(partner_officer)

    assert "No contribution is recorded." in text_of(client, "partners/dales/")
    assert client.get("/p/tees/money/transfers/add/").status_code == 403


def test_a_chief_executive_finds_the_partners_on_the_money_page(client, july_2023, partnership):
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=partnership))

    assert 'href="/p/tees/money/partners/county/"' in text_of(client, "")


def test_a_decision_recorded_later_stands_beside_the_contribution_it_made(
    signed_in, board, manager, partnership
):
    agreed(Contribution.objects.get(reference="CO-1"), board, manager)
    before = text_of(signed_in, "contributions/CO-1/")

    DecisionFactory(
        partnership=partnership,
        board=board,
        title="Phase 1 agreed",
        decided=DateWindow.day(date(2023, 9, 12)),
    )
    DecisionFactory(partnership=partnership, board=board, title="Something else")

    after = text_of(signed_in, "contributions/CO-1/")
    assert ("Phase 1 agreed" in before, "Phase 1 agreed" in after, "Something else" in after) == (
        False,
        True,
        False,
    )


def test_a_partners_page_says_what_is_asked_of_it_beside_money_and_since_when(signed_in, bodies, partnership):
    UndertakingFactory(
        partnership=partnership,
        owner=bodies["dales"],
        kind="officer_time",
        wording="Two days a week of a planner",
        state="refused",
        said_on=date(2023, 9, 1),
    )
    UndertakingFactory(partnership=partnership, owner=bodies["county"], wording="Host the posts")

    text = text_of(signed_in, "partners/dales/")

    assert ("Two days a week of a planner" in text, "Host the posts" in text) == (True, False)
    assert "1 September 2023" in text
    assert "Refused on 1 September 2023" in signed_in.get("/p/tees/undertakings/").content.decode()
