"""The page of an entry as it will be, drawn at once from the last build and the edited file.

What many entries take part in (lists, trees, similar models, counts) stays as the last build
knew it; the build that follows sets that right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from generator.adapters import content_folder
from generator.adapters.content_folder import ENTRY_FOLDERS
from generator.core.entry_rules import World
from generator.core.problems import Problem, has_errors
from generator.core.routes import Route, entry_url
from generator.edition import Edition
from generator.press import Press, page_file
from generator.reading import read


@dataclass(frozen=True)
class Draft:
    """What can be said of an edited file at once."""

    problems: tuple[Problem, ...]
    path: str = ""
    """The file of the page in the site; empty where none can be drawn."""

    page: bytes = b""


class Drafts:
    """Draws drafts after one build; later ones need new drafts."""

    def __init__(self, edition: Edition, content_dir: Path, today: date) -> None:
        self._content = content_dir
        self._entries = edition.knowledge.catalogue
        self._world = World(self._entries.vocabulary, today)
        self._press = Press(edition.for_drawing(), {})

    def warm(self) -> None:
        """Work out what every draft needs, which otherwise the first one would wait for.

        Raises as ``of`` does.
        """
        entries = self._entries
        for items in (entries.models, entries.plans):
            for item in islice(items.values(), 1):
                self.of(self._content.parent / item.path)

    def of(self, path: Path) -> Draft | None:
        """The draft of the entry in a file; ``None`` where the file is no entry's or is gone.

        Raises ``FragmentError`` and ``OSError``, also when the file is changing.
        """
        inside = path.relative_to(self._content).as_posix() if self._is_entry(path) else ""
        file = content_folder.read_one(self._content, inside) if inside else None
        if file is None:
            return None
        if isinstance(file, Problem):
            return Draft((file,))
        reading, _ = read(file, self._world)
        item, problems = reading.item, (*reading.problems, *reading.doubts)
        if item is None or not reading.is_valid or has_errors(problems):
            return Draft(problems)
        route = Route(entry_url(item.kind, item.slug), item.kind, item.slug)
        return Draft(problems, page_file(route), self._press.glimpse(item).draw(route))

    def _is_entry(self, path: Path) -> bool:
        return any((self._content / folder) in path.parents for folder in ENTRY_FOLDERS.values())
