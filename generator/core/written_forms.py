"""How each kind of value looks when an editor writes it, in the terms of JSON Schema.

For tools that check a file while it is being typed and know nothing of us. ``field_types``
alone decides what a value is; a form refuses nothing that it accepts. Such tools read YAML's
own types, so that a year, or a name made of digits, may reach them as a number; a pattern holds
for text, a bound for numbers. ``code`` and ``detail`` say which sentence tells of a refusal.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import WithJsonSchema

from generator.core.dates import FIRST_YEAR, LAST_YEAR

Form = dict[str, Any]

_YEAR = "(?:19[3-9][0-9]|20[0-9]{2}|2100)"
_DAY_OF_MONTH = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-9]))"
)
_DATE = f"{_YEAR}(?:-(?:0[1-9]|1[0-2])|-{_DAY_OF_MONTH})?"
_YEARS: Final[Form] = {
    "type": ["integer", "string"],
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
}

YEAR: Final[Form] = _YEARS | {"pattern": f"^{_YEAR}$"}
DATE: Final[Form] = _YEARS | {"pattern": f"^{_DATE}$"}
MOMENT: Final[Form] = _YEARS | {"pattern": f"^(?:{_DATE}|{_YEAR} *[-–] *{_YEAR})$"}
DEADLINE: Final[Form] = _YEARS | {"pattern": f"^(?:{_DATE}|--{_DAY_OF_MONTH})$"}
WHOLE: Final[Form] = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,15}$"}
PROVINCE: Final[Form] = {"type": "string", "provinces": True}
"""A province by any name of any time; which names there are is known only with the vocabulary."""

TRUTH: Final[Form] = {"type": ["boolean", "string"], "pattern": "^(?:true|false)$"}


def line(limit: int) -> Form:
    """Text of at most ``limit`` characters, with something in it."""
    return {"type": ["string", "number", "boolean"], "maxLength": limit, "pattern": r"\S"}


def matching(pattern: re.Pattern[str]) -> Form:
    """Text that a pattern matches from end to end."""
    return {"type": ["string", "number"], "pattern": f"^(?:{pattern.pattern})$"}


def term(list_name: str) -> Form:
    """A term of a closed list; which terms there are is known only with the vocabulary."""
    return {"list": list_name, "code": "unknown-term"}


def told(form: Form, code: str = "", /, **detail: object) -> Any:
    """The type that stands for what an editor writes; ``code`` tells of what breaks the form."""
    sentence = {"code": code, "detail": detail} if code else {}
    return Annotated[Any, WithJsonSchema(form | sentence)]
