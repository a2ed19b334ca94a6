"""What a province sets once for its own site, read from ``mkdocs.yml`` and frozen.

``mkdocs.yml`` is MkDocs' own file; the generator reads the few keys it shares with
MkDocs and its own below ``extra.dvk``. Nothing here is ever changed by the program.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from generator.adapters.storage import reason


class SettingsError(ValueError):
    """The settings cannot be used; the text says why, in Vietnamese."""


class Settings(BaseModel):
    """The settings of one site."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    config_file: Path
    """Absolute; MkDocs is given the same file."""

    content_dir: Path
    """Holds ``models/``, ``plans/``, ``vocabulary/``, ``images/`` and ``pages/``."""

    site_dir: Path
    theme_dir: Path
    fonts_dir: Path
    """Holds the subset fonts that ``make site`` prepares."""

    site_name: str
    site_description: str = ""
    site_url: str
    """Absolute, ending in a slash; may have a path, when the site stands in a sub-folder."""

    owner: str = "Ban Tuyên giáo và Dân vận"
    """Who publishes the site."""

    tagline: str = ""
    page_size: Annotated[int, Field(ge=1, le=500)] = 24
    """Entries on one page of a list."""

    repo_url: str = ""
    edit_uri: str = ""
    """What stands before a file's path to edit it, such as ``https://…/edit/main/``."""

    report_url: str = ""
    """Where errors are reported; ``{url}`` and ``{title}`` are replaced by the entry's."""

    @property
    def root(self) -> Path:
        """The folder that content paths are told from."""
        return self.content_dir.parent

    @field_validator("site_url")
    @classmethod
    def _absolute(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError("site_url phải bắt đầu bằng https:// hoặc http://")
        return value if value.endswith("/") else value + "/"


def load(
    config_file: Path, content_dir: Path | None = None, site_dir: Path | None = None
) -> Settings:
    """The settings in ``config_file``, with folders replaced by those given.

    Raises ``SettingsError`` when the file cannot be read or understood.
    """
    config_file = config_file.resolve()
    raw = _read(config_file)
    folder = config_file.parent
    extra = raw.get("extra") or {}
    own = extra.get("dvk") or {} if isinstance(extra, Mapping) else {}
    shared = {key: raw[key] for key in ("site_name", "site_description", "site_url") if key in raw}
    docs = folder / str(raw.get("docs_dir", "content/pages"))
    try:
        return Settings(
            config_file=config_file,
            content_dir=(content_dir or docs.parent).resolve(),
            site_dir=(site_dir or folder / str(raw.get("site_dir", "site"))).absolute(),
            theme_dir=_theme_dir(raw, folder),
            fonts_dir=folder / "build" / "fonts",
            **shared,
            **{key: value for key, value in own.items() if value not in (None, "")},
        )
    except (ValidationError, TypeError) as error:
        raise SettingsError(_in_vietnamese(config_file, error)) from None


def _theme_dir(raw: Mapping[str, Any], folder: Path) -> Path:
    theme = raw.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return (folder / str(custom or "theme")).resolve()


def _in_vietnamese(config_file: Path, error: ValidationError | TypeError) -> str:
    if isinstance(error, TypeError):
        return f"{config_file.name}: không dùng được phần extra.dvk: {error}"
    lines = []
    for each in error.errors(include_url=False):
        key = ".".join(str(part) for part in each["loc"])
        said = {"missing": "còn thiếu", "extra_forbidden": "không có khóa này"}
        lines.append(f"{config_file.name}: {key}: {said.get(each['type'], each['msg'])}.")
    return "\n".join(lines)


def _read(config_file: Path) -> Mapping[str, Any]:
    try:
        text = config_file.read_text(encoding="utf-8-sig")
        found = yaml.load(text, Loader=_SettingsLoader)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise SettingsError(f"Không đọc được {config_file}: {reason(error)}.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{config_file.name} sai cú pháp: {error}") from None
    if not isinstance(found, Mapping):
        raise SettingsError(f"{config_file.name} phải gồm các dòng “khóa: giá trị”.")
    return found


class _SettingsLoader(yaml.SafeLoader):
    """Reads MkDocs' ``!ENV`` as MkDocs does, and passes over the tags meant for it alone."""


def _environment(loader: _SettingsLoader, node: yaml.Node) -> object:
    """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        if not names:
            names, default = [default], None
    else:
        names, default = [loader.construct_scalar(node)], None  # type: ignore[arg-type]
    found = (os.environ[str(name)] for name in names if str(name) in os.environ)
    return next(found, default)


_SettingsLoader.add_constructor("!ENV", _environment)
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
