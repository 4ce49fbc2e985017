#!/usr/bin/env bash
# The whole proof, in the order in which failures are cheapest to read. Ends with one line: N passed, N failed.
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0
failed=()
step() {
  local name=$1
  shift
  echo "── $name"
  if "$@"; then passed=$((passed + 1)); else
    failed+=("$name")
  fi
}
step 'types' tsc --noEmit
step 'types of the example' tsc --noEmit -p examples/bazaar
step 'lint and import rules' oxlint --type-aware --deny-warnings
step 'format' oxfmt --check
step 'generated files are current' node tools/generate.ts --check
step 'client of the example' npm run build --silent -w bazaar
report=$(mktemp)
step 'tests' vitest run --reporter=default --reporter=json --outputFile.json="$report"
step 'seeded flaws' node tools/bazaar/matrix.ts --quick
node tools/test-summary.ts "$report" "$passed" "${failed[@]}"
rm -f "$report"
[ "${#failed[@]}" -eq 0 ]
