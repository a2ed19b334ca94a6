"""One whole site about to be written: what is known, for whom, and in which shells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.adapters.history import History
from generator.basis import digest
from generator.check import Checked
from generator.core.catalogue import ModelItem
from generator.core.routes import Route, routes
from generator.export.publication import Publication
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import Knowledge, PictureFile, Publisher
from generator.pages.shell import Shell
from generator.reading import Reading
from generator.settings import Settings


@dataclass(frozen=True)
class Output:
    """A file of the site, made when it is asked for."""

    path: str
    """Relative to the site's root."""

    key: bytes
    """A digest of all that the file is made from: while it stands, so does the file."""

    make: Callable[[], bytes] = field(repr=False)

    @property
    def data(self) -> bytes:
        """What the file holds."""
        return self.make()


def output(path: str, data: bytes) -> Output:
    """A file that is made already."""
    return Output(path, digest(data), lambda: data)


@dataclass(frozen=True)
class Edition:
    """Everything that the files of a site are made from."""

    knowledge: Knowledge
    settings: Settings
    shells: Mapping[int, Shell]
    templates: Mapping[str, str]
    """Fragment templates by file name."""

    hand_pages: tuple[HandPage, ...]
    """The pages the engine has written itself."""

    history: Mapping[str, History]
    readings: Mapping[str, Reading] = field(default_factory=dict)
    """By path what each entry's file tells by itself."""

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """Every page of the site but those of the engine."""
        know = self.knowledge
        return routes(know.catalogue, self.settings.page_size, know.forest, know.ready)

    def knowing(self, similar: Mapping[str, tuple[ModelItem, ...]]) -> Edition:
        """The same once it is known which models are alike."""
        return replace(self, knowledge=self.knowledge.knowing(similar))

    def for_drawing(self) -> Edition:
        """As much of it as pages are drawn from, to travel light."""
        return replace(self, shells=dict(self.shells), readings={})

    @property
    def publication(self) -> Publication:
        """The site as it signs its exports."""
        settings = self.settings
        return Publication(
            settings.site_name, settings.owner, settings.site_url, settings.site_description
        )


def knowledge_of(
    checked: Checked,
    settings: Settings,
    today: date,
    pictures: Mapping[str, PictureFile],
    history: Mapping[str, History],
) -> Knowledge:
    """Everything the pages are made from, but for which models are alike."""
    publisher = Publisher(
        settings.site_name,
        settings.owner,
        settings.site_url,
        settings.site_description,
        settings.edit_uri,
        settings.report_url,
        settings.repo_url,
    )
    return Knowledge(
        checked.catalogue,
        checked.links,
        {},
        publisher,
        today,
        pictures,
        {path: known.added for path, known in history.items()},
        checked.reports,
    )
