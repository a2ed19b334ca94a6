"""Pages drawn on other machines: what needs no other machine."""

from __future__ import annotations

import sys

import pytest

import generator.adapters
from generator.adapters.storage import StorageError
from generator.core.routes import Route
from generator.far_press import Machines, drawn_far

NOBODY = Machines("tcp://127.0.0.1:9")


def test_no_page_needs_no_machine() -> None:
    """With nothing to draw no scheduler is asked."""
    with drawn_far(None, [], NOBODY) as pieces:  # type: ignore[arg-type]
        assert list(pieces) == []


def test_without_the_extra_its_installation_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Dask is not installed, the command that installs it is told."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "generator.adapters.cluster", raising=False)
    monkeypatch.delattr(generator.adapters, "cluster", raising=False)
    with (
        pytest.raises(StorageError, match=r"--require-hashes -r requirements/cluster\.txt"),
        drawn_far(None, [Route("", "home")], NOBODY),  # type: ignore[arg-type]
    ):
        pytest.fail("somebody draws")
