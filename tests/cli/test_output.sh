# The map: written whole, or not at all.
. "$(dirname "$0")/harness.sh"
article > a.txt

# Places where nothing can be written: exit code 4.
run map a.txt -o nowhere/m.geojson; code_is 4; says 'nowhere/m.geojson'
says_one_line
mkdir folder
run map a.txt -o folder; code_is 2; says 'is a folder'; says_one_line
if [ "$(id -u)" != 0 ]; then
  mkdir locked; chmod a-w locked
  run map a.txt -o locked/m.geojson; code_is 4; says 'locked/m.geojson'
fi
if [ -c /dev/full ]; then
  run map a.txt > /dev/null
  ran='geomention map a.txt > /dev/full'
  "$program" map a.txt > /dev/full 2> "$err"; code=$?
  code_is 4; says 'standard output'; says_one_line
  ran='geomention map --explain a.txt > /dev/full'
  "$program" map --explain a.txt > /dev/full 2> "$err"; code=$?
  code_is 4; says 'standard output'; says_one_line
fi

# An output that is an input would be lost.
cp a.txt copy.txt
run map a.txt copy.txt -o ./copy.txt; code_is 2; says 'one of the inputs'
file_is a.txt copy.txt
cp a.txt in.geojson; ln in.geojson other.geojson
run map in.geojson -o other.geojson; code_is 2; file_is a.txt in.geojson

# A reader that leaves: quiet, but the exit code says so.
articles 2000 > many.jsonl
ran='geomention map many.jsonl | head -n 1'
{ "$program" map many.jsonl 2> "$err"; echo $? > code; } | head -n 1 > "$out"
code=$(cat code); code_is 4; says_nothing; prints FeatureCollection

# Any number of threads writes the same bytes, failures included.
{ articles 150; echo '{'; articles 150; } > mixed.jsonl
run map -j 1 mixed.jsonl a.txt missing.txt -o one.geojson; code_is 1
cp "$err" one.err
for jobs in 2 3 16; do
  run map -j $jobs mixed.jsonl a.txt missing.txt -o more.geojson; code_is 1
  file_is one.geojson more.geojson
  file_is one.err "$err"
done
run map -j 2 mixed.jsonl a.txt; cp "$out" standard.geojson
file_is one.geojson standard.geojson

# A file of the map that is an input would be lost, too.
cp a.txt map.csv
run map map.csv -o . --to geojson,csv; code_is 2; says 'one of the inputs'
file_is a.txt map.csv; has_no_file map.geojson
[ -z "$(find . -name '*.part*')" ] || fail 'a temporary file is left'
rm map.csv

# The other format, by name and by option.
run map a.txt -o a.geojsonl; code_is 0
run map --to geojsonseq a.txt; code_is 0
run map a.txt --to geojson -o a.map; code_is 0; has_file a.map

# Places as wide as they are, or as points.
run map --geometry area a.txt -o area.geojson; code_is 0
has_file area.geojson; has_file area.qml
run map --geometry point a.txt; cp "$out" point.geojson
run map a.txt; file_is point.geojson "$out"
run map --geometry circle a.txt; code_is 2; says 'circle'

# Explanations.
run map --explain a.txt; code_is 0; prints Paris
run map --explain a.txt -o e.geojson; code_is 0; has_file e.geojson
prints Paris
run map --explain a.txt -o -; code_is 2; says 'standard output'
done_testing
