"""What a page's ``<head>`` tells machines: schema.org as JSON-LD, and Open Graph for sharing.

Ready HTML for the head of a page; its title, description, canonical address and the link to the
feed stand elsewhere in the head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.core.catalogue import Catalogue, ModelItem, PlanItem
from generator.core.entries import Plan
from generator.export.open_graph import open_graph
from generator.export.publication import Image, Publication
from generator.export.safe_text import script_json
from generator.export.schema_org import (
    LANGUAGE,
    Crumb,
    Thing,
    breadcrumbs,
    iso,
    organisation,
    thing,
    web_page,
    website,
)
from generator.export.schema_org_entries import model_work, plan_document, source


@dataclass(frozen=True)
class Download:
    """A file of open data."""

    name: str
    url: str
    """The full address."""

    media_type: str
    size: int
    """In bytes."""


def head_for_model(
    item: ModelItem,
    catalogue: Catalogue,
    publication: Publication,
    url: str,
    *,
    trail: Sequence[Crumb] = (),
    image: Image | None = None,
    added: date | None = None,
    changed: date | None = None,
) -> str:
    """For the page of a model at the full address ``url``.

    ``added`` and ``changed`` are the days of the entry in the collection, where known;
    ``image`` is its own picture.
    """
    model = item.entry
    page = web_page(
        publication,
        url,
        model.name,
        mainEntity={"@id": f"{url}#muc"},
        datePublished=iso(added),
        dateModified=iso(changed),
    )
    work = model_work(item, catalogue, publication, url, image)
    main_field = catalogue.vocabulary.term("linh_vuc", model.fields[0]).name
    more = (
        ("article:published_time", iso(added)),
        ("article:modified_time", iso(changed)),
        ("article:section", main_field),
    )
    social = open_graph(publication, "article", url, model.name, model.summary, image, more)
    return _head(social, (page, work), trail)


def head_for_plan(
    item: PlanItem,
    catalogue: Catalogue,
    publication: Publication,
    url: str,
    *,
    trail: Sequence[Crumb] = (),
    description: str = "",
    added: date | None = None,
    changed: date | None = None,
) -> str:
    """For the page of a plan. Without a ``description`` its own facts make one."""
    plan = item.entry
    page = web_page(
        publication,
        url,
        plan.name,
        mainEntity={"@id": f"{url}#muc"},
        citation=[source(each) for each in plan.sources],
        datePublished=iso(added),
        dateModified=iso(changed),
    )
    said = description or plan_description(plan)
    more = (("article:published_time", iso(added)), ("article:modified_time", iso(changed)))
    social = open_graph(publication, "article", url, plan.name, said, None, more)
    return _head(social, (page, plan_document(item, catalogue, url)), trail)


def head_for_list(
    publication: Publication,
    url: str,
    title: str,
    description: str,
    *,
    trail: Sequence[Crumb] = (),
    count: int | None = None,
) -> str:
    """For a page that lists ``count`` entries."""
    listed = thing("ItemList", numberOfItems=count) if count is not None else None
    page = web_page(
        publication, url, title, kind="CollectionPage", description=description, mainEntity=listed
    )
    return _head(open_graph(publication, "website", url, title, description), (page,), trail)


def head_for_home(publication: Publication) -> str:
    """For the home page."""
    url, name, description = publication.base_url, publication.name, publication.description
    return _head(
        open_graph(publication, "website", url, name, description), (website(publication),)
    )


def head_for_data(
    publication: Publication,
    url: str,
    title: str,
    description: str,
    downloads: Sequence[Download],
    updated: date,
    *,
    trail: Sequence[Crumb] = (),
) -> str:
    """For the page of open data: the collection as a data set with its files."""
    licence = publication.licence
    dataset = thing(
        "Dataset",
        id=f"{url}#du-lieu",
        name=title,
        description=description,
        url=url,
        inLanguage=LANGUAGE,
        isAccessibleForFree=True,
        license=(licence.url or licence.title) if licence else None,
        creator=organisation(publication),
        publisher={"@id": organisation(publication)["@id"]},
        dateModified=iso(updated),
        distribution=[_download(each) for each in downloads],
    )
    page = web_page(publication, url, title, mainEntity={"@id": dataset["@id"]})
    social = open_graph(publication, "website", url, title, description)
    return _head(social, (page, dataset), trail)


def plan_description(plan: Plan) -> str:
    """A plan in one sentence made of its own facts."""
    first, last = plan.period.first, plan.period.last
    years = f"từ năm {first}" if last is None else f"giai đoạn {first}–{last}"
    if first == last:
        years = f"năm {first}"
    parts = [
        f"số {plan.number}" if plan.number else "",
        f"ban hành {plan.issued}" if plan.issued else "",
        years,
    ]
    return f"Kế hoạch của {plan.issuer}: {', '.join(part for part in parts if part)}."


def _download(file: Download) -> Thing:
    return thing(
        "DataDownload",
        name=file.name,
        contentUrl=file.url,
        encodingFormat=file.media_type,
        contentSize=f"{file.size} B",
    )


def _head(social: str, things: Sequence[Thing], trail: Sequence[Crumb] = ()) -> str:
    graph = [*things, breadcrumbs(trail)] if trail else things
    data = script_json({"@context": "https://schema.org", "@graph": graph})
    return f'{social}\n<script type="application/ld+json">{data}</script>'
