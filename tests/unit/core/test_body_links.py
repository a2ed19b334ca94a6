"""Where a link in a body may lead, and where not."""

from __future__ import annotations

import pytest

from generator.core.body_links import BodyLink, Target, body_links, content_folder, resolve

HERE = "content/models/lam-dong/a.md"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://bao.example/a", Target(outside="https://bao.example/a")),
        ("HTTP://bao.example", Target(outside="HTTP://bao.example")),
        ("mailto:a@b.example", Target(outside="mailto:a@b.example")),
        ("#cach-lam", Target(outside="#cach-lam")),
        ("b.md", Target(path="content/models/lam-dong/b.md")),
        ("../../plans/p.md", Target(path="content/plans/p.md")),
        ("../../plans/p.md#muc-tieu", Target(path="content/plans/p.md", fragment="#muc-tieu")),
        ("./b.md", Target(path="content/models/lam-dong/b.md")),
    ],
)
def test_links(link: str, target: Target) -> None:
    """Outside addresses stay as they are; paths are told from the content's own root."""
    assert resolve(link, HERE, image=False) == target


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
        "//evil.example",
        "/etc/passwd",
        "../../../etc/passwd",
        "../../../content-elsewhere/a.md",
        "..\\..\\plans\\p.md",
        "https://bao.example/a b",
        "ftp://bao.example",
    ],
)
def test_links_that_are_refused(link: str) -> None:
    """Scripts, other schemes and ways out of the content lead nowhere."""
    assert resolve(link, HERE, image=False) is None


def test_images_are_the_sites_own() -> None:
    """An image is told from the folder of images; any other place is refused."""
    assert resolve("../../images/2025/le.jpg", HERE, image=True) == Target(image="2025/le.jpg")
    for link in (
        "le.jpg",
        "../../plans/le.jpg",
        "https://bao.example/a.jpg",
        "../../images/../a.jpg",
    ):
        assert resolve(link, HERE, image=True) is None


def test_the_content_folder_may_have_another_name() -> None:
    """The first folder of a path is the content's, whatever it is called."""
    assert content_folder("noi-dung/models/a.md") == "noi-dung/"
    assert resolve("../plans/p.md", "noi-dung/models/a.md", image=False) == Target(
        path="noi-dung/plans/p.md"
    )


def test_a_body_tells_where_each_of_its_links_leads() -> None:
    """In order, with its place; a link that may not lead anywhere is told, too."""
    body = "[Kế hoạch](../../plans/p.md)\n\n![Lễ](le.jpg)\n"
    assert body_links(body, 7, HERE) == (
        BodyLink("../../plans/p.md", 7, 12, image=False, leads=Target(path="content/plans/p.md")),
        BodyLink("le.jpg", 9, 7, image=True, leads=None),
    )
