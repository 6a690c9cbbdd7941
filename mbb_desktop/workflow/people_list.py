"""Which people of a list may be taken for somebody else."""

from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import similar_people
from mbb_desktop.workflow.desk import Desk, needs


@needs(Permission.FIND_PEOPLE)
def with_similar_names(desk: Desk, shown: tuple[Patient, ...]) -> frozenset[UUID]:
    """The ids of those who have a namesake, or somebody with a name one letter apart, in the whole list."""
    with desk.store.look() as look:
        return similar_people.with_similar_names(look, shown)
