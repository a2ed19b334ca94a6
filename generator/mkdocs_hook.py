"""Lets plain ``mkdocs build`` and ``mkdocs serve`` give the whole site.

MkDocs calls these functions by their names. They hold no work of their own: the content
is checked before MkDocs empties anything, and the entries are poured into the shells
once MkDocs has drawn them.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from generator import build
from generator.adapters.mkdocs_shell import Collector, abort
from generator.adapters.report import as_text
from generator.adapters.storage import StorageError
from generator.core.problems import Severity
from generator.pages.shell import EngineError
from generator.settings import SettingsError

_log = logging.getLogger("mkdocs.plugins.dvk")
_collector = Collector()
_checked: dict[str, build.Prepared] = {}

on_files = _collector.on_files
on_page_content = _collector.on_page_content
on_page_context = _collector.on_page_context
on_template_context = _collector.on_template_context
on_post_page = _collector.on_post_page
on_post_template = _collector.on_post_template
on_startup = _collector.on_startup


def on_config(config: Any) -> Any:
    """Check the content first; an error stops MkDocs before it touches the site."""
    try:
        prepared = build.prepare(Path(config.config_file_path), site_dir=Path(config.site_dir))
    except SettingsError as error:
        abort(str(error))
    found = prepared.checked.problems
    if prepared.checked.failed:
        abort(as_text(found, prepared.checked.line, colour=False))
    for item in found:
        if item.severity is Severity.WARNING:
            _log.warning("%s: %s %s", item.place, item.message, item.mend)
    _checked["now"] = prepared
    return _collector.on_config(config)


def on_post_build(config: Any) -> None:
    """Pour the entries into the shells."""
    try:
        build.fill(_checked["now"], _collector.shells, _collector.pages, Path(config.site_dir))
    except (StorageError, EngineError) as error:
        abort(str(error))
