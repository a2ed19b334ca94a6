#!/bin/sh
# Makes an entry of the issue in GitHub's event file, and hands on what came of it as outputs of
# the step: `slug` and `entry` where there is an entry, `report` where there is something to say.
# The texts are strangers': in base64 nothing in them can be taken for anything else.
#   sh tools/read_issue.sh EVENT OUTPUT
set -eu

report=build/issue-report.md
dvk="${DVK:-.venv/bin/dvk}"

give() { printf '%s=%s\n' "$1" "$2" >>"$output"; }
packed() { base64 <"$1" | tr -d '\n'; }

output="$2"
rm -f "$report"
if "$dvk" import-issue "$1" --report "$report"; then
    # What was written is seen from outside: one new file, and nothing else has changed.
    changed=$(git status --porcelain --untracked-files=all)
    entry="${changed#\?\? }"
    slug=$(basename "$entry" .md)
    if [ "$changed" != "?? content/models/$slug.md" ]; then
        echo "Ngoài một mục mới còn có tệp khác thay đổi." >&2
        exit 1
    fi
    give slug "$slug"
    give entry "$(packed "$entry")"
elif [ ! -f "$report" ]; then
    exit 1
fi
if [ -f "$report" ]; then
    give report "$(packed "$report")"
fi
