"""MkDocs draws our theme as shells, hand-written pages and a page of missing addresses."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.adapters.mkdocs_shell import DEPTHS, Collector, EngineError, render
from generator.pages.shell import CURRENT, inline_scripts

THEME = Path(__file__).parents[3] / "theme"
CONFIG = f"""\
site_name: Dân vận khéo
site_url: https://danvankheo.example/kho/
docs_dir: pages
plugins: []
hooks: [hook.py]
theme:
  {{name: material, custom_dir: {THEME}, language: vi, font: false, favicon: assets/favicon.svg}}
extra: {{dvk: {{owner: Ban Tuyên giáo và Dân vận, tagline: "Kho mô hình, điển hình"}}}}
validation: {{links: {{absolute_links: ignore}}}}
"""
ABOUT = """\
---
description: Trang này "để làm gì"
---
# Giới thiệu

[Tra cứu](/mo-hinh/), [Đóng góp](dong-gop.md), [ngoài](https://dangcongsan.example/)

| a | b |
| - | - |
| 1 | 2 |
"""
HOOK = """\
from generator.adapters.mkdocs_shell import Collector

collector = Collector()
on_startup = collector.on_startup
on_config = collector.on_config
on_files = collector.on_files
on_page_content = collector.on_page_content
on_page_context = collector.on_page_context
on_template_context = collector.on_template_context
on_post_page = collector.on_post_page
on_post_template = collector.on_post_template
"""


class World:
    """A tiny site in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Write two hand-written pages, the configuration and a hook."""
        self.config = folder / "mkdocs.yml"
        self.pages = folder / "pages"
        self.site = folder / "site"
        self.pages.mkdir()
        self.config.write_text(CONFIG, encoding="utf-8")
        (folder / "hook.py").write_text(HOOK, encoding="utf-8")
        (self.pages / "gioi-thieu.md").write_text(ABOUT, encoding="utf-8")
        (self.pages / "dong-gop.md").write_text("# Đóng góp\n\nViết cho nhau.\n", encoding="utf-8")

    def read(self, address: str) -> str:
        """The text of one written file."""
        return (self.site / address).read_text(encoding="utf-8")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A site not yet built."""
    return World(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, Collector]:
    """A built site and what the collector holds; tests that share it only read."""
    world, collector = World(tmp_path_factory.mktemp("site")), Collector()
    render(world.config, world.site, collector=collector)
    return world, collector


def test_there_is_a_shell_for_every_depth(built: tuple[World, Collector]) -> None:
    """Addresses from the home page to five folders deep each have a shell."""
    assert list(DEPTHS) == sorted(built[1].shells)


@pytest.mark.parametrize("depth", DEPTHS)
def test_links_of_a_shell_climb_to_the_root(built: tuple[World, Collector], depth: int) -> None:
    """The deeper the page, the further its links climb, so the site works in any folder."""
    page = built[1].shells[depth].fill({})
    up = "../" * depth

    assert f'href="{up}assets/css/dvk.css"' in page
    assert f'href="{up}mo-hinh/"' in page
    assert re.search(rf'class="brand" href="{re.escape(up.rstrip("/") or ".")}/?"', page)


def test_a_filled_shell_is_a_whole_page(built: tuple[World, Collector]) -> None:
    """Every value stands where a browser looks for it, and no token is left."""
    page = (
        built[1]
        .shells[2]
        .fill(
            {
                "title": "Hội quán",
                "description": "Nông dân cùng bàn",
                "canonical": "https://danvankheo.example/kho/mo-hinh/hoi-quan/",
                "head": '<link rel="next" href="../x/">',
                "content": "<h1>Hội quán</h1>",
                "body_class": "entry",
                "nav:mo-hinh": CURRENT,
            }
        )
    )

    assert page.strip().startswith("<!doctype html>")
    assert '<html lang="vi"' in page
    assert "<title>Hội quán</title>" in page
    assert 'name="description" content="Nông dân cùng bàn"' in page
    assert 'rel="canonical" href="https://danvankheo.example/kho/mo-hinh/hoi-quan/"' in page
    assert '<link rel="next" href="../x/">' in page.split("</head>")[0]
    assert '<div id="noi-dung" tabindex="-1" class="entry">\n<h1>Hội quán</h1>' in page
    assert '<a href="../../mo-hinh/" aria-current="page">Mô hình</a>' in page
    assert page.count("aria-current") == 1
    assert "@@" not in page


def test_shells_carry_nothing_the_policy_forbids(built: tuple[World, Collector]) -> None:
    """A shell has one inline script, no inline style, no base and no address of another site."""
    page = built[1].shells[1].fill({})

    assert len(inline_scripts(page)) == 1
    assert not re.search(r"\sstyle=|<style|<base|\son[a-z]+=", page)
    assert not re.search(r'(?:href|src)="(?:https?:)?//', page)


def test_nothing_of_material_is_left_for_the_reader_to_load(
    built: tuple[World, Collector],
) -> None:
    """Neither Material's files nor the controls of its scripts reach the site."""
    world, collector = built
    written = {file.relative_to(world.site).parts[0] for file in world.site.rglob("*")}

    assert written == {"404.html", "assets", "dong-gop", "gioi-thieu"}
    assert not list(world.site.rglob("*.min.*"))
    assert "md-toggle" not in collector.shells[0].fill({})


def test_a_hand_written_page_is_finished(built: tuple[World, Collector]) -> None:
    """It has its own title, description, address and menu entry, and the policy."""
    page = built[0].read("gioi-thieu/index.html")

    assert "<title>Giới thiệu – Dân vận khéo</title>" in page
    assert 'content="Trang này &quot;để làm gì&quot;"' in page
    assert 'rel="canonical" href="https://danvankheo.example/kho/gioi-thieu/"' in page
    assert '<a href="./" aria-current="page">Giới thiệu</a>' in page
    assert '<meta http-equiv="Content-Security-Policy"' in page


def test_hand_written_pages_are_remembered(built: tuple[World, Collector]) -> None:
    """What search and the sitemap need of each hand-written page is kept, and of shells nothing."""
    first, second = built[1].pages

    assert (first.url, second.url) == ("dong-gop/", "gioi-thieu/")
    assert (first.title, first.description) == ("Đóng góp", "")
    assert second.description == 'Trang này "để làm gì"'
    assert "Viết cho nhau." in first.text


def test_links_from_the_root_become_relative(built: tuple[World, Collector]) -> None:
    """An editor's `/mo-hinh/` works in a folder too; other links stay as they are."""
    page = built[0].read("gioi-thieu/index.html")

    assert '<a href="../mo-hinh/">Tra cứu</a>' in page
    assert '<a href="../dong-gop/">Đóng góp</a>' in page
    assert '<a href="https://dangcongsan.example/">ngoài</a>' in page


def test_a_table_may_scroll(built: tuple[World, Collector]) -> None:
    """A hand-written table lies in a box of its own, so that a phone's page stays narrow."""
    page = built[0].read("gioi-thieu/index.html")

    assert '<div class="scroll"><table class="table">' in page
    assert page.count("</table></div>") == 1


def test_the_missing_page_works_at_any_depth(built: tuple[World, Collector]) -> None:
    """404.html is shown at any address, so its links start from the site's own folder."""
    page = built[0].read("404.html")

    assert "Không tìm thấy trang" in page
    assert 'href="/kho/assets/css/dvk.css"' in page
    assert 'href="/kho/linh-vuc/"' in page
    assert '<meta http-equiv="Content-Security-Policy"' in page
    assert not re.search(r'href="\.', page)


def test_another_folder_of_pages_can_be_drawn(world: World, tmp_path: Path) -> None:
    """Content kept elsewhere brings its own hand-written pages."""
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "lien-he.md").write_text("# Liên hệ\n", encoding="utf-8")
    collector = Collector()

    render(world.config, world.site, docs_dir=tmp_path / "khac", collector=collector)

    assert [page.url for page in collector.pages] == ["lien-he/"]


