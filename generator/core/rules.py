"""Checks across entries, one small function per rule."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.core.body_links import BodyLink, body_links, content_folder
from generator.core.catalogue import Catalogue, Item
from generator.core.entries import Entry, Model, Plan
from generator.core.field_types import MAX_SLUG, SLUG
from generator.core.links import Links
from generator.core.problems import Place, Problem, problem
from generator.core.vietnamese import nearest, slug

_RESERVED = frozenset({"trang", "index"})
"""Slugs that would stand where list pages stand."""

_NAMES = {"model": "mô hình", "plan": "kế hoạch"}
_FOLDERS = {"model": "models", "plan": "plans"}


@dataclass(frozen=True)
class Content:
    """All that was read: what the rules across entries look at."""

    items: Sequence[Item[Entry]]
    """Every entry, those with a clashing slug and what is left of faulty ones included."""

    catalogue: Catalogue
    links: Links
    images: Collection[str]
    """Paths of the usable images below ``content/images/``."""

    paths: Collection[str]
    """Paths of all files in ``content/``, those that hold no valid entry included."""

    body_links: Mapping[str, Sequence[BodyLink]] | None = None
    """By path where each body links to and what it shows; read from the bodies if not given."""

    @cached_property
    def files(self) -> dict[str, dict[str, str]]:
        """By kind the first file of each slug; a faulty file still holds its place."""
        found: dict[str, dict[str, str]] = {kind: {} for kind in _FOLDERS}
        for kind, path in self.entry_files:
            found[kind].setdefault(_stem(path), path)
        return found

    @cached_property
    def pages(self) -> dict[str, None]:
        """Paths of the files that have a page of their own, in order."""
        hand_written = (path for path in sorted(self.paths) if path.split("/")[1] == "pages")
        return dict.fromkeys([*(path for _, path in self.entry_files), *hand_written])

    @cached_property
    def entry_files(self) -> tuple[tuple[str, str], ...]:
        """Kind and path of every file that is an entry's, by path."""
        folders = {folder: kind for kind, folder in _FOLDERS.items()}
        parted = ((path.split("/"), path) for path in sorted(self.paths))
        return tuple(
            (folders[parts[1]], path)
            for parts, path in parted
            if len(parts) > 2 and parts[1] in folders and path.endswith((".md", ".yml"))
        )


def check_all(content: Content) -> Iterator[Problem]:
    """Every breach of a rule that more than one entry takes part in."""
    for rule in _RULES:
        yield from rule(content)


