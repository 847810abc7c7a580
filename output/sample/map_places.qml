<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by geomention, which writes it anew while this mark fits: 156bd9f40a1be2c1 -->
<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="1">
<temporal enabled="1" mode="2" startField="first_date" endField="last_date" durationField="" fixedDuration="0" durationUnit="d" accumulate="0" limitMode="0"><fixedRange><start></start><end></end></fixedRange></temporal>
<renderer-v2 type="categorizedSymbol" attr="kind" enableorderby="1" symbollevels="0" forceraster="0">
<categories>
<category render="true" symbol="0" value="city" label="City, town, village"/>
<category render="true" symbol="2" value="division" label="Division"/>
<category render="true" symbol="3" value="country" label="Country"/>
<category render="true" symbol="4" value="continent" label="Continent"/>
<category render="true" symbol="5" value="region" label="Region"/>
<category render="true" symbol="6" value="water" label="Water"/>
<category render="true" symbol="7" value="terrain" label="Terrain"/>
<category render="true" symbol="8" value="facility" label="Facility"/>
</categories>
<symbols>
<symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="214,39,40"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'214,39,40,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','214,39,40,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="diamond"/><Option name="color" type="QString" value="148,103,189"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'148,103,189,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','148,103,189,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="diamond"/><Option name="color" type="QString" value="90,50,140"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'90,50,140,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','90,50,140,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="4" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="star"/><Option name="color" type="QString" value="60,40,90"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'60,40,90,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','60,40,90,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="5" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="pentagon"/><Option name="color" type="QString" value="230,126,0"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'230,126,0,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','230,126,0,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="6" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="31,119,180"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'31,119,180,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','31,119,180,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="7" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="triangle"/><Option name="color" type="QString" value="44,140,44"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'44,140,44,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','44,140,44,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
<symbol name="8" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="square"/><Option name="color" type="QString" value="70,70,70"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="3.2"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(11,2.4+1.5*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'70,70,70,255','255,255,255,255')"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="if(coalesce(&quot;confidence&quot;,0)>=0.5,'255,255,255,255','70,70,70,255')"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
</symbols>
<orderby><orderByClause asc="0" nullsFirst="1">&quot;mentions&quot;</orderByClause></orderby>
</renderer-v2>
<labeling type="simple"><settings>
<text-style isExpression="1" fieldName="&quot;name&quot; || if(&quot;mentions&quot;&gt;1,&#39; (&#39;||&quot;mentions&quot;||&#39;)&#39;,&#39;&#39;)" fontFamily="Sans Serif" fontSize="9" fontSizeUnit="Point" textColor="34,34,34,255" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="0" bufferJoinStyle="128"/></text-style>
<placement placement="6" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" offsetType="1" dist="0.6" distUnits="MM" priority="5" layerType="PointGeometry"/>
<rendering drawLabels="1" obstacle="0" scaleVisibility="0" displayAll="0"/>
<dd_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="Priority" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="min(10,2+2*ln(&quot;mentions&quot;))"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></dd_properties></settings></labeling>
<aliases><alias field="name" name="Place"/><alias field="label" name="Place in full"/><alias field="place_id" name="Gazetteer key"/><alias field="geonameid" name="GeoNames id"/><alias field="feature_code" name="Feature code"/><alias field="country" name="Country code"/><alias field="country_name" name="Country"/><alias field="admin1" name="State or province"/><alias field="admin2" name="County or district"/><alias field="first_date" name="First article"/><alias field="last_date" name="Last article"/><alias field="place_source" name="Source of the place"/></aliases>
<previewExpression>&quot;label&quot; || &#39; (&#39; || &quot;mentions&quot; || &#39;)&#39;</previewExpression>
<mapTip>&lt;b&gt;[% replace(&quot;label&quot;, map(&#39;&amp;&#39;, &#39;&amp;amp;&#39;, &#39;&lt;&#39;, &#39;&amp;lt;&#39;)) %]&lt;/b&gt;&lt;br&gt;
[% &quot;mentions&quot; %] mention[% if(&quot;mentions&quot;=1,&#39;&#39;,&#39;s&#39;) %] in [% &quot;articles&quot; %] article[% if(&quot;articles&quot;=1,&#39;&#39;,&#39;s&#39;) %][% coalesce(&#39;, &#39; || left(&quot;first_date&quot;,10) || if(left(&quot;last_date&quot;,10)=left(&quot;first_date&quot;,10),&#39;&#39;,&#39; to &#39; || left(&quot;last_date&quot;,10)),&#39;&#39;) %]&lt;br&gt;
[% coalesce(replace(&quot;titles&quot;, map(&#39;&amp;&#39;, &#39;&amp;amp;&#39;, &#39;&lt;&#39;, &#39;&amp;lt;&#39;)) || &#39;&lt;br&gt;&#39;,&#39;&#39;) %]
&lt;i&gt;[% replace(coalesce(replace(&quot;sentences&quot;, map(&#39;&amp;&#39;, &#39;&amp;amp;&#39;, &#39;&lt;&#39;, &#39;&amp;lt;&#39;)),&#39;&#39;),&quot;name&quot;,&#39;&lt;b&gt;&#39; || &quot;name&quot; || &#39;&lt;/b&gt;&#39;) %]&lt;/i&gt;</mapTip>
</qgis>
