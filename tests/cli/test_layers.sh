# The layers of a map: which are written, and that they appear together.
. "$(dirname "$0")/harness.sh"

cat > news.jsonl << 'END'
{"id": "1", "title": "Rain", "date": "2026-11-20", "source": "a.org", "text": "It rained in London and in Paris. Kyiv stayed dry."}
{"id": "2", "title": "Snow", "date": "2026-11-21", "source": "a.org", "text": "It snowed in Kyiv, far from London."}
{"id": "3", "title": "Sums", "source": "b.org", "text": "Two and two are four."}
END

# All of them, where a file is written.
run map news.jsonl -o m.geojson; code_is 0
for layer in places links articles areas unresolved timeline; do
  has_file m_$layer.geojson
done

# rows FILE TEXT: how many of its lines hold a text.
rows() {
  grep -cF -- "$2" "$1" || true
}
[ "$(rows m_places.geojson '"type":"Feature",')" = 3 ] || fail 'not 3 places'
[ "$(rows m_links.geojson '"type":"Feature",')" = 3 ] || fail 'not 3 links'
[ "$(rows m_articles.geojson '"type":"Feature",')" = 3 ] || fail 'not 3 articles'
[ "$(rows m_articles.geojson '"focus":null')" = 1 ] ||
  fail 'an article without places has a focus'
[ "$(rows m_places.geojson '"mentions":2,"articles":2')" = 2 ] ||
  fail 'London and Kyiv are not counted twice'
[ "$(rows m_timeline.geojson '"period":"day"')" = 2 ] || fail 'not two days'
[ "$(rows m_timeline.geojson '"period":"week","begin":"2026-11-16T')" = 1 ] ||
  fail 'the week does not begin on Monday'
[ "$(rows m_unresolved.geojson '"type":"Feature",')" = 0 ] ||
  fail 'something is unresolved'

# Those that are named.
mkdir some
run map news.jsonl -o some/m.geojson --layers places,links; code_is 0
has_file some/m.geojson; has_file some/m_places.geojson
has_file some/m_links.geojson; has_no_file some/m_areas.geojson
mkdir none
run map news.jsonl -o none/m.geojson --layers mentions; code_is 0
has_file none/m.geojson; has_no_file none/m_places.geojson
file_is m.geojson none/m.geojson
run map news.jsonl -o x.geojson --layers places,rivers; code_is 2
says 'there is no layer "rivers"'; has_no_file x.geojson
run map news.jsonl -o x.geojson --layers ''; code_is 2; says 'no layer ""'

# Standard output has room for the mentions alone.
run map news.jsonl; code_is 0
cp "$out" standard.geojson; file_is m.geojson standard.geojson

# One worker and sixteen sum up the same.
articles 200 > many.jsonl
run map -j 1 many.jsonl news.jsonl -o one.geojson; code_is 0
run map -j 16 many.jsonl news.jsonl -o more.geojson; code_is 0
for layer in places links articles areas unresolved timeline; do
  file_is one_$layer.geojson more_$layer.geojson
done

# Whole or not at all, and together: one file that cannot be written is enough.
mkdir t; mkdir t/m_links.geojson; : > t/m_links.geojson/full
run map news.jsonl -o t/m.geojson; code_is 4
has_no_file t/m_places.geojson
[ -z "$(find t -name '*.part*')" ] || fail 'a temporary file is left'

# A layer that would overwrite an input.
cp news.jsonl in_places.geojson
run map --from jsonl in_places.geojson -o in.geojson; code_is 2
says 'one of the inputs'; file_is news.jsonl in_places.geojson

# Above 20,000 features there is a better format.
awk 'BEGIN { for (i = 0; i < 20; i++) { printf "{\"text\": \"";
  for (j = 0; j < 1001; j++) printf "It rained in Paris. "; print "\"}" } }' \
  > large.jsonl
run map large.jsonl -o large.geojson; code_is 0
says '20020 features'; says 'large.gpkg'
run map large.jsonl -o large.geojsonl; code_is 0; says_one_line

# The end of a run, for a person at a terminal only (some machines have none).
run map news.jsonl -o m.geojson; says_one_line; says '3 articles: 5 places'
if script -qec true /dev/null > /dev/null 2>&1; then
  ran='geomention map, at a terminal'
  script -qec "'$program' map news.jsonl -o m.geojson" /dev/null > "$err" 2>&1
  says '3 different places, 3 pairs named together'
  says 'most named: '; says 'United Kingdom (2)'
fi

done_testing
