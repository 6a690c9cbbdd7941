"""Who is offered what: one table, read from the windows of every role over blocks in every state.

What a role may never do is hidden; what it cannot do now is greyed with its reason.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.storage.vault import Vault, open_vault
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.record_block import start_block
from tests.ui.offered import ROLES, Offered, offered_to
from tests.workflow.conftest import (  # noqa: F401  the vault to copy
    NOW,
    PASSPHRASE,
    PEOPLE,
    PIN,
    Desks,
    lumbar_course,
    somebody,
    template,
)
from tests.workflow.test_signing import performed

SPECIFICATION = """
PNFMAE  physician, nurse, front desk, manager, administrator, administrator in an emergency
        + there   - greyed with its reason   . hidden   B opens the editor   R the room   P the paper
+.....  BlockEditor, draft: Add text
+.....  BlockEditor, draft: Copy Nst block levels
+.....  BlockEditor, draft: Discard draft
+.....  BlockEditor, draft: Medicines
+.....  BlockEditor, draft: More facts (N)
+.....  BlockEditor, draft: N items missing to sign
+.....  BlockEditor, draft: Preset
+.....  BlockEditor, draft: Print draft
+.....  BlockEditor, draft: Record
+.....  BlockEditor, draft: Sign and lock
-.....  BlockEditor, draft: Undo
-.....  BlockEditor, signed: Add text
+.....  BlockEditor, signed: Addendum
+.....  BlockEditor, signed: Medicines
+.....  BlockEditor, signed: More facts (N)
+.....  BlockEditor, signed: Next
+.....  BlockEditor, signed: Preset
+.....  BlockEditor, signed: Print
++...+  PaperPreview, entered in error: Fit the width
++....  PaperPreview, entered in error: Given to
++...+  PaperPreview, entered in error: Larger
++...+  PaperPreview, entered in error: Locked copy
++...+  PaperPreview, entered in error: Notice of error
++...+  PaperPreview, entered in error: Print
++...+  PaperPreview, entered in error: Save as PDF
++...+  PaperPreview, entered in error: Smaller
.....+  PaperPreview, signed: Fit the width
.....+  PaperPreview, signed: Larger
.....+  PaperPreview, signed: Locked copy
.....+  PaperPreview, signed: Print
.....+  PaperPreview, signed: Save as PDF
.....+  PaperPreview, signed: Smaller
.+....  RoomPage, draft: Add to those present
+..+..  analytics: Count again
-..-..  analytics: Export
+.....  analytics: Lots and recalls
BR....  block: open a block: draft
PP...P  block: open a block: entered in error
BR...P  block: open a block: signed
++...+  chart audit: Report for the patient
++...+  chart blocks: Handout and diary
++....  chart blocks: Plan a block
+++..+  chart coding: Change before copying
+++..+  chart coding: Copy
+++..+  chart coding: Why
++....  chart course: Add a diagnosis
++....  chart course: Add a study
++....  chart course: Add a therapeutic block and how long it helped
++....  chart course: Add what was tried
++....  chart course: Codes of this region
++....  chart course: New complaint
--....  chart course: Save
+++...  chart details: Add another number
+++...  chart details: Add authorization
+++...  chart details: Add denial
+++...  chart details: Add to the directory
+.....  chart details: Same person twice
---...  chart details: Save
+.....  chart overview: RFA readiness
++....  chart overview: Record ablation
+++...  chart papers: Add a scan
++...+  chart readiness: Block N-Nov-N
++...+  chart readiness: Complaint
++...+  chart readiness: Enter what is missing
++...+  chart readiness: Request and other rules
++...+  chart readiness: Why
+.....  chart readiness: Write the letter
..+...  chart: Handout and diary
++....  chart: New block
++...+  chart: audit
++...+  chart: blocks
+++..+  chart: coding
++....  chart: course
+++..+  chart: details
+++..+  chart: key Ctrl+H
++....  chart: key Ctrl+N
++...+  chart: overview
+++..+  chart: papers
++...+  chart: readiness
+++..+  letters: Change
+++...  letters: Mark as sent
+++...  letters: Mark this one as sent
+++...  letters: Not needed
+++..+  letters: Open
+++..+  letters: Print
+++..+  letters: Save as PDF
+++..+  letters: Select all
++++++  palette: About MBB Desktop
+..+..  palette: Analytics
+++...  palette: Authorizations
++++++  palette: Back
+++..+  palette: Before the next blocks
....+.  palette: Emergency access
++++++  palette: Find a patient or a command
+++..+  palette: Follow-up calls
++++++  palette: Keys
+++..+  palette: Letters
++++++  palette: Lock
++...+  palette: Lots and recalls
++....  palette: New block
++++++  palette: My account
+++...  palette: New patient
+++..+  palette: Papers
+++..+  palette: Patients
++++++  palette: Phrases: list of codes
+++...  palette: Plan a day's list from a file
++...+  palette: RFA readiness
++++++  palette: Settings
+++..+  palette: Today
+.....  patients: Export
+++...  patients: Import from FHIR
+++...  patients: New patient
+.....  payers: Export
---...  payers: Open the chart
+++++.  settings about: Save a file for support
+++++.  settings account: Change the passphrase
....+.  settings account: Open charts in an emergency
+++++.  settings account: Set the PIN
+++++.  settings account: Show
....+.  settings backup: Back up now
....+.  settings backup: Make a new recovery code
....+.  settings clinic: Choose a picture
....-.  settings clinic: Save
+++...  settings directory: Add an entry
+++++.  settings phrases: Add a phrase
+++++.  settings phrases: Add from a file
+++++.  settings phrases: Save
+++++.  settings phrases: Save as a file
+...+.  settings presets: Save
+...+.  settings record: Verify the record now
....+.  settings rules: Add a rule file
....+.  settings rules: Mark as reviewed
-..--.  settings templates: Discard changes
+..++.  settings templates: Export
+..++.  settings templates: Import
-..--.  settings templates: Save as a new version
+..++.  settings templates: Versions
....+.  settings users: Add a person
....+.  settings users: Change
....+.  settings users: End access
....+.  settings users: New passphrase
+++++.  settings: about
+++++.  settings: account
+++++.  settings: appearance
....+.  settings: backup
....+.  settings: clinic
+++...  settings: directory
+++++.  settings: phrases
+...+.  settings: presets
+...+.  settings: record
....+.  settings: rules
+..++.  settings: templates
....+.  settings: users
+.....  today: Export
+++..+  today: Handout and diary
++....  today: New block
+++..+  today: Next days
++....  today: Open draft
+++...  today: Plan from a file
"""


def specified() -> Offered:
    """The table by place and command."""
    rows = [line for line in SPECIFICATION.splitlines()[3:] if line]
    return {tuple(line[8:].split(": ", 1)): line[:6] for line in rows}  # type: ignore[misc]  # two parts


@pytest.fixture(scope="module")
def windows(
    template: Path,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
    qapp: QApplication,
) -> Iterator[Offered]:
    """What is offered: a mark for each role, by place and command. All roles in one pass over one clinic."""
    vault = _clinic(template, tmp_path_factory.mktemp("roles") / "vault")
    desks = Desks(vault)
    physician = desks.of("physician")
    patient = save_patient(physician, somebody())
    course = save_course(physician, lumbar_course(patient))
    first, second = NOW - timedelta(hours=3), NOW - timedelta(hours=2)
    wrong = sign_note(desks.of("physician", first), performed(desks, course, first), PIN)
    mark_in_error(physician, wrong.id, "Another patient's block was written here.", PIN)
    sign_note(desks.of("physician", second), performed(desks, course, second), PIN)
    start_block(physician, course)
    found = {column: offered_to(column, desks, patient) for column in ROLES}
    every = {row for each in found.values() for row in each}
    yield {row: "".join(found[column].get(row, ".") for column in ROLES) for row in every}
    vault.close()


def _clinic(template: Path, folder: Path) -> Vault:  # noqa: F811
    shutil.copytree(template, folder)
    return open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)


def test_every_role_is_offered_what_the_table_says(windows: Offered) -> None:
    expected = specified()
    differing = [
        f"{windows.get(row, '......')}  {': '.join(row)}  (specified {expected.get(row, 'nowhere')})"
        for row in sorted(windows.keys() | expected.keys())
        if windows.get(row) != expected.get(row)
    ]
    assert not differing, "\n".join(differing)


def test_nothing_is_greyed_without_its_reason(windows: Offered) -> None:
    assert [row for row, marks in windows.items() if "!" in marks] == []


def test_an_emergency_changes_nothing() -> None:
    """Below the windows as well: what it adds is reading and printing."""
    changing = (
        "New",
        "Add",
        "Plan",
        "Sign",
        "Record",
        "Discard",
        "Mark",
        "Not needed",
        "Given",
        "Same person",
    )
    mine = {name for (_, name), marks in specified().items() if marks[5] == "+"}
    assert [name for name in mine if name.startswith(changing)] == []
