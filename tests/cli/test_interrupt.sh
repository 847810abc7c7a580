# Ctrl-C: exit code 130, and no part of a map is left.
. "$(dirname "$0")/harness.sh"

# The input does not end, so the signal finds the program waiting or working.
# LeakSanitizer can hang on a signal at the end: leaks are not sought here.
# $1: the signal; $2: threads.
interrupted() {
  ran="geomention map -j $2 - and signal $1"
  { articles 5; sleep 2; } | timeout --preserve-status -s "$1" 0.7 \
    env ASAN_OPTIONS=detect_leaks=0 "$program" map -j "$2" --from jsonl - -o m.geojson > "$out" 2> "$err"
  code=$?
  code_is 130; says interrupted; says_one_line; prints_nothing
  has_no_file m.geojson; has_no_file m.qml
}
interrupted INT 1
interrupted INT 2
interrupted TERM 2
done_testing
