#!/bin/sh
# Says when one proposal changes both the content and what builds it: the two are reviewed by
# different people. A proposal marked as content (CONTENT_ONLY=true) may change nothing else.
#   sh tools/change_scope.sh BASE HEAD
set -eu

changed=$(git -c core.quotepath=off diff --name-only "$1...$2")
content=$(printf '%s\n' "$changed" | grep '^content/' || true)
other=$(printf '%s\n' "$changed" | grep -v -e '^content/' -e '^$' || true)

say() {
    if [ "${GITHUB_ACTIONS:-}" = true ]; then
        printf '::%s title=Phạm vi thay đổi::%s\n' "$1" "$2"
    else
        printf '%s\n' "$2"
    fi
}

if [ -z "$other" ]; then
    echo "Chỉ sửa nội dung trong content/."
elif [ "${CONTENT_ONLY:-}" = true ]; then
    say error "Đề nghị này mang nhãn nội dung nhưng sửa cả tệp ngoài content/. Hãy tách phần đó ra."
    printf '%s\n' "$other"
    exit 1
elif [ -n "$content" ]; then
    say warning "Đề nghị này sửa cả nội dung lẫn mã nguồn. Nếu được, hãy tách làm hai để dễ duyệt."
    printf '%s\n' "$other"
else
    echo "Không sửa nội dung trong content/."
fi
