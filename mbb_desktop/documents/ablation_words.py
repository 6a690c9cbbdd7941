"""Ablations in words: earlier ones with their effect, and the planned one."""

from collections.abc import Iterator, Sequence

from mbb_desktop.clinical.ablation_outcome import say_outcomes
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.relief_held import say_held
from mbb_desktop.documents.amounts import amount, day, joined
from mbb_desktop.documents.sentences import Sentence, told


def earlier_ablations(course: Course, beside: Sequence[Treatment] = ()) -> Iterator[Sentence]:
    """Each earlier ablation as reported, or that there was none; nothing while nobody asked.

    `beside` are those of the same joints under other complaints.
    """
    if course.ablations or beside:
        for each in (*course.ablations, *beside):
            yield told("course.ablations", f"Earlier ablation: {_treatment(each)}")
    elif course.ablated_before is not None:
        no = "No earlier ablation at these joints"
        yield told("course.ablated_before", "Ablated here before" if course.ablated_before else no)


def earlier_therapy(course: Course) -> Iterator[Sentence]:
    """Each therapeutic block as reported, with how long it helped."""
    for each in course.therapies:
        yield told("course.therapies", f"Therapeutic block: {_treatment(each)}")


def _treatment(each: Treatment) -> str:
    """`12-Jan-2026, L4-5 and L5-S1 right, 70 % relief, pain back on 12-Jul-2026 (6 months)`."""
    sides = " and ".join(side.value for side in each.sides)
    parts = (
        day(each.on) if each.on else "day not recorded",
        joined((" and ".join(each.joints) or "joints not recorded", sides), " "),
        f"{amount(each.relief, '%')} relief" if each.relief is not None else "",
        f"{amount(each.function, '%')} better movement or activity" if each.function is not None else "",
        *_how(each),
        say_held(each),
        *say_outcomes(each),
    )
    return joined(parts)


def _how(each: Treatment) -> Iterator[str]:
    """Method, temperature, time, nerves and who did it, as far as they are recorded."""
    if each.method is not None:
        yield each.method.value
    if each.temperature is not None:
        yield amount(each.temperature, "°C")
    if each.seconds is not None:
        yield f"{each.seconds} s"
    if each.nerves:
        yield f"nerves {' and '.join(each.nerves)}"
    if each.by or each.facility:
        yield f"by {joined((each.by, each.facility))}" if each.by else each.facility


def planned_ablation(course: Course) -> Iterator[Sentence]:
    """Method and temperature as recorded, or why no ablation is possible."""
    heat = amount(course.rfa_temperature, "°C") if course.rfa_temperature is not None else ""
    method = course.rfa_method.value if course.rfa_method else ""
    if method or heat:
        yield told("course.rfa_method", f"Planned ablation: {joined((method, heat))}")
    if course.no_rfa_because:
        yield told("course.no_rfa_because", f"No ablation is possible: {course.no_rfa_because}")
