"""Every kind of paper and who builds it. Importing this loads no ReportLab; making a paper does."""

from collections.abc import Callable
from typing import assert_never

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.documents.issue import Issue, Signature, Stamp
from mbb_desktop.documents.note_facts import NoteFacts
