"""Compares the maps of a folder, written in all formats by one run.

    check_formats.py FOLDER [CRS]  exit 0: good, 1: not, 2: no QGIS or GDAL

With CRS, such as EPSG:3857, GDAL moves the GeoJSON's shapes there itself, and
must get the same as stands in the formats that can have it.

The GeoJSON is the measure: GDAL must read the same rows, values and shapes out
of the others, but for what a format cannot say, which is listed here.
"""
import json
import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp())
try:
    from osgeo import gdal, ogr, osr
    from qgis.core import QgsApplication, QgsProject, QgsProviderRegistry, \
        QgsProviderSublayerDetails
except ImportError:
    sys.exit(2)
gdal.UseExceptions()

SHAPEFILE_TEXT_BYTES = 254
TIME_FIELDS = {"date", "first_date", "last_date"}
KML_TAKEN = {"name", "begin", "end", "description"}


def short_names():
    """GeoJSON's field names to the shapefile's, from output/fields.def."""
    import re
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "../../output/fields.def")) as file:
        return dict(re.findall(r'^X\((\w+), "(\w+)"', file.read(), re.M))


def rows_of(path):
    """All features of all layers in a file of the mentions, in order."""
    data = gdal.OpenEx(path, gdal.OF_VECTOR)
    for i in range(data.GetLayerCount()):
        layer = data.GetLayer(i)
        if path.endswith(".gpkg") and \
                not layer.GetName().startswith("mentions"):
            continue
        for feature in layer:
            geometry = feature.GetGeometryRef()
            yield (json.loads(feature.ExportToJson())["properties"],
                   geometry.Clone() if geometry else None, feature)


def all_rows(folder, ending):
    """The rows of a format by mention_id, over its files for lines, areas."""
    rows = {}
    for suffix in ("", "_mentions_lines", "_mentions_areas"):
        path = os.path.join(folder, "map%s.%s" % (suffix, ending))
        if not os.path.exists(path):
            continue
        for values, geometry, feature in rows_of(path):
            key = values.get("mention_id") or values.get("MENTION_ID")
            assert key not in rows, "%s is there twice in %s" % (key, path)
            rows[key] = (values, geometry, feature)
    return rows


def cut(text):
    """A text as a shapefile has it."""
    data = text.encode()[:SHAPEFILE_TEXT_BYTES]
    return data.decode(errors="ignore").rstrip(" ")


def same_value(ending, name, wanted, got):
    """Whether a format says of a value what it can say."""
    if wanted is None:
        return got in (None, "") or (ending == "geojsonl" and got is None)
    if name in TIME_FIELDS:
        day = wanted[:10].replace("-", "/")
        if ending in ("shp",):
            return got.replace("-", "/") == day
        squeeze = str.maketrans("", "", "-/T: Z+.")
        digits = wanted.translate(squeeze)[:14]
        return got.translate(squeeze)[:14] == digits
    if isinstance(wanted, float) or isinstance(got, float):
        return abs(float(wanted) - float(got)) < 1e-6
    if isinstance(wanted, str):
        if ending == "csv" and wanted[0] in "=+-@\t\r":
            wanted = "'" + wanted
        if ending == "shp":
            return got.rstrip(" ") == cut(wanted)
        return got == wanted
    return int(wanted) == int(got)


def values_differ(ending, wanted, got, dbf):
    """Yields the fields that a format has lost or changed."""
    for name, value in wanted.items():
        key = name
        if ending == "shp":
            key = dbf[name]
        if ending == "kml" and name in KML_TAKEN:
            key = "mentions_" + name
        if key not in got:
            yield "no field %s" % key
        elif not same_value(ending, name, value, got[key]):
            yield "%s is %r instead of %r" % (key, got[key], value)


def shapes_differ(wanted, got):
    """Whether two geometries are not the same ground."""
    if wanted is None or got is None:
        return (wanted is None) != (got is None)
    if wanted.GetDimension() == 0:
        return wanted.Distance(got) > 1e-6
    if wanted.GetDimension() == 1:
        return abs(wanted.Length() - got.Length()) > 1e-4
    return not got.IsValid() or \
        wanted.SymmetricDifference(got).Area() > 1e-6


def check_format(folder, ending, wanted):
    """Yields what one format has lost."""
    got = all_rows(folder, ending)
    dbf = short_names()
    if set(got) != set(wanted):
        yield "%s: %d rows instead of %d" % (ending, len(got), len(wanted))
        return
    for key, (values, geometry, _) in wanted.items():
        for line in values_differ(ending, values, got[key][0], dbf):
            yield "%s, %s: %s" % (ending, key, line)
        if shapes_differ(geometry, got[key][1]):
            yield "%s, %s: another shape" % (ending, key)


