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
from pydantic_core import PydanticCustomError

from generator.adapters.storage import reason

_OWN_KEYS = ("owner", "tagline", "page_size", "repo_url", "edit_uri", "report_url")
_PAGE_SIZES = range(1, 501)
_SAID = {
    "missing": "còn thiếu",
    "string_type": "phải là chữ",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "greater_than_equal": f"phải từ {_PAGE_SIZES[0]} đến {_PAGE_SIZES[-1]}",
    "less_than_equal": f"phải từ {_PAGE_SIZES[0]} đến {_PAGE_SIZES[-1]}",
    "not_absolute": "phải bắt đầu bằng https:// hoặc http://",
}


class SettingsError(ValueError):
    """The settings cannot be used; the text says why, in Vietnamese."""


class Settings(BaseModel):
    """The settings of one site."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    config_file: Path
    """Absolute; MkDocs is given the same file."""

    content_dir: Path
    """Holds ``models/``, ``plans/``, ``vocabulary/``, ``images/`` and ``pages/``."""

    docs_dir: Path | None = None
    """Holds the hand-written pages of a content folder that has none of its own."""

    written: str = Field(default="", repr=False)
    """All that the file and the environment say: MkDocs reads more of it than stands here."""

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
    page_size: Annotated[int, Field(ge=_PAGE_SIZES[0], le=_PAGE_SIZES[-1])] = 24
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
            raise PydanticCustomError("not_absolute", "site_url is not absolute")
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
    own = _own(raw, config_file.name)
    shared = {key: raw[key] for key in ("site_name", "site_description", "site_url") if key in raw}
    docs = folder / str(raw.get("docs_dir", "content/pages"))
    try:
        return Settings(
            config_file=config_file,
            docs_dir=docs.resolve(),
            written=repr(raw),
            content_dir=(content_dir or docs.parent).resolve(),
            site_dir=(site_dir or folder / str(raw.get("site_dir", "site"))).absolute(),
            theme_dir=_theme_dir(raw, folder),
            fonts_dir=folder / "build" / "fonts",
            **shared,
            **own,
        )
    except ValidationError as error:
        raise SettingsError(_in_vietnamese(config_file, error)) from None


def _own(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What is set below ``extra.dvk``; what is left empty counts as not set."""
    extra = raw.get("extra") or {}
    own = extra.get("dvk") or {} if isinstance(extra, Mapping) else {}
    if not isinstance(own, Mapping):
        raise SettingsError(f"{name}: extra.dvk phải gồm các dòng “khóa: giá trị”.")
    wrong = [str(key) for key in own if key not in _OWN_KEYS]
    if wrong:
        raise SettingsError("\n".join(f"{name}: {key}: không có khóa này." for key in wrong))
    return {key: value for key, value in own.items() if value not in (None, "")}


def _theme_dir(raw: Mapping[str, Any], folder: Path) -> Path:
    theme = raw.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return (folder / str(custom or "theme")).resolve()


def _in_vietnamese(config_file: Path, error: ValidationError) -> str:
    lines = []
    for each in error.errors(include_url=False):
        key = ".".join(str(part) for part in each["loc"])
        said = _SAID.get(each["type"], "giá trị này không dùng được")
        lines.append(f"{config_file.name}: {key}: {said}.")
    return "\n".join(lines)


def _read(config_file: Path) -> Mapping[str, Any]:
    try:
        text = config_file.read_text(encoding="utf-8-sig")
        found = yaml.load(text, Loader=_SettingsLoader)  # noqa: S506 - a SafeLoader
    except OSError as error:
        raise SettingsError(f"Không đọc được {config_file}: {reason(error)}.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{config_file.name} không phải tệp chữ UTF-8.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" ở dòng {mark.line + 1}, cột {mark.column + 1}" if mark else ""
        raise SettingsError(f"{config_file.name} sai cú pháp{place}.") from None
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
