package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.testkit.Clamd;
import jp.madoguchi.testkit.FreePort;
import jp.madoguchi.testkit.TakenPhoto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** Files of applicants from the form to the city: what is taken, as what, and that nothing arrives without a verdict of the scanner. */
class FilesStoryTest {

    private static final int SCANNER = FreePort.find();
    private static PortalServer portal;
    private static Clamd clamd;

    @BeforeAll
    static void start() {
        assumeThat(Clamd.isInstalled()).as("clamd is installed, as infra/check does").isTrue();
        clamd = Clamd.start(SCANNER).orElseThrow();
        portal = PortalServer.startWith(Clamd.settings(SCANNER));
        portal.publishSample("jido-teate");
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
        if (clamd != null) {
            clamd.close();
        }
    }

    private static Applicant onAttachments() {
        var hanako = new Applicant(portal);
        hanako.startJidoTeate();
        hanako.fillInJidoTeate();
        return hanako;
    }

    private static void attach(Applicant hanako, String name, byte[] content) {
        hanako.attach(new Applicant.Upload("identity", name, content), "truth", "yes", "_attach", "identity");
    }

    @Test
    void arrivesUnderANameThatEndsAsItsContentIsAndWithoutThePlace() throws Exception {
        var hanako = onAttachments();
        attach(hanako, "免許証\u202Egpj.hta", TakenPhoto.jpeg(400, 300, 6));
        assertThat(hanako.status()).isEqualTo(200);
        assertThat(hanako.html()).contains("免許証gpj.hta.jpg");
        hanako.fillIn("truth", "yes");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(hanako.path()).endsWith("/receipt");
        var exchange = new ExchangeCaller(portal).exchange();
        var submitted = exchange.consignments(100, 5).blockOptional().orElseThrow().stream()
                .filter(Consignment.Submitted.class::isInstance).map(Consignment.Submitted.class::cast)
                .filter(one -> hanako.path().contains(one.application().toString())).findFirst().orElseThrow();
        var file = submitted.attachments().getFirst();
        assertThat(file.name()).isEqualTo("免許証gpj.hta.jpg");
        assertThat(file.mediaType()).isEqualTo("image/jpeg");
        var content = new ByteArrayOutputStream();
        exchange.attachment(file.id()).doOnNext(piece -> {
            var bytes = new byte[piece.readableByteCount()];
            piece.read(bytes);
            content.writeBytes(bytes);
        }).blockLast();
        assertThat(content.toString(StandardCharsets.ISO_8859_1)).doesNotContain(TakenPhoto.CAMERA).contains("Exif");
        assertThat(file.bytes()).isEqualTo(content.size());
        assertThat(file.sha256()).as("of what is stored").isEqualTo(
                Sha256.hex(content.toByteArray()));
        assertThat(exchange.state().blockOptional().orElseThrow().filesScanned()).isTrue();
    }

    @Test
    void whatNoClerkCanOpenSafelyIsRefusedBesideItsFieldWithAWayOut() throws IOException {
        var hanako = onAttachments();
        refused(hanako, "鍵つき.pdf", pdf("himitsu"), "パスワードがかかっていて", "PDFに保存");
        refused(hanako, "半分.jpg", java.util.Arrays.copyOf(TakenPhoto.jpeg(400, 300, 1), 3000), "途中で切れているか壊れていて");
        refused(hanako, "古い.xls", new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1,
                0x1A, (byte) 0xE1, 0, 0}, "受け付けている種類のファイルではありません");
        refused(hanako, "表.pdf", zip("[Content_Types].xml", "<Types><Override ContentType=\""
                + "application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"), "マクロ");
        refused(hanako, "動く.pdf", "%PDF-1.4\n1 0 obj\n<</S/JavaScript/JS(a)>>\nendobj\ntrailer\n<<>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII), "自動で動くプログラム");
        attach(hanako, "開ける.pdf", pdf(""));
        assertThat(hanako.html()).contains("開ける.pdf").doesNotContain("id=\"errors\"");
    }

    private static void refused(Applicant hanako, String name, byte[] content, String... words) {
        attach(hanako, name, content);
        assertThat(hanako.status()).isBetween(415, 422);
        assertThat(hanako.html()).contains(words).contains(name).contains("aria-invalid=\"true\"");
        assertThat(hanako.html()).as("what else was chosen").containsPattern("name=\"truth\"[^>]*checked");
        hanako.open(hanako.path());
        assertThat(hanako.html()).as("kept all the same").doesNotContain(name);
    }

    @Test
    void aVirusIsRefusedBesideItsField() {
        var hanako = onAttachments();
        refused(hanako, "感染.pdf", infected(), "ウイルスが見つかった");
    }

    @Test
    void whileTheScannerIsAwayFilesAreKeptAndNothingIsHandedInUntilItIsBack() {
        var hanako = onAttachments();
        var taro = onAttachments();
        clamd.close();
        attach(hanako, "あとで検査.pdf", Applicant.PDF);
        attach(taro, "あとで見つかる.pdf", infected());
        hanako.fillIn("truth", "yes");
        taro.fillIn("truth", "yes");
        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(hanako.status()).isEqualTo(503);
        assertThat(hanako.html()).contains("まだ提出できていません", "あとで検査.pdf", "保存されています").contains("この内容で提出する");
        clamd = Clamd.start(SCANNER).orElseThrow();

        hanako.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(hanako.path()).endsWith("/receipt");

        taro.press("/submission", "consent", "yes", "word", Applicant.WORD);
        assertThat(taro.status()).isEqualTo(422);
        assertThat(taro.html()).contains("「あとで見つかる.pdf」からウイルスが見つかりました", "/pages/attachments?after=review#");
        assertThat(portal.count("select count(*) from submission where draft_id in "
                + "(select draft_id from attachment where verdict = 'infected')")).isZero();
    }

    private static byte[] infected() {
        return ("%PDF-1.4\n1 0 obj<<>>endobj\n% " + Clamd.VIRUS + "\ntrailer<<>>\n%%EOF")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pdf(String password) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document();
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setEncryption(password.getBytes(StandardCharsets.US_ASCII), "owner".getBytes(StandardCharsets.US_ASCII),
                0, PdfWriter.ENCRYPTION_AES_128);
        document.open();
        document.add(new Paragraph("plan"));
        document.close();
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
