# Fetches axe-core, which looks for what keeps people with disabilities from a
# page, from the registry of npm, where it is not there yet. It is only for a
# test, which is skipped without it: so not to get it is no failure.
#
#     python3 tests/web/fetch_axe.py BUILD_FOLDER
import base64
import hashlib
import io
import pathlib
import sys
import tarfile
import urllib.request

ADDRESS = 'https://registry.npmjs.org/axe-core/-/axe-core-4.10.3.tgz'
SHA512 = ('Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLk'
          'uIoYZvGfTs/PbZhideTcEg==')

path = pathlib.Path(sys.argv[1], 'axe.min.js')
if not path.is_file():
    try:
        with urllib.request.urlopen(ADDRESS, timeout=60) as answer:
            packed = answer.read()
    except OSError as error:
        sys.exit(f'   axe-core was not fetched: {error}')
    if base64.b64encode(hashlib.sha512(packed).digest()).decode() != SHA512:
        sys.exit('   axe-core is not what it should be')
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        path.write_bytes(archive.extractfile('package/axe.min.js').read())
