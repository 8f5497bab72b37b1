package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.reform.ChangedBy;
import jp.madoguchi.backoffice.reform.Inventory;
import jp.madoguchi.backoffice.reform.InventoryFile;
import jp.madoguchi.backoffice.reform.SentFiles;
import jp.madoguchi.testkit.AtOnce;
import jp.madoguchi.testkit.PostForms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Previews of files for the register that stay open while the register changes, as their reader sees them. */
class RegisterImportStoryTest {

    private static final String HEAD = "手続番号,手続名,所管局,根拠,分母に含める,提供方法,提供開始日,オンライン予定日,署名・押印,原本の提出,対面での確認,手数料の納付,基準年度,"
            + "件数（オンライン）,件数（窓口）,件数（郵送）,件数（その他）,手続ID\n";
    private static final int HANDS = 4;

    private static TestOffice office;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void whatChangedMeanwhileIsToldAndTakenWhenPressedAgain() {
        taken(line("A1", 10) + line("A2", 10));
        var screen = sent(line("A1", 20) + line("A2", 20));
        taken(line("A1", 30));
        changed("A2", 40, new ChangedBy("other", "改革 六花"));

        var again = screen.take();
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("まだ何も取り込んでいません", "「手続 A1」（A1）：あなたがほかの画面で変更しました。",
                "「手続 A2」（A2）：改革 六花 さんが変更しました。", "件数（窓口）：30 → 20", "件数（窓口）：40 → 20");
        assertThat(count("A1")).isEqualTo(30);
        assertThat(count("A2")).isEqualTo(40);

        assertThat(new Preview(screen.desk, screen.path, again.body()).take().body())
                .contains("台帳に取り込みました（追加 0 件、変更 2 件、変わらなかったもの 0 件）");
        assertThat(count("A1")).isEqualTo(20);
        assertThat(count("A2")).isEqualTo(20);
    }

    @Test
    void ofTwoScreensThatConfirmAtOnceOneWinsAndTheOthersAreTold() {
        var screen = sent(line("B1", 10));

        var screens = new ConcurrentLinkedQueue<Preview>();
        for (int hand = 0; hand < HANDS; hand++) {
            var desk = new Desk(office, TestOffice.REFORM);
            screens.add(new Preview(desk, screen.path, desk.open(screen.path).body()));
        }

        var answers = AtOnce.by(HANDS, () -> screens.remove().take());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).singleElement()
                .satisfies(answer -> assertThat(answer.body()).contains("追加 1 件"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).hasSize(HANDS - 1)
                .allSatisfy(answer -> assertThat(answer.body()).contains("「x.csv」は取り込み済みです"));
        assertThat(count("B1")).isEqualTo(10);
    }

    @Test
    void aSecondFileLeavesTheFirstUsableAndWhatIsGoneSaysWhy() {
        var oldest = sent(line("C1", 1));
        var first = sent(line("C1", 10));
        var cancelled = sent(line("C2", 10));
        assertThat(first.take().body()).contains("追加 1 件");
        cancelled.desk.back(cancelled.page);
        assertThat(cancelled.desk.press(cancelled.path + "/cancel").body()).contains("取込みを取り消しました");
        assertThat(cancelled.desk.open(cancelled.path).body()).contains("取込みは取り消されています");
        for (int i = 0; i < SentFiles.MOST_WAITING; i++) {
            sent(line("C3", i));
        }

        var gone = oldest.take();
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("新しい取込みを5件始めたため");
        assertThat(count("C1")).isEqualTo(10);
    }

    @Test
    void anEntrySavedOnTwoScreensNamesWhoWasFirst() {
        taken(line("D1", 10));
        var desk = new Desk(office, TestOffice.REFORM);
        var page = desk.open("/reform/entries/D1").body();
        changed("D1", 20, ChangedBy.of(Staff.of(TestOffice.REFORM)));
        desk.back(page);
        assertThat(saved(desk, 1).body()).contains("あなたがほかの画面で先にこの手続を変更しました");

        changed("D1", 30, new ChangedBy("other", "改革 六花"));
        desk.back(page);
        assertThat(saved(desk, 2).body()).contains("改革 六花 さんが先にこの手続を変更しました");
        assertThat(count("D1")).isEqualTo(30);
        assertThat(saved(desk, 3).body()).contains("「手続 D1」を変更しました");
    }

    private static HttpResponse<String> saved(Desk desk, int revision) {
        return desk.press("/reform/entries/D1", "revision", String.valueOf(revision), "title", "手続 D1", "bureau", "福祉局",
                "law-rank", "法令", "eligible", "はい", "way", "窓口のみ", "base-year", "2024", "counter", "50");
    }

    /** @param page as it was seen */
    private record Preview(Desk desk, String path, String page) {

        HttpResponse<String> take() {
            desk.back(page);
            var form = PostForms.find(page, path::equals).orElseThrow(() -> new AssertionError(page));
            return desk.press(path, "shown", Objects.requireNonNull(form.hidden().get("shown")));
        }
    }

    private static Preview sent(String lines) {
        var desk = new Desk(office, TestOffice.REFORM);
        desk.open("/reform/import");
        var answer = desk.send("/reform/import", "x.csv", HEAD + lines);
        return new Preview(desk, answer.uri().getPath(), answer.body());
    }

    private static void taken(String lines) {
        assertThat(sent(lines).take().body()).contains("台帳に取り込みました");
    }

    private static void changed(String code, int counter, ChangedBy by) {
        var inventory = office.bean(Inventory.class);
        var kept = Objects.requireNonNull(inventory.byCode(code).block());
        var entry = InventoryFile.read(HEAD + line(code, counter), false).entries().getFirst();
        assertThat(inventory.change(entry, kept.revision(), by).block()).isTrue();
    }

    private static String line(String code, int counter) {
        return code + ",手続 " + code + ",福祉局,法令,はい,窓口のみ,,,,,,,2024,,%d,,,\n".formatted(counter);
    }

    private static long count(String code) {
        return Objects.requireNonNull(office.bean(Inventory.class).byCode(code).block()).entry().base().total();
    }
}
