"""The drugs on the table, one row each, with everything that a vial says."""

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block import Drug, DrugUse, Epinephrine, Exactly, Item
from mbb_desktop.ui import fact_editors as make
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import DateEditor, YesNoEditor
from mbb_desktop.ui.fact_field import TickEditor
from mbb_desktop.ui.fact_rows import Column, FactRows, Rows
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.visit import Visit


def _(words: str) -> str:
    return QCoreApplication.translate("drugs", words)


def target_drugs(draft: BlockDraft, visit: Visit) -> FactRows:
    """What was in the syringes at the nerves: one drug, or a mixture."""
    columns = [
        Column("agent", _("Drug"), make.agent(visit, DrugUse.TARGET), span=2),
        Column("strength", _("Strength as injected"), make.strength(visit)),
        Column("syringe", _("Syringe"), make.whole(lowest=1, highest=9)),
    ]
    rows = Rows(
        "drugs",
        Item.ANESTHETIC,
        columns,
        new=lambda: Drug(DrugUse.TARGET, ""),
        add=_("Add a drug to the mixture"),
        belongs=_at_targets,
    )
    return FactRows(draft, rows)


def _at_targets(drug: Drug) -> bool:
    return drug.use is DrugUse.TARGET


def all_drugs(draft: BlockDraft, visit: Visit) -> FactRows:
    """Every drug of the block with lot, expiry and what was left over."""
    rows = Rows(
        "drugs",
        Item.DRUG_LABEL,
        _columns(visit),
        new=lambda: Drug(DrugUse.TARGET, ""),
        add=_("Add a drug"),
        title=_title,
    )
    return FactRows(draft, rows)


def _title(drug: Drug) -> str:
    return f"{drug.agent or _('New drug')}, {localized(drug.use.value)}"


def _columns(visit: Visit) -> list[Column]:
    return [
        Column("use", _("For"), make.listed_choice(DrugUse), span=2),
        Column("agent", _("Drug"), make.agent(visit), span=2),
        Column("strength", _("Strength as injected"), make.strength(visit)),
        Column("amount", _("Or an amount"), make.amount("mg")),
        Column("mixed_in", _("In a syringe of"), make.amount("mL")),
        Column("syringe", _("Syringe"), make.whole(lowest=1, highest=9)),
        Column("given", _("Given in all"), make.amount("mL")),
        Column("given_is", _("Stated as"), make.listed_choice(Exactly)),
        Column("epinephrine", _("Epinephrine"), make.listed_choice(Epinephrine), span=2),
        Column("label", _("Label read as"), make.agent(visit, DrugUse.TARGET), span=2),
        Column("label_strength", _("Strength on the label"), make.strength(visit)),
        Column("lot", _("Lot"), make.text(longest=60)),
        Column("expires_on", _("Expires"), DateEditor),
        Column("vial", _("Vial"), make.amount("mL")),
        Column("discarded", _("Discarded"), make.amount("mL")),
        Column("brand", _("Brand"), make.text(longest=60), span=2),
        Column("preservative_free", _("Preservative-free"), YesNoEditor),
        Column("buffered", "", lambda: TickEditor(_("Buffered"))),
    ]
