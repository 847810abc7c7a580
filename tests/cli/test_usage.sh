# The command line: what is wrong is said in one sentence, with exit code 2.
. "$(dirname "$0")/harness.sh"
article > a.txt

run; code_is 2; says 'geomention help'; says_one_line
run nonsense; code_is 2; says "unknown command 'nonsense'"
run mpa a.txt; code_is 2; says "did you mean 'map'?"
run a.txt; code_is 2; says "did you mean 'geomention map a.txt'?"
run map; code_is 2; says 'standard input'; says_one_line

# Options that nearly exist.
run map --expl a.txt; code_is 2; says "did you mean '--explain'?"
run map --ouput=m.geojson a.txt; code_is 2; says "did you mean '--output'?"
run map --zzzzzz a.txt; code_is 2; says 'geomention map --help'
run map -Z a.txt; code_is 2; says "unknown option '-Z'"
run show --gazeteer x Paris; code_is 2; says "did you mean '--gazetteer'?"

# Values that do not fit.
run map a.txt -o; code_is 2; says 'option -o needs a value'
run map --explain=yes a.txt; code_is 2; says 'takes no value'
run map -j 0 a.txt; code_is 2; says 'from 1 to'
run map -j two a.txt; code_is 2; says "not 'two'"
run map --from html a.txt; code_is 2; says 'plain, jsonl'
run map --mentions some a.txt; code_is 2; says 'found, given'
run map --to dwg a.txt; code_is 2; says dwg; says_one_line
run map a.txt -o map.unknown; code_is 2; says unknown; has_no_file map.unknown
run map --encoding nonsense a.txt; code_is 2; says nonsense; prints_nothing
run map --mentions given a.txt; code_is 2; says 'JSON'; prints_nothing
echo '{"text": "In Paris.", "mentions": []}' > j.jsonl
run map --mentions given j.jsonl a.txt; code_is 2; says a.txt; prints_nothing
run map --as-of lately a.txt; code_is 2; says lately; prints_nothing
run map -e utf-16 a.txt j.jsonl; code_is 2; says j.jsonl; prints_nothing
run map a.txt -o ''; code_is 2; says 'the name of the map is empty'
run map a.txt ''; code_is 2; says 'the name of an article is empty'
run show; code_is 2; says 'geomention show Paris'
run score; code_is 2; says 'gold corpus'
run compile; code_is 2; says '-o PATH'

# Every way to write the same options.
run map a.txt -o one.geojson -q; code_is 0; says_nothing
run map -qotwo.geojson a.txt; code_is 0
run map --quiet --output=three.geojson -- a.txt; code_is 0
file_is one.geojson two.geojson
file_is one.geojson three.geojson

# What is asked for goes to standard output.
run --version; code_is 0; prints 'geomention '; says_nothing
run --help; code_is 0; prints 'geomention COMMAND'
run map --help; code_is 0; prints '--output'
run help score; code_is 0; prints 'GOLD'
run help nonsense; code_is 2
for shell in bash zsh fish; do
  run completion $shell; code_is 0; prints explain
done
run completion tcsh; code_is 2; says 'bash, zsh or fish'
for command in man version --version; do
  run $command x; code_is 2; says "leave out 'x'"; says_one_line
done
run man; code_is 0; prints '.TH GEOMENTION 1'
done_testing
