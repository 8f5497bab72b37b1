package jp.madoguchi.portal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void keepsWhatPeopleCallTheirFiles() {
        assertThat(FileName.clean("住民票 (𠮷田).pdf")).isEqualTo("住民票 (𠮷田).pdf");
    }

    @Test
    void takesAwayWhatDeceives() {
        assertThat(FileName.clean("C:\\temp\\免許.pdf")).isEqualTo("免許.pdf");
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("a\u202Efdp.exe")).isEqualTo("afdp.exe");
        assertThat(FileName.clean("a\r\nb\".pdf")).isEqualTo("ab.pdf");
        assertThat(FileName.clean("..")).isEqualTo("file");
    }

    @Test
    void longNamesKeepTheirEnding() {
        var name = FileName.clean("あ".repeat(300) + ".pdf");
        assertThat(name).endsWith(".pdf");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
    }
}
