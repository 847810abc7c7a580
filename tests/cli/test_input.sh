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
mkdir bare; run map bare; code_is 1; says ' 1 failed'
says 'geomention: bare holds no .txt, .json, .jsonl or .ndjson file'
run map bare -o bare.geojson; code_is 1; has_no_file bare.geojson

# Encodings.
printf 'Le maire de Besan\347on parle.\n' > latin1.txt
run map latin1.txt; code_is 1; says 'latin1.txt: '; says 'byte 18, 0xE7,'
run map --encoding latin1 latin1.txt; code_is 0; prints FeatureCollection
printf 'Besan\303' > cut.txt
run map cut.txt; code_is 1
says 'geomention: cut.txt: it ends in the middle of a UTF-8 character, at byte 6'
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

# The line is said once, as compilers do, and bytes are counted from 1.
{ echo '{"id": 1}'; echo '{"id": 2, "text": "a" "b"}'; } > wrong.jsonl
run map wrong.jsonl; code_is 1
says 'geomention: wrong.jsonl:1: the article has no "text"'
says 'geomention: wrong.jsonl:2: not JSON: unexpected " at byte 23'
echo '[{"text": "In Paris."}, {"id": 1}]' > wrong.json
run map wrong.json; code_is 1; says '2 articles: '
says 'geomention: wrong.json: article 2 has no "text"'

# One value over several lines is one mistake, not one a line.
printf '{\n  "id": 1,\n  "text": "In Paris."\n}\n' > pretty.jsonl
run map pretty.jsonl; code_is 1; says '1 article: '
says 'pretty.jsonl: this is one JSON value over several lines; name it .json'
run map --from json - < pretty.jsonl; code_is 0; prints Paris

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
printf 'Caf\351s in Paris.\n' > cafes.txt
run map -e latin1 - < cafes.txt; code_is 0; prints Paris

# A folder stands for the articles in it.
mkdir news; article > news/b.txt; articles 2 > news/a.jsonl; echo x > news/c.md
run map news; code_is 0; says '3 articles: '
article > news/D.TXT; cp wrong.json news/e.Json
run map news; code_is 1; says '6 articles: '; says ' 1 failed'
rm news/e.Json

# What is named twice is mapped once, whatever it is called.
run map good.txt ./good.txt; code_is 0; says '1 article: '
says 'geomention: ./good.txt is named twice; it is read once'
run map news news/; code_is 0; says '4 articles: '
says 'geomention: 3 files are named again, such as news/D.TXT; each is read'
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

# Articles without any are noted once a file; an empty list is one.
articles 3 > none.jsonl
echo '{"text": "In Paris.", "mentions": []}' > empty.jsonl
run map --mentions given none.jsonl empty.jsonl g.jsonl two.jsonl; code_is 0
says_times 1 'none.jsonl:1: the article has no "mentions"'
says_times 1 'two.jsonl:1: the article has no "mentions"'
says_times 2 'has no "mentions"'; says '2 places found'
run map --mentions found none.jsonl; says_one_line
done_testing
