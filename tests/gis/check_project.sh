#!/bin/sh
# Writes a project of QGIS and opens it headless, also from another folder, and
# one of a run that found nothing: layers, styles, labels, times, coordinate
# systems, and a picture that is not empty.
#
#     tests/gis/check_project.sh PROGRAM     exit 0: good, 1: not, 77: skipped,
#                                            since QGIS is not there
set -eu
. "$(dirname "$0")/harness.sh"
python_for 'import qgis.core' 'qgis and python3-qgis'
enter_folder

{
  article a "Ferries stop in Odesa" 2026-03-04T06:30:00Z "Ferries from Odesa \
to Istanbul stopped on Tuesday. Officials in Ukraine and Turkey agreed."
  article b "Talks & <tea> in Paris" 2026-03-06T10:00:00Z "Ministers of France \
and Japan met in Paris. They fly on to Tokyo."
} >news.jsonl
echo "The mayor of Lyon went to Geneva." >undated.txt
echo "Nothing happened anywhere." >nothing.txt

"$program" map -q news.jsonl -o "our & news.qgz"
mkdir moved
mv "our & news.qgz" "our & news.gpkg" moved
(cd / && "$python" "$here/check_project.py" "$folder/moved/our & news.qgz" \
  Places Mentions Links Articles Areas \
  2026-03-04 2026-03-06)
"$program" map -q undated.txt --layers places,areas -o undated.qgz
"$python" "$here/check_project.py" undated.qgz Places Mentions Areas
"$program" map -q undated.txt --layers mentions --geometry area -o plain.qgz
"$python" "$here/check_project.py" plain.qgz Mentions
"$program" map -q nothing.txt -o nothing.qgz
"$python" "$here/check_project.py" nothing.qgz
