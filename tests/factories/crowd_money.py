"""The money of the crowd: in each partnership the same references, elsewhere other amounts."""

from datetime import date
from decimal import Decimal

from tests.factories.crowd import GONE
from tests.factories.funding import (
    ActualFactory,
    ContributionFactory,
    CostLineFactory,
    OptionFactory,
    OptionLineFactory,
    PhaseFactory,
    PostFactory,
    ProfileMoveFactory,
    ProfileQuarterFactory,
    SavingFactory,
    ShareFactory,
    SourceFactory,
    SplitFactory,
    StatedFigureFactory,
    TransferFactory,
)

YEAR = {"starts_on": date(2026, 4, 1), "ends_on": date(2027, 3, 31)}


def add_money(place, times: int) -> None:
    """A phase of £45,000 with an option of £40,000, ``times`` as much elsewhere; of everything one archived.

    Phase ``PH-9`` is archived, its parts are not.
    """

    def pounds(amount: int) -> Decimal:
        return Decimal(amount * times)

    here = {"partnership": place.partnership}
    borough, county = place.bodies["borough"], place.bodies["county"]
    place.phase = PhaseFactory(reference="PH-1", name="Phase 1", **here, **YEAR)
    gone = PhaseFactory(reference="PH-9", name="Phase 9", **here, **YEAR, **GONE)
    place.split = SplitFactory(
        phase=place.phase, reference="SP-1", state="agreed", total=pounds(45000), decided_on=date(2026, 3, 1),
        rule="fixed_sums", **here,
    )  # fmt: skip
    SplitFactory(phase=place.phase, reference="SP-2", state="replaced", total=pounds(7), **here)
    SplitFactory(phase=place.phase, reference="SP-9", total=pounds(9), **here, **GONE)
    for body, amount, more in ((borough, 30000, {}), (county, 15000, {}), (county, 9, GONE)):
        ShareFactory(split=place.split, organisation=body, amount=pounds(amount), weight=None, **more)
    first, second = (
        SourceFactory(reference=f"SRC-{number}", name=f"Fund {number}", kind=kind, holder=holder, **here)
        for number, kind, holder in ((1, "recurring", borough), (2, "one_off", county))
    )
    for phase in (place.phase, gone):
        PostFactory(phase=phase, title="Officer", unit_cost=pounds(40000))
        CostLineFactory(phase=phase, name="Equipment", amount=pounds(5000))
        option = OptionFactory(phase=phase, order=1, name="Option A")
        OptionLineFactory(option=option, source_of_money=first, amount=pounds(30000))
        OptionLineFactory(option=option, source_of_money=second, amount=pounds(10000))
        OptionLineFactory(option=option, source_of_money=second, amount=pounds(9), **GONE)
        ProfileQuarterFactory(phase=phase, approved=pounds(10000))
        ActualFactory(phase=phase, amount=pounds(4000), ledger_reference="JNL1", on=date(2026, 5, 7))
    PostFactory(phase=place.phase, title="Dropped", unit_cost=pounds(9), **GONE)
    CostLineFactory(phase=place.phase, name="Dropped", amount=pounds(9), **GONE)
    dropped = OptionFactory(phase=place.phase, order=9, name="Dropped", **GONE)
    OptionLineFactory(option=dropped, source_of_money=first, amount=pounds(9))
    ProfileQuarterFactory(phase=place.phase, quarter_number=2, approved=pounds(9), **GONE)
    ActualFactory(phase=place.phase, amount=pounds(9), ledger_reference="JNL9", on=date(2026, 5, 8), **GONE)
    for model, references, fields in (
        (ContributionFactory, ("CO-1", "CO-9"), {"phase": place.phase, "organisation": borough}),
        (TransferFactory, ("TR-1", "TR-9"), {"payer": borough, "payee": county, "board": place.board}),
        (ProfileMoveFactory, ("MV-1", "MV-9"), {"phase": place.phase}),
        (SavingFactory, ("SV-1", "SV-9"), {}),
    ):
        for reference, more in zip(references, ({}, GONE), strict=True):
            model(reference=reference, amount=pounds(1000), **fields, **here, **more)
    for number, more in ((1, {}), (9, GONE)):
        StatedFigureFactory(
            paper="JC-2026", number=number, label="phase 1", claims="PH-1.cost", value=pounds(44000),
            **here, **more,
        )  # fmt: skip
