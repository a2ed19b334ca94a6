"""Numbers of Party and State documents: ``31-KH/TU``, ``08/2022/QĐ-UBND``.

Forms: Hướng dẫn 36-HD/VPTW (2018), mục II.1.3, and Quy định 399-QĐ/TW (2026) for the
Party; Nghị định 30/2020/NĐ-CP for the State. The National Assembly writes ``30/2026/QH16``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARTY = re.compile(
    r"(?P<number>\d{1,5}[a-z]?)\s*[-–]\s*(?P<kind>[A-ZĐ][A-Za-zĐđ]{1,4})\s*/\s*"
    r"(?P<issuer>[A-ZĐ][\wĐđ.&-]{1,24})"
)
_ASSEMBLY = re.compile(r"(?P<number>\d{1,4})/(?P<year>\d{4})/(?P<issuer>QH\d{2}|UBTVQH\d{2})")
_STATE = re.compile(
    r"(?P<number>\d{1,5})\s*/\s*(?:(?P<year>\d{4})\s*/\s*)?(?P<kind>[A-ZĐ][A-Za-zĐđ]{0,4}\d{0,2})"
    r"(?:\s*-\s*(?P<issuer>[A-ZĐ][\wĐđ.&-]{0,24}))?"
)

_PARTY_ISSUERS = re.compile(
    r"TW|(?:VP|UBKT|BTC|BTG|BTGDV|BDV|BNC|BĐN|BCS?Đ|ĐĐ|BTV|BCĐ|HĐLL|HVCT)?(?:TW|TU|HU|QU|ThU|ThiU|ĐU|ĐUK)"
    r"|B\w{1,6}(?:TW|TU|HU|QU|ThU|ĐU|ĐUK)|ĐU[\w-]*|ĐUK[\w-]*|CB[\w-]*|ĐCT|MTTW|MTTQ[\w-]*|BTV[\w-]*"
)
_STATE_ISSUERS = re.compile(
    r"UBND|HĐND|TTg|CP|CTN|BNV|BCA|BQP|BTC|BTTTT|BVHTTDL|BNNPTNT|BGDĐT|VPCP|UBMTTQ\w*|MTTQ[\w-]*"
    r"|S[A-ZĐ]{1,7}|B[A-ZĐ]{1,8}|QH\d{2}|UBTVQH\d{2}|[A-ZĐ]*BCĐ[\w-]*"
)


@dataclass(frozen=True)
class DocumentNumber:
    """The parts of a document's number and symbol."""

    number: str
    kind: str
    """KH, QĐ, NQ …; empty for laws and resolutions of the National Assembly."""

    issuer: str
    issuer_is_known: bool


def parse(text: str) -> DocumentNumber | None:
    """The parts, or ``None`` when the text has none of the known forms."""
    text = re.sub(r"^Số\s*:?\s*", "", text.strip())
    if match := _PARTY.fullmatch(text):
        known = bool(_PARTY_ISSUERS.fullmatch(match["issuer"]))
        return DocumentNumber(match["number"], match["kind"], match["issuer"], known)
    if match := _ASSEMBLY.fullmatch(text):
        return DocumentNumber(match["number"], "", match["issuer"], True)
    if match := _STATE.fullmatch(text):
        issuer = match["issuer"] or ""
        known = not issuer or bool(_STATE_ISSUERS.fullmatch(issuer))
        return DocumentNumber(match["number"], match["kind"], issuer, known)
    return None
