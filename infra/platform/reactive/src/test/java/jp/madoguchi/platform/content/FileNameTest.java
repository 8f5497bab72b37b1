package jp.madoguchi.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileNameTest {

    private static final String PDF = "application/pdf";

    @Test
    void keepsWhatPeopleCallTheirFiles() {
        assertThat(FileName.of("住民票 (𠮷田).pdf", PDF)).isEqualTo("住民票 (𠮷田).pdf");
        assertThat(FileName.of("IMG_0001.JPEG", "image/jpeg")).isEqualTo("IMG_0001.JPEG");
        assertThat(FileName.of("IMG_0002.HEIF", "image/heic")).isEqualTo("IMG_0002.HEIF");
        assertThat(FileName.of("就労証明書.令和8年.xlsx", ContentKind.XLSX.mediaType())).isEqualTo("就労証明書.令和8年.xlsx");
    }

    @ParameterizedTest
    @CsvSource({"免許証.hta,免許証.hta.jpg", "run.bat,run.bat.jpg", "a.exe,a.exe.jpg", "index.html,index.html.jpg",
            "写真,写真.jpg", "写真.pdf.exe,写真.pdf.exe.jpg", "写真.jpg.lnk,写真.jpg.lnk.jpg", "a.jpg.,a.jpg", "'a.jpg . ',a.jpg",
            "a.exe.　.,a.exe.jpg", ".htaccess,.htaccess.jpg", ".jpg,.jpg.jpg", "令和7.5,令和7.5.jpg", "a.ｅｘｅ,a.ｅｘｅ.jpg",
            "CON,_CON.jpg", "nul.jpg,_nul.jpg", "com1.tar.jpg,_com1.tar.jpg", "a.jpg::$DATA,a.jpg$DATA.jpg"})
    void endsAsTheContentIs(String sent, String name) {
        assertThat(FileName.of(sent, "image/jpeg")).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(ContentKind.class)
    void everyKindHasItsEnding(ContentKind kind) {
        assertThat(FileName.of("virus.exe", kind.mediaType())).isEqualTo("virus.exe." + kind.extension());
        assertThat(FileName.of("書類." + kind.extension(), kind.mediaType())).isEqualTo("書類." + kind.extension());
    }

    @Test
    void whatIsUnknownEndsHarmlessly() {
        assertThat(FileName.of("a.html", "text/html")).isEqualTo("a.html.bin");
    }

    @Test
    void takesAwayWhatDeceives() {
        assertThat(FileName.of("C:\\temp\\免許.pdf", PDF)).isEqualTo("免許.pdf");
        assertThat(FileName.of("../../etc/passwd", PDF)).isEqualTo("passwd.pdf");
        assertThat(FileName.of("請求書\u202Efdp.exe", PDF)).isEqualTo("請求書fdp.exe.pdf");
        assertThat(FileName.of("請求書\u202Eexe.pdf", PDF)).isEqualTo("請求書exe.pdf");
        assertThat(FileName.of("a\r\nb\"\u0000.pdf", PDF)).isEqualTo("ab.pdf");
        assertThat(FileName.of("..", PDF)).isEqualTo("file.pdf");
        assertThat(FileName.of("", PDF)).isEqualTo("file.pdf");
        assertThat(FileName.told("免許証\u202Egpj.exe")).isEqualTo("免許証gpj.exe");
    }

    @Test
    void decomposedKanaAreComposedAndNamesKeepTheirCharacters() {
        assertThat(FileName.of("か\u3099くせい証.pdf", PDF)).isEqualTo("がくせい証.pdf");
        assertThat(FileName.of("\uFA19戸.pdf", PDF)).as("神 as it was typed").isEqualTo("\uFA19戸.pdf");
        assertThat(FileName.of("葛\uDB40\uDD00城.pdf", PDF)).isEqualTo("葛\uDB40\uDD00城.pdf");
    }

    @Test
    void longNamesKeepTheirEndingAndNoCharacterIsCutInTwo() {
        var name = FileName.of("あ".repeat(300) + ".pdf", PDF);
        assertThat(name).endsWith("あ.pdf");
        var kanji = FileName.of("𠮷".repeat(300), PDF);
        assertThat(kanji).matches("𠮷+\\.pdf");
        var variant = FileName.of("あ".repeat(73) + "葛\uDB40\uDD00".repeat(40), PDF);
        assertThat(variant).matches("あ+(葛\uDB40\uDD00)*\\.pdf");
    }

    @Property(tries = 2000)
    void everyNameCanBeSavedAnywhere(@ForAll String sent) {
        var name = FileName.of(sent, PDF);
        assertThat(name.toLowerCase(java.util.Locale.ROOT)).endsWith(".pdf").doesNotContain("/", "\\", "\0", "\u202E");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(240);
        assertThat(FileName.of(name, PDF)).as("done twice").isEqualTo(name);
    }
}