def check_types(folder):
    """Yields columns of a wrong type in the formats that keep types."""
    want = {"gpkg": {"begin": "Integer64", "lat": "Real", "date": "DateTime"},
            "shp": {"BEGIN": "Integer64", "LAT": "Real", "DATE": "Date"},
            "csv": {"begin": "Integer64", "lat": "Real", "date": "DateTime"}}
    for ending, fields in want.items():
        data = gdal.OpenEx(os.path.join(folder, "map." + ending),
                           gdal.OF_VECTOR)
        layer = data.GetLayer(0)
        authority = layer.GetSpatialRef()
        authority.AutoIdentifyEPSG()
        if authority.GetAuthorityCode(None) != "4326" and \
                "WGS_1984" not in authority.ExportToWkt():
            yield "%s: not in WGS 84" % ending
        for name, wanted in fields.items():
            at = layer.GetLayerDefn().GetFieldIndex(name)
            if at < 0:
                yield "%s: no field %s" % (ending, name)
                continue
            field = layer.GetLayerDefn().GetFieldDefn(at)
            if field.GetTypeName() != wanted:
                yield "%s: %s is %s" % (ending, name, field.GetTypeName())
        kind = ogr.GeometryTypeToName(layer.GetGeomType())
        if kind != "Point":
            yield "%s: geometry %s" % (ending, kind)


def check_qgis(path, rows, dated):
    """Yields what QGIS misses in a map that it opens as by drag and drop."""
    options = QgsProviderSublayerDetails.LayerOptions(
        QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    seen = 0
    for part in QgsProviderRegistry.instance().querySublayers(path):
        if part.name() == "layer_styles":
            continue
        layer = part.toLayer(options)
        if not layer.isValid():
            yield "%s: QGIS holds %s for invalid" % (path, part.name())
            continue
        layer.loadDefaultStyle()
        seen += layer.featureCount()
        if not layer.isSpatial():
            continue
        if layer.renderer().type() not in ("categorizedSymbol", "RuleRenderer"):
            yield "%s: the renderer is %s" % (path, layer.renderer().type())
        if not layer.labelsEnabled():
            yield "%s: no labels" % path
        if layer.featureCount() and layer.crs().authid() not in \
                ("EPSG:4326", "OGC:CRS84"):
            yield "%s: QGIS reads it as %s" % (path, layer.crs().authid())
        if layer.featureCount() and \
                layer.temporalProperties().isActive() != dated:
            yield "%s: temporal is not %s" % (path, dated)
        if "<b>" not in layer.mapTipTemplate():
            yield "%s: no map tip" % path
    if rows is not None and seen != rows:
        yield "%s: QGIS sees %d rows instead of %d" % (path, seen, rows)


def check_moved(folder, crs):
    """Yields shapes that are not where GDAL puts them."""
    target, source = osr.SpatialReference(), osr.SpatialReference()
    target.SetFromUserInput(crs)
    source.SetFromUserInput("OGC:CRS84")
    for one in (target, source):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(source, target)
    wanted = all_rows(folder, "geojson")
    for ending in ("gpkg", "shp", "csv"):
        got = all_rows(folder, ending)
        if set(got) != set(wanted):
            yield "%s: %d rows instead of %d" % (ending, len(got), len(wanted))
            continue
        for key, (_, geometry, _) in wanted.items():
            moved = got[key][1]
            if geometry is None or moved is None:
                if geometry is not moved:
                    yield "%s, %s: no shape" % (ending, key)
                continue
            geometry.AssignSpatialReference(source)
            there = geometry.Clone()
            there.Transform(way)
            if there.Centroid().Distance(moved.Centroid()) > 0.01:
                yield "%s, %s: elsewhere" % (ending, key)
            reference = got[key][2].GetDefnRef().GetGeomFieldDefn(0)
            if not reference.GetSpatialRef().IsSame(target) and \
                    ending == "gpkg":
                yield "%s is not in %s" % (ending, crs)


def main():
    """Prints all that is wrong."""
    folder = sys.argv[1]
    if len(sys.argv) > 2:
        wrong = list(check_moved(folder, sys.argv[2]))
        for line in wrong:
            print("%s: %s" % (folder, line), file=sys.stderr)
        sys.stderr.flush()
        os._exit(1 if wrong else 0)
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    wanted = all_rows(folder, "geojson")
    dated = any(values["date"] for values, _, _ in wanted.values())
    wrong = []
    for ending in ("geojsonl", "gpkg", "shp", "csv", "kml"):
        if wanted or ending != "geojsonl":
            wrong += check_format(folder, ending, wanted)
    wrong += check_types(folder)
    parted = os.path.exists(os.path.join(folder, "map_mentions_areas.shp"))
    for ending in ("gpkg", "shp", "csv", "kml"):
        rows = None if parted and ending != "gpkg" else len(wanted)
        path = os.path.abspath(os.path.join(folder, "map." + ending))
        wrong += check_qgis(path, rows, dated)
    for line in wrong:
        print("%s: %s" % (folder, line), file=sys.stderr)
    sys.stderr.flush()
    os._exit(1 if wrong else 0)


main()
