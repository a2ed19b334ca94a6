#!/bin/sh
# Refuses a proposal that changes both the content and what builds it: the two are reviewed by
# different people. A maintainer who means it allows it (ALLOW_BOTH=true, by the label ma-nguon).
#   sh tools/change_scope.sh BASE HEAD
set -eu

# A file moved into content/ has also left its old place: no renames.
changed=$(git -c core.quotepath=off diff --no-renames --name-only "$1...$2")
content=$(printf '%s\n' "$changed" | grep '^content/' || true)
other=$(printf '%s\n' "$changed" | grep -v -e '^content/' -e '^$' || true)

say() {
    if [ "${GITHUB_ACTIONS:-}" = true ]; then
        printf '::%s title=Phạm vi thay đổi::%s\n' "$1" "$2"
    else
        printf '%s\n' "$2"
    fi
}

# No line may begin with a name: it could be a command to the log.
list_others() { printf '%s\n' "$other" | sed 's/^/– /'; }

if [ -z "$other" ]; then
    echo "Chỉ sửa nội dung trong content/."
elif [ -z "$content" ]; then
    echo "Không sửa nội dung trong content/."
elif [ "${ALLOW_BOTH:-}" = true ]; then
    say notice "Sửa cả nội dung lẫn tệp ngoài content/; người quản lý kho đã cho phép (nhãn ma-nguon)."
    list_others
else
    say error "Đề nghị này sửa cả nội dung lẫn tệp ngoài content/. Hãy gửi phần ngoài content/ thành một đề nghị khác, hoặc nhờ người quản lý kho gắn nhãn ma-nguon."
    list_others
    exit 1
fi
