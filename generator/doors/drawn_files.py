"""Every file of the repository that is drawn from the field definitions, and its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.core.taxonomy import Vocabulary
from generator.doors.editor_settings import SCHEMAS, vscode_extensions, vscode_settings
from generator.doors.issue_form import github_form, gitlab_template
from generator.doors.json_schema import json_schema
from generator.doors.key_guide import GUIDE, with_tables


def drawn_files(vocabulary: Vocabulary, guide: str) -> Mapping[str, str]:
    """Path from the root of the repository → text; ``guide`` is the editors' guide as it stands.

    Raises ``NoMarksError`` when the guide does not say where its tables stand.
    """
    return {
        **{path: _json(json_schema(kind, vocabulary)) for kind, path in SCHEMAS.items()},
        ".vscode/settings.json": _json(vscode_settings()),
        ".vscode/extensions.json": _json(vscode_extensions()),
        ".github/ISSUE_TEMPLATE/gop-mo-hinh.yml": github_form(vocabulary),
        ".gitlab/issue_templates/gop-mo-hinh.md": gitlab_template(vocabulary),
        GUIDE: with_tables(guide, vocabulary),
    }


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
