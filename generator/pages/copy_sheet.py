"""What a reader takes along to do the same: the prefilled form, the paper, a new entry."""

from __future__ import annotations

from urllib.parse import urlencode

from generator.core.catalogue import ModelItem
from generator.core.routes import CONTRIBUTE, SHEET_DOCX, SHEET_XLSX, model_url
from generator.pages.knowledge import Knowledge
from generator.pages.model_views import CopySheet
from generator.pages.places import place_then
from generator.pages.qr_code import qr_code
from generator.pages.views import Link

_ISSUE_FORM = "gop-mo-hinh.yml"
_REPLICATED = "nhan-rong"


def copy_sheet(item: ModelItem, knowledge: Knowledge) -> CopySheet:
    """The sheet of a model; the form's unit and address are left to who fills it."""
    model = item.entry
    origin = f"Làm theo mô hình của {model.unit} ({place_then(model.place)})."
    return CopySheet(
        slug=item.slug,
        xlsx=SHEET_XLSX,
        docx=SHEET_DOCX,
        field=model.fields[0],
        name=model.name,
        is_person=model.form == "ca-nhan",
        content=f"{model.summary} {origin}",
        code=qr_code(knowledge.canonical(model_url(item.slug))),
        begin=_begin(item, knowledge),
    )


def _begin(item: ModelItem, knowledge: Knowledge) -> Link:
    """Where a new entry is begun: the collection's own form, or the page that tells how."""
    repository = knowledge.publisher.repo_url.rstrip("/")
    if not repository.startswith("https://github.com/"):
        return Link("Bắt đầu một mục mới", CONTRIBUTE)
    model = item.entry
    answers = {
        "template": _ISSUE_FORM,
        "title": f"Góp mô hình: {model.name}",
        "ten": model.name,
        "hinh_thuc": knowledge.term_name("hinh_thuc", model.form),
        "linh_vuc": knowledge.term_name("linh_vuc", model.fields[0]),
        "xay_dung": _replicated(knowledge),
    }
    filled = urlencode({key: value for key, value in answers.items() if value})
    return Link("Bắt đầu một mục mới", f"{repository}/issues/new?{filled}")


def _replicated(knowledge: Knowledge) -> str:
    known = knowledge.catalogue.vocabulary
    return known.term("xay_dung", _REPLICATED).name if known.has("xay_dung", _REPLICATED) else ""
