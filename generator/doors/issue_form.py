"""The form “Góp một mô hình” of the web sites where the repository stands.

GitHub draws a form from a YAML file (docs: “Syntax for GitHub's form schema”); GitLab only fills
a description with a text. Both give an issue with the same headings, see ``issue_answers``.
"""

from __future__ import annotations

from typing import Any, Final

import yaml

from generator.core.taxonomy import Vocabulary
from generator.doors.issue_questions import Question, questions

FORM_NAME: Final = "Góp một mô hình"
_ABOUT: Final = "Kể một mô hình, điển hình “Dân vận khéo”; không cần biết lập trình."
_NOTE: Final = "# Do lệnh dvk schema ghi ra từ định nghĩa các khóa; đừng sửa tay.\n"
WARNING: Final = """\
**Góp ý này công khai ngay khi gửi, ai cũng đọc được.** Đừng viết số điện thoại riêng, số nhà, \
ngày sinh, số giấy tờ, biển số xe, tình trạng sức khỏe hay tên người được giúp đỡ.

Mỗi số liệu, mỗi danh hiệu phải có trong nguồn công khai mà bạn dẫn. Điều gì không biết thì để \
trống, đừng đoán. Người biên tập sẽ đọc, rồi chương trình tạo mục từ câu trả lời của bạn.
"""
_BEFORE: Final = "Trước khi gửi"
_PROMISES: Final = (
    "Tôi hiểu rằng nội dung này công khai ngay khi gửi.",
    "Mọi số liệu, danh hiệu đều có trong nguồn đã ghi.",
    "Người được nêu tên đã đồng ý, hoặc báo chí hay quyết định khen thưởng đã công bố.",
)
_TYPES: Final = {"line": "input", "lines": "textarea", "choice": "dropdown"}


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as a block, so that it can be read."""


def _written(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _written)


def github_form(vocabulary: Vocabulary) -> str:
    """The YAML of GitHub's issue form."""
    promises = [{"label": promise, "required": True} for promise in _PROMISES]
    form = {
        "name": FORM_NAME,
        "description": _ABOUT,
        "title": "Góp mô hình: ",
        "labels": ["mo-hinh-moi"],
        "body": [
            {"type": "markdown", "attributes": {"value": WARNING}},
            *(_element(question) for question in questions(vocabulary)),
            {
                "type": "checkboxes",
                "id": "truoc-khi-gui",
                "attributes": {"label": _BEFORE, "options": promises},
            },
        ],
    }
    drawn = yaml.dump(form, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return _NOTE + drawn


def gitlab_template(vocabulary: Vocabulary) -> str:
    """The Markdown that GitLab puts into a new issue: the same headings, advice as comments."""
    parts = [f"<!--\n{WARNING}-->\n"]
    parts += [f"### {each.label}\n\n<!-- {_hint(each)} -->\n" for each in questions(vocabulary)]
    boxes = "".join(f"- [ ] {promise}\n" for promise in _PROMISES)
    return "\n".join([*parts, f"### {_BEFORE}\n\n{boxes}"])


def closing_label() -> str:
    """The heading above the promises, which holds no answer."""
    return _BEFORE


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": question.advice}
    if question.terms:
        attributes["options"] = [term.name for term in question.terms]
    return {
        "type": _TYPES[question.shape],
        "id": question.id,
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def _hint(question: Question) -> str:
    parts = ["Bắt buộc." if question.required else "Không bắt buộc.", question.advice]
    if question.terms:
        parts.append(f"Một trong: {'; '.join(term.name for term in question.terms)}.")
    return " ".join(parts)
