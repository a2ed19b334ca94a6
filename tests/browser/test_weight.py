"""What a page costs on the wire, and that nothing jumps however slowly it arrives."""

from __future__ import annotations

import gzip
import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser.measuring import SHIFT
from tests.browser.visits import MODEL, PHONE, PLAN, WIDE, visitor
from tests.browser.weighing import FIRST, NEXT, slow_down, weigh

COMPARED = "so-sanh/?m=an-dong-5-khong,bat-xat-to-tuyen-van"
QUESTION = "mo-hinh/?q=phan+loai+rac"
PATHS = ("", MODEL, PLAN, "mo-hinh/", "so-lieu/", COMPARED, QUESTION)


@pytest.fixture(scope="module")
def models(site: str) -> list[str]:
    """The addresses of all models, the page with the most compressed bytes first."""
    with urlopen(site + "du-lieu/mo-hinh.json") as answer:
        items = json.loads(gzip.decompress(answer.read()))["items"]
    return sorted((f"mo-hinh/{each['slug']}/" for each in items), key=lambda it: -_size(site + it))


def _size(address: str) -> int:
    with urlopen(address) as answer:
        return int(answer.headers["Content-Length"])


def test_the_heaviest_model_is_light(browser: Browser, site: str, models: list[str]) -> None:
    """The heaviest model of all costs at most 120 kB as a first view, and 12 kB as a next page."""
    heaviest = _size(site + models[0])
    weight = weigh(browser, site, models[-1], models[0])

    assert heaviest > 1.2 * _size(site + models[-1])
    assert 30_000 + heaviest < weight.first <= FIRST
    assert heaviest < weight.next <= NEXT


@pytest.mark.parametrize("path", ["", PLAN, "mo-hinh/", "so-lieu/", "gioi-thieu/", QUESTION])
def test_the_first_view_is_light(browser: Browser, site: str, path: str) -> None:
    """The first view of any kind of page costs at most 120 kB, fonts and scripts included."""
    assert 30_000 < weigh(browser, site, path, path).first <= FIRST


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_nothing_jumps_on_a_slow_network(
    browser: Browser, site: str, size: tuple[int, int], models: list[str]
) -> None:
    """When the font and the scripts come long after the text, nothing that is read moves."""
    shifts = {}
    for path in (*PATHS, models[0], models[-1]):
        with visitor(browser, size) as reader:
            slow_down(reader.page)
            reader.page.goto(site + path, wait_until="networkidle")
            shifts[path] = reader.page.evaluate(SHIFT)

    assert {path: shift for path, shift in shifts.items() if shift > 0.005} == {}
