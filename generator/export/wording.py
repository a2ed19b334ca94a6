"""Groups of fields as one line of text, for cells that cannot hold a group.

Dates stand here as a Vietnamese reader writes them; the structured data keeps them exact.
Nothing is added to what the entry says.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.core.dates import YearlyDate
from generator.core.entries import (
    Basis,
    Citation,
    Copy,
    Milestone,
    Outcome,
    Recognition,
    Registration,
    Signer,
    Target,
)
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import number


def comma_joined(parts: Iterable[object]) -> str:
    """The parts that are there, with commas."""
    return ", ".join(str(part) for part in parts if part)


def _noted(text: str, *notes: object) -> str:
    """The text with its notes in brackets behind it, if there are any."""
    inside = "; ".join(str(note) for note in notes if note)
    return f"{text} ({inside})" if inside else text


def award(recognition: Recognition) -> str:
    """A recognition in its own words: what was granted, by whom, when."""
    return comma_joined((recognition.form, recognition.by, recognition.year))


def recognition(value: Recognition, vocabulary: Vocabulary) -> str:
    """Cấp tỉnh: Bằng khen, Ủy ban nhân dân tỉnh, 2024, số 123/QĐ-UBND."""
    decision = f"số {value.decision}" if value.decision else ""
    words = comma_joined((award(value), decision))
    return f"{vocabulary.term('cap', value.level).name}: {words}"


def result(value: Outcome, _: Vocabulary) -> str:
    """Camera được lắp: 104 camera (4/2024)."""
    amount = " ".join(part for part in (value.amount and value.amount.text, value.unit) if part)
    return _noted(f"{value.what}: {amount}" if amount else value.what, value.as_of)


def citation(value: Citation, _: Vocabulary) -> str:
    """Camera an ninh phủ khắp phường – Báo A, 10/2024, https://a.vn/1."""
    title = _noted(value.title, "nhan đề dựng lại" if value.title_is_restored else "")
    return f"{title} – {comma_joined((value.publisher, value.published, value.url))}"


def registration(value: Registration, _: Vocabulary) -> str:
    """2021 (quang-ngai-31-kh-tu)."""
    return _noted(str(value.year), value.plan)


def copy(value: Copy, _: Vocabulary) -> str:
    """Xã Bình Minh (2023; binh-minh-camera)."""
    return _noted(value.place, value.year, value.model)


def basis(value: Basis, _: Vocabulary) -> str:
    """Quyết định về …, số 2547-QĐ/TU, 26/12/2016, Ban Thường vụ Thành ủy."""
    numbered = f"số {value.number}" if value.number else ""
    return comma_joined((value.title, numbered, value.issued, value.issuer))


def target(value: Target, vocabulary: Vocabulary) -> str:
    """Mô hình đăng ký mới: tối thiểu 1, tối đa 2 (hằng năm; áp dụng: mỗi xã)."""
    bounds = [
        f"{label} {number(bound)}"
        for label, bound in (("tối thiểu", value.least), ("tối đa", value.most))
        if bound is not None
    ]
    per = vocabulary.term("ky", value.per).name.lower() if value.per else ""
    text = f"{value.what}: {', '.join(bounds)}" if bounds else value.what
    return _noted(text, per, f"áp dụng: {value.applies_to}" if value.applies_to else "")


def milestone(value: Milestone, _: Vocabulary) -> str:
    """31/3 hằng năm: Gửi danh sách đăng ký (2022–2025; gửi Ban Dân vận Tỉnh ủy)."""
    yearly = " hằng năm" if isinstance(value.due, YearlyDate) else ""
    years = "–".join(dict.fromkeys(str(y) for y in (value.first_year, value.last_year) if y))
    to = f"gửi {value.to}" if value.to else ""
    return _noted(f"{value.due}{yearly}: {value.what}", years, to)


def signer(value: Signer) -> str:
    """Nguyễn Văn A, Phó Bí thư."""
    return comma_joined((value.name, value.office))
