# What the tests of the program share. A test is a script that reads this file
# and then says what must be:
#
#     run map missing.txt
#     code_is 1
#     says 'missing.txt: cannot be opened'
#
# It runs in an empty folder of its own, with the small gazetteer.
set -u

source_folder=$1
build_folder=$2
program=$build_folder/geomention
failures=0

work_folder=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work_folder"; rm -rf "$work_folder"' EXIT
mkdir "$work_folder/data" "$work_folder/here"
ln -s "$build_folder/pocket.gaz" "$work_folder/data/world.gaz"
ln -s "$build_folder/geomention.model" "$work_folder/data/geomention.model"
GEOMENTION_DATA=$work_folder/data
export GEOMENTION_DATA
cd "$work_folder/here" || exit 1

# run ARGUMENTS...: leaves the exit code in $code, what was printed in the
# files $out and $err.
out=$work_folder/out
err=$work_folder/err
run() {
  ran="geomention $*"
  "$program" "$@" > "$out" 2> "$err"
  code=$?
}

fail() {
  failures=$((failures + 1))
  echo "FAIL: $ran"
  echo "      $1"
  sed 's/^/      stderr: /' "$err" | head -n 5
}

code_is() {
  [ "$code" = "$1" ] || fail "exit code $code, not $1"
}

# says TEXT: standard error holds it.
says() {
  grep -qF -- "$1" "$err" || fail "standard error does not say: $1"
}

# says_one_line: a clear sentence, no flood.
says_one_line() {
  [ "$(wc -l < "$err")" = 1 ] || fail "standard error is not one line"
}

says_nothing() {
  [ ! -s "$err" ] || fail "standard error is not empty"
}

# says_times NUMBER TEXT: so many lines of standard error hold it.
says_times() {
  [ "$(grep -cF -- "$2" "$err")" = "$1" ] || fail "not $1 times: $2"
}

prints() {
  grep -qF -- "$1" "$out" || fail "standard output does not hold: $1"
}

prints_nothing() {
  [ ! -s "$out" ] || fail "standard output is not empty"
}

# file_is ONE OTHER: the same bytes.
file_is() {
  cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

has_file() {
  [ -e "$1" ] || fail "there is no file $1"
}

# has_no_file PATTERN: nothing of that name, whole or in parts.
has_no_file() {
  for found in $1 $1.*; do
    [ ! -e "$found" ] || fail "there is a file $found"
  done
}

article() {
  printf '%s\n' 'Floods hit Paris, Texas, on Tuesday.' '' \
    'In Moscow, officials said that Russia would help.'
}

# articles COUNT: JSON lines.
articles() {
  n=1
  while [ "$n" -le "$1" ]; do
    printf '{"id": "a%d", "title": "Report %d", "text": "%s"}\n' "$n" "$n" \
      "Floods hit Paris, Texas, on Tuesday. Moscow offered help to London."
    n=$((n + 1))
  done
}

# done_testing: the last line of a test.
done_testing() {
  [ "$failures" = 0 ] && echo "all is as it must be"
  exit $((failures > 0))
}
