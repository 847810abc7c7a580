<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by geomention, which writes it anew while this mark fits: 8be6e2b9026e993b -->
<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0">
<temporal enabled="0" mode="0"/>
</qgis>
