#!/bin/sh
# Writes the exact versions and hashes of every Python package, for all systems from Python 3.11 on.
# The hashes come from the public registry alone, whatever else this machine is set up to use.
set -eu
uv="${UV:?the path of uv}"
npm="${NPM:?the path of npm}"

compile() {
    "$uv" --no-config pip compile pyproject.toml --quiet --upgrade \
        --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"
}

compile --group tools -o requirements/site.txt
compile --extra cluster -c requirements/site.txt -o requirements/cluster.txt
compile --group tools --group dev --extra cluster \
    -c requirements/site.txt -c requirements/cluster.txt -o requirements/dev.txt
"$uv" --no-config pip compile requirements/peers.in --quiet --upgrade \
    --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements/peers.txt
"$npm" install --package-lock-only
(cd benchmarks/lighthouse && "$(cd ../.. && pwd)/$npm" install --package-lock-only)
