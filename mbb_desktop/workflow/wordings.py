"""The words that papers of the open vault use: the clinic's newest version, else those of the program."""

from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.handout_book import HandoutBook
from mbb_desktop.clinical.template import Template, Wording, problems_of, read_template
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.documents.template_words import delivered_wording
from mbb_desktop.storage import templates
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.templates import TemplateVersion
from mbb_desktop.workflow.knowledge import handout_books

LETTER_LANGUAGE = "en"


def delivered_template(kind: TemplateKind, language: str) -> Template:
    """The words that came with the program."""
    if kind is TemplateKind.HANDOUT:
        return handout_books()[language].template
    return delivered_wording(kind).template


def wording_in_use(look: Look, kind: TemplateKind, language: str = LETTER_LANGUAGE) -> Wording:
    """The words for a paper. What this program refuses stays unused, and Settings say why."""
    kept = templates.newest(look, kind, language)
    if kept is None or why_unused(kept):
        return Wording(delivered_template(kind, language))
    return Wording(read_kept(kept), kept.number, kept.id)


def read_kept(kept: TemplateVersion) -> Template:
    """A version as it was saved. Raises DataFileError when this program cannot read it."""
    return read_template(_named(kept), kept.content, delivered_template(kept.kind, kept.language))


def why_unused(kept: TemplateVersion) -> str:
    """Why papers cannot use a version; empty when they can. An update may know less, or ask more."""
    if not kept.whole:
        return f"{_named(kept)}: its text is not the one that was saved."
    try:
        found = read_kept(kept)
    except DataFileError as odd:
        return odd.sentence
    problems = problems_of(found, delivered_template(kept.kind, kept.language))
    return problems[0].words if problems else ""


def _named(kept: TemplateVersion) -> str:
    return f"{kept.kind.value}, version {kept.number}"


def handout_book(look: Look, language: str) -> HandoutBook:
    """The words of the papers for patients in a language, as the clinic has them."""
    return handout_books()[language].with_wording(wording_in_use(look, TemplateKind.HANDOUT, language))
