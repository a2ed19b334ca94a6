"""MkDocs, with Material as its theme, draws the shells and the hand-written pages.

The only module that imports mkdocs: when another engine takes its place, this file is rewritten and
nothing else. It must not know what an entry is; entries are poured into the shells by the caller.
"""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from generator.adapters.storage import telling
from generator.pages.hand_page import HandPage
from generator.pages.shell import (
    CURRENT,
    NAV_KEYS,
    SLOTS,
    EngineError,
    Shell,
    escape,
    token,
    with_csp,
)

DEPTHS = range(6)
"""How deep an address may lie: depth 0 is the home page, 2 is `/mo-hinh/hoi-quan/`."""

_ROOT_LINK = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")/(?!/)')
_BLANK_LINES = re.compile(r"\n\s*\n")
# What Material's own scripts and styles would need: we load neither, and unlabelled controls would
# greet readers whose browser shows no styles. Where a pattern no longer fits, the styles hide it.
_LEFTOVERS = re.compile(
    r'\s*(?:<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="(?:skip|announce)">.*?</div>'
    r'|<div class="md-dialog".*?</div>\s*</div>)',
    re.DOTALL,
)
_SCROLL = '<div class="scroll"><table class="table">'
_ASSETS = "assets/"
_NOT_FOUND = "404.html"


def render(
    config_file: Path,
    site_dir: Path,
    *,
    docs_dir: Path | None = None,
    collector: "Collector | None" = None,
) -> Mapping[int, Shell]:
    """Write the assets, the hand-written pages and 404.html into `site_dir`; return the shells.

    `site_dir` is emptied first. `docs_dir` replaces the folder of hand-written pages. The hooks
    named in the configuration stay out of it, since they would build the whole site again. Pass a
    collector to read more from it afterwards (`pages`) or to leave the security policy out.
    Raises EngineError with everything MkDocs complained of.
    """
    # Material's switch for the notice it would print at each build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    collector = collector or Collector()
    with _complaints() as said, telling(f"Không dựng được khung trang ở {site_dir}"):
        try:
            folders = {"docs_dir": str(docs_dir)} if docs_dir else {}
            config = load_config(str(config_file), site_dir=str(site_dir), hooks=[], **folders)
            config.plugins["dvk-shell"] = collector  # type: ignore[assignment]
            build(config)
        except TemplateSyntaxError as error:
            told = f"{error.name}, dòng {error.lineno}: {error.message}"
            raise EngineError("\n".join([*said, told])) from error
        except (Abort, ConfigurationError, TemplateError) as error:
            raise EngineError("\n".join(said or [str(error)])) from error
    if said:
        raise EngineError("\n".join(said))
    return collector.shells


def abort(reason: str) -> NoReturn:
    """Stop MkDocs with a reason and without a traceback."""
    raise Abort(reason)


class Collector:
    """What MkDocs is asked to do differently, one method per MkDocs event of the same name.

    `render` attaches it as a plugin; a `hooks:` file keeps one and forwards each event to it, under
    the same name and with the same arguments. After a build it holds `shells` by depth, and
    `pages`, the hand-written ones.
    """

    def __init__(self, *, policy: bool = True) -> None:
        self._policy = policy
        self._depths: dict[str, int] = {}
        self._shells: dict[int, Shell] = {}
        self._pages: list[HandPage] = []

    @property
    def shells(self) -> Mapping[int, Shell]:
        """The shells by depth of the address."""
        return MappingProxyType(self._shells)

    @property
    def pages(self) -> tuple[HandPage, ...]:
        """The hand-written pages, in the order they were drawn."""
        return tuple(self._pages)

    def on_startup(self, command: str, dirty: bool = False) -> None:
        """While previewing, leave the policy out: it would stop the script that reloads a page."""
        self._policy = self._policy and command != "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin anew at each build, and leave the sitemap to those who know every address."""
        self._depths, self._shells, self._pages = {}, {}, []
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep of the theme only our own assets, and add one page per depth to become a shell."""
        for file in tuple(files):
            if file.src_dir not in config.theme.dirs:
                _refuse_outside(file, config)
            elif not (file.src_dir == config.theme.custom_dir and file.src_uri.startswith(_ASSETS)):
                files.remove(file)
        for depth in DEPTHS:
            shell = _shell_file(depth, config)
            self._depths[shell.src_uri] = depth
            files.append(shell)
        return files

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let an editor write `/mo-hinh/` wherever the site is put; let wide tables scroll."""
        linked = _ROOT_LINK.sub(rf"\g<1>{get_relative_url('.', page.url)}/", html)
        return linked.replace("<table>", _SCROLL).replace("</table>", "</table></div>")

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme its slots: tokens in a shell, the page's own values elsewhere."""
        if page.file.src_uri in self._depths:
            return _with_slots(context, {name: token(name) for name in SLOTS})
        description = page.meta.get("description") or config.site_description or ""
        current = {f"nav:{key}": CURRENT for key in NAV_KEYS if page.url.startswith(f"{key}/")}
        values = _titles(page.title, description, config) | current
        return _with_slots(context, values | {"canonical": escape(page.canonical_url or "")})

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the page of missing addresses its slots."""
        if template_name != _NOT_FOUND:
            return context
        return _with_slots(context, _titles("Không tìm thấy trang", "", config))

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Keep a shell for the generator, writing nothing; put the policy into other pages."""
        html = self._finished(output)
        depth = self._depths.get(page.file.src_uri)
        if depth is None:
            about = str(page.meta.get("description") or "")
            self._pages.append(HandPage(page.url, str(page.title), about, page.markdown or ""))
            return html
        self._shells[depth] = Shell.from_html(_BLANK_LINES.sub("\n", html))
        return ""

    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Put the policy into the page of missing addresses."""
        return self._finished(output_content) if template_name == _NOT_FOUND else output_content

    def _finished(self, html: str) -> str:
        ours = _LEFTOVERS.sub("", html)
        return with_csp(ours) if self._policy else ours


def _shell_file(depth: int, config: MkDocsConfig) -> File:
    """An empty page that lies `depth` folders deep, so that its links climb as far as needed."""
    file = File.generated(
        config, f"@khung/{depth}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.dest_uri = "khung/" * depth + "khung.html"
    return file


def _titles(title: object, description: object, config: MkDocsConfig) -> dict[str, str]:
    return {
        "title": escape(f"{title} – {config.site_name}"),
        "description": escape(str(description)),
    }


def _with_slots(context: TemplateContext, values: Mapping[str, str]) -> TemplateContext:
    slots: dict[str, Any] = {name: values.get(name, "") for name in SLOTS}
    return {**context, "slots": slots}  # type: ignore[typeddict-unknown-key]


def _refuse_outside(file: File, config: MkDocsConfig) -> None:
    """MkDocs follows links out of the folder and would publish any file of the machine."""
    if file.abs_src_path is None:
        return
    if not Path(file.abs_src_path).resolve().is_relative_to(Path(config.docs_dir).resolve()):
        raise PluginError(f"{file.src_uri}: tệp này dẫn ra ngoài thư mục nội dung, không công bố.")


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Everything MkDocs warns of within the block, instead of on the terminal."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
