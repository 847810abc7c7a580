"""Opens the layers of a map, written as GeoJSON, GeoPackage and shapefiles.

    check_layers.py FOLDER         exit 0: good, 1: not, 2: no QGIS or GDAL

Each layer must have the same rows in all of them, shapes of one valid type, and
sums that are those of the mentions.
"""
import collections
import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp())
try:
    from osgeo import gdal, ogr
    from qgis.core import QgsApplication, QgsVectorLayer
    from qgis.PyQt.QtCore import QVariant
except ImportError:
    sys.exit(2)
gdal.UseExceptions()

SHAPES = {"places": {"POINT"}, "mentions": {"POINT"}, "articles": {"POINT"},
          "links": {"LINESTRING", "MULTILINESTRING"},
          "areas": {"POLYGON", "MULTIPOLYGON"},
          "unresolved": set(), "timeline": set()}
TIMES = {"places": "first_date", "mentions": "date", "articles": "date",
         "links": "first_date", "areas": "first_date", "timeline": "begin"}


def path_of(folder, layer, ending):
    """The file of a layer."""
    own = "" if layer == "mentions" or ending == "gpkg" else "_" + layer
    return os.path.join(folder, f"map{own}.{ending}")


def rows_of(folder, layer, ending):
    """The features of a layer; none where the file has no such table."""
    path = path_of(folder, layer, ending)
    if ending == "shp" and not os.path.exists(path):
        path = path[:-3] + "dbf"
    data = gdal.OpenEx(path, gdal.OF_VECTOR)
    table = data.GetLayerByName(layer) if ending == "gpkg" else data.GetLayer(0)
    assert table is not None, f"{path} has no {layer}"
    return data, list(table)


def check_shape(layer, feature):
    """A valid shape of the layer's type that crosses no edge of the map."""
    geometry = feature.GetGeometryRef()
    if geometry is None:
        return
    name = geometry.GetGeometryName()
    assert name in SHAPES[layer], f"{layer}: a {name}"
    assert geometry.IsValid(), f"{layer}: not valid: {geometry.ExportToWkt()}"
    west, east, south, north = geometry.GetEnvelope()
    assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90, layer
    if layer == "links":
        lines = [geometry] if name == "LINESTRING" else \
            [geometry.GetGeometryRef(i)
             for i in range(geometry.GetGeometryCount())]
        for line in lines:
            steps = [line.GetX(i) for i in range(line.GetPointCount())]
            for a, b in zip(steps, steps[1:]):
                assert abs(a - b) <= 180, "a line goes round the world"


def check_sums(rows):
    """What the layers count is what the mentions are."""
    mentions = [row for row in rows["mentions"] if row["lat"] is not None]
    of_place = collections.Counter(row["place_id"] for row in mentions)
    counted = {row["place_id"]: row["mentions"] for row in rows["places"]}
    assert of_place == collections.Counter(counted), "places"
    of_country = collections.Counter(
        row["country"] for row in mentions if row["country_name"])
    counted = {row["country"]: row["mentions"] for row in rows["areas"]
               if row["level"] == "country"}
    assert of_country == collections.Counter(counted), "areas"
    assert sum(row["mentions"] for row in rows["articles"]) == \
        len(rows["mentions"]), "articles"
    for row in rows["links"]:
        assert row["from_id"] in of_place and row["to_id"] in of_place, "links"
    days = [row for row in rows["timeline"] if row["period"] == "day"]
    dated = sum(row["date"] is not None for row in rows["articles"])
    assert sum(row["articles"] for row in days) == dated, "timeline"
    assert len(rows["unresolved"]) == len(rows["mentions"]) - len(mentions)


def check_in_qgis(folder, layer, ending, count):
    """QGIS opens it, with as many rows and a time that is one."""
    path = path_of(folder, layer, ending)
    if ending == "gpkg":
        path += "|layername=" + layer
    opened = QgsVectorLayer(path, layer, "ogr")
    assert opened.isValid(), f"QGIS does not open {path}"
    assert opened.featureCount() == count, f"{path}: {opened.featureCount()}"
    if ending == "gpkg" and count and layer in TIMES:
        field = opened.fields().field(TIMES[layer])
        assert field.type() == QVariant.DateTime, f"{path}: no time"


def main():
    folder = sys.argv[1]
    application = QgsApplication([], False)
    application.initQgis()
    rows = {}
    for layer in SHAPES:
        counts = set()
        for ending in ("geojson", "gpkg", "shp"):
            data, features = rows_of(folder, layer, ending)
            counts.add(len(features))
            for feature in features:
                check_shape(layer, feature)
            if ending == "gpkg":
                rows[layer] = [feature.items() for feature in features]
            if ending != "shp":
                check_in_qgis(folder, layer, ending, len(features))
        assert len(counts) == 1, f"{layer}: {counts} rows"
    check_sums(rows)
    print("%s: %s" % (folder, ", ".join(
        "%d %s" % (len(list_), name) for name, list_ in rows.items())))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
