package jp.madoguchi.forms.city;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;

/** Writes a city for people, in the order of {@link CityJson}. */
final class CityYaml {

    private static final DumpSettings SETTINGS = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK)
            .setUseUnicodeEncoding(true).setWidth(200).setIndicatorIndent(2).setIndentWithIndicator(true)
            .setDereferenceAliases(true).build();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CityYaml() {}

    static String write(City city) {
        return new Dump(SETTINGS).dumpToString(
                MAPPER.convertValue(CityJson.write(city), new TypeReference<LinkedHashMap<String, Object>>() {
                }));
    }
}
