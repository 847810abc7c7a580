"""Names by language: GeoNames through Debian's libgeonames, Unicode CLDR.

libgeonames keeps one gettext catalogue a language: GeoNames id -> name.
CLDR names territories (npm cldr-localenames-full) and subdivisions (Debian
unicode-cldr-core) by ISO code.
"""

import glob
import gettext
import json
import os
import xml.etree.ElementTree

from common import CODE, unpacked

CATALOGUES = ("deb", "libgeonames-common", "usr", "share", "locale")
TERRITORIES = ("npm", "cldr-localenames-full", "main")
SUBDIVISIONS = ("deb", "unicode-cldr-core", "usr", "share", "unicode", "cldr",
                "common", "subdivisions")


def short_code(locale):
    """zh_TW, sr-Latn -> zh, sr."""
    return locale.replace("_", "-").split("-")[0]


def catalogues(collection):
    """Names from libgeonames for the places that we have."""
    for folder in sorted(os.listdir(unpacked(*CATALOGUES))):
        path = unpacked(*CATALOGUES, folder, "LC_MESSAGES", "geonames.mo")
        if not os.path.exists(path):
            continue
        with open(path, "rb") as file:
            table = gettext.GNUTranslations(file)._catalog
        for key, value in table.items():
            if (isinstance(key, str) and key.isdigit()
                    and "gn:" + key in collection.places):
                collection.name("gn:" + key, value, short_code(folder),
                                "alternate", "geonames")


def territories(collection, refs):
    """Country names from CLDR; refs: ISO code -> ref."""
    for path in sorted(glob.glob(unpacked(*TERRITORIES, "*",
                                          "territories.json"))):
        locale = path.split(os.sep)[-2]
        with open(path, encoding="utf-8") as file:
            table = json.load(file)["main"][locale]["localeDisplayNames"]
        for key, value in table["territories"].items():
            code, _, variant = key.partition("-alt-")
            if code not in refs or value == code:
                continue
            kind = "alternate"
            if variant == "short":
                kind = "abbreviation" if CODE.match(value) else "short"
            collection.name(refs[code], value, short_code(locale), kind,
                            "cldr")


def subdivisions(collection, refs):
    """Division names from CLDR; refs: lower-case ISO 3166-2 code -> ref."""
    for path in sorted(glob.glob(unpacked(*SUBDIVISIONS, "*.xml"))):
        language = short_code(os.path.basename(path)[:-4])
        root = xml.etree.ElementTree.parse(path).getroot()
        for element in root.iter("subdivision"):
            ref = refs.get(element.get("type"))
            if ref and element.text and not element.get("draft"):
                collection.name(ref, element.text, language, "alternate",
                                "cldr")
