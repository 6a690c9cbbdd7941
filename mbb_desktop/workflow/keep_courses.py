"""The complaint that a block tests: candidacy, index pain and conservative care."""

from collections.abc import Iterator
from datetime import date

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.workflow.desk import Desk, needs


class BadCourse(ValueError):
    """A course cannot be kept; `field` names what, the message says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def course_problems(course: Course, today: date) -> dict[str, str]:
    """What must be mended before a course can be kept, by field."""
    problems: dict[str, str] = {}
    if course.began_on is not None and course.began_on > today:
        problems["began_on"] = "The pain cannot have begun in the future. Check the date."
    if course.usual_score is not None and not 0 <= course.usual_score <= 10:
        problems["usual_score"] = "A score lies between 0 and 10."
    if course.disability_score is not None and not 0 <= course.disability_score <= 100:
        problems["disability_score"] = "A disability score lies between 0 and 100 %."
    if course.disability_score is not None and not course.disability_scale:
        problems["disability_scale"] = "Name the scale of the disability score, for example ODI or NDI."
    for name, done in (("ablations", course.ablations), ("therapies", course.therapies)):
        if wrong := next(filter(None, map(treatment_problem, done)), ""):
            problems[name] = wrong
    problems |= dict(_contradictions(course))
    for care in course.conservative_care:
        if care.started and care.ended and care.ended < care.started:
            problems["conservative_care"] = "Conservative care ends before it starts. Check the dates."
    return problems


def _contradictions(course: Course) -> Iterator[tuple[str, str]]:
    """What is listed although it is said not to be there, by field."""
    if course.ablations and course.ablated_before is False:
        yield "ablated_before", "An earlier ablation is listed. Say yes, or remove it."
    if course.hardware and not course.fusion:
        yield "fusion", "Levels with a fusion or an implant are listed. Say yes, or remove them."


def treatment_problem(done: Treatment) -> str:
    """What is wrong with the dates of an ablation or therapeutic block; empty when nothing is."""
    if done.pain_back_on and done.not_back_on and done.not_back_on >= done.pain_back_on:
        return "The pain was back before the day on which it was not back. Check the dates."
    later = [on for on in (done.pain_back_on, done.not_back_on) if on and done.on and on < done.on]
    return "The pain came back before the treatment. Check the dates." if later else ""


@needs(Permission.RECORD_BLOCK)
def save_course(desk: Desk, course: Course) -> Course:
    """Open or change a course. Raises BadCourse or Conflict."""
    for field, sentence in course_problems(course, desk.now.date()).items():
        raise BadCourse(field, sentence)
    event = "course opened" if course.version == 0 else "course changed"
    with desk.change(event, course.patient_id) as change:
        return change.save(course)
