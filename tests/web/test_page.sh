#!/bin/sh
# The page in a real browser without a window: that it loads without a request,
# links text and map, filters, and that what is decided in it changes the next
# run. Skipped where there is no Chromium.
#
#     tests/web/test_page.sh SOURCE_FOLDER BUILD_FOLDER
set -eu
if ! command -v python3 > /dev/null; then
  echo "skipped: the page is tested with python3, which is not there"
  exit 77
fi
for name in chromium chromium-browser google-chrome; do
  ! command -v "$name" > /dev/null || found=$name
done
if [ -z "${found:-}" ]; then
  echo "skipped: there is no browser (Debian: chromium)"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if GEOMENTION=$2/geomention AXE=$2/axe.min.js FOLDER=$folder \
    PYTHONDONTWRITEBYTECODE=1 python3 "$1/tests/web/test_page.py" -v 2>&1; then
  exit 0
fi
exit 1
