"""People: nobody gets the record number of somebody else."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.workflow.keep_patients import BadPatient, save_patient
from tests.workflow.conftest import NOW, Desks, somebody


def twin_of(patient: Patient, number: Identifier) -> Patient:
    return replace(patient, id=new_id(NOW), version=0, given="Elenor", identifiers=(number,))


def test_a_record_number_belongs_to_one_person(desks: Desks) -> None:
    desk = desks.of("nurse")
    known = save_patient(desk, somebody())
    (number,) = known.identifiers
    spaced = replace(number, value=" ".join(number.value))
    with pytest.raises(BadPatient, match="Another patient has this record number"):
        save_patient(desk, twin_of(known, spaced), although_known=True)
    other = Identifier(IdentifierKind.MRN, "77 1234")
    twin = save_patient(desk, twin_of(known, other), although_known=True)
    with pytest.raises(BadPatient):
        save_patient(desk, replace(twin, identifiers=(number,)))
    assert save_patient(desk, replace(known, phone="555 0100")).identifiers == (number,)


def test_the_same_number_of_another_clinic_is_another_number(desks: Desks) -> None:
    desk = desks.of("nurse")
    known = save_patient(desk, somebody())
    (number,) = known.identifiers
    elsewhere = replace(number, system="urn:oid:1.2.3")
    assert save_patient(desk, twin_of(known, elsewhere), although_known=True).version == 1
