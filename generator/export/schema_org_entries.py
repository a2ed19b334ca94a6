"""Models and plans in the words of schema.org.

Every value comes from the entry: no date, author or award is made up. A page and what it tells of
are two things: the site publishes the page, while a plan was issued by its own issuer.
"""

from __future__ import annotations

from generator.core.catalogue import Catalogue, Item, ModelItem, PlanItem
from generator.core.entries import Basis, Citation, Entry, Plan
from generator.core.routes import model_url
from generator.export.publication import Image, Publication
from generator.export.schema_org import LANGUAGE, Thing, image_object, organisation, thing
from generator.export.wording import award


def model_work(
    item: ModelItem, catalogue: Catalogue, publication: Publication, url: str, image: Image | None
) -> Thing:
    """A model: a piece of work that others may copy."""
    model = item.entry
    return thing(
        "CreativeWork",
        id=f"{url}#muc",
        name=model.name,
        description=model.summary,
        mainEntityOfPage={"@id": url},
        inLanguage=LANGUAGE,
        about=field_names(item, catalogue),
        keywords=list(model.keywords),
        dateCreated=model.start.iso if model.start else None,
        spatialCoverage=place(item, catalogue),
        award=[award(each) for each in model.recognitions],
        citation=[source(each) for each in model.sources],
        isBasedOn=_original(item, catalogue, publication),
        image=image and image_object(image),
        publisher={"@id": organisation(publication)["@id"]},
    )


def plan_document(item: PlanItem, catalogue: Catalogue, url: str) -> Thing:
    """A plan: a document issued by an office."""
    plan = item.entry
    return thing(
        "DigitalDocument",
        id=f"{url}#muc",
        name=plan.name,
        identifier=plan.number,
        mainEntityOfPage={"@id": url},
        inLanguage=LANGUAGE,
        about=field_names(item, catalogue),
        datePublished=plan.issued.iso if plan.issued else None,
        publisher=thing("Organization", name=plan.issuer),
        temporalCoverage=_period(plan),
        spatialCoverage=place(item, catalogue),
        citation=[_basis(each) for each in plan.bases],
    )


def place(item: Item[Entry], catalogue: Catalogue) -> Thing:
    """Where it is: in the names of its time, within the province of today."""
    then, today = item.entry.place, catalogue.place(item.entry).today
    parts = (then.hamlet, then.commune, then.district, then.province)
    province = thing("AdministrativeArea", name=today.full_name)
    return thing(
        "Place",
        name=", ".join(part for part in parts if part),
        address=thing("PostalAddress", addressRegion=today.name, addressCountry="VN"),
        containedInPlace=province,
    )


def field_names(item: ModelItem | PlanItem, catalogue: Catalogue) -> list[Thing]:
    """What it is about: its fields."""
    terms = (catalogue.vocabulary.term("linh_vuc", each) for each in item.entry.fields)
    return [thing("DefinedTerm", name=term.name, termCode=term.id) for term in terms]


def source(citation: Citation) -> Thing:
    """A public source of an entry; a title that was restored is not passed off as one."""
    return thing(
        "CreativeWork",
        name=None if citation.title_is_restored else citation.title,
        url=citation.url,
        datePublished=citation.published.iso if citation.published else None,
        publisher=thing("Organization", name=citation.publisher),
    )


def _original(item: ModelItem, catalogue: Catalogue, publication: Publication) -> Thing | None:
    original = catalogue.models.get(item.entry.copied_from or "")
    if original is None:
        return None
    url = publication.address(model_url(original.slug))
    return thing("CreativeWork", id=f"{url}#muc", name=original.entry.name, url=url)


def _basis(basis: Basis) -> Thing:
    return thing(
        "CreativeWork",
        name=basis.title,
        identifier=basis.number,
        datePublished=basis.issued.iso if basis.issued else None,
        publisher=thing("Organization", name=basis.issuer) if basis.issuer else None,
    )


def _period(plan: Plan) -> str:
    """The years as an ISO 8601 interval; the first alone where the document names no last."""
    first, last = plan.period.first, plan.period.last
    return str(first) if last is None or first == last else f"{first}/{last}"
