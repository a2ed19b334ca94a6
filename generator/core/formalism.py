"""What tells of work done for the report rather than for people, as warnings.

None of it forbids building: a thin entry may be honest. Whatever is warned of can be mended
by writing what is known, never by writing more. An entry is first made right, then better:
whoever has an error is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from generator.core.catalogue import Catalogue, Item, ModelItem
from generator.core.entries import Entry, Model, Outcome
from generator.core.entry_rules import model_item
from generator.core.problems import Place, Problem, problem
from generator.core.vietnamese import fold, key, normalise

YEARS_OF_TRUST = 2
"""So long a confirmation holds; what was confirmed before may have stopped since."""

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_FIGURE = re.compile(r"\d|\b(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<title>.+?)[ \t#]*")
_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(\S*?\)|<?https?://\S+")
_LINK_BEGINS = re.compile(r"\[|<|http")
_OPENING = 40
_SENT_AWAY = frozenset(
    [
        "xem",
        "doc",
        "chi",
        "tiet",
        "cu",
        "the",
        "tham",
        "khao",
        "thong",
        "tin",
        "day",
        "du",
        "them",
        "noi",
        "dung",
        "bai",
        "viet",
        "trang",
        "web",
        "website",
        "bao",
        "dien",
        "tu",
        "tin",
        "link",
        "lien",
        "ket",
        "duong",
        "dan",
        "dia",
        "chi",
        "nguon",
        "tai",
        "o",
        "day",
        "duoi",
        "tren",
        "nay",
        "kia",
        "va",
        "cua",
        "theo",
        "ve",
        "de",
        "biet",
        "ro",
        "hon",
        "vui",
        "long",
        "moi",
    ]
)
"""Words, without marks, of which “xem chi tiết tại đây” and its like are made."""

_SENDING = re.compile(r"\W*(?:xem|doc|chi tiet|tham khao|vui long xem|moi xem|link|lien ket)\b")


def entry_formalism(item: Item[Entry], today: date) -> tuple[Problem, ...]:
    """Every sign of formalism that an entry shows by itself, as warnings; a plan shows none.

    To be told only of an entry without errors: it is first made right, then better.
    """
    model = model_item(item)
    if model is None:
        return ()
    return tuple(found for rule in _RULES for found in rule(model, today))


def check_duplicates(catalogue: Catalogue, doubles: Mapping[str, ModelItem]) -> Iterator[Problem]:
    """A warning for each model told nearly in the words of another, which is named.

    ``doubles`` tells the other of each (see ``near_duplicates``).
    """
    for slug, other in doubles.items():
        place = catalogue.models[slug].source.value_place("ten")
        yield problem("near-duplicate", place, name=other.entry.name, other=other.path)


def confirmation_is_old(model: Model, today: date) -> bool:
    """Whether a model was last confirmed more than two years ago; one that has ended may be."""
    if model.confirmed is None or model.state == "ket-thuc":
        return False
    last = model.confirmed.last
    return (last.year + YEARS_OF_TRUST, last.month, last.day) < (today.year, today.month, today.day)


def _summary_says_more_than_the_name(item: ModelItem, today: date) -> Iterator[Problem]:
    name, summary = (_WORD.findall(key(text)) for text in (item.entry.name, item.entry.summary))
    if name == summary:
        yield problem("summary-is-name", item.source.value_place("tom_tat"))


def _summary_gives_a_figure(item: ModelItem, today: date) -> Iterator[Problem]:
    if _FIGURE.search(item.entry.summary):
        return
    counted = next((each for each in item.entry.results if _is_counted(each)), None)
    if counted is not None:
        place = item.source.value_place("tom_tat")
        yield problem("summary-without-figure", place, example=_in_words(counted))


def _is_counted(result: Outcome) -> bool:
    return result.amount is not None and re.search(r"\d", result.amount.text) is not None


def _in_words(result: Outcome) -> str:
    amount = result.amount.text if result.amount else ""
    return f"{amount} {result.unit}" if result.unit else f"{amount} ({result.what})"


def _confirmation_is_recent(item: ModelItem, today: date) -> Iterator[Problem]:
    if item.entry.state == "dang-thuc-hien" and confirmation_is_old(item.entry, today):
        place = item.source.value_place("xac_nhan")
        yield problem("confirmation-old", place, value=str(item.entry.confirmed))


def _sections_tell_something(item: ModelItem, today: date) -> Iterator[Problem]:
    body = item.source.body
    for head, text in _sections(body):
        if _only_sends_away(text):
            line = item.source.body_line + body.count("\n", 0, head.start())
            yield problem("section-only-a-link", Place(item.path, line), title=head["title"])


def _sections(body: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each heading and what is under it. Led by the signs: most lines have none."""
    heads: list[re.Match[str]] = []
    body += "\n"
    sign = body.find("#")
    while sign >= 0:
        end = body.find("\n", sign)
        head = _HEADING.fullmatch(body, body.rfind("\n", 0, sign) + 1, end)
        heads += [head] if head else []
        sign = body.find("#", end)
    starts = [*(head.start() for head in heads[1:]), len(body)]
    return (
        (head, body[head.end() + 1 : start]) for head, start in zip(heads, starts, strict=False)
    )


def _only_sends_away(text: str) -> bool:
    """Whether nothing is told but where else to read; a list of links to read is something."""
    # Most texts tell something in their first words, and need not be looked through.
    opening = text[:_OPENING].rpartition(" ")[0]
    if _tells_something(_LINK_BEGINS.split(opening, 1)[0]):
        return False
    if len(text) > 1000 or "![" in text or not text.strip():
        return False
    bare = _LINK.sub(" ", text)
    if _tells_something(bare):
        return False
    return bool(_SENDING.match(fold(bare))) or not _WORD.search(_without_links(text))


def _tells_something(bare: str) -> bool:
    words = (_plain(word.group()) for word in _WORD.finditer(normalise(bare)))
    return any(word and word not in _SENT_AWAY for word in words)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return fold(word)


def _without_links(text: str) -> str:
    """The text without addresses that stand bare; a link with words of its own tells something."""
    return re.sub(r"<?https?://\S+", " ", text)


_RULES: tuple[Callable[[ModelItem, date], Iterator[Problem]], ...] = (
    _summary_says_more_than_the_name,
    _summary_gives_a_figure,
    _confirmation_is_recent,
    _sections_tell_something,
)
