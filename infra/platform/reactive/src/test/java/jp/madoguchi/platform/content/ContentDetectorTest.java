package jp.madoguchi.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ContentDetectorTest {

    private final ContentDetector detector = new ContentDetector();

    @Test
    void tellsPicturesAndPdf() {
        assertThat(detect("255044462d312e370a25", "a.pdf")).isEqualTo(ContentKind.PDF);
        assertThat(detect("ffd8ffe000104a46494600010101", "a.jpg")).isEqualTo(ContentKind.JPEG);
        assertThat(detect("89504e470d0a1a0a0000000d49484452", "a.png")).isEqualTo(ContentKind.PNG);
        assertThat(detect("0000001c66747970686569630000000068656963", "IMG_0001.HEIC")).isEqualTo(ContentKind.HEIC);
    }

    @Test
    void believesBytesAndNotNames() {
        assertThat(detect("4d5a90000300000004000000ffff0000", "通知.pdf")).isEqualTo(ContentKind.OTHER);
        assertThat(detect("7f454c4602010100", "写真.jpg")).isEqualTo(ContentKind.OTHER);
        assertThat(detector.detect("<html><script>alert(1)</script>%PDF-1.7".getBytes(StandardCharsets.UTF_8), "a.pdf"))
                .isEqualTo(ContentKind.OTHER);
        assertThat(detector.detect("#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "a.png"))
                .isEqualTo(ContentKind.OTHER);
        assertThat(detector.detect(new byte[0], "a.pdf")).isEqualTo(ContentKind.OTHER);
    }

    @Test
    void tellsAnExcelBookFromOtherArchives() throws IOException {
        assertThat(detector.detect(zip("[Content_Types].xml", "xl/workbook.xml"), "表.xlsx"))
                .isEqualTo(ContentKind.XLSX);
        assertThat(detector.detect(zip("evil.exe"), "表.xlsx")).isEqualTo(ContentKind.ZIP);
        assertThat(detector.detect(zip("[Content_Types].xml", "word/document.xml"), "表.xlsx"))
                .isEqualTo(ContentKind.ZIP);
        assertThat(detector.detect(zip("[Content_Types].xml", "xl/vbaProject.bin"), "表.xlsx"))
                .isEqualTo(ContentKind.ZIP);
    }

    private ContentKind detect(String hex, String name) {
        return detector.detect(HexFormat.of().parseHex(hex), name);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