def _stem(path: str) -> str:
    """Of a file's name what stands before its ending; paths are too many for ``PurePosixPath``."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _slugs_make_addresses(content: Content) -> Iterator[Problem]:
    names = {item.path: item.entry.name for item in content.items}
    for kind, path in content.entry_files:
        stem = _stem(path)
        good = SLUG.fullmatch(stem) and len(stem) <= MAX_SLUG
        if not good or stem in _RESERVED:
            expected = slug(stem)
            if not expected or expected in _RESERVED:
                expected = slug(names.get(path, "")) or f"ten-{slug(_NAMES[kind])}"
            yield problem("slug-form", Place(path), slug=stem, expected=expected)


def _slugs_are_unique(content: Content) -> Iterator[Problem]:
    for kind, path in content.entry_files:
        stem = _stem(path)
        other = content.files[kind][stem]
        if other != path:
            yield problem("slug-clash", Place(path), slug=stem, other=other)


def _former_slugs_are_free(content: Content) -> Iterator[Problem]:
    owners: dict[tuple[str, str], tuple[Item[Entry], int]] = {}
    renamed = (item for item in content.items if item.entry.former_slugs)
    for item in sorted(renamed, key=lambda item: item.path):
        for index, former in enumerate(item.entry.former_slugs):
            if former == item.slug:
                yield problem("former-slug-is-own", _former_place(item, index), slug=former)
                continue
            claim = item, index
            owner = owners.setdefault((item.kind, former), claim)
            if owner is not claim:
                first = _former_place(*owner)
                detail = {"slug": former, "other": f"{first.path}:{first.line}"}
                yield problem("former-slug-twice", _former_place(item, index), **detail)
            if other := content.files[item.kind].get(former):
                place = _former_place(item, index)
                yield problem("former-slug-taken", place, slug=former, other=other)


def _former_place(item: Item[Entry], index: int) -> Place:
    return item.source.value_place("ten_cu", index)


def _references_lead_somewhere(content: Content) -> Iterator[Problem]:
    meant: dict[tuple[str, str], str] = {}
    for item in content.items:
        for path, kind, target in _references_of(item.entry):
            if kind == item.kind and target == item.slug:
                yield problem("self-reference", item.source.value_place(*path))
            elif target not in content.files[kind]:
                if (kind, target) not in meant:
                    meant[kind, target] = nearest(target, content.files[kind]) or ""
                near = meant[kind, target]
                detail = {"what": _NAMES[kind], "value": target, "nearest": near}
                yield problem("dangling-reference", item.source.value_place(*path), **detail)


def _references_of(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if isinstance(entry, Plan) and entry.replaces:
        yield ("thay_the",), "plan", entry.replaces
    if not isinstance(entry, Model):
        return
    for index, plan in enumerate(entry.plans):
        yield ("ke_hoach", index), "plan", plan
    for index, each in enumerate(entry.registrations):
        if each.plan:
            yield ("dang_ky", index, "ke_hoach"), "plan", each.plan
    if entry.copied_from:
        yield ("nhan_rong_tu",), "model", entry.copied_from
    for index, copy in enumerate(entry.copied_to):
        if copy.model:
            yield ("nhan_rong_den", index, "mo_hinh"), "model", copy.model


def _copies_do_not_circle(content: Content) -> Iterator[Problem]:
    seen: set[str] = set()
    for start in sorted(content.links.originals):
        trail: list[str] = []
        slug_now: str | None = start
        while slug_now and slug_now not in seen and slug_now not in trail:
            trail.append(slug_now)
            original = content.links.originals.get(slug_now)
            slug_now = original.slug if original else None
        if slug_now in trail and len(trail) > 1:
            cycle = [*trail[trail.index(slug_now) :], slug_now]
            item = content.catalogue.models[slug_now]
            key = "nhan_rong_tu" if item.entry.copied_from else "nhan_rong_den"
            yield problem("reference-cycle", item.source.key_place(key), cycle=" → ".join(cycle))
        seen.update(trail)


def _copies_follow_their_original(content: Content) -> Iterator[Problem]:
    for copied, original in content.links.originals.items():
        copy, first = content.catalogue.models[copied], original.entry.start
        if copy.entry.start and first and copy.entry.start.last < first.first:
            detail = {"start": copy.entry.start, "first": first, "original": original.entry.name}
            yield problem("copied-before-original", copy.source.value_place("bat_dau"), **detail)


def _pictures_exist(content: Content) -> Iterator[Problem]:
    for item in content.items:
        pictures = item.entry.pictures if isinstance(item.entry, Model) else ()
        for index, picture in enumerate(pictures):
            if picture.file not in content.images:
                place = item.source.value_place("anh", index, "tep")
                near = nearest(picture.file, sorted(content.images)) or ""
                yield problem("broken-image", place, target=picture.file, nearest=near)


def _body_links_lead_somewhere(content: Content) -> Iterator[Problem]:
    for item in content.items:
        for found in _links_in(item, content.body_links):
            check = _image_problem if found.image else _link_problem
            if wrong := check(content, item.path, found):
                yield wrong


def _links_in(
    item: Item[Entry], known: Mapping[str, Sequence[BodyLink]] | None
) -> Sequence[BodyLink]:
    if known is not None:
        return known.get(item.path, ())
    return body_links(item.source.body, item.source.body_line, item.path)


def _image_problem(content: Content, path: str, found: BodyLink) -> Problem | None:
    target = found.leads
    if target is not None and target.image in content.images:
        return None
    place, detail = Place(path, found.line, found.column), {"target": found.target}
    folder = posixpath.relpath(content_folder(path) + "images", posixpath.dirname(path))
    if target is None:
        return problem("image-elsewhere", place, **detail, folder=folder)
    near = nearest(target.image, sorted(content.images))
    return problem("broken-image", place, **detail, nearest=f"{folder}/{near}" if near else "")


def _link_problem(content: Content, path: str, found: BodyLink) -> Problem | None:
    target = found.leads
    if target is not None and (not target.path or target.path in content.pages):
        return None
    place, detail = Place(path, found.line, found.column), {"target": found.target}
    if target is None:
        return problem("unsafe-link", place, **detail)
    near = _page_meant(content, target.path)
    meant = posixpath.relpath(near, posixpath.dirname(path)) if near else ""
    return problem("broken-link", place, **detail, nearest=meant)


def _page_meant(content: Content, wanted: str) -> str:
    """The page whose file has the nearest name; of several that in the likest folder."""
    stem = nearest(_stem(wanted), [_stem(path) for path in content.pages])
    parts = set(wanted.split("/"))
    alike = [path for path in content.pages if _stem(path) == stem]
    return max(alike, key=lambda path: len(parts.intersection(path.split("/"))), default="")


Rule = Callable[[Content], Iterator[Problem]]
_RULES: tuple[Rule, ...] = (
    _slugs_make_addresses,
    _slugs_are_unique,
    _former_slugs_are_free,
    _references_lead_somewhere,
    _copies_do_not_circle,
    _copies_follow_their_original,
    _pictures_exist,
    _body_links_lead_somewhere,
)
