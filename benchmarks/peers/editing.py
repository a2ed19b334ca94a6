"""One entry of the corpus, edited again and again, and put back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers.entries import edited, one_to_edit
from benchmarks.peers.peer import Peer


class Edit:
    """The entry that every peer is shown with the same changes."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.path = one_to_edit(content)
        self._before = (content / self.path).read_text("utf-8")

    def apply(self, number: int, peer: Peer) -> str:
        """Save the change of that number; the sentence that its page must show then."""
        text, sentence = edited(self._before, number)
        (self.content / self.path).write_text(text, "utf-8")
        peer.take_over(self.content, self.path)
        return sentence

    def undo(self, peers: Sequence[Peer]) -> None:
        """Put the entry back."""
        (self.content / self.path).write_text(self._before, "utf-8")
        for peer in peers:
            peer.take_over(self.content, self.path)


@contextmanager
def editing(content: Path, peers: Sequence[Peer]) -> Iterator[Edit]:
    """An entry to be edited; it is put back when the block ends, however it ends."""
    edit = Edit(content)
    try:
        yield edit
    finally:
        edit.undo(peers)
