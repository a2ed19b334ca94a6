"""A companion works on its own, answers, and never outlives who started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from generator.adapters.companion import Companion, CompanionGone

Work = Callable[[], tuple[object, Callable[[object], object] | None]]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="niceness of threads, /proc")


@contextmanager
def begun(work: Work) -> Iterator[Companion[object, object, object]]:
    """A companion at this work, ended with the block."""
    companion: Companion[object, object, object] = Companion(work)
    try:
        yield companion
    finally:
        companion.end()


def work_then_add(number: int) -> tuple[object, Callable[[object], object]]:
    """Tells the process and how nice it was at work; answers with a sum and the same."""
    return _who(), partial(_added, number)


def _added(number: int, question: object) -> object:
    assert isinstance(question, int)
    return number + question, _who()


def _who() -> tuple[int, int]:
    return os.getpid(), os.getpriority(os.PRIO_PROCESS, 0) if sys.platform != "win32" else 0


def work_only() -> tuple[object, None]:
    """Work that nothing can be asked of."""
    return "xong", None


def die() -> tuple[object, None]:
    """Ends its process without a word, as the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    return "chưa xong", None


def begin_another(file: Path) -> tuple[object, None]:
    """Writes down its own process and one it has begun, and is never done."""
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    unfinished = file.with_suffix(".new")
    unfinished.write_text(f"{os.getpid()} {other.pid}", encoding="utf-8")
    unfinished.rename(file)
    time.sleep(600)
    return "chưa xong", None


def processes(file: Path) -> tuple[int, ...]:
    """The processes in that file, once they are there."""
    assert _soon(file.exists)
    return tuple(int(each) for each in file.read_text("utf-8").split())


def lives(process: int) -> bool:
    """Whether a process is still at work."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def _soon(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


def test_a_companion_tells_and_then_answers() -> None:
    """What the work gives comes first, then an answer to each question, all from one process."""
    with begun(partial(work_then_add, 40)) as companion:
        told = companion.told()
        answers = [companion.ask(2), companion.ask(3)]
    assert isinstance(told, tuple)
    assert told[0] != os.getpid()
    assert [each[0] for each in answers if isinstance(each, tuple)] == [42, 43]
    assert {each[1][0] for each in answers if isinstance(each, tuple)} == {told[0]}


@linux
def test_its_work_gives_way_and_its_answers_do_not() -> None:
    """The work yields the processor to others; an answer is as urgent as who asks for it."""
    with begun(partial(work_then_add, 0)) as companion:
        told, answer = companion.told(), companion.ask(0)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert isinstance(told, tuple)
    assert isinstance(answer, tuple)
    assert told[1] > own
    assert answer[1][1] == own


def test_one_that_cannot_be_asked_ends_with_its_work() -> None:
    """Where the work gives no answers, a question is told that nobody is there."""
    with begun(work_only) as companion:
        assert companion.told() == "xong"
        with pytest.raises(CompanionGone):
            companion.ask("còn đó không?")


def test_a_companion_that_dies_is_told() -> None:
    """A killed process is a plain sentence for whoever waits, not an endless wait."""
    with begun(die) as companion, pytest.raises(CompanionGone, match="bị dừng giữa chừng"):
        companion.told()


@linux
def test_what_a_companion_has_begun_ends_with_it(tmp_path: Path) -> None:
    """Ending it in the middle of its work leaves no process behind."""
    with begun(partial(begin_another, tmp_path / "processes")):
        found = processes(tmp_path / "processes")
        assert all(lives(each) for each in found)
    assert _soon(lambda: not any(lives(each) for each in found))


@linux
def test_a_companion_ends_with_a_starter_that_is_killed(tmp_path: Path) -> None:
    """A starter that cannot tidy up any more leaves no companion at work."""
    code = (
        "import sys, time; from functools import partial; from pathlib import Path\n"
        "from generator.adapters.companion import Companion\n"
        "from tests.unit.adapters.test_companion import begin_another\n"
        "if __name__ == '__main__':\n"
        "    companion = Companion(partial(begin_another, Path(sys.argv[1])))\n"
        "    time.sleep(600)\n"
    )
    root = Path(__file__).parents[3]
    starter = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "processes")], cwd=root)
    try:
        found = processes(tmp_path / "processes")
    finally:
        starter.kill()
        starter.wait()
    assert _soon(lambda: not any(lives(each) for each in found))


@posix
def test_ctrl_c_is_for_the_starter_alone() -> None:
    """An interrupt that reaches the companion does not stop it: its starter ends it in time."""
    with begun(partial(work_then_add, 1)) as companion:
        told = companion.told()
        assert isinstance(told, tuple)
        os.kill(told[0], signal.SIGINT)
        answer = companion.ask(1)
    assert isinstance(answer, tuple)
    assert answer[0] == 2
