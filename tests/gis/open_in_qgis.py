"""Opens a map of geomention in QGIS, without a window, and says what is wrong.

    open_in_qgis.py MAP [PICTURE.png]      exit 0: good, 1: not, 2: no QGIS

The map is opened as by drag and drop: QGIS finds the layers and their types
and loads the style of the same base name. What depends on the features is
asked only of maps that have them: an empty collection is a table to QGIS.
"""
import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp())
try:
    from qgis.core import (
        QgsApplication, QgsExpression, QgsExpressionContext,
        QgsExpressionContextUtils, QgsMapRendererSequentialJob, QgsMapSettings,
        QgsProject, QgsProviderRegistry, QgsProviderSublayerDetails,
        QgsVectorLayer)
    from qgis.PyQt.QtCore import QDateTime, QSize, QVariant
except ImportError:
    sys.exit(2)

NUMBERS = {QVariant.Int, QVariant.LongLong}
TYPES = {"begin": NUMBERS, "end": NUMBERS, "mention_id": {QVariant.String},
         "text": {QVariant.String}, "name": {QVariant.String},
         "confidence": {QVariant.Double}}
PLACED_TYPES = {"lat": {QVariant.Double}, "lon": {QVariant.Double}}
DATED_TYPES = {"date": {QVariant.DateTime}}


def open_layers(path):
    """All layers that QGIS finds in a file, with their default styles."""
    layers = []
    options = QgsProviderSublayerDetails.LayerOptions(
        QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    registry = QgsProviderRegistry.instance()
    for sublayer in registry.querySublayers(path):
        layer = sublayer.toLayer(options)
        message, styled = layer.loadDefaultStyle()
        layers.append((layer, styled, message))
    return layers


def check_fields(layer, dated):
    """Yields what is wrong with the types that QGIS takes the columns for."""
    fields = layer.fields()
    wanted = dict(TYPES, **(PLACED_TYPES if layer.isSpatial() else {}),
                  **(DATED_TYPES if dated else {}))
    for name, types in wanted.items():
        at = fields.lookupField(name)
        if at < 0:
            yield "no field %s" % name
        elif fields.at(at).type() not in types:
            yield "%s is %s" % (name, fields.at(at).typeName())
    for field in fields:
        if field.name() in ("id", "fid"):
            yield "a field %s that nobody asked for" % field.name()


def check_features(layer):
    """Yields what is wrong with the values and the places of the points."""
    seen = set()
    for feature in layer.getFeatures():
        if feature["mention_id"] in seen:
            yield "%s is there twice" % feature["mention_id"]
        seen.add(feature["mention_id"])
        if not feature.hasGeometry():
            if not str(feature["reasons"]).startswith("unresolved"):
                yield "%s has no point and no excuse" % feature["mention_id"]
            continue
        at = feature.geometry().asPoint()
        if abs(at.x() - feature["lon"]) > 1e-6 or \
                abs(at.y() - feature["lat"]) > 1e-6:
            yield "%s: lat and lon differ from the point" % feature["name"]


def check_style(layer, dated):
    """Yields what the style should have brought and has not."""
    if layer.temporalProperties().isActive() != dated:
        yield "the temporal controller is %s" % (
            "off" if dated else "on without dates")
    if not layer.isSpatial():
        return
    if not layer.labelsEnabled():
        yield "there are no labels"
    if layer.renderer().type() != "categorizedSymbol":
        yield "the renderer is %s" % layer.renderer().type()
        return
    kinds = {category.value() for category in layer.renderer().categories()}
    for feature in layer.getFeatures():
        if feature.hasGeometry() and feature["kind"] not in kinds:
            yield "no symbol for a %s" % feature["kind"]


def check_tip(layer):
    """Yields what is wrong with the text that hovers over the first point."""
    feature = next(layer.getFeatures())
    context = QgsExpressionContext(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    bold = str(feature["text"]).replace("&", "&amp;").replace("<", "&lt;")
    if "<b>%s</b>" % bold not in tip or "[%" in tip:
        yield "the map tip is %r" % tip
    date = feature["date"]
    if isinstance(date, QDateTime) and \
            date.toString("yyyy-MM-dd") not in tip:
        yield "the map tip has no date: %r" % tip


def draw(layer, picture):
    """Draws a layer; yields what is wrong with its labels."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(1200, 700))
    extent = layer.extent()
    extent.grow(3)
    settings.setExtent(extent)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    if picture:
        job.renderedImage().save(picture)
    for error in job.errors():
        yield "drawing: " + error.message
    labels = [label.labelText for label in job.takeLabelingResults()
              .labelsWithinRect(settings.visibleExtent())]
    if not labels:
        yield "no label was drawn"
    places = {}
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            place = (feature["name"], feature["lat"], feature["lon"])
            places.setdefault(feature["name"], set()).add(place)
    for text in set(labels):
        if labels.count(text) > len(places.get(text, ())):
            yield "%s is labelled %d times" % (text, labels.count(text))


def check(path, picture):
    """Yields everything that is wrong with a map."""
    layers = open_layers(path)
    if len(layers) != 1:
        yield "%d layers instead of one" % len(layers)
        return
    layer, styled, message = layers[0]
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        yield "the layer is not valid"
        return
    features = list(layer.getFeatures())
    if not features:
        return
    dated = any(isinstance(feature["date"], QDateTime) for feature in features)
    if not styled:
        yield "the style was not loaded: %s" % message
    yield from check_fields(layer, dated)
    yield from check_features(layer)
    yield from check_style(layer, dated)
    yield from check_tip(layer)
    if any(feature.hasGeometry() for feature in features):
        if layer.crs().authid() != "EPSG:4326":
            yield "the coordinate system is %s" % layer.crs().authid()
        yield from draw(layer, picture)


def main():
    """Prints all that is wrong, and leaves without QGIS's own farewell, which
    may crash in Python."""
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    wrong = list(check(os.path.abspath(sys.argv[1]),
                       sys.argv[2] if len(sys.argv) > 2 else None))
    for line in wrong:
        print("%s: %s" % (sys.argv[1], line), file=sys.stderr)
    sys.stderr.flush()
    os._exit(1 if wrong else 0)


main()
