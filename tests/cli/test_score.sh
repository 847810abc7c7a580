# How often it is right, on a gold corpus small enough to reckon by hand.
. "$(dirname "$0")/harness.sh"

# Four places in two articles; the third has no coordinates.
{ echo '{"id": "one", "text": "From Paris to London.", "mentions": ['\
'{"start": 5, "end": 10, "surface": "Paris", "lat": 48.85, "lon": 2.35,'\
' "geonameid": 2988507, "group": "literal"},'\
'{"start": 14, "end": 20, "surface": "London", "lat": 51.5, "lon": -0.1,'\
' "geonameid": 2643743}]}'
  echo '{"id": "two", "text": "In Xanadu and the Russian north.", "mentions": ['\
'{"start": 3, "end": 9, "surface": "Xanadu", "lat": null, "lon": null},'\
'{"start": 18, "end": 25, "surface": "Russian", "lat": 60, "lon": 100,'\
' "geonameid": 2017370}]}'; } > gold.jsonl

# feature DOCUMENT BEGIN END ID LAT LON USE
feature() {
  printf '{"type": "Feature", "properties": {"document": "%s", "part": "text", '\
'"begin": %s, "end": %s, "geonameid": %s, "use": "%s", "confidence": 0.5}, '\
'"geometry": {"type": "Point", "coordinates": [%s, %s]}}\n' \
    "$1" "$2" "$3" "$4" "$7" "$6" "$5"
}

# Paris right, London 5 letters too long and far away, Russian right, and one
# that is nothing.
{ feature one 5 10 2988507 48.9 2.3 literal
  feature one 14 25 6058560 42.98 -81.23 literal
  feature two 18 25 2017370 60 100 demonym
  feature two 26 31 1 10 10 literal; } > found.geojsonl
echo Russian > demonyms.txt
printf 'France\tFR\n' > nations.tsv

score() {
  run score --demonyms demonyms.txt --nations nations.tsv "$@" gold.jsonl \
    found.geojsonl
  code_is 0
}
score
prints 'recognition exact, all            P 0.500  R 0.500  F1 0.500'
prints 'recognition overlap, all          P 0.750  R 0.750  F1 0.750'
prints 'recognition exact, no demonyms    P 0.333  R 0.333  F1 0.333'
prints 'recognition exact, demonyms       P 1.000  R 1.000  F1 1.000'
prints 'golds 3  exact id 0.667  A161 0.667  A161 any 0.667  P161 0.500'
prints 'golds 2  exact id 0.500  A161 0.500'
prints 'golds 1  accuracy 1.000'
score --worst 1; prints '20039 km  one [14,20) London'
score --json; prints '"F1": 0.5000'
score --given; prints 'resolution, all'; prints 'median km 0.0'

# The same mentions in the other two forms.
score; cp "$out" lines.score
{ echo '{"type": "FeatureCollection", "features": ['
  paste -s -d , found.geojsonl; echo ']}'; } > collection
sed "s/^/$(printf '\036')/" found.geojsonl > sequence
for form in collection sequence; do
  cp $form found.geojsonl; score; file_is "$out" lines.score
done

# Mapping by itself and mapping to a file first give the same figures.
for given in '' --given; do
  word=found; [ -z "$given" ] || word=given
  run score $given gold.jsonl; code_is 0; cp "$out" direct.score
  run map --mentions $word gold.jsonl -o map.geojson
  run score $given gold.jsonl map.geojson; code_is 0
  file_is "$out" direct.score
done

# Coverage: Xanadu has no coordinates and does not count; with a point in the
# Southern Ocean and the id of Paris, no candidate for Russian is right.
run score --coverage gold.jsonl; code_is 0
[ "$(tail -n 1 "$out")" = 'coverage 1.000 (3/3)' ] || fail 'the last line'
prints 'candidates '
sed 's/60, "lon": 100, *"geonameid": 2017370/-60, "lon": 100, "geonameid": 2988507/' \
  gold.jsonl > far.jsonl
run score --coverage --misses far.jsonl; code_is 0
[ "$(tail -n 1 "$out")" = 'coverage 0.667 (2/3)' ] || fail 'the last line'
prints "$(printf 'two\t18\t25\tRussian\t2988507\t-60.00000\t100.00000\t')"
run score --coverage gold.jsonl map.geojson; code_is 2; says --coverage
run score --misses gold.jsonl; code_is 2; says --coverage

# Gold without "surface", with an id as a string: the words are cut from the
# text, whose byte order mark is not counted.
sed -e 's/"surface": "[A-Za-z]*", *//g' -e 's/2017370/"2017370"/' \
  -e 's/"text": "/&\\uFEFF/' gold.jsonl > bare.jsonl
grep -q surface bare.jsonl && fail 'the test itself'
cp gold.jsonl full.jsonl
score; cp "$out" full.score; score --worst 4; cp "$out" full.worst
cp bare.jsonl gold.jsonl
score; file_is "$out" full.score
score --worst 4; file_is "$out" full.worst
cp full.jsonl gold.jsonl

# What cannot be scored.
for gold in - /dev/stdin; do
  ran="cat gold.jsonl | geomention score $gold"
  # shellcheck disable=SC2002 # a pipe is what is tested
  cat gold.jsonl | "$program" score $gold > "$out" 2> "$err"; code=$?
  code_is 2; says 'must be a file'; prints_nothing
done
mkfifo pipe; run score pipe; code_is 2; says 'must be a file'
run score - found.geojsonl --demonyms demonyms.txt --nations nations.tsv \
  < gold.jsonl; code_is 0; file_is "$out" full.score
run score - - < gold.jsonl; code_is 2; says 'standard input'
: > nothing.jsonl
run score nothing.jsonl; code_is 1; says 'nothing.jsonl: it holds no article'
prints_nothing
run score missing.jsonl; code_is 1; says missing.jsonl
echo '{"id": 1}' > bad.jsonl
run score bad.jsonl; code_is 1; says 'bad.jsonl:1: '; says mentions
feature three 1 2 1 1 1 literal > stray.geojson
run score gold.jsonl stray.geojson; code_is 1; says "'three'"
# Decisions as gold: only what they speak of is compared.
cat > decisions.jsonl << 'END'
{"document":"one","part":"text","begin":5,"end":10,"text":"Paris","decision":"reject"}
{"document":"two","part":"text","begin":26,"end":31,"text":"north","decision":"reject"}
{"document":"one","part":"text","begin":5,"end":10,"text":"Paris","decision":"accept","place":"gn:2988507","lat":48.85,"lon":2.35}
{"document":"one","part":"title","begin":0,"end":5,"text":"Paris","decision":"reject"}
{"document":"one","part":"text","begin":14,"end":20,"text":"London","decision":"change","place":"gn:2643743","lat":51.5,"lon":-0.1}
END
feature three 0 5 1 10 10 literal >> found.geojsonl
run score --demonyms demonyms.txt --nations nations.tsv decisions.jsonl \
  found.geojsonl
code_is 0
prints 'recognition exact, all            P 0.333  R 0.500  F1 0.400'
prints 'golds 2  exact id 0.500  A161 0.500'
run score decisions.jsonl; code_is 2
says 'decisions.jsonl holds decisions and no articles'
done_testing
