package jp.madoguchi.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfWriter;

/** Real PDFs and books, as their writers make them, and what hides in them. */
class FileInspectorTest {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final FileInspector inspector = new FileInspector();

    @TempDir
    private Path folder;

    // ---- PDF

    @Test
    void takesAnOrdinaryPdf() throws IOException {
        assertThat(inspect(pdf(writer -> {}), "a.pdf")).isEqualTo(new Inspection(ContentKind.PDF, null));
    }

    @ParameterizedTest(name = "way of encrypting: {0}")
    @ValueSource(ints = {PdfWriter.STANDARD_ENCRYPTION_40, PdfWriter.STANDARD_ENCRYPTION_128,
            PdfWriter.ENCRYPTION_AES_128, PdfWriter.ENCRYPTION_AES_256_V3})
    void tellsALockedPdfFromOneThatOnlyForbidsPrinting(int way) throws IOException {
        assertThat(inspect(pdf(writer -> encrypt(writer, "himitsu", way)), "a.pdf").flaw()).isEqualTo(Flaw.LOCKED);
        assertThat(inspect(pdf(writer -> encrypt(writer, "", way)), "a.pdf").flaw()).isNull();
    }

    @Test
    void aPdfThatDidNotArriveWholeIsDamaged() throws IOException {
        var whole = pdf(writer -> {});
        for (int percent : new int[]{10, 50, 90}) {
            assertThat(inspect(Arrays.copyOf(whole, whole.length * percent / 100), "a.pdf").flaw())
                    .isEqualTo(Flaw.DAMAGED);
        }
        var linearized = "%PDF-1.4\n1 0 obj\n<</Linearized 1/L 90000/H [1 2]/O 3>>\nendobj\nstartxref\n0\n%%EOF\n";
        assertThat(inspect(ascii(linearized), "a.pdf").flaw()).isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void findsWhatAPdfDoesByItself() throws IOException {
        assertThat(inspect(pdf(writer -> {}, writer -> writer.addJavaScript("app.alert('a')")), "a.pdf").flaw())
                .isEqualTo(Flaw.ACTIVE);
        assertThat(inspect(
                pdf(writer -> {}, writer -> writer.setOpenAction(new PdfAction("cmd.exe", "/c calc", "open", "c:\\"))),
                "a.pdf").flaw())
                .isEqualTo(Flaw.ACTIVE);
        assertThat(inspect(withObject("<</S/#4aavaScript/#4A#53(app.alert(1))>>"), "a.pdf").flaw())
                .isEqualTo(Flaw.ACTIVE);
    }

    @Test
    void findsItInPackedObjectsToo() throws IOException {
        assertThat(
                inspect(pdf(PdfWriter::setFullCompression, writer -> writer.addJavaScript("app.alert('a')")), "a.pdf")
                        .flaw())
                .isEqualTo(Flaw.ACTIVE);
        assertThat(inspect(pdf(PdfWriter::setFullCompression), "a.pdf").flaw()).isNull();
        assertThat(inspect(withStream("/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]", ascii("00>")), "a.pdf")
                .flaw()).isEqualTo(Flaw.ACTIVE);
    }

    @Test
    void picturesMayContainAnyBytes() throws IOException {
        assertThat(inspect(withStream("/Type/XObject/Subtype/Image", ascii("/JS (x) /Launch /JavaScript ")), "a.pdf")
                .flaw()).isNull();
    }

    @Test
    void boundsWhatIsUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new java.util.zip.DeflaterOutputStream(packed, new Deflater(9))) {
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 80; i++) {
                deflater.write(zeros);
            }
        }
        assertThat(inspect(withStream("/Type/ObjStm/Filter/FlateDecode", packed.toByteArray()), "a.pdf").flaw())
                .isEqualTo(Flaw.TOO_MUCH);
    }

    // ---- books

    @Test
    void takesAnOrdinaryBookWhateverItIsCalled() throws IOException {
        assertThat(inspect(book(), "就労証明書.xlsx")).isEqualTo(new Inspection(ContentKind.XLSX, null));
        assertThat(inspect(book(), "就労証明書.bin")).isEqualTo(new Inspection(ContentKind.XLSX, null));
        assertThat(inspect(book("xl/printerSettings/printerSettings1.bin", "\\\\printer", "xl/media/image1.png", "x"),
                "a.xlsx").flaw()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "XL/VBAPROJECT.BIN", "xl/custom/VbaProjectSignature.bin",
            "vbaProject.bin",
            "xl\\vbaProject.bin", "xl/macrosheets/sheet1.xml"})
    void findsMacrosWhereverTheyLie(String part) throws IOException {
        assertThat(inspect(book(part, "x"), "a.xlsx").flaw()).isEqualTo(Flaw.MACROS);
    }

    @Test
    void findsMacrosUnderAnotherName() throws IOException {
        assertThat(inspect(described("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET
                + "sheet.main+xml\"/><Default Extension=\"dat\" ContentType=\"application/vnd.ms-office.vba&#80;roject\"/>"),
                "a.xlsx").flaw()).isEqualTo(Flaw.MACROS);
        assertThat(inspect(book("xl/_rels/workbook.xml.rels", relation(
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject")), "a.xlsx").flaw())
                .isEqualTo(Flaw.MACROS);
        assertThat(inspect(described("<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + "application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>"), "a.xlsx"))
                .isEqualTo(new Inspection(ContentKind.XLSX, Flaw.MACROS));
    }

    @Test
    void findsOtherFilesInside() throws IOException {
        var ole = new String(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1},
                StandardCharsets.ISO_8859_1);
        assertThat(inspect(book("xl/media/image1.png", ole), "a.xlsx").flaw()).isEqualTo(Flaw.EMBEDDED);
        assertThat(inspect(book("xl/data/a.dat", "PK\u0003\u0004 and more"), "a.xlsx").flaw()).isEqualTo(Flaw.EMBEDDED);
        assertThat(inspect(book("xl/embeddings/Microsoft_Word.docx", "x"), "a.xlsx").flaw()).isEqualTo(Flaw.EMBEDDED);
        assertThat(inspect(book("xl/worksheets/_rels/sheet1.xml.rels", relation(RELATIONS + "oleObject")), "a.xlsx")
                .flaw()).isEqualTo(Flaw.EMBEDDED);
        assertThat(inspect(book("xl/worksheets/_rels/sheet1.xml.rels", relation(RELATIONS + "control")), "a.xlsx")
                .flaw()).isEqualTo(Flaw.EMBEDDED);
    }

    @Test
    void findsLinksThatStartPrograms() throws IOException {
        assertThat(inspect(book("xl/externalLinks/externalLink1.xml", "<externalLink xmlns='urn:x'>"
                + "<ddeLink ddeService='cmd' ddeTopic=\"/c calc\"/></externalLink>"), "a.xlsx").flaw())
                .isEqualTo(Flaw.ACTIVE);
    }

    @Test
    void otherArchivesAreNoBooks() throws IOException {
        assertThat(inspect(zip("evil.exe", "MZ"), "a.xlsx")).isEqualTo(new Inspection(ContentKind.ZIP, null));
        assertThat(inspect(zip("[Content_Types].xml", types("<Override PartName=\"/word/document.xml\" ContentType=\""
                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"),
                "word/document.xml", "x"), "a.xlsx").kind()).isEqualTo(ContentKind.ZIP);
    }

    @Test
    void lockedOldAndDamagedBooks() throws IOException {
        var ole = new byte[2048];
        System.arraycopy(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
                (byte) 0xE1}, 0, ole, 0, 8);
        var locked = ole.clone();
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 1024, name.length);
        assertThat(inspect(locked, "a.xlsx")).isEqualTo(new Inspection(ContentKind.XLSX, Flaw.LOCKED));
        assertThat(inspect(ole, "a.xls").flaw()).isEqualTo(Flaw.OLD_FORMAT);
        var whole = book("xl/media/image1.png", "x".repeat(5000));
        assertThat(inspect(Arrays.copyOf(whole, whole.length - 40), "a.xlsx"))
                .isEqualTo(new Inspection(ContentKind.XLSX, Flaw.DAMAGED));
        assertThat(inspect(book("xl/_rels/workbook.xml.rels", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "a.xlsx").flaw())
                .isEqualTo(Flaw.DAMAGED);
    }

    @Test
    void bombsAreStoppedWhileTheyAreUnpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", types(main()));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var spaces = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                zip.write(spaces);
            }
        }
        assertThat(inspect(bytes.toByteArray(), "a.xlsx").flaw()).isEqualTo(Flaw.TOO_MUCH);
    }

    @Test
    void tooManyParts() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i <= 10_000; i++) {
                var entry = new ZipEntry(i == 0 ? "[Content_Types].xml" : "xl/" + i);
                entry.setSize(0);
                entry.setCrc(new CRC32().getValue());
                zip.putNextEntry(entry);
            }
        }
        assertThat(inspect(bytes.toByteArray(), "a.xlsx").flaw()).isEqualTo(Flaw.TOO_MUCH);
    }

    @ParameterizedTest
    @CsvSource({"a.hta,<script>alert(1)</script>", "a.bat,@echo off", "a.webp,RIFFxxxxWEBPVP8 "})
    void everythingElseIsNothingWeTake(String name, String content) throws IOException {
        assertThat(inspect(ascii(content), name)).isEqualTo(new Inspection(ContentKind.OTHER, null));
    }

    // ---- making them

    private Inspection inspect(byte[] content, String name) throws IOException {
        return inspector.inspect(Files.write(folder.resolve("file"), content), name);
    }

    private static byte[] pdf(Consumer<PdfWriter> before) {
        return pdf(before, writer -> {});
    }

    private static byte[] pdf(Consumer<PdfWriter> before, Consumer<PdfWriter> more) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document();
        var writer = PdfWriter.getInstance(document, bytes);
        before.accept(writer);
        document.open();
        more.accept(writer);
        document.add(new Paragraph("plan"));
        document.close();
        return bytes.toByteArray();
    }

    private static void encrypt(PdfWriter writer, String password, int way) {
        writer.setEncryption(ascii(password), ascii("owner"), PdfWriter.ALLOW_COPY, way);
    }

    private static byte[] withObject(String object) {
        return ascii("%PDF-1.4\n1 0 obj\n" + object + "\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n");
    }

    private static byte[] withStream(String dictionary, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii("%PDF-1.5\n1 0 obj\n<<" + dictionary + "/Length " + content.length + ">>\nstream\n"));
        bytes.writeBytes(content);
        bytes.writeBytes(ascii("\nendstream\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"));
        return bytes.toByteArray();
    }

    private static String main() {
        return "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET + "sheet.main+xml\"/>";
    }

    private static String types(String content) {
        return "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + content + "</Types>";
    }

    private static String relation(String type) {
        return "<Relationships><Relationship Id=\"r1\" Type=\"" + type + "\" Target=\"a.dat\"/></Relationships>";
    }

    private static byte[] described(String types) throws IOException {
        return zip("[Content_Types].xml", types(types), "xl/workbook.xml", "<workbook/>");
    }

    private static byte[] book(String... more) throws IOException {
        var parts = new java.util.ArrayList<>(java.util.List.of("[Content_Types].xml", types(main()),
                "_rels/.rels", relation(RELATIONS + "officeDocument"), "xl/workbook.xml", "<workbook/>"));
        parts.addAll(Arrays.asList(more));
        return zip(parts.toArray(String[]::new));
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                put(zip, namesAndContents[i], namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
