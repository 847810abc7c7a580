<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Written by geomention, which writes it anew while this mark fits: e355f4e1848d9983 -->
<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="1">
<temporal enabled="1" mode="1" startField="date" endField="" durationField="" fixedDuration="0" durationUnit="d" accumulate="0" limitMode="0"><fixedRange><start></start><end></end></fixedRange></temporal>
<renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0"><symbols>
<symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="square"/><Option name="color" type="QString" value="70,80,130,255"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="2.8"/><Option name="size_unit" type="QString" value="MM"/></Option>
<data_defined_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="fillColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="color_mix_rgb(&#39;255,255,255&#39;,&#39;70,80,130&#39;,0.3+0.7*coalesce(&quot;confidence&quot;,0))"/><Option name="type" type="int" value="3"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="&#39;70,80,130,255&#39;"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></data_defined_properties></layer></symbol>
</symbols></renderer-v2>
<labeling type="simple"><settings>
<text-style isExpression="1" fieldName="wordwrap(left(coalesce(&quot;title&quot;,&quot;document&quot;),60),22)" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" textColor="60,60,90,255" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="0" bufferJoinStyle="128"/></text-style>
<placement placement="6" predefinedPositionOrder="R,L,BR,BL,TR,TL" offsetType="1" dist="0.6" distUnits="MM" priority="4" layerType="PointGeometry"/>
<rendering drawLabels="1" obstacle="0" scaleVisibility="0" displayAll="0"/>
<dd_properties><Option type="Map"><Option name="properties" type="Map">
<Option name="Priority" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="10*coalesce(&quot;confidence&quot;,0)"/><Option name="type" type="int" value="3"/></Option>
</Option><Option name="type" type="QString" value="collection"/></Option></dd_properties></settings></labeling>
<aliases><alias field="article_id" name="Article"/><alias field="document" name="Name of the article"/><alias field="url" name="Address"/><alias field="place_names" name="Places mentioned most"/><alias field="focus" name="Focus"/><alias field="focus_country_name" name="Focus: country"/><alias field="focus_division" name="Focus: division"/><alias field="confidence" name="Confidence: place"/><alias field="confidence_country" name="Confidence: country"/><alias field="confidence_division" name="Confidence: division"/></aliases>
<attributeactions><defaultAction key="Canvas" value="{5d0c8f4e-1a57-4a3c-9e0b-6f1d2c3b4a59}"/><actionsetting type="5" name="Open the article" shortTitle="Open" action="[% &quot;url&quot; %]" id="{5d0c8f4e-1a57-4a3c-9e0b-6f1d2c3b4a59}" icon="" capture="0" isEnabledOnlyWhenEditable="0" notificationMessage=""><actionScope id="Canvas"/><actionScope id="Feature"/></actionsetting></attributeactions>
<previewExpression>coalesce(&quot;title&quot;,&quot;document&quot;)</previewExpression>
<mapTip>&lt;b&gt;[% coalesce(replace(&quot;title&quot;, map(&#39;&amp;&#39;, &#39;&amp;amp;&#39;, &#39;&lt;&#39;, &#39;&amp;lt;&#39;)),replace(&quot;document&quot;, map(&#39;&amp;&#39;, &#39;&amp;amp;&#39;, &#39;&lt;&#39;, &#39;&amp;lt;&#39;))) %]&lt;/b&gt;[% coalesce(&#39; (&#39; || left(&quot;date&quot;,10) || &#39;)&#39;,&#39;&#39;) %]&lt;br&gt;
about [% coalesce(&quot;focus&quot;,&#39;no place&#39;) %][% coalesce(&#39;, &#39; || &quot;focus_country_name&quot;,&#39;&#39;) %]&lt;br&gt;
&lt;i&gt;[% coalesce(replace(&quot;place_names&quot;, map(&#39;&amp;&#39;, &#39;&amp;amp;&#39;, &#39;&lt;&#39;, &#39;&amp;lt;&#39;)),&#39;&#39;) %]&lt;/i&gt;</mapTip>
</qgis>
