"""How one field of an entry is stated: once, with all that is known about it.

Its key in the content (``alias``), its label for readers (``title``), what an editor should
write (``description``), and whether readers filter by it; the attribute's name is its name in
open data. Forms, tables, schema and exports read these facts from the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

_MANY = 200


def fact(
    key: str,
    label: str,
    write: str = "",
    *,
    default: Any = ...,
    filters: bool = False,
    at_least: int = 0,
) -> Any:
    """One field: its key, its label, what to write, and whether readers filter by it.

    The attribute's own name is its name in open data.
    """
    bounds: dict[str, Any] = {"max_length": _MANY} if default == () or at_least else {}
    if at_least:
        bounds["min_length"] = at_least
    extra: JsonDict = {"filters": filters}
    return Field(
        default, alias=key, title=label, description=write, json_schema_extra=extra, **bounds
    )


class Facts(BaseModel):
    """A group of fields an editor writes together; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def __getstate__(self) -> dict[Any, Any]:
        """The values alone: nobody asks which of them were written and which are defaults."""
        return self.__dict__

    __setstate__: Any = property(attrgetter("__dict__.update"))
    """A group that has travelled, or was kept, takes half the room it took, and is filled without
    a line of Python: a collection has hundreds of thousands."""

    def __getattr__(self, name: str) -> Any:
        """What such a group does not hold."""
        if name in _NOTHING_ELSE:
            return _NOTHING_ELSE[name]
        raise AttributeError(f"{type(self).__name__}.{name}")


_NOTHING_ELSE: Final[Mapping[str, Any]] = {
    "__pydantic_fields_set__": frozenset(),
    "__pydantic_extra__": None,
    "__pydantic_private__": None,
}
