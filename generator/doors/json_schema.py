"""The JSON Schema of an entry, for editors' tools that check a file while it is being typed.

Draft 2020-12, of which only what older tools know as well is used. ``errorMessage`` and
``markdownEnumDescriptions`` are read by the YAML extension of VS Code and by others passed over.
The schema is never stricter than ``dvk check``, which alone decides: references, dates of the
calendar and rules across keys are beyond it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.core.entries import EntryKind
from generator.core.sentences import SENTENCES
from generator.core.taxonomy import Term, Vocabulary
from generator.doors.keys import Key, keys_of

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TITLES: Final[Mapping[EntryKind, str]] = {
    "model": "Mô hình, điển hình “Dân vận khéo”",
    "plan": "Kế hoạch về phong trào “Dân vận khéo”",
}
_COMMENT: Final = "Do lệnh dvk schema ghi ra từ định nghĩa các khóa; đừng sửa tay."
_DESCRIPTION: Final = "Một tệp một mục. Lời báo đầy đủ bằng tiếng Việt: chạy dvk check."
_GROUP: Final = "Ở đây viết các khóa con, mỗi khóa một dòng: {keys}."
_LIST: Final = "Viết mỗi mục một dòng, bắt đầu bằng “- ”."
_PERSON: Final = SENTENCES["person-without-basis"]
_PERSON_NEEDS_A_BASIS: Final[Schema] = {
    "if": {"properties": {"hinh_thuc": {"const": "ca-nhan"}}, "required": ["hinh_thuc"]},
    "then": {"required": ["co_so_dang"], "errorMessage": f"{_PERSON.wrong} {_PERSON.mend}"},
}
"""As ``entry_rules`` has it; the one rule across keys that a form of data can hold."""


def json_schema(kind: EntryKind, vocabulary: Vocabulary) -> Schema:
    """The schema of the data of an entry, with the terms that the vocabulary has."""
    return {
        "$schema": DIALECT,
        "$comment": _COMMENT,
        "title": _TITLES[kind],
        "description": _DESCRIPTION,
        **_group(keys_of(kind), vocabulary),
        **(_PERSON_NEEDS_A_BASIS if kind == "model" else {}),
    }


def _group(keys: tuple[Key, ...], vocabulary: Vocabulary) -> Schema:
    names = ", ".join(f"{key.name} (bắt buộc)" if key.required else key.name for key in keys)
    return {
        "type": "object",
        "errorMessage": _GROUP.format(keys=names),
        "properties": {key.name: _property(key, vocabulary) for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }


def _property(key: Key, vocabulary: Vocabulary) -> Schema:
    told: Schema = {"title": key.label, "description": _description(key, vocabulary)}
    if key.default is not None:
        told["default"] = key.default
    value = _group(key.inner, vocabulary) if key.inner else _value(key, vocabulary)
    if not key.is_list:
        return told | value
    many: Schema = {"type": "array", "errorMessage": _LIST, "items": value}
    many |= {"minItems": key.fewest} if key.fewest else {}
    many |= {"maxItems": key.most} if key.most else {}
    return told | ({"anyOf": [value, many]} if key.may_stand_alone else many)


def _description(key: Key, vocabulary: Vocabulary) -> str:
    terms = key.terms(vocabulary)
    choices = "; ".join(f"{term.id}: {term.name}" for term in terms)
    return f"{key.advice} Một trong: {choices}." if terms else key.advice


def _value(key: Key, vocabulary: Vocabulary) -> Schema:
    form = dict(key.form)
    code, detail = form.pop("code", ""), form.pop("detail", {})
    if form.pop("provinces", False):
        return form | {"anyOf": [{"enum": _provinces(vocabulary)}, {"type": "string"}]}
    list_name = form.pop("list", "")
    if list_name:
        terms = vocabulary.lists.get(list_name, ())
        form |= _terms(terms)
        detail = {"list": list_name, "choices": ", ".join(term.id for term in terms)}
    return form | ({"errorMessage": SENTENCES[code].mend.format_map(detail)} if code else {})


def _terms(terms: tuple[Term, ...]) -> Schema:
    return {
        "enum": [term.id for term in terms],
        "markdownEnumDescriptions": [f"{term.name}. {term.description}".strip() for term in terms],
    }


def _provinces(vocabulary: Vocabulary) -> list[str]:
    """Names to offer, today's first; any other spelling is for ``dvk check`` to judge."""
    today = [province.name for province in vocabulary.provinces]
    former = [name for province in vocabulary.provinces for name in province.absorbed]
    return list(dict.fromkeys([*today, *former]))
