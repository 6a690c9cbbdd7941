"""The recovery code replaced from the settings."""

from functools import partial

from mbb_desktop.settings import Settings
from mbb_desktop.ui.guarded_card import GuardedCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.new_code import NewCode
from mbb_desktop.ui.recovery_sheet import print_code, save_code
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.keep_clinic import replace_recovery_code
from mbb_desktop.workflow.unlock import new_code


class NewCodeCard(GuardedCard):
    """A new recovery code in place of the one that was lost or seen by somebody."""

    def __init__(self, session: Session, window: MainWindow, settings: Settings) -> None:
        said = window.tr("The former code opens nothing any more once this one is in force.")
        super().__init__(session, window, window.tr("New recovery code"), said, wide=560)
        self.fresh = NewCode(new_code())
        self.fresh.save_asked.connect(partial(save_code, window))
        self.fresh.print_asked.connect(partial(print_code, window, settings))
        self.guard(self.fresh)

    def ready(self) -> bool:
        return self.fresh.typed_back()

    def acting(self, own: str) -> Pending[None]:
        return self._session.do(replace_recovery_code, self.fresh.code, own)
