"""The photographs of the site: each published once, and again only when its source changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.adapters import images
from generator.adapters.content_folder import IMAGES
from generator.basis import digest
from generator.core.routes import PICTURES
from generator.ledger import Made
from generator.pages.knowledge import PictureFile
from generator.place import Place
from generator.settings import Settings


def published(
    settings: Settings,
    paths: Iterable[str],
    place: Place,
    known: Mapping[str, PictureFile],
) -> tuple[dict[str, PictureFile], dict[str, Made]]:
    """By path below ``images/`` each photograph as pages show it, and the files it takes.

    ``known`` are those of the site that stands. Raises ``StorageError``.
    """
    shown: dict[str, PictureFile] = {}
    files: dict[str, Made] = {}
    for path in paths:
        source = settings.content_dir / IMAGES / path
        key = digest(source.read_bytes())
        held = known.get(path)
        if held and all(place.stands(url, key) for url in _urls(held)):
            shown[path] = held
            files.update({url: place.made[url] for url in _urls(held)})
        elif made := _publish(source, path, place.folder):
            shown[path] = made
            for url in _urls(made):
                state = (place.folder / url).stat()
                files[url] = Made(key, state.st_size, state.st_mtime_ns)
    return shown, files


def _urls(picture: PictureFile) -> tuple[str, str]:
    return picture.url, picture.small_url


def _publish(source: Path, path: str, folder: Path) -> PictureFile | None:
    made = images.publish(source, folder / PICTURES / path)
    if not isinstance(made, images.Published):
        return None
    return PictureFile(
        f"{PICTURES}{path}.webp",
        made.large.width,
        made.large.height,
        made.small.path.relative_to(folder).as_posix(),
        made.small.width,
    )
