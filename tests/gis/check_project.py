"""Opens a project of geomention in QGIS, without a window, and says what is
wrong.

    check_project.py PROJECT.qgz LAYER... [FIRST_DAY LAST_DAY]

The layers named must be there with rows; all layers must be valid, none may
lie outside of the tree, and the map must show something.
"""
import os
import re
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
os.environ.setdefault("QGIS_CUSTOM_CONFIG_PATH", tempfile.mkdtemp())
try:
    from qgis.core import (
        QgsApplication, QgsExpression, QgsExpressionContext,
        QgsExpressionContextUtils, QgsMapRendererSequentialJob,
        QgsMapSettings, QgsProject, QgsRenderContext, QgsWkbTypes)
    from qgis.PyQt.QtCore import QSize
except ImportError:
    sys.exit(2)

RENDERERS = {"Places": "categorizedSymbol", "Mentions": "categorizedSymbol",
             "Links": "RuleRenderer", "Articles": "singleSymbol",
             "Areas": "RuleRenderer", "Countries": "singleSymbol"}
TYPES = {"Places": QgsWkbTypes.Point, "Mentions": QgsWkbTypes.Point,
         "Links": QgsWkbTypes.MultiLineString, "Articles": QgsWkbTypes.Point,
         "Areas": QgsWkbTypes.MultiPolygon,
         "Countries": QgsWkbTypes.MultiPolygon}


def check_layer(layer, dated):
    """Yields what is wrong with one spatial layer."""
    name = layer.name()
    if layer.crs().authid() != "EPSG:4326":
        yield "%s is in %s" % (name, layer.crs().authid())
    if name in TYPES and layer.wkbType() != TYPES[name]:
        yield "%s is of %s" % (name, QgsWkbTypes.displayString(layer.wkbType()))
    if name in ("Places", "Links", "Articles", "Areas", "Countries") and \
            layer.renderer().type() != RENDERERS[name]:
        yield "%s is drawn by %s" % (name, layer.renderer().type())
    if name in ("Places", "Articles", "Countries") and \
            not layer.labelsEnabled():
        yield "%s has no labels" % name
    if name != "Countries" and layer.featureCount() and \
            layer.temporalProperties().isActive() != dated:
        yield "%s: time is not %s" % (name, "on" if dated else "off")
    for item in layer.renderer().legendSymbolItems():
        if layer.renderer().type() != "singleSymbol" and not item.label():
            yield "%s has an empty legend entry" % name


def check_rules(layer):
    """Yields rules that draw nothing though they should: each leaf of the tree
    has a symbol of its own."""
    if layer.renderer().type() == "RuleRenderer":
        for rule in layer.renderer().rootRule().descendants():
            if not rule.children() and not rule.symbol():
                yield "%s: nothing is drawn for %s" % (layer.name(),
                                                       rule.label())


def check_expressions(layer):
    """Yields expressions that use fields which the layer does not have."""
    names = {field.name() for field in layer.fields()}
    used = set(layer.renderer().usedAttributes(QgsRenderContext()))
    if layer.labeling() and layer.labeling().type() == "simple":
        text = layer.labeling().settings()
        used |= QgsExpression(text.fieldName).referencedColumns() \
            if text.isExpression else {text.fieldName}
    for part in re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.S):
        expression = QgsExpression(part)
        if expression.hasParserError():
            yield "%s: %s" % (layer.name(), expression.parserErrorString())
        used |= expression.referencedColumns()
    for name in used - names - {"#!allattributes!#"}:
        yield "%s uses a field %s" % (layer.name(), name)


def tip_of(layer):
    """The map tip of a layer's first row."""
    context = QgsExpressionContext(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def check_tips(layers):
    """Yields map tips that do not show what they should."""
    for name in ("Places", "Mentions", "Links", "Articles", "Areas"):
        layer = layers.get(name)
        if layer and layer.isSpatial() and layer.featureCount():
            tip = tip_of(layer)
            if "[%" in tip or "<b>" not in tip:
                yield "%s: the map tip is %r" % (name, tip)


def draw(project, picture):
    """Draws the first view; yields what is wrong with it."""
    settings = QgsMapSettings()
    shown = [node.layer() for node in
             project.layerTreeRoot().findLayers() if node.isVisible()]
    settings.setLayers([layer for layer in shown if layer.isSpatial()])
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(1200, 700))
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if picture:
        image.save(picture)
    for error in job.errors():
        yield "drawing: " + error.message
    colours = {image.pixel(x, y) for x in range(0, 1200, 7)
               for y in range(0, 700, 7)}
    if len(colours) < 4:
        yield "the picture has %d colours" % len(colours)
    places = [layer for layer in shown if layer.name() == "Places"]
    if places and places[0].featureCount():
        labels = {label.labelText for label in job.takeLabelingResults()
                  .labelsWithinRect(settings.visibleExtent())}
        names = {feature["name"] for feature in places[0].getFeatures()}
        if not any(label.split(" (")[0] in names for label in labels):
            yield "no place is labelled: %r" % labels


def check(path, wanted, days):
    """Yields everything that is wrong with a project."""
    project = QgsProject.instance()
    if not project.read(path):
        yield "it cannot be read: %s" % project.error()
        return
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    tree = {node.layerId() for node in project.layerTreeRoot().findLayers()}
    if project.crs().authid() != "EPSG:3857":
        yield "the project is in %s" % project.crs().authid()
    if "Countries" not in layers:
        yield "there is no map below"
    for name in wanted:
        if name not in layers:
            yield "no layer %s" % name
        elif not layers[name].featureCount():
            yield "%s is empty" % name
    for layer in layers.values():
        if not layer.isValid():
            yield "%s is not valid" % layer.name()
            continue
        if layer.id() not in tree:
            yield "%s is not in the tree" % layer.name()
        if layer.isSpatial():
            yield from check_layer(layer, bool(days))
            yield from check_expressions(layer)
            yield from check_rules(layer)
    yield from check_tips(layers)
    span = project.timeSettings().temporalRange()
    got = [span.begin().toString("yyyy-MM-dd"),
           span.end().toString("yyyy-MM-dd")]
    if got != (days or ["", ""]):
        yield "the controller of time has %r" % got
    yield from draw(project, os.environ.get("PICTURE"))


def main():
    """Prints all that is wrong."""
    words = sys.argv[2:]
    days = [word for word in words if re.match(r"\d{4}-", word)]
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    wrong = list(check(os.path.abspath(sys.argv[1]),
                       [word for word in words if word not in days], days))
    for line in wrong:
        print("%s: %s" % (sys.argv[1], line), file=sys.stderr)
    sys.stderr.flush()
    os._exit(1 if wrong else 0)


main()
