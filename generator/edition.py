"""One whole site about to be written: what is known, for whom, and in which shells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.adapters.history import History
from generator.check import Checked
from generator.core.similarity import similar
from generator.export.publication import Publication
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import Knowledge, PictureFile, Publisher
from generator.pages.shell import Shell
from generator.settings import Settings


@dataclass(frozen=True)
class Output:
    """A file of the site."""

    path: str
    """Relative to the site's root."""

    data: bytes


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
    """Everything the pages are made from."""
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
        similar(checked.catalogue),
        publisher,
        today,
        pictures,
        {path: known.added for path, known in history.items()},
        checked.reports,
    )