def test_a_broken_link_is_refused(world: World) -> None:
    """What MkDocs only warns of stops the build, and the warning is repeated."""
    (world.pages / "gioi-thieu.md").write_text("[a](khong-co.md)\n", encoding="utf-8")

    with pytest.raises(EngineError, match=r"khong-co\.md"):
        render(world.config, world.site)


def test_a_broken_configuration_is_told(world: World) -> None:
    """An error in mkdocs.yml comes back as MkDocs words it."""
    world.config.write_text(CONFIG.replace("pages", "khong-co"), encoding="utf-8")

    with pytest.raises(EngineError, match="docs_dir"):
        render(world.config, world.site)


def test_a_file_of_the_machine_is_not_published(world: World, tmp_path: Path) -> None:
    """A link that leads out of the content folder stops the build."""
    (tmp_path / "rieng.txt").write_text("bí mật", encoding="utf-8")
    (world.pages / "rieng.txt").symlink_to(tmp_path / "rieng.txt")

    with pytest.raises(EngineError, match=r"rieng\.txt: tệp này dẫn ra ngoài"):
        render(world.config, world.site)
    assert not (world.site / "rieng.txt").exists()


def test_drawing_is_silent(world: World, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither MkDocs nor Material writes on the terminal."""
    render(world.config, world.site)

    assert capfd.readouterr() == ("", "")


def test_two_builds_give_the_same_bytes(world: World) -> None:
    """Nothing in the output depends on the clock or on the first build."""
    first = render(world.config, world.site)
    pages = {file: file.read_bytes() for file in world.site.rglob("*") if file.is_file()}

    assert first == render(world.config, world.site)
    assert pages == {file: file.read_bytes() for file in world.site.rglob("*") if file.is_file()}


def test_a_hook_gives_the_same_site(world: World, built: tuple[World, Collector]) -> None:
    """A hooks file that forwards its events builds strictly, and writes what `render` writes."""
    build(load_config(str(world.config), site_dir=str(world.site), strict=True))

    for address in ("404.html", "gioi-thieu/index.html"):
        assert world.read(address) == built[0].read(address)


def test_a_preview_has_no_policy(world: World) -> None:
    """`mkdocs serve` adds a script to reload the page, which the policy would stop."""
    collector = Collector()
    collector.on_startup(command="serve", dirty=False)

    shells = render(world.config, world.site, collector=collector)

    assert "Content-Security-Policy" not in world.read("gioi-thieu/index.html")
    assert "Content-Security-Policy" not in shells[0].fill({})
