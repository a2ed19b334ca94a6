"""Makes the virtual environment, or says in plain words why this Python cannot.

Runs before anything is installed, perhaps under a Python that is too old: it uses the standard
library alone and nothing newer than Python 3.6.
"""

import importlib.util
import sys
import venv

NEEDED = (3, 11)


def reason_against() -> str:
    """The sentence for a person whose Python cannot be used; empty when it can."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if sys.version_info < NEEDED:
        return (
            f"Cần Python 3.11 trở lên, nhưng {sys.executable} là bản {version}.\n"
            "Hãy cài Python mới hơn, hoặc chỉ rõ: make site PYTHON=/đường/dẫn/tới/python3.11"
        )
    if importlib.util.find_spec("ensurepip") is None:
        return (
            "Python này thiếu phần tạo môi trường ảo (ensurepip).\n"
            f"Trên Debian hoặc Ubuntu, hãy chạy: sudo apt-get install python{version}-venv"
        )
    return ""


def main() -> int:
    """Create the environment in the folder named first; 1 where that cannot be done."""
    reason = reason_against()
    if reason:
        sys.stderr.write(reason + "\n")
        return 1
    venv.EnvBuilder(with_pip=True, clear=True, symlinks=True).create(sys.argv[1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
