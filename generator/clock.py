"""Which day it is: the only place that asks for the time."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

_HANOI: Final = timezone(timedelta(hours=7))


def today() -> date:
    """The day in Việt Nam; ``SOURCE_DATE_EPOCH`` fixes it, so that a build can be repeated."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    return now.astimezone(_HANOI).date()
