# Formats: by the ending and by option, one and several, whole or not at all.
. "$(dirname "$0")/harness.sh"
article > a.txt

# Every ending, and all that belongs to it.
for ending in geojson geojsonl gpkg shp csv kml; do
  run map a.txt -o "m.$ending"; code_is 0; has_file "m.$ending"
done
for file in m.shx m.dbf m.prj m.cpg m.csvt m.qml; do has_file $file; done
[ "$(cat m.cpg)" = UTF-8 ] || fail 'the .cpg is not UTF-8'

# By option, whatever the ending.
run map a.txt -o m.data --to gpkg; code_is 0
[ "$(head -c 15 m.data)" = 'SQLite format 3' ] || fail 'm.data is no GeoPackage'
run map a.txt --to csv; code_is 0; prints 'mention_id,document,part'
run map a.txt --to kml; code_is 0; prints '<Placemark>'

# Several, in a folder that is made.
run map a.txt -o out/ --to geojson,shp,csv,kml,gpkg,geojsonseq; code_is 0
for ending in geojson geojsonl gpkg shp shx dbf prj cpg csv csvt kml qml; do
  has_file out/map.$ending
done
file_is out/map.geojson m.geojson
file_is out/map.gpkg m.gpkg
file_is out/map.shp m.shp
file_is out/map.dbf m.dbf
file_is out/map.csv m.csv
file_is out/map.kml m.kml
run map a.txt -o other --to geojson,csv; code_is 0; has_file other/map.csv
run map a.txt -o out --to csv; code_is 0 # it is there already

# What does not fit is told in a sentence, and nothing is left.
run map a.txt -o x.geojson --to geojson,csv; code_is 2; says 'name a folder'
says_one_line
run map a.txt -o x.shp --to dwg; code_is 2; says 'dwg: no such format'
run map a.txt --to gpkg; code_is 2; says 'standard output'
run map a.txt --to csv,kml; code_is 2; says 'one format'
run map a.txt -o new/; code_is 2; says 'is a folder'
run map missing.txt -o gone/ --to csv,shp; code_is 1; has_no_file gone
if [ "$(id -u)" != 0 ]; then
  mkdir locked; chmod a-w locked
  run map a.txt -o locked/m.shp; code_is 4; says_one_line
fi

# The same articles give the same bytes, on any number of threads.
articles 300 > many.jsonl
run map -j 1 many.jsonl -o one/ --to gpkg,shp,csv,kml; code_is 0
for jobs in 2 7; do
  run map -j $jobs many.jsonl -o more/ --to gpkg,shp,csv,kml; code_is 0
  for ending in gpkg shp shx dbf csv kml; do
    file_is one/map.$ending more/map.$ending
  done
done

# Areas: one type a layer.
run map a.txt --geometry area -o w.gpkg; code_is 0
run map a.txt --geometry area -o w.shp; code_is 0
for file in w.shp w_mentions_lines.shp w_mentions_areas.shp; do
  has_file $file
done

# A map without places is a map.
echo 'Nothing happened anywhere.' > nothing.txt
run map nothing.txt -o e/ --to geojson,gpkg,shp,csv,kml; code_is 0
for ending in gpkg shp shx dbf csv kml; do has_file e/map.$ending; done
[ "$(wc -l < e/map.csv)" = 1 ] || fail 'an empty CSV is not its head alone'

# No format leaves anything of itself behind.
[ -z "$(find . -name '*part*')" ] || fail 'a temporary file is left'
done_testing
