"""A split is saved whole or refused, wherever it is saved."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from core.change import change
from core.forms import AuditedForm
from core.services import archive, save_row, unarchive
from funding import services
from funding.forms import SplitForm
from funding.models import Share, Split
from tests.factories.partnerships import MembershipStatusFactory, OrganisationFactory

EDIT = "/p/tees/money/splits/SP-1/edit/"
AGREED = {f"shares-{at}-departs": "As the leaders agreed" for at in range(4)}


def form_of(split, new_rows=0, **values):
    """What a browser sends for the split and its shares as they stand."""
    split.refresh_from_db()
    shares = list(split.shares.filter(archived_at__isnull=True))
    data = {
        "name": split.name,
        "phase": split.phase_id or "",
        "total": str(split.total),
        "rule": split.rule,
        "unit": str(split.unit),
        "remainder": split.remainder,
        "state": split.state,
        "decided_on": split.decided_on.isoformat() if split.decided_on else "",
        "version": split.version,
        "shares-TOTAL_FORMS": len(shares) + new_rows,
        "shares-INITIAL_FORMS": len(shares),
    }
    for at, share in enumerate(shares):
        data |= {
            f"shares-{at}-id": share.pk,
            f"shares-{at}-split": split.pk,
            f"shares-{at}-organisation": share.organisation_id,
            f"shares-{at}-weight": str(share.weight),
            f"shares-{at}-amount": str(share.amount),
            f"shares-{at}-version": share.version,
        }
        if share.takes_remainder:
            data[f"shares-{at}-takes_remainder"] = "on"
    return {name: value for name, value in (data | values).items() if value is not None}


def amounts(split):
    return [share.amount for share in split.shares.filter(archived_at__isnull=True)]


@pytest.fixture
def split(july_2023):
    return july_2023.split


@pytest.fixture
def signed_in(client, manager):
    client.force_login(manager)
    return client


def test_empty_amounts_are_worked_out_and_saved_as_one_change(signed_in, split, manager):
    empty = {f"shares-{at}-amount": "" for at in range(4)}

    page = signed_in.post(EDIT, form_of(split, total="£400,000", change_reason="New budget.", **empty))

    assert page.status_code == 302
    split.refresh_from_db()
    assert (split.total, amounts(split)) == (400000, [210526, 63158, 63158, 63158])
    rows = [split.history.first(), *[share.history.first() for share in split.shares.all()]]
    assert len({row.change_set for row in rows}) == 1
    assert {(row.history_user, row.history_change_reason) for row in rows} == {(manager, "New budget.")}


def test_shares_that_are_not_the_total_are_refused_and_nothing_is_saved(signed_in, split):
    page = signed_in.post(EDIT, form_of(split, **{"shares-3-amount": "52,000", "name": "Typed with care"}))

    assert page.status_code == 422
    text = page.content.decode()
    assert "The shares add up to £331,199, £350 less than the total of £331,549." in text
    assert "Typed with care" in text
    assert "52,000" in text
    split.refresh_from_db()
    assert (split.name, amounts(split)) == ("Shares of 2022", [174499, 52350, 52350, 52350])


def test_an_agreed_amount_may_depart_from_the_rule_as_long_as_the_whole_is_kept(signed_in, split):
    values = {
        "shares-0-amount": "174000",
        "shares-1-amount": "52849",
        "shares-0-departs": "Hosts the team",
        "shares-1-departs": "Takes what the county is let off",
    }
    page = signed_in.post(EDIT, form_of(split, **values))

    assert page.status_code == 302
    text = signed_in.get("/p/tees/money/splits/SP-1/").content.decode()
    assert "£499 less than the rule gives: Hosts the team" in text
    assert "£499 more than the rule gives: Takes what the county is let off" in text


def test_an_amount_that_departs_from_the_rule_without_a_reason_is_refused(signed_in, split):
    page = signed_in.post(EDIT, form_of(split, **{"shares-0-amount": "174000", "shares-1-amount": "52849"}))

    assert page.status_code == 422
    assert (
        "County Council is to pay £174,000, £499 less than the share by the rule of £174,499. Say why, or "
        "leave every amount empty to have the rule work them out."
    ) in page.content.decode()
    assert amounts(split) == [174499, 52350, 52350, 52350]


def test_the_server_works_the_shares_out_without_saving(signed_in, split):
    empty = {f"shares-{at}-amount": "" for at in range(4)}

    page = signed_in.post(EDIT, form_of(split, total="100", do="work-out", **empty))

    assert page.status_code == 200
    assert "Nothing is saved yet." in page.content.decode()
    assert [form["amount"].value() for form in page.context["formset"].forms[:4]] == [
        "52.00",
        "16.00",
        "16.00",
        "16.00",
    ]
    split.refresh_from_db()
    assert split.total == Decimal(331549)


def test_a_row_more_keeps_what_was_typed_and_complains_of_nothing(signed_in, split):
    page = signed_in.post(EDIT, form_of(split, total="12,34", do="more"))

    assert page.status_code == 200
    assert len(page.context["formset"].forms) == 5
    assert page.context["form"]["total"].value() == "12,34"
    assert "There is a problem" not in page.content.decode()


def test_a_party_is_added_and_another_taken_out(signed_in, split, bodies):
    changed = {
        "shares-2-take_out": "on",
        "shares-4-organisation": bodies["dales"].pk,
        "shares-4-weight": "3",
        "shares-4-amount": "52350",
        "shares-4-version": "1",
    }

    page = signed_in.post(EDIT, form_of(split, new_rows=1, **changed))

    assert page.status_code == 302
    assert [(share.order, share.archived_at is None) for share in split.shares.order_by("order")] == [
        (1, True),
        (2, True),
        (3, False),
        (4, True),
        (5, True),
    ]
    assert sum(amounts(split)) == Decimal(331549)


def test_a_body_outside_the_partnership_is_no_choice(signed_in, split):
    outsider = OrganisationFactory(name="Elsewhere")

    page = signed_in.get(EDIT)

    names = [
        str(label) for _, label in page.context["formset"].forms[0].fields["organisation"].widget.choices
    ]

    assert names == ["Choose a body", "Chesterfield", "County Council", "Derbyshire Dales", "High Peak"]
    page = signed_in.post(EDIT, form_of(split, **{"shares-1-organisation": outsider.pk}))
    assert page.status_code == 422


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"rule": "by_percentage"}, "Percentages of 19% come to £268,554.69 less than £331,549."),
        (
            {"shares-0-weight": "0", "shares-1-weight": "0", "shares-2-weight": "0", "shares-3-weight": "0"},
            "above nought",
        ),
        ({"shares-1-amount": ""}, "Give every share an amount, or none to have the rule work them all out."),
        ({"shares-1-organisation": ""}, "Choose the organisation"),
        ({"total": "lots"}, "is not an amount of money"),
        ({"total": "-5"}, "0"),
    ],
)
def test_a_rule_that_does_not_work_is_refused_in_a_sentence(signed_in, split, changed, sentence):
    page = signed_in.post(EDIT, form_of(split, **changed))

    assert page.status_code == 422
    assert sentence in page.content.decode()
    split.refresh_from_db()
    assert (split.version, amounts(split)) == (1, [174499, 52350, 52350, 52350])


def test_a_clash_over_one_share_is_asked_about(signed_in, split, bodies, administrator):
    mine = form_of(split, **{"shares-0-amount": "174000", "shares-1-amount": "52849"}, **AGREED)
    with change(by=administrator):
        services.save_split(split=split, shares=moved(split, 0, 1, -99), by=administrator)

    page = signed_in.post(EDIT, mine)

    assert page.status_code == 409
    assert amounts(split) == [174400, 52449, 52350, 52350]
    chosen = dict(page.context["hidden"]) | {"keep-shares-0-amount": "yours", "keep-shares-1-amount": "yours"}
    assert signed_in.post(EDIT, chosen).status_code == 302
    assert amounts(split) == [174000, 52849, 52350, 52350]


def test_changes_to_different_shares_are_merged(signed_in, split, administrator):
    mine = form_of(split, **{"shares-2-amount": "52300", "shares-3-amount": "52400"}, **AGREED)
    services.save_split(split=split, shares=moved(split, 0, 1, -99), by=administrator)

    page = signed_in.post(EDIT, mine)

    assert page.status_code == 302
    assert amounts(split) == [174400, 52449, 52300, 52400]


def moved(split, giver, taker, amount):
    """The shares with so many pounds moved from one to another."""
    shares = list(split.shares.all())
    shares[giver].amount += amount
    shares[taker].amount -= amount
    for share in shares:
        share.departs = "As the leaders agreed"
    return shares


def test_a_new_split_is_added_with_its_shares_and_a_reference(signed_in, partnership, bodies, manager):
    data = {
        "name": "Team",
        "total": "350000",
        "rule": "by_percentage",
        "unit": "0.01",
        "remainder": "largest_remainder",
        "state": "proposed",
        "shares-TOTAL_FORMS": 2,
        "shares-INITIAL_FORMS": 0,
        "shares-0-organisation": bodies["county"].pk,
        "shares-0-weight": "62.5",
        "shares-1-organisation": bodies["dales"].pk,
        "shares-1-weight": "37.5",
    }

    page = signed_in.post("/p/tees/money/splits/add/", data)

    split = Split.objects.get()
    assert (page.status_code, page.url) == (302, "/p/tees/money/splits/SP-01/")
    assert [(share.order, share.amount) for share in split.shares.all()] == [(1, 218750), (2, 131250)]


def test_a_new_split_without_anybody_is_refused(signed_in, partnership):
    data = {
        "name": "Team",
        "total": "350000",
        "rule": "equally",
        "unit": "1",
        "remainder": "largest_remainder",
        "state": "proposed",
        "shares-TOTAL_FORMS": 1,
        "shares-INITIAL_FORMS": 0,
        "shares-0-version": "1",
    }

    page = signed_in.post("/p/tees/money/splits/add/", data)

    assert page.status_code == 422
    assert "Add at least one party that pays." in page.content.decode()
    assert Split.objects.count() == 0


def test_the_service_refuses_shares_that_leave_a_stored_one_out(split, manager):
    shares = list(split.shares.all())[:3]
    split.total = Decimal(279199)

    with pytest.raises(ValidationError, match="The shares add up to £331,549"):
        services.save_split(split=split, shares=shares, by=manager)

    assert Split.objects.get().total == Decimal(331549)


def test_a_total_saved_alone_must_still_be_what_its_shares_come_to(split, manager):
    split.total = Decimal(1)

    with pytest.raises(ValidationError, match="The shares add up to £331,549"):
        save_row(split, by=manager)


def test_a_split_that_was_saved_with_its_shares_is_held_against_them_when_saved_alone(split, manager):
    """Nothing stays on the row that would make its rule look away."""
    services.save_split(split=split, shares=list(split.shares.all()), by=manager)
    split.total, share = Decimal(1), split.shares.get(order=2)
    share.split, share.amount = split, Decimal(52000)

    with pytest.raises(ValidationError, match="The shares add up to £331,549"):
        save_row(split, by=manager)
    split.total = Decimal(331549)
    with pytest.raises(ValidationError, match=r"The shares add up to £331,199, £350 less"):
        save_row(share, by=manager)


def test_a_split_whose_form_was_checked_is_held_against_its_shares_when_saved_alone(
    split, partnership, manager
):
    form = SplitForm(form_of(split, total="100"), instance=split, partnership=partnership)

    assert form.is_valid(), form.errors
    with pytest.raises(ValidationError, match="The shares add up to £331,549"):
        save_row(form.instance, by=manager)


def test_an_agreed_split_says_when(split, manager):
    split.decided_on = None

    with pytest.raises(ValidationError, match=r"Give the day on which this split was agreed\."):
        save_row(split, by=manager)


def test_an_old_version_whose_total_no_longer_fits_does_not_come_back(signed_in, split):
    empty = {f"shares-{at}-amount": "" for at in range(4)}
    signed_in.post(EDIT, form_of(split, total="1900", **empty))

    page = signed_in.post("/p/tees/money/splits/SP-1/history/", {"version": "1"}, follow=True)

    assert "That version cannot come back" in page.content.decode()
    split.refresh_from_db()
    assert split.total == Decimal(1900)


# --- the admin keeps the same rule ------------------------------------------------------------


def admin_form(split, **values):
    return form_of(split, partnership=split.partnership_id, reference=split.reference, source="", **values)


def test_the_admin_refuses_shares_that_are_not_the_total(signed_in, split):
    page = signed_in.post(
        f"/admin/funding/split/{split.pk}/change/", admin_form(split, **{"shares-3-amount": "52000"})
    )

    assert page.status_code == 200
    assert "£350 less than the total of £331,549" in page.content.decode()
    assert amounts(split) == [174499, 52350, 52350, 52350]


def test_the_admin_saves_split_and_shares_together(signed_in, split, manager):
    values = {"total": "331649", "shares-0-amount": "174599", "change_reason": "Agreed by e-mail."} | AGREED

    page = signed_in.post(f"/admin/funding/split/{split.pk}/change/", admin_form(split, **values))

    assert page.status_code == 302
    split.refresh_from_db()
    assert (split.total, amounts(split)) == (331649, [174599, 52350, 52350, 52350])
    newest = split.shares.get(order=1).history.first()
    assert (newest.history_user, newest.history_change_reason) == (manager, "Agreed by e-mail.")


def test_the_admin_opens_a_split_with_its_shares(signed_in, split):
    page = signed_in.get(f"/admin/funding/split/{split.pk}/change/")

    assert page.status_code == 200
    assert signed_in.get("/admin/funding/split/add/").status_code == 200


def test_shares_alone_can_be_read_and_exported_in_the_admin_but_not_changed(signed_in, split):
    share = split.shares.get(order=1)

    assert signed_in.get("/admin/funding/share/").status_code == 200
    assert signed_in.get(f"/admin/funding/share/{share.pk}/change/").status_code == 200
    assert signed_in.post(f"/admin/funding/share/{share.pk}/change/", {"amount": "1"}).status_code == 403
    assert signed_in.get("/admin/funding/share/add/").status_code == 403
    assert signed_in.get("/admin/funding/share/import/").status_code == 403
    assert signed_in.get("/admin/funding/share/export/").status_code == 200


def imported(client, text):
    file = SimpleUploadedFile("splits.csv", text.encode(), content_type="text/csv")
    return client.post("/admin/funding/split/import/", {"format": "0", "import_file": file}).content.decode()


def test_an_import_starts_no_split_and_breaks_none(signed_in, split):
    heading = "partnership,reference,name,total,rule,unit,remainder,state\n"

    new = imported(signed_in, heading + "tees,SP-77,New,100,equally,1,largest_remainder,proposed\n")
    broken = imported(signed_in, heading + "tees,SP-1,Shares of 2022,100,by_weights,1,named_party,proposed\n")

    assert "There is no split SP-77 here." in new
    assert "The shares add up to £331,549" in broken
    assert Split.objects.count() == 1


def test_an_import_that_changes_the_rule_alone_is_refused(signed_in, split):
    heading = "partnership,reference,name,total,rule,unit,remainder,state,decided_on\n"
    row = "tees,SP-1,Shares of 2022,331549,equally,1,largest_remainder,agreed,2022-04-04\n"

    assert "County Council is to pay £174,499, £91,612 more than the share by the rule of £82,887" in (
        imported(signed_in, heading + row)
    )


def test_a_form_of_a_split_without_its_shares_must_leave_the_whole(split):
    class TotalForm(AuditedForm):
        class Meta:
            model = Split
            fields = ("total",)

    form = TotalForm({"total": "1", "version": split.version}, instance=split)

    assert not form.is_valid()
    assert "The shares add up to £331,549" in str(form.errors)


def test_one_share_saved_or_archived_by_itself_must_leave_the_whole(split, manager):
    share = split.shares.get(order=2)
    share.amount = Decimal(52000)

    with pytest.raises(ValidationError, match=r"The shares add up to £331,199, £350 less"):
        save_row(share, by=manager)
    with pytest.raises(ValidationError, match=r"The shares add up to £279,199, £52,350 less"):
        archive(split.shares.get(order=3), by=manager, reason="Gone.", moment=timezone.now())


def test_a_share_taken_out_does_not_come_back_by_itself(signed_in, split, manager):
    shares = list(split.shares.all())
    shares[3].archived_at = timezone.now()
    for share in shares[:3]:
        share.amount = None
    services.save_split(split=split, shares=shares, by=manager)

    with pytest.raises(ValidationError, match=r"The shares add up to £383,899, £52,350 more"):
        unarchive(shares[3], by=manager, reason="Pays after all.")


def test_files_of_rows_bring_the_shares_of_a_new_split_one_by_one_and_none_too_many(partnership, bodies):
    """As the records of a paper are loaded: the split first, then its shares."""
    row = Split(partnership=partnership, reference="SP-9", name="Sums", total=100, rule="fixed_sums")
    split = save_row(row, by=None)
    *paying, too_many = [
        Share(split=split, order=order, organisation=body, amount=Decimal(amount))
        for order, (body, amount) in enumerate(zip(bodies.values(), (40, 30, 30, 50), strict=True), start=1)
    ]

    for share in paying:
        save_row(share, by=None)
    with pytest.raises(ValidationError, match="Fixed amounts of £150 come to £50 more than £100"):
        save_row(too_many, by=None)


def test_a_party_that_left_the_partnership_pays_no_new_share(signed_in, split, bodies):
    membership = bodies["dales"].memberships.get()
    MembershipStatusFactory(
        membership=membership, order=1, state="withdrawn", effective_from=date(2022, 1, 31)
    )

    page = signed_in.post(EDIT, form_of(split, name="Shares, once more"))

    assert page.status_code == 422
    assert (
        "Derbyshire Dales left the partnership on 31 January 2022. Take it out, or say who pays instead."
        in (page.content.decode())
    )


def test_population_figures_name_their_source_and_day(signed_in, split):
    empty = {f"shares-{at}-amount": "" for at in range(4)}
    people = dict(
        zip((f"shares-{at}-weight" for at in range(4)), ("794600", "103600", "71500", "92600"), strict=True)
    )
    named = {"weights_from": "Mid-year estimates", "weights_on": "2022-06-30"}

    refused = signed_in.post(EDIT, form_of(split, rule="by_population", **people, **empty))
    saved = signed_in.post(EDIT, form_of(split, rule="by_population", **people, **empty, **named))

    assert refused.status_code == 422
    assert "Say where the population figures come from" in refused.content.decode()
    assert "Give the day the population figures are of." in refused.content.decode()
    assert saved.status_code == 302
    assert amounts(split) == [247999, 32334, 22315, 28901]
    text = signed_in.get("/p/tees/money/splits/SP-1/").content.decode()
    assert "By population (Mid-year estimates, as at 30 June 2022), rounded to £1" in text


def test_shares_on_bases_of_their_own_stand_in_one_split(signed_in, split):
    """A fixed sum, so much for each of twelve schools, half with a ceiling, and what is left."""
    lines = [
        {"basis": "fixed", "weight": "", "amount": "100000"},
        {"basis": "per_unit", "weight": "412.50", "units": "12", "amount": ""},
        {"basis": "percent", "weight": "50", "ceiling": "£90,000", "amount": ""},
        {"basis": "remainder", "weight": "", "amount": ""},
    ]
    values = {f"shares-{at}-{name}": value for at, line in enumerate(lines) for name, value in line.items()}

    page = signed_in.post(EDIT, form_of(split, remainder="largest_remainder", **values))

    assert page.status_code == 302
    assert amounts(split) == [100000, 4950, 90000, 136599]
    text = signed_in.get("/p/tees/money/splits/SP-1/").content.decode()
    assert "£412.50 x 12" in text
    assert "50%, up to £90,000" in text
    assert "Derbyshire Dales pays 50% of £331,549, but no more than £90,000, which is £90,000." in text


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("£1,23O", "It has the letter O where a nought may be meant."),
        ("Â£1,230", "It holds a stray Â"),
    ],
)
def test_a_total_that_was_pasted_badly_is_refused_in_words(signed_in, split, typed, hint):
    page = signed_in.post(EDIT, form_of(split, total=typed))

    assert page.status_code == 422
    assert hint in page.content.decode()


def test_a_total_with_a_non_breaking_space_is_read(signed_in, split):
    page = signed_in.post(EDIT, form_of(split, total="£331\u00a0549.00"))

    assert page.status_code == 302
    split.refresh_from_db()
    assert split.total == 331549


def test_the_form_says_what_the_amounts_come_to_as_they_stand(signed_in, split):
    opened = signed_in.get(EDIT).content.decode()
    typed = signed_in.post(EDIT, form_of(split, do="more", **{"shares-0-amount": "174,000"})).content.decode()
    gone = signed_in.post(EDIT, form_of(split, do="more", **{"shares-1-take_out": "on"})).content.decode()

    assert "The amounts come to £331,549, which is the total." in opened
    assert "The amounts come to £331,050, £499 less than the total of £331,549." in typed
    assert "The amounts come to £279,199, £52,350 less than the total of £331,549." in gone
