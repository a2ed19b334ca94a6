"""A process of its own that does one long work, and then answers questions about it.

Who starts it goes on undisturbed: the work may give way to whatever else wants the processor, the
answers never do. It ends with its starter, however that ends, and so does all that it has begun.
Must not know what the work is.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Final, Generic, TypeVar

from generator.adapters.storage import StorageError

if sys.platform != "win32":
    from multiprocessing import resource_tracker

Told = TypeVar("Told")
Question = TypeVar("Question")
Answer = TypeVar("Answer")

_NICE: Final = 5
"""How far work gives way: it gets a quarter of a processor that somebody else wants, too."""


class CompanionGone(StorageError):  # noqa: N818 - a state of the machine, not a fault
    """The process has ended before it told what it was asked."""


class Companion(Generic[Told, Question, Answer]):
    """Such a process, for the one that has started it."""

    def __init__(
        self,
        work: Callable[[], tuple[Told, Callable[[Question], Answer] | None]],
        gives_way: bool = True,
    ) -> None:
        """Start it. What ``work`` gives is told first; the function beside it answers.

        Without such a function the process ends with its work. ``work`` is pickled; it yields
        the processor to others where it ``gives_way``. Raises ``CompanionGone``.
        """
        context = get_context("spawn")  # everywhere the same, and safe beside threads
        self._line, its_end = context.Pipe()
        self._asking = threading.Lock()
        self._process = context.Process(target=_live, args=(its_end, work, gives_way))
        with _gone_told(), _interrupts_held():
            self._process.start()
        its_end.close()

    def told(self) -> Told:
        """What the work gives, once it is done. Raises ``CompanionGone``."""
        found: Told = self._hear()
        return found

    def ask(self, question: Question) -> Answer:
        """The answer, after ``told`` has been. Raises ``CompanionGone``."""
        with self._asking:
            with _gone_told():
                self._line.send(question)
            found: Answer = self._hear()
            return found

    def end(self) -> None:
        """End it with all processes it has begun; who waits for it hears that it is gone."""
        if sys.platform != "win32" and self._process.is_alive():
            with suppress(OSError):  # it has not come so far as to lead a group
                os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.kill()
        self._process.join()

    def _hear(self) -> Any:
        with _gone_told():
            return self._line.recv()


@contextmanager
def _gone_told() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        raise CompanionGone(
            "Tiến trình dựng trang bị dừng giữa chừng (thường do thiếu bộ nhớ). "
            "Lưu lại một tệp bất kỳ để dựng lại."
        ) from None


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process started here is not stopped by Ctrl+C, not even before it can say so itself."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # where it is started, signals are let through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_Work = Callable[[], tuple[Any, Callable[[Any], Any] | None]]


def _live(line: Connection, work: _Work, gives_way: bool) -> None:
    """The life of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.setsid()  # so that it can be ended together with its own processes
    answers: Future[Callable[[Any], Any]] = Future()
    threading.Thread(target=_listen, args=(line, answers), daemon=True).start()
    if gives_way and sys.platform == "linux":
        os.nice(_NICE)  # counts for this thread and what it begins, not for the one that listens
    told, answer = work()
    line.send(told)
    if answer is not None:
        answers.set_result(answer)
        threading.Event().wait()


def _listen(line: Connection, answers: Future[Callable[[Any], Any]]) -> None:
    """Answer until there is nobody to ask."""
    try:
        with suppress(EOFError, OSError):
            while True:
                question = line.recv()
                line.send(answers.result()(question))
    finally:
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)
