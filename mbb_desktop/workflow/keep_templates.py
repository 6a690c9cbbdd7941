"""The clinic's words for its papers: looked at, saved as new versions, taken back, read from a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.template import (
    RefusedTemplate,
    Template,
    TextProblem,
    Wording,
    problems_of,
    read_template,
    written,
)
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.storage import templates
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.templates import TemplateVersion
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import handout_books
from mbb_desktop.workflow.try_template import Head, example_people, letterhead, pages_of
from mbb_desktop.workflow.wordings import (
    LETTER_LANGUAGE,
    delivered_template,
    read_kept,
    why_unused,
    wording_in_use,
)

_PAGES = {HandoutKind.HANDOUT: 2, HandoutKind.INFORMATION: 1}
LARGEST = 200_000


class NoReason(ValueError):
    """A version says why it was made."""

    def __init__(self) -> None:
        super().__init__("Say in a few words why the text changes. It stands beside the version.")


class NothingChanged(ValueError):
    """The words are those in use."""

    def __init__(self) -> None:
        super().__init__("These are the words in use already. Nothing was saved.")


@dataclass(frozen=True, slots=True)
class TemplateShelf:
    """One template as Settings show it: the words in use, and every version, the newest first.

    `problem` says why the newest version is not in use.
    """

    delivered: Template
    in_use: Wording
    versions: tuple[TemplateVersion, ...]
    language_name: str
    problem: str = ""

    @property
    def newest(self) -> int:
        """The number of the newest version; 0 without one."""
        return self.versions[0].number if self.versions else 0


@needs(Permission.KEEP_TEMPLATES)
def template_library(desk: Desk) -> tuple[TemplateShelf, ...]:
    """Every template, letters first."""
    with desk.store.look() as look:
        return tuple(_shelf(look, kind, language) for kind, language in _every())


def _every() -> Iterator[tuple[TemplateKind, str]]:
    for kind in TemplateKind:
        languages = handout_books() if kind is TemplateKind.HANDOUT else (LETTER_LANGUAGE,)
        yield from ((kind, language) for language in languages)


def _shelf(look: Look, kind: TemplateKind, language: str) -> TemplateShelf:
    kept = templates.versions(look, kind, language)
    books = handout_books()
    named = books[language].name if language in books else language
    problem = why_unused(kept[0]) if kept else ""
    in_use = wording_in_use(look, kind, language)
    return TemplateShelf(delivered_template(kind, language), in_use, kept, named, problem)


def template_problems(template: Template) -> tuple[TextProblem, ...]:
    """Why the words cannot be saved, text by text; empty when they can."""
    from mbb_desktop.documents.text import uncovered

    delivered = delivered_template(template.kind, template.language)
    odd = [
        TextProblem(key, at, f"no font can print {', '.join(sorted(signs))}. Write it in another way.")
        for key, text in template.texts.items()
        for at, line in enumerate(text.split("\n"), start=1)
        if (signs := uncovered(line))
    ]
    if signs := uncovered(template.approved_by):
        odd.append(TextProblem("", 1, f"No font can print {', '.join(sorted(signs))} in the approval."))
    return (*problems_of(template, delivered), *odd)


@needs(Permission.KEEP_TEMPLATES)
def save_template(desk: Desk, template: Template, why: str, *, instead_of: int) -> Wording:
    """Keep the words as a new version, in use from now on; audited with version and hash.

    `instead_of` is the number of the version that was looked at. Raises RefusedTemplate, NoReason,
    NothingChanged, or Conflict when somebody saved another version meanwhile.
    """
    if not why.strip():
        raise NoReason
    _check(desk, template)
    with desk.change("template changed") as change:
        in_use = wording_in_use(change, template.kind, template.language)
        newest = templates.newest(change, template.kind, template.language)
        number = newest.number if newest else 0
        if number != instead_of:
            raise Conflict("template")
        if written(in_use.template) == written(template):
            raise NothingChanged
        kept = templates.add(change, template, number + 1, why.strip())
    return Wording(template, kept.number, kept.id)


def _check(desk: Desk, template: Template) -> None:
    problems = template_problems(template)
    if template.approved_on is not None and template.approved_on > desk.now.date():
        problems = (*problems, TextProblem("", 1, "The day of the approval is still to come. Enter today's."))
    problems = problems or tuple(_too_long(template, letterhead(desk)))
    if problems:
        raise RefusedTemplate(problems)


def _too_long(template: Template, head: Head) -> Iterator[TextProblem]:
    """A patient's paper keeps to its page for every invented person."""
    from mbb_desktop.documents.packet import pages_in

    if template.kind is not TemplateKind.HANDOUT:
        return
    for person in example_people():
        for paper, most in _PAGES.items():
            if pages_in(pages_of(template, person.title, head, paper)) > most:
                said = f"The {paper.value} does not fit on its page for “{person.title}”. Shorten the words."
                yield TextProblem("", 1, said)


@needs(Permission.KEEP_TEMPLATES)
def use_version_again(desk: Desk, shelf: TemplateShelf, number: int, why: str) -> Wording:
    """Save the words of an earlier version, or with 0 those of the program, as a new version.

    An approval goes along: it was given to these words. Raises as `save_template` does.
    """
    if number == 0:
        template = shelf.delivered
    else:
        template = read_kept(next(each for each in shelf.versions if each.number == number))
    return save_template(desk, template, why, instead_of=shelf.newest)


@needs(Permission.KEEP_TEMPLATES)
def offer_template_file(desk: Desk, shelf: TemplateShelf, name: str, data: bytes) -> Template:
    """The words of a file, checked as typed ones are; nothing is kept. Raises RefusedTemplate."""
    if len(data) > LARGEST:
        raise RefusedTemplate((TextProblem("", 1, f"{name}: the file is too large for a template."),))
    try:
        template = read_template(name, data, shelf.delivered)
    except DataFileError as odd:
        raise RefusedTemplate((TextProblem("", 1, odd.sentence),)) from odd
    if problems := template_problems(template):
        raise RefusedTemplate(problems)
    return template
