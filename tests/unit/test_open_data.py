"""The files of open data are made of lines that can be kept from one build to the next."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.core.links import links as links_of
from generator.core.routes import DATA, DATAPACKAGE, MODELS_JSON
from generator.edition import Edition
from generator.open_data import Lines, around_entries, data_files, lines, told_of_others
from generator.pages.knowledge import Knowledge, Publisher
from generator.settings import Settings
from tests.unit.export.export_world import model, plan, thin_model, world

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(
    config_file=ROOT / "mkdocs.yml",
    content_dir=ROOT / "content",
    site_dir=ROOT / "site",
    theme_dir=ROOT / "theme",
    fonts_dir=ROOT / "fonts",
    site_name="Kho",
    site_url="https://kho.example/",
)


def edition(*items: Any) -> Edition:
    """A site of some entries, without the shells, which no file of data needs."""
    catalogue = world(*items)
    publisher = Publisher("Kho", "Ban", "https://kho.example/")
    known = Knowledge(catalogue, links_of(catalogue), {}, publisher, date(2026, 11, 20))
    return Edition(known, SETTINGS, {}, {}, (), {})


def test_the_description_has_the_size_and_the_hash_of_every_file() -> None:
    """What programs are told of a file is true of its bytes."""
    made = {each.path: each.data for each in data_files(edition(model("a"), plan("p")))}
    described = json.loads(made.pop(DATAPACKAGE))["resources"]

    assert {DATA + each["path"]: (each["bytes"], each["hash"]) for each in described} == {
        path: (len(data), f"sha256:{sha256(data).hexdigest()}") for path, data in made.items()
    }


def test_lines_that_were_kept_give_the_same_files() -> None:
    """An entry is asked for its lines once, and kept lines do as well as fresh ones."""
    site = edition(model("a"), thin_model("b"), plan("p"))
    around, catalogue = around_entries(site), site.knowledge.catalogue
    kept = {
        (item.kind, item.slug): lines(item, around)
        for item in (*catalogue.models.values(), *catalogue.plans.values())
    }
    asked: list[tuple[str, str]] = []

    def told(item: Any) -> Lines:
        asked.append((item.kind, item.slug))
        return kept[item.kind, item.slug]

    fresh = [(each.path, each.key, each.data) for each in data_files(site)]
    assert [(each.path, each.key, each.data) for each in data_files(site, told)] == fresh
    assert sorted(asked) == sorted(kept)


def test_a_changed_entry_changes_the_key_of_its_file() -> None:
    """A file may stand only while its bytes would be the same."""
    before, after = (
        {each.path: each.key for each in data_files(edition(*items))}
        for items in ((model("a"),), (model("a"), thin_model("b")))
    )

    assert before[MODELS_JSON] != after[MODELS_JSON]


def test_what_lines_say_of_other_entries_is_told() -> None:
    """Whoever keeps the lines of an original learns of a new copy, and the other way round."""
    original, copy = thin_model("a"), thin_model("b", more="nhan_rong_tu: a\n")
    alone, both = (links_of(world(*items)) for items in ((original,), (original, copy)))

    assert told_of_others(original, alone) != told_of_others(original, both) == ("", "b")
    assert told_of_others(copy, both) == ("a",)
