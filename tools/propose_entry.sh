#!/bin/sh
# Opens a pull request with the entry that was made of an issue, or says in the issue what is
# wrong. It alone may write, so it runs nothing but gh and believes nothing it is handed.
#   REPOSITORY BASE ISSUE ACTOR, and from read_issue.sh SLUG ENTRY REPORT, stand in the environment
set -eu

refuse() {
    printf '%s\n' "$1" >&2
    exit 1
}

case "$ISSUE" in
'' | *[!0-9]*) refuse "Số của góp ý không phải một số." ;;
esac

permission=$(gh api "repos/$REPOSITORY/collaborators/$ACTOR/permission" --jq .permission)
case "$permission" in
admin | write) ;;
*) refuse "Chỉ người có quyền ghi vào kho mới duyệt được góp ý." ;;
esac

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '%s' "${REPORT:-}" | base64 -d >"$folder/report.md"

if [ -z "${ENTRY:-}" ]; then
    gh issue comment "$ISSUE" --repo "$REPOSITORY" --body-file "$folder/report.md"
    exit 0
fi

case "$SLUG" in
'' | *[!a-z0-9-]*) refuse "Tên tệp của mục không dùng được." ;;
esac

branch="gop-y/$ISSUE"
if gh api "repos/$REPOSITORY/git/ref/heads/$branch" >/dev/null 2>&1; then
    gh issue comment "$ISSUE" --repo "$REPOSITORY" --body "Góp ý này đã có nhánh \`$branch\`. \
Muốn tạo lại thì đóng đề nghị cũ, xóa nhánh ấy, rồi gắn lại nhãn \`duyet\`."
    exit 0
fi

head=$(gh api "repos/$REPOSITORY/git/ref/heads/$BASE" --jq .object.sha)
gh api --silent --method POST "repos/$REPOSITORY/git/refs" -f ref="refs/heads/$branch" -f sha="$head"

# Without the old file's mark GitHub makes a new file or refuses: nothing is ever written over.
printf '%s' "$ENTRY" >"$folder/entry"
gh api --silent --method PUT "repos/$REPOSITORY/contents/content/models/$SLUG.md" \
    -f branch="$branch" -f message="Thêm một mô hình từ góp ý #$ISSUE" -F content="@$folder/entry"

{
    cat <<END
Mục này do chương trình tạo từ góp ý #$ISSUE và đã qua \`dvk check\`. Chưa ai đọc lại nội dung.

- [ ] Đã mở nguồn: mỗi số liệu, mỗi danh hiệu đều có trong nguồn.
- [ ] Người được nêu tên đã đồng ý, hoặc báo chí, quyết định khen thưởng đã công bố.
- [ ] Không có dữ liệu riêng của ai.

GitHub không tự chạy kiểm tra cho đề nghị do chương trình tạo. Hãy bấm *Close pull request* rồi \
*Reopen pull request* để có bản xem trước.

Closes #$ISSUE
END
    if [ -s "$folder/report.md" ]; then
        printf '\n'
        cat "$folder/report.md"
    fi
} >"$folder/body.md"
gh pr create --repo "$REPOSITORY" --base "$BASE" --head "$branch" \
    --title "Góp mô hình: $SLUG (#$ISSUE)" --body-file "$folder/body.md"
