package jp.madoguchi.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class PaperPrinterTest {

    private static Scheduler scheduler;
    private static PaperPrinter printer;

    @BeforeAll
    static void load() {
        scheduler = Schedulers.newBoundedElastic(2, 100, "pdf-test");
        printer = new PaperPrinter(Typeface.load(List.of(Path.of("/nowhere/none.ttf"))), scheduler,
                InstantSource.fixed(Instant.parse("2026-11-20T01:00:00Z")));
    }

    @AfterAll
    static void end() {
        scheduler.dispose();
    }

    @Test
    void printsACopyOfManyPages() throws IOException {
        List<Section> children = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> new Section("児童 " + n,
                        List.of(new Entry("氏名", "髙橋 太郎 " + n), new Entry("生年月日", "令和3年5月6日"), new Entry("備考", ""))))
                .toList();
        byte[] pdf = print("copy", new ApplicationCopy("児童手当 認定請求(控え)", "まどぐち市", "受付番号 1234-5678-9012",
                List.of(new Entry("受付番号", "1234-5678-9012"), new Entry("到達日時", "令和8年11月20日 10時00分")), children,
                List.of("この控えは、申請が到達したことをお知らせするものです。")));

        PdfReader reader = new PdfReader(pdf);
        assertThat(reader.getNumberOfPages()).isGreaterThan(2);
        assertThat(reader.getInfo().get("Title")).isEqualTo("児童手当 認定請求(控え)");
        assertThat(reader.getCatalog().get(PdfName.LANG)).hasToString("ja-JP");
        assertThat(text(reader)).contains("髙橋").contains("到達日時").contains("受付番号");
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void printsARefusalWithReasonsAndAppealInstruction() throws IOException {
        byte[] pdf = print("notice", notice("神戸 花子"));

        assertThat(text(new PdfReader(pdf))).contains("令和8年11月20日").contains("花子")
                .contains("教示").contains("審査請求");
    }

    @Test
    void whomToAskStandsBelowWhoIsAddressedPersonsAndBodiesAlike() throws IOException {
        for (boolean body : new boolean[]{false, true}) {
            var text = text(new PdfReader(print(body ? "body" : "person", notice(body ? "みなと商店" : "神戸　花子", body,
                    List.of("理由です。")))));

            assertThat(text.replaceAll("[\\s　]", "")).containsSubsequence("〒650-0001", "加納町",
                    body ? "みなと商店御中" : "神戸花子様",
                    "まどぐち市長", "（公印省略）", "（お問い合わせ先）", "078-000-0000", "児童手当認定請求却下通知書");
            assertThat(text).doesNotContain(body ? "様" : "御中");
        }
    }

    @Test
    void aLongReasonGoesOnOverThePagesAndEachSaysWhereItStands() throws IOException {
        var paragraph = "請求のあった児童について、住民基本台帳と添えられた書類を確かめたところ、請求する方と生計を同じくしていることを確認できませんでした。"
                .repeat(6);
        var reasons = IntStream.rangeClosed(1, 16).mapToObj(n -> "その" + n + "。" + paragraph).toList();
        var reader = new PdfReader(print("long", notice("神戸　花子", false, reasons)));
        int pages = reader.getNumberOfPages();
        assertThat(pages).isGreaterThanOrEqualTo(3);
        var extractor = new PdfTextExtractor(reader);
        var appeal = new java.util.ArrayList<Integer>();
        for (int page = 1; page <= pages; page++) {
            var text = extractor.getTextFromPage(page);
            assertThat(text).contains("神こ第1234号").containsPattern(page + "\\s*/\\s*" + pages);
            assertThat(text.length()).as("page %d is filled", page).isGreaterThan(100);
            if (text.contains("審査請求をすること") || text.contains("訴えは")) {
                appeal.add(page);
            }
        }
        assertThat(appeal).as("the appeal instruction is not torn").hasSize(1);
        assertThat(text(reader).replaceAll("\\s", "")).contains(reasons.stream()
                .map(reason -> reason.substring(0, 4)).toArray(String[]::new));
    }

    @Test
    void printsAReducedFormWithANoteWhereTheFaceLacksACharacter() throws IOException {
        String printed = text(new PdfReader(print("rare", notice("𠮷野 \uD840\uDE0B辻\uDB40\uDD00 Nguyễn Thị"))));

        assertThat(printed).contains("吉野").contains("U+20BB7").contains("〓").contains("U+2020B").contains("異体字")
                .contains("Nguyên Thi").contains("U+1EC5");
    }

    /** Language, title and the order of the text; nothing says it is tagged as long as not everything is. */
    @Test
    void saysOfItselfWhatIsTrue() throws IOException {
        var paper = print("said", notice("神戸　花子"));
        var bound = new PaperBinder(scheduler).bind(List.of(paper, paper)).block(Duration.ofSeconds(20));
        for (var pdf : List.of(paper, Objects.requireNonNull(bound))) {
            var catalog = new PdfReader(pdf).getCatalog();
            assertThat(catalog.get(PdfName.LANG)).hasToString("ja-JP");
            assertThat(catalog.getAsDict(PdfName.VIEWERPREFERENCES).get(PdfName.DISPLAYDOCTITLE)).hasToString("true");
            assertThat(new PdfReader(pdf).getInfo().get("Title")).isNotBlank();
            assertThat(catalog.get(PdfName.MARKINFO)).isNull();
            assertThat(text(new PdfReader(pdf)).replaceAll("[\\s　]", "")).containsSubsequence("神こ第1234号", "神戸花子様",
                    "まどぐち市長", "児童手当認定請求却下通知書", "記", "以上", "理由", "教示");
        }
    }

    @Test
    void namesWhatItCannotPrintAsWrittenAndWhere() {
        var notice = notice("𠮷野 \uD840\uDE0B辻\uDB40\uDD00", false, List.of("𠮷野様は髙橋様の\uD840\uDE0Bです。"));
        assertThat(printer.replaced(notice)).containsExactly(new Replaced("𠮷", "吉", List.of("宛名", "記「請求者」", "理由")),
                new Replaced("\uD840\uDE0B", "〓", List.of("宛名", "記「請求者」", "理由")),
                new Replaced("辻\uDB40\uDD00", "辻", List.of("宛名", "記「請求者」")));
        assertThat(printer.replaced(notice).getFirst().codes()).isEqualTo("U+20BB7");
        assertThat(printer.replaced("宛名", "髙橋 﨑")).isEmpty();
    }

    private static Notice notice(String name) {
        return notice(name, false, List.of("児童手当法第4条に定める支給要件のうち、日本国内に住所を有することを確認できませんでした。"));
    }

    private static Notice notice(String name, boolean body, List<String> reasons) {
        return new Notice("児童手当 認定請求却下通知書", "まどぐち市", "神こ第1234号", LocalDate.of(2026, 11, 20),
                new Notice.Recipient("6500001", List.of("兵庫県まどぐち市中央区加納町6丁目5番1号", "みなとハイツ 101号室"), name, body),
                new Notice.Sender("まどぐち市長", "", true),
                List.of("令和8年11月5日付けで請求のあった児童手当については、次のとおり審査しましたが、下記の理由により却下しましたので、"
                        + "児童手当法施行規則の規定により通知します。長い文章でも、行の頭に句読点が来ないように組みます。"),
                List.of(new Entry("請求者", name), new Entry("対象児童", "神戸 一郎\n神戸 二郎"), new Entry("決定年月日", "令和8年11月20日")),
                reasons,
                List.of("この決定に不服がある場合は、この決定があったことを知った日の翌日から起算して3か月以内に、まどぐち市長に対して審査請求をすることができます。",
                        "この決定の取消しの訴えは、この決定があったことを知った日の翌日から起算して6か月以内に、まどぐち市を被告として提起することができます。"),
                new Notice.Contact("こども家庭局 家庭支援課", List.of("電話 078-000-0000(見本)")));
    }

    private static byte[] print(String name, Paper paper) throws IOException {
        byte[] pdf = java.util.Objects.requireNonNull(printer.print(paper).block(Duration.ofSeconds(30)));
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(PdfReader reader) throws IOException {
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
