# Bad input: one clear sentence each, the rest is mapped, exit code 1.
. "$(dirname "$0")/harness.sh"
article > good.txt

run map good.txt -o m.geojson; code_is 0; has_file m.geojson; has_file m.qml
says '1 article: '; says ' 0 failed'; says_one_line

run map missing.txt -o none.geojson; code_is 1
says 'geomention: missing.txt: cannot be opened'; has_no_file none.geojson
says '0 placed, 0 unresolved, 1 failed'

# What cannot be read is skipped, the rest is mapped.
run map missing.txt good.txt -o some.geojson; code_is 1; has_file some.geojson
says '2 articles: '; says ' 1 failed'

# A map of that name stays as it was where nothing could be read.
cp m.geojson kept.geojson
run map missing.txt -o kept.geojson; code_is 1; file_is m.geojson kept.geojson

: > empty.txt
run map empty.txt; code_is 1; says 'geomention: empty.txt: '
printf '\177ELF\001\002\000\000\000\000\003' > program.bin
run map program.bin; code_is 1; says 'geomention: program.bin: '
mkdir bare; run map bare; code_is 1; says 'geomention: bare: '

# Encodings.
printf 'Le maire de Besan\347on parle.\n' > latin1.txt
run map latin1.txt; code_is 1; says 'latin1.txt: '; says 'at 17'
run map --encoding latin1 latin1.txt; code_is 0; prints FeatureCollection
printf '\377\376H\000i\000.\000' > utf16.txt
run map utf16.txt; code_is 0
printf '\357\273\277Paris is a city.\n' > marked.txt
run map marked.txt; code_is 0

# JSON lines: the line is named, the others are mapped.
{ articles 1; echo '{"id": "b", "text": "London'; articles 1; } > lines.jsonl
run map lines.jsonl -o lines.geojson; code_is 1; has_file lines.geojson
says 'geomention: lines.jsonl:2: '; says '3 articles: '; says ' 1 failed'
echo '["no", "object"]' > list.jsonl
run map list.jsonl; code_is 1; says 'list.jsonl:1: '

# A line of 100 MB is passed over, not swallowed.
{ printf '{"id": "huge", "text": "'
  head -c 100000000 /dev/zero | tr '\0' a
  echo '"}'
  articles 1; } > huge.jsonl
run map huge.jsonl -o huge.geojson; code_is 1
says 'huge.jsonl: line 1 '; says ' 1 failed'; has_file huge.geojson
rm huge.jsonl

# Standard input.
run map - < good.txt; code_is 0; prints FeatureCollection
articles 2 > two.jsonl
run map --from jsonl - < two.jsonl; code_is 0; says '2 articles: '

# A folder stands for the articles in it.
mkdir news; article > news/b.txt; articles 2 > news/a.jsonl; echo x > news/c.md
run map news; code_is 0; says '3 articles: '
run map --article-mib 1 two.jsonl; code_is 0

# Given mentions: only start and end are read, each yields one feature.
printf '%s' '{"id": "g", "text": "In Paris or London.", "mentions": [' > g.jsonl
cp g.jsonl h.jsonl
echo '{"start": 3, "end": 8}, {"start": 3, "end": 18}]}' >> g.jsonl
echo '{"start": 3, "end": 8, "lat": 1}, {"start": 3, "end": 18, "type": 2}]}' \
  >> h.jsonl
run map --mentions given g.jsonl -o g.geojson; code_is 0; says '2 places found'
cp h.jsonl g.jsonl
run map --mentions given g.jsonl -o h.geojson; file_is g.geojson h.geojson
done_testing
