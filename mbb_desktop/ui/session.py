"""One person at work: the open store, the signed-in user, the worker and the changed signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from mbb_desktop.clinical.access import Emergency, Permission, User, may_now
from mbb_desktop.ui.tasks import Outcome, Worker

if TYPE_CHECKING:  # the store's libraries are slow to import, and the unlock window comes first
    from mbb_desktop.clinical.paper import PaperKind
    from mbb_desktop.storage.keys import SigningKey
    from mbb_desktop.storage.store import Store
    from mbb_desktop.workflow.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changed:
    """Which kinds of records changed (`block`, `response`, ...), and whose; None is everybody's."""

    kinds: frozenset[str]
    patient_id: UUID | None = None

    def touches(self, kind: str, patient_id: UUID | None = None) -> bool:
        """Whether something that shows this kind (of this patient) has to look again.

        A change may be announced under any record of a merged person: who does not know them all asks for
        the kind alone, and looks once too often.
        """
        same = patient_id is None or self.patient_id is None or self.patient_id == patient_id
        return kind in self.kinds and same


class Session(QObject):
    """Runs workflow functions for one person until the program is locked."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(  # noqa: PLR0913  all that a desk has
        self,
        store: Store,
        user: User,
        clock: Callable[[], datetime],
        tasks: Worker,
        *,
        workstation: str = "",
        signing_key: SigningKey | None = None,
    ) -> None:
        super().__init__()
        self._store: Store | None = store
        self._signing_key = signing_key
        self._clock, self._tasks = clock, tasks
        self._unexplained: list[Pending[Any]] = []
        self.awaited: set[Pending[Any]] = set()
        """The replies that are still to come."""
        self.user, self.workstation = user, workstation
        self.emergency: Emergency | None = None
        self.letter_kinds: dict[UUID, PaperKind] = {}
        """The kind of letter that this person chose last for a course; gone when the program locks."""
        self.days_ahead: int | None = None
        """How many of the next days this person looked at last."""

    @property
    def store(self) -> Store:
        """The open store. Raises Locked after lock()."""
        if self._store is None:
            raise Locked
        return self._store

    @property
    def is_locked(self) -> bool:
        """Whether the store has been let go."""
        return self._store is None

    def now(self) -> datetime:
        """The time of the injected clock."""
        return self._clock()

    def may(self, permission: Permission) -> bool:
        """Whether to offer an action at all; the workflow asks again."""
        return may_now(self.user, self.emergency, self.now(), permission)

    def do(
        self, action: Callable[Concatenate[Desk, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Run a workflow function on the store's thread; the reply comes back on the GUI thread.

        Raises Locked after lock().
        """
        desk = self._desk()
        pending: Pending[T] = Pending(self)
        self._tasks.store_work(lambda: action(desk, *args, **kwargs), pending.arrive)
        return pending

    def beside(
        self, action: Callable[Concatenate[Desk, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Pending[T]:
        """Run a workflow function that takes minutes, such as a backup; saves do not wait for it."""
        desk = self._desk()
        pending: Pending[T] = Pending(self)
        self._tasks.long_work(lambda: action(desk, *args, **kwargs), pending.arrive)
        return pending

    def work(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Pending[T]:
        """Run something that needs no store, such as laying out a page, beside everything else."""
        pending: Pending[T] = Pending(self)
        self._tasks.pool_work(lambda: function(*args, **kwargs), pending.arrive)
        return pending

    def at_printer(self, job: Callable[[], T], end: Callable[[Desk, Exception | None], object]) -> Pending[T]:
        """Print, then tell `end` how it went; after a lock too, while the store is open."""
        begun, clock = replace(self._desk(), signing_key=None), self._clock

        def work() -> T:
            done = Outcome(job)
            end(replace(begun, now=clock()), done.error)
            if done.error is not None:
                raise done.error
            return done.value

        pending: Pending[T] = Pending(self)
        self._tasks.print_work(work, pending.arrive)
        return pending

    def announce(self, *kinds: str, patient_id: UUID | None = None) -> None:
        """Tell every open view what has changed."""
        self.changed.emit(Changed(frozenset(kinds), patient_id))

    def wait_until_idle(self, seconds: float = 10.0) -> bool:
        """Finish what was asked and deliver its replies; False when it took longer."""
        return self._tasks.wait_until_idle(seconds)

    def lock(self) -> None:
        """Let go of store, key, what was searched for and who waits; replies that come later are dropped."""
        store = self._store
        self._store = self._signing_key = None
        self.letter_kinds.clear()
        while self.awaited:  # a printer may hold its job, and with it the page, for minutes
            self.awaited.pop().forget()
        if store is not None:
            store.forget_words()

    def explain_later(self, pending: Pending[Any]) -> None:
        """Emit `failed` for an error, unless a callback for it is added before the event loop turns."""
        self._unexplained.append(pending)
        QTimer.singleShot(0, self, self._explain_now)

    def _explain_now(self) -> None:
        waiting, self._unexplained = self._unexplained, []
        for pending in waiting:
            error = pending.unexplained()
            if error is not None and not self.is_locked:
                self.failed.emit(error)

    def _desk(self) -> Desk:
        from mbb_desktop.workflow.desk import Desk  # imported in a thread while the passphrase is typed

        if self._store is None:
            raise Locked
        return Desk(
            self._store, self.user, self._clock(), self.workstation, self._signing_key, self.emergency
        )


class Locked(Exception):
    """Something was asked of a session that has ended."""

    def __init__(self) -> None:
        super().__init__("The program is locked. Unlock it and try again.")


class Pending(Generic[T]):
    """A reply that is still to come. A callback goes to a receiver and is dropped when that is gone."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._outcome: Outcome[T] | None = None
        self._then: list[tuple[QObject, Callable[[T], object]]] = []
        self._failed: list[tuple[QObject, Callable[[Exception], object]]] = []
        self._changes: list[Changed] = []
        self._explained = False
        session.awaited.add(self)

    def then(self, callback: Callable[[T], object], receiver: QObject | None = None) -> Pending[T]:
        """Call with the value. A bound method of a QObject needs no `receiver`."""
        self._then.append((receiver or owner_of(callback) or self._session, callback))
        self._tell()
        return self

    def failed(self, callback: Callable[[Exception], object], receiver: QObject | None = None) -> Pending[T]:
        """Call with the error instead of having it explained to the person."""
        self._failed.append((receiver or owner_of(callback) or self._session, callback))
        self._explained = True
        self._tell()
        return self

    def changes(self, *kinds: str, patient_id: UUID | None = None) -> Pending[T]:
        """Announce on success that these kinds of records changed."""
        self._changes.append(Changed(frozenset(kinds), patient_id))
        self._tell()
        return self

    def arrive(self, outcome: Outcome[T]) -> None:
        """The work is done; called on the GUI thread."""
        self._session.awaited.discard(self)
        self._outcome = outcome
        self._tell()
        if outcome.error is not None and not self._explained:
            self._session.explain_later(self)

    def forget(self) -> None:
        """Call nobody any more: who waits is let go while the work still runs."""
        self._then.clear()
        self._failed.clear()
        self._changes.clear()

    def unexplained(self) -> Exception | None:
        """The error that nobody asked to be called with."""
        return self._outcome.error if self._outcome and not self._explained else None

    def _tell(self) -> None:
        if self._outcome is None or self._session.is_locked:
            return
        if self._outcome.error is not None:
            _call_each(self._failed, self._outcome.error)
            return
        _call_each(self._then, self._outcome.value)
        while self._changes:
            self._session.changed.emit(self._changes.pop(0))


def _call_each(waiting: list[tuple[QObject, Callable[[T], object]]], value: T) -> None:
    while waiting:
        receiver, callback = waiting.pop(0)
        if shiboken6.isValid(receiver):
            callback(value)


def owner_of(callback: Callable[..., object]) -> QObject | None:
    """The object of Qt whose method this is; None for any other callable."""
    owner = getattr(getattr(callback, "func", callback), "__self__", None)
    return owner if isinstance(owner, QObject) else None
