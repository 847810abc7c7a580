# What ./quickstart and ./check share: which packages are needed, installing
# those that are missing, and building. Read with `.` from the project's folder.
#
# A package is needed where what we want of it is not there: a command, a file,
# or a library that pkg-config knows. So whoever has them from elsewhere needs no
# apt, and nobody needs a network twice.

# want             package (of Debian and Ubuntu)
packages_to_build='
command:cc         build-essential
command:make       build-essential
command:cmake      cmake
command:pkg-config pkg-config
library:libcjson   libcjson-dev
library:libutf8proc libutf8proc-dev
library:proj       libproj-dev
library:libzstd    libzstd-dev
library:libcurl    libcurl4-gnutls-dev
library:libzip     libzip-dev
library:sqlite3    libsqlite3-dev
library:zlib       zlib1g-dev
header:shapefil.h  libshp-dev
file:/usr/share/javascript/leaflet/leaflet.css libjs-leaflet
header:stdio.h     build-essential'

packages_to_test='
library:cmocka     libcmocka-dev
command:clang      clang
command:python3    python3
browser:any        chromium
qgis:core          python3-qgis
command:ogrinfo    gdal-bin
gdal:ogr           python3-gdal
command:zstd       zstd
command:nm         binutils'

# Whether some python3, Debian's own or another before it, can do this.
python_knows() {
  for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c "$1" > /dev/null 2>&1; then return 0; fi
  done
  return 1
}

# Whether what is wanted of a package is there.
is_there() {
  case $1 in
    command:*) command -v "${1#command:}" > /dev/null ;;
    library:*) pkg-config --exists "${1#library:}" 2> /dev/null ;;
    browser:any) command -v chromium > /dev/null ||
      command -v chromium-browser > /dev/null ||
      command -v google-chrome > /dev/null ;;
    qgis:core) python_knows 'import qgis.core' ;;
    gdal:ogr) python_knows 'from osgeo import ogr' ;;
    file:*) [ -e "${1#file:}" ] ;;
    header:*) echo "#include <${1#header:}>" |
      cc -E - > /dev/null 2>&1 ;;
  esac
}

# The packages of a table of which something is not there, each once.
missing_packages() {
  echo "$1" | while read -r want package; do
    [ -z "$want" ] || is_there "$want" || echo "$package"
  done | sort -u | tr '\n' ' '
}

# Runs a command as root; false where that is not possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    return 1
  fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
    --no-install-recommends "$@"
}

# Installs what is missing of a table of packages. The list of packages is
# fetched anew only where the old one does not serve.
install_missing() {
  missing=$(missing_packages "$1")
  if [ -z "$missing" ]; then
    echo "   All of it is there."
    return
  fi
  echo "   Missing: $missing"
  apt_log=$(mktemp)
  if command -v apt-get > /dev/null; then
    echo "   Installing them with apt-get."
    # shellcheck disable=SC2086 # a list of words
    apt_install $missing > "$apt_log" 2>&1 || {
      as_root apt-get update >> "$apt_log" 2>&1 || true
      # shellcheck disable=SC2086
      apt_install $missing >> "$apt_log" 2>&1 || true
    }
  fi
  missing=$(missing_packages "$1")
  if [ -n "$missing" ]; then
    [ ! -s "$apt_log" ] || tail -n 5 "$apt_log" | sed 's/^/   /'
    echo "Still missing: $missing" >&2
    echo "Install them and run this again; on Debian or Ubuntu:" >&2
    echo "  sudo apt-get update && sudo apt-get install $missing" >&2
    rm -f "$apt_log"
    exit 1
  fi
  rm -f "$apt_log"
}

processors() {
  getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1
}

# configure FOLDER OPTIONS...: quiet unless it fails.
configure() {
  folder=$1
  shift
  mkdir -p "$folder"
  cmake -S . -B "$folder" "$@" > "$folder/configure.log" 2>&1 || {
    cat "$folder/configure.log" >&2
    echo "Configuring $folder failed; the lines above say why." >&2
    return 1
  }
}

# build FOLDER: quiet unless it fails.
build() {
  cmake --build "$1" --parallel "$(processors)" > "$1/build.log" 2>&1 || {
    grep -E 'error|warning|Error' -A 5 "$1/build.log" | head -n 60 >&2
    echo "Building $1 failed; $1/build.log has all of it." >&2
    return 1
  }
}
