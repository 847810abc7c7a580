# What the tests of maps in GIS programs share: a test reads this file first, and
# is then in a folder of its own that goes when it ends.
#
#     . "$(dirname "$0")/harness.sh"
#     python_for 'import qgis.core' 'qgis and python3-qgis'
#
# Sets: program, here (tests/gis), python, folder.
program=$(realpath "${1:?usage: $(basename "$0") PROGRAM ...}")
here=$(cd "$(dirname "$0")" && pwd)

skip() { # what is missing
  echo "skipped: needs $1"
  exit 77
}

# Debian's python knows QGIS and GDAL; one before it on the PATH may not.
python_for() { # statement packages
  for python in python3 /usr/bin/python3; do
    if "$python" -c "$1" 2>/dev/null; then return; fi
  done
  skip "$2"
}

article() { # id title date text
  printf '{"id":"%s","title":"%s","date":"%s","text":"%s"}\n' "$@"
}

enter_folder() {
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT INT TERM
  cd "$folder"
}
