# The gazetteer and the model: missing, cut short, foreign: exit code 3.
. "$(dirname "$0")/harness.sh"
article > a.txt

run map -g nowhere.gaz a.txt; code_is 3; says nowhere.gaz; says_one_line
head -c 3000 "$build_folder/pocket.gaz" > cut.gaz
run map -g cut.gaz a.txt -o m.geojson; code_is 3; says cut.gaz; says_one_line
has_no_file m.geojson
: > empty.gaz
run map -g empty.gaz a.txt; code_is 3; says_one_line
run map -g a.txt a.txt; code_is 3; says_one_line

# The version follows the stamp of eight bytes and the mark of byte order.
{ head -c 12 "$build_folder/pocket.gaz"; printf '\377\001\000\000'
  tail -c +17 "$build_folder/pocket.gaz"; } > later.gaz
run map -g later.gaz a.txt; code_is 3; says version; says_one_line
run show -g later.gaz Paris; code_is 3

run map --model nowhere.model a.txt; code_is 3; says nowhere.model
echo 'no model at all' > bad.model
run map --model bad.model a.txt; code_is 3; says bad.model
grep -v '^resolve' "$build_folder/geomention.model" > old.model
run map --model old.model a.txt; code_is 3; says resolve; says_one_line

# A folder that holds neither of the two is a mistake; one of them will do.
GEOMENTION_DATA=$work_folder/here run map a.txt; code_is 3
says GEOMENTION_DATA; says_one_line
mkdir half; ln -s "$build_folder/pocket.gaz" half/world.gaz
GEOMENTION_DATA=half run map a.txt; code_is 0

# What the gazetteer knows.
run show Paris; code_is 0; prints 2988507; prints France; prints Texas
run show paris; code_is 0; prints 2988507
run show --id 2988507; code_is 0; prints Paris
run show New York; code_is 0; prints 'New York'
run show Nosuchplaceanywhere; code_is 1; says Nosuchplaceanywhere
run show --id 4000000000; code_is 1; says 4000000000
run show --about; code_is 0; prints hash; prints licence
run show --verify; code_is 0; prints 'is whole'
run show --verify Paris; code_is 2
size=$(wc -c < "$build_folder/pocket.gaz")
{ head -c $((size / 2)) "$build_folder/pocket.gaz"; printf '\252\125'
  tail -c +$((size / 2 + 3)) "$build_folder/pocket.gaz"; } > turned.gaz
run show -g turned.gaz --verify; code_is 3; says_one_line

# Compiling: the same tables give the same bytes.
run compile "$source_folder/gazetteer/pocket" "$source_folder/gazetteer/words" \
  -o again.gaz
code_is 0; says places; file_is again.gaz "$build_folder/pocket.gaz"
mkdir tables; printf 'ref\tname\tlat\tlon\n' > tables/places.tsv
printf 'x:1\tNowhere\tninety\t0\n' >> tables/places.tsv
run compile tables -o bad.gaz; code_is 1; says places.tsv; has_no_file bad.gaz
run compile nowhere -o bad.gaz; code_is 1; says nowhere; has_no_file bad.gaz
run compile tables -o nowhere/bad.gaz; [ "$code" != 0 ] || fail 'exit code 0'
done_testing
