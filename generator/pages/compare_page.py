"""The page on which two or three models are set side by side.

Which models is the reader's choice, so the browser fills the page from theirs; here stands what
a reader needs to know before that.
"""

from __future__ import annotations

from generator.core.routes import HOME, MODELS
from generator.pages.body_views import CompareView
from generator.pages.views import Link

COMPARE_PARTS = (
    CompareView((Link("Trang chủ", HOME), Link("Mô hình", MODELS))),
    "compare.html",
    "So sánh mô hình",
    "Đặt hai hoặc ba mô hình “Dân vận khéo” cạnh nhau: cách làm, kết quả, kinh phí, điều kiện.",
)
"""View, template, title and description: the same on every site."""
