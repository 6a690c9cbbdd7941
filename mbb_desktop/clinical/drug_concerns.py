"""A second look at the drugs themselves: strengths, epinephrine, steroid, a syringe without a drug."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from mbb_desktop.clinical.block import Block, Drug, DrugUse
from mbb_desktop.clinical.concern import Concern, Weight
from mbb_desktop.clinical.drugs import Agent, Cited, show_percent_strength
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import listed


def drug_concerns(block: Block, agents: Mapping[str, Agent]) -> tuple[Concern, ...]:
    """What is odd about the drugs of a block, whatever the volumes."""
    return (
        *_strength_concerns(block, agents),
        *_epinephrine_concerns(block, agents),
        *_syringe_concerns(block),
        *_steroid_concerns(block),
        *label_concerns(block),
    )


_FACTORS = (Decimal(10), Decimal(100), Decimal(1000))  # 1,000: mcg for mg


def is_local_anesthetic(drug: Drug) -> bool:
    """Whether a drug's strength may be said in percent."""
    return drug.use in {DrugUse.TARGET, DrugUse.SKIN}


def percent_meant(number: Decimal, drug: Drug | None, agents: Mapping[str, Agent]) -> bool:
    """Whether a number without a unit is no usual strength in mg/mL, but is one when read as a percentage.

    Judged by the strengths of the drug's agent; of all agents while it is not known.
    """
    offered = _offered(drug, agents)
    return number not in offered and number * 10 in offered


def shifted_typed(number: Decimal, drug: Drug | None, agents: Mapping[str, Agent]) -> Decimal | None:
    """The usual strength (mg/mL) that was probably meant by a number without a unit, which is none itself.

    10, 100 or 1,000 times less, or 100 or 1,000 times more; ten times more is a percentage. Of a drug that
    is not known, only 10 times less: all strengths of all drugs lie too close to guess further.
    """
    offered = _offered(drug, agents)
    known = drug is not None and drug.agent in agents
    less, more = (_FACTORS, _FACTORS[1:]) if known else (_FACTORS[:1], ())
    ways = [*(number / factor for factor in less), *(number * factor for factor in more)]
    return None if number in offered else next((each for each in ways if each in offered), None)


def _offered(drug: Drug | None, agents: Mapping[str, Agent]) -> set[Decimal]:
    """The usual strengths in mg/mL; none of a drug that is no local anesthetic."""
    if drug is not None and not is_local_anesthetic(drug):
        return set()
    known = [agents[drug.agent]] if drug is not None and drug.agent in agents else agents.values()
    return {strength.mg_per_ml for agent in known for strength in agent.strengths}


def _strength_concerns(block: Block, agents: Mapping[str, Agent]) -> Iterator[Concern]:
    for drug in block.drugs:
        agent = agents.get(drug.agent)
        if not is_local_anesthetic(drug) or agent is None or drug.strength is None:
            continue
        offered = {strength.mg_per_ml: strength for strength in agent.strengths}
        if drug.strength in offered:
            if note := offered[drug.strength].note:
                yield Concern("strength", note, Weight.INFORMATION)
        elif meant := [s for f in _FACTORS for s in (drug.strength / f, drug.strength * f) if s in offered]:
            slip = _strength_slip("concern.strength_tenfold", drug, meant[0])
            yield Concern("strength", slip, Weight.NEEDS_REASON)
        elif not _mixed(block, drug):
            yield Concern("strength", _strength_slip("concern.strength_unusual", drug), Weight.INFORMATION)


def _strength_slip(key: str, drug: Drug, meant: Decimal | None = None) -> str:
    fields = {"agent": drug.agent, "strength": show_percent_strength(drug.strength or Decimal())}
    return (
        phrase(key, **fields) if meant is None else phrase(key, **fields, mean=show_percent_strength(meant))
    )


def _mixed(block: Block, drug: Drug) -> bool:
    """Whether other drugs were in the same syringe, so that an unusual strength is a dilution."""
    uses = {DrugUse.TARGET, DrugUse.STEROID}
    in_syringe = [d for d in block.drugs if d.use in uses and d.syringe == drug.syringe]
    return drug.use is DrugUse.TARGET and len(in_syringe) > 1


def _epinephrine_concerns(block: Block, agents: Mapping[str, Agent]) -> Iterator[Concern]:
    unsaid = [
        drug.agent
        for drug in block.drugs_for(DrugUse.TARGET)
        if drug.epinephrine is None and drug.agent in agents and agents[drug.agent].window is not None
    ]
    for agent in dict.fromkeys(unsaid):
        yield Concern("epinephrine", phrase("concern.epinephrine_not_said", agent=agent), Weight.INFORMATION)


def _syringe_concerns(block: Block) -> Iterator[Concern]:
    filled = {drug.syringe for drug in block.drugs_for(DrugUse.TARGET)}
    without = [t for t in block.targets if not t.not_injected and t.syringe not in filled]
    if without:
        nerves = listed([f"{target.nerve} {target.side.value}" for target in without])
        yield Concern("anesthetic", phrase("concern.no_anesthetic", nerves=nerves), Weight.INFORMATION)


def sedation_concerns(block: Block, sedatives: Mapping[str, Cited | None]) -> Iterator[Concern]:
    """Sedatives of which far more than usual is recorded: mg typed for mcg."""
    for drug in block.drugs_for(DrugUse.SEDATION):
        most = sedatives.get(drug.agent)
        if drug.amount is None or most is None or drug.amount <= most.value:
            continue
        slip = drug.amount > 10 * most.value and drug.amount / 1000 <= most.value
        fields = {"mg": plain(drug.amount), "drug": drug.agent, "most": plain(most.value)}
        text = phrase("concern.sedative" if slip else "concern.sedative_much", **fields)
        yield Concern("sedation", text)


def label_concerns(block: Block) -> Iterator[Concern]:
    """The vial on the table reads something else than what is recorded as injected."""
    for drug in block.drugs_for(DrugUse.TARGET):
        together = [d for d in block.drugs_for(DrugUse.TARGET) if d.syringe == drug.syringe]
        if drug.label and not any(_is_labelled(each, drug, len(together) > 1) for each in together):
            label = _said(drug.label, drug.label_strength)
            entered = listed([_said(each.agent, each.strength) for each in together])
            yield Concern("label", phrase("concern.label", label=label, entered=entered), Weight.MUST_AGREE)


def _is_labelled(drug: Drug, read: Drug, diluted: bool) -> bool:
    same = diluted or None in (drug.strength, read.label_strength) or drug.strength == read.label_strength
    return drug.agent == read.label and same


def _said(agent: str, strength: Decimal | None) -> str:
    return agent if strength is None else f"{agent} {show_percent_strength(strength)}"


def _steroid_concerns(block: Block) -> Iterator[Concern]:
    if block.drugs_for(DrugUse.STEROID):
        yield Concern("steroid", phrase("concern.steroid"))
