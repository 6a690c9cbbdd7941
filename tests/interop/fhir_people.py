"""Invented people as FHIR resources, and reading them back."""

import json
from typing import Any

from mbb_desktop.interop.fhir import read_people
from mbb_desktop.interop.offered import Offered, Preview, Refused

TABLE = "http://terminology.hl7.org/CodeSystem/v2-0203"


def identifier(value: str, code: str = "", **more: Any) -> dict[str, Any]:
    kind = {"type": {"coding": [{"system": TABLE, "code": code}]}} if code else {}
    return {"value": value, "system": "urn:clinic", **kind, **more}


def patient(**changes: Any) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "name": [{"use": "official", "family": "Marsh", "given": ["Eleanor", "Ann"]}],
        "birthDate": "1961-03-14",
        "gender": "female",
        "identifier": [identifier("0041187", "MR")],
        **changes,
    }


def bundle(*resources: dict[str, Any], kind: str = "collection") -> dict[str, Any]:
    entries = [{"resource": resource} for resource in resources]
    return {"resourceType": "Bundle", "type": kind, "entry": entries}


def read(content: Any, name: str = "people.json") -> Preview:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_people(data, name_of_file=name)


def offered(**changes: Any) -> Offered:
    preview = read(patient(**changes))
    assert preview.refused == ()
    return preview.people[0]


def refused(content: Any, name: str = "people.json") -> Refused:
    preview = read(content, name)
    assert preview.people == ()
    assert len(preview.refused) == 1
    return preview.refused[0]
