set -euo pipefail
# Nothing in the artifact is trusted: neither which pull request it is for, nor how long it is, nor what stands in it.
event() { jq -er ".workflow_run.$1" "$GITHUB_EVENT_PATH"; }
run=$(event id)
export HEAD_SHA HEAD_REPOSITORY
HEAD_SHA=$(event head_sha)
HEAD_REPOSITORY=$(event head_repository.full_name)
number=$(gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f per_page=100 \
  -f head="$(event head_repository.owner.login):$(event head_branch)" \
  --jq '[.[] | select(.head.sha == env.HEAD_SHA and .head.repo.full_name == env.HEAD_REPOSITORY) | .number][0] // empty')
if ! [[ $number =~ ^[0-9]+$ ]]; then
  echo 'No open pull request has this commit at its head: nothing to show.'
  exit 0
fi

artifact=$(gh api --method GET "repos/$GITHUB_REPOSITORY/actions/runs/$run/artifacts" -f name=pull-request-report \
  --jq '[.artifacts[] | select((.expired | not) and .size_in_bytes <= 10000000) | .id][0] // empty')
if ! [[ $artifact =~ ^[0-9]+$ ]]; then
  echo 'The run has left no report, or one of more than 10 MB: nothing to show.'
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
gh api "repos/$GITHUB_REPOSITORY/actions/artifacts/$artifact/zip" >"$folder/report.zip"
# One file, as a stream and not to its end: nothing is unpacked.
{ unzip -p "$folder/report.zip" gates.json 2>/dev/null || echo null; } | { head -c 5000000; cat >/dev/null; } >"$folder/gates.json"

# Every text is code in one line, cut: it mentions nobody, links nowhere and is no HTML.
if ! jq -r --arg run "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$run" '
  def code($most): if type == "string" then gsub("[^ -~\\p{L}\\p{N}≤≥–…]"; " ") | gsub("[`|]"; "\u0027") | .[:$most] | gsub("^ +| +$"; "") else "" end
    | if . == "" then "" else "`\(.)`" end;
  def word: if . == "pass" then "✅ pass" elif . == "fail" then "❌ fail" else "⏭️ skipped" end;
  def place: if (.line | type) == "number" then "\(.file):\(.line | floor)" else .file end;
  .gates | arrays | map(objects) | length as $all | map(select(.verdict == "fail")) as $failed
  | "<!-- slipway:report -->",
    (if $failed == [] then "## ✅ No gate failed" else "## ❌ \($failed | length) of \($all) gates failed" end),
    "", "[All of it, and the logs](\($run))", "", "_This is what the run of a fork says of itself._", "",
    "| gate | verdict | why |", "| --- | --- | --- |",
    (.[:60][] | "| \(.name | code(100)) \(.leg | code(100)) | \(.verdict | word) | \(.reason | code(200)) |"),
    "",
    ([$failed[] | .findings | arrays | .[] | objects] | .[:30][] | "- \(place | code(250)) \(.message | code(300))")
  ' "$folder/gates.json" >"$folder/comment.md" 2>/dev/null || ! [ -s "$folder/comment.md" ]; then
  echo 'The report of the run cannot be read: nothing to show.'
  exit 0
fi

jq -n --rawfile body "$folder/comment.md" '{body: $body}' >"$folder/body.json"
comment=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments?per_page=100" \
  --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- slipway:report -->"))) | .id')
comment=${comment%%$'\n'*}
if [[ $comment =~ ^[0-9]+$ ]]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --input "$folder/body.json" --silent
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$number/comments" --input "$folder/body.json" --silent
fi
echo "The report is shown in pull request $number."
