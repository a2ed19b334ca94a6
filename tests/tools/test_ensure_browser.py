"""Which Chromium the browser tests get."""

from pathlib import Path

import pytest

from tools import ensure_browser


def program(path: Path, script: str) -> Path:
    """An executable stand-in for a browser."""
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CHROMIUM decides, whatever else is installed."""
    mine = program(tmp_path / "mine", "echo Chromium 1")
    program(tmp_path / "chromium", "echo Chromium 2")
    monkeypatch.setenv("CHROMIUM", str(mine))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert ensure_browser.find_browser() == mine


def test_browser_that_does_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in that only points to a shop, or a path to nothing, does not count."""
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))
    program(tmp_path / "chromium", "exit 1")
    real = program(tmp_path / "chromium-browser", "echo Chromium 2")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert ensure_browser.find_browser() == real


def test_person_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no browser is found and none can be installed, the run stops with the way out."""
    monkeypatch.setattr(ensure_browser, "find_browser", lambda: None)
    monkeypatch.setattr(ensure_browser, "_run", lambda _command: False)
    assert ensure_browser.main() == 1
    assert "make test CHROMIUM=" in capsys.readouterr().err
