package jp.madoguchi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.city.CityInForce;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.platform.city.CitySettings;
import jp.madoguchi.platform.pagekit.Contacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityOfSettingsTest {

    @AfterEach
    void theSampleAgain() {
        CityInForce.put(CityFile.sample());
    }

    @Test
    void aChangedFileIsReadAnewAndABrokenOneChangesNothing(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("city.yaml"), CityFile.sampleText("misaki"));
        var settings = new CitySettings(file.toString(), null, null, null, null, null, null);
        var watched = new CityOfSettings(settings, Contacts.SAMPLES);
        assertThat(City.inForce().name()).isEqualTo("みさき市");

        Files.writeString(file, CityFile.sampleText("misaki").replace("name: みさき市", "name: 岬市"));
        watched.look();
        assertThat(City.inForce().name()).isEqualTo("岬市");

        Files.writeString(file, "name: 壊れた市");
        watched.look();
        assertThat(City.inForce().name()).isEqualTo("岬市");
        assertThatThrownBy(() -> new CityOfSettings(settings, Contacts.SAMPLES)).isInstanceOf(InvalidFile.class);
    }
}
