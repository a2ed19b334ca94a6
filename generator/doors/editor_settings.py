"""What VS Code is told so that it writes files as the check wants them, and helps while typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.core.entries import EntryKind

SCHEMAS: Final[Mapping[EntryKind, str]] = {
    "model": "schema/mo-hinh.schema.json",
    "plan": "schema/ke-hoach.schema.json",
}
"""Where the schema of each kind of entry stands in the repository."""

_FOLDERS: Final[Mapping[EntryKind, str]] = {"model": "models", "plan": "plans"}
_TEXT: Final = {"editor.wordWrap": "on", "editor.quickSuggestions": {"strings": "on"}}


def vscode_settings() -> dict[str, Any]:
    """``.vscode/settings.json``: encoding, line ends, indents, and which schema holds where."""
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.unicodeHighlight.allowedLocales": {"vi": True},
        "editor.unicodeHighlight.invisibleCharacters": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "files.trimTrailingWhitespace": True,
            **_TEXT,
        },
        "[markdown]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            # Two spaces at a line's end mean a line break in Markdown.
            "files.trimTrailingWhitespace": False,
            **_TEXT,
        },
        "yaml.validate": True,
        "yaml.yamlVersion": "1.2",
        # The schemas stand in the repository: nothing is looked up elsewhere.
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {
            f"./{schema}": [f"content/{_FOLDERS[kind]}/**/*.yml"]
            for kind, schema in SCHEMAS.items()
        },
    }


def vscode_extensions() -> dict[str, Any]:
    """``.vscode/extensions.json``: what VS Code offers to install."""
    return {"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}
