package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.RowId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.Row;
import jp.madoguchi.testkit.Templates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A case is found by what people have at hand, in every state and however long ago. */
class SearchTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private static TestOffice office;
    private static UUID takahashi;
    private static UUID yoshino;
    private static UUID nguyen;
    private static Consignment.Submitted ofTakahashi;

    @BeforeAll
    static void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
        ofTakahashi = applied("髙橋", "花子", "タカハシ", "ハナコ", "090-1234-5678", "1990-04-02", "髙橋", "凜");
        takahashi = caseOf(ofTakahashi);
        yoshino = caseOf(applied("𠮷野", "櫻子", "ヨシノ", "サクラコ", "(078) 331-8181", "1925-12-31", "𠮷野", "廣"));
        nguyen = caseOf(
                applied("NGUYỄN", "VĂN ĐỨC", "グエン", "ヴァン ドゥック", "+81 80 9876 5432", "2001-11-03", "NGUYỄN", "ANH"));
        // One is in a colleague's hands, one was closed long ago.
        var colleague = new Desk(office, TestOffice.CLERK2);
        colleague.open("/cases/" + takahashi);
        colleague.press("/cases/" + takahashi + "/claim");
        office.bean(CaseService.class).happen(yoshino, (file, now) -> file.withdraw("転出するため", now)).block();
        sql("update case_file set closed_at = closed_at - interval '400 days' where id = '" + yoshino + "'");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"高橋", "髙橋花子", "髙橋 花子", "花子　高橋", "たかはし", "ﾀｶﾊｼ", "タカハシハナコ", "タカハシ ハナコ", "09012345678",
            "090-1234-5678",
            "０９０ー１２３４ー５６７８", "+819012345678", "0081 90 1234 5678", "12345678", "5678", "1990-04-02", "1990/4/2",
            "平成2年4月2日", "H2.4.2",
            "19900402", "凛", "高橋凛"})
    void byNameKanaPhoneAndBirthDate(String typed) {
        assertThat(found(typed)).as(typed).contains("/cases/" + takahashi, "中央 二子", "審査中", "中央区役所")
                .doesNotContain("/cases/" + nguyen);
    }

    @ParameterizedTest
    @CsvSource({"吉野", "𠮷野", "桜子", "よしの さくらこ", "078-331-8181", "(078)331-8181", "（０７８）３３１－８１８１", "大正14年12月31日",
            "大14・12・31", "T14･12･31", "広"})
    void evenWhenItWasClosedLongAgo(String typed) {
        var page = found(typed);
        assertThat(page).as(typed).contains("/cases/" + yoshino, "取下げ");
        assertThat(page).as("the day it ended, with the year, for it is another")
                .contains(String.valueOf(LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).minusDays(400).getYear())
                        + "年");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen", "NGUYEN", "Nguyễn", "nguyễn văn", "duc van nguyen", "ｎｇｕｙｅｎ", "ぐえん", "グエン ドゥツク",
            "080-9876-5432",
            "+81 80 9876 5432", "平成13年11月3日", "2001.11.3"})
    void byLatinLettersWithAndWithoutMarks(String typed) {
        assertThat(found(typed)).as(typed).contains("/cases/" + nguyen).doesNotContain("/cases/" + takahashi);
    }

    @Test
    void byTheReceiptNumberInAnyWriting() {
        var digits = ofTakahashi.receiptNumber();
        var grouped = ReceiptNumber.grouped(digits);
        for (var typed : List.of(digits, grouped, grouped.replace('-', ' '), grouped.replace('-', 'ー'), full(grouped),
                digits.substring(8), digits.substring(0, 6), grouped.substring(3, 12), " " + grouped + "　")) {
            assertThat(found(typed)).as(typed).contains("/cases/" + takahashi);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"鈴木", "高橋一郎", "090-0000-0000", "1990-04-03", "nguyet", "花", "吉高", "%", "'", "\\", "野吉"})
    void whatIsNotThereIsNotFound(String typed) {
        assertThat(found(typed).contains("/cases/" + takahashi)).as(typed).isEqualTo(typed.equals("花"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "123", "ー", "か", "a", "…"})
    void whatIsTooShortSaysWhatToType(String typed) {
        assertThat(found(typed)).doesNotContain("/cases/0");
        assertThat(found(typed)).as(typed).containsPattern("以上で探してください");
    }

    @Test
    void onlyThoseWhoMaySeeACaseFindIt() {
        assertThat(open(TestOffice.NADA, "高橋")).contains("見つかりませんでした").doesNotContain("/cases/" + takahashi);
        assertThat(open(TestOffice.CHIEF, "高橋")).contains("/cases/" + takahashi);
        assertThat(open(TestOffice.AUDITOR, "高橋")).contains("/cases/" + takahashi, "市のすべての窓口");
        assertThat(new Desk(office, TestOffice.REFORM).open("/search").statusCode()).isEqualTo(403);
    }

    @Test
    void manyAreLeafedThroughWithoutLossAndTwice() {
        for (int i = 0; i < 33; i++) {
            office.portal()
                    .offer(application("多田", "数" + "一二三四五六七八九".charAt(i % 9), "タダ", "カズ", "078-000-0000", "1980-01-01",
                            "多田", "子"));
        }
        await().atMost(TIMEOUT)
                .until(() -> count("select count(*) as n from case_file where applicant like '多田%'") == 33);
        var clerk = new Desk(office, TestOffice.CLERK1);
        var first = clerk.search("ただ").body();
        var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = clerk.open(next.group(1).replace("&amp;", "&")).body();
        assertThat(links(first)).hasSize(30);
        assertThat(links(second)).hasSize(3).doesNotContainAnyElementsOf(links(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"髙橋 花子", "090-1234-5678", "1990-04-02", "nguyễn văn"})
    void nothingOfWhatIsLookedForStandsInAnAddress(String typed) {
        var clerk = new Desk(office, TestOffice.CLERK1);
        var answer = clerk.search(typed);
        assertThat(answer.uri().toString()).matches(".*/search/[0-9a-f]{16}");
        var again = clerk.open(answer.uri().getPath());
        assertThat(links(again.body())).as("reloaded, or come back to").isEqualTo(links(answer.body())).isNotEmpty();
        assertThat(again.body()).contains("value=\"" + typed + "\"");
        var other = clerk.search("さくらこ");
        assertThat(links(clerk.open(answer.uri().getPath()).body())).as("after another search in the same browser")
                .isEqualTo(links(answer.body())).isNotEqualTo(links(other.body()));
        assertThat(new Desk(office, TestOffice.CLERK2).open(answer.uri().getPath()).body())
                .as("the key opens nothing elsewhere").contains("もう残っていません").doesNotContain(typed);
    }

    @Test
    void onlySoManySearchesAreKept() {
        var clerk = new Desk(office, TestOffice.CLERK1);
        var first = clerk.search("高橋").uri().getPath();
        for (int i = 0; i < 20; i++) {
            clerk.search("高橋");
        }
        assertThat(clerk.open(first).body()).contains("もう残っていません");
        assertThat(clerk.open("/search/" + "0".repeat(16)).statusCode()).isEqualTo(200);
        assertThat(clerk.open("/search/x").body()).contains("もう残っていません");
    }

    @Test
    void aMyNumberIsNotLookedFor() {
        var answer = new Desk(office, TestOffice.CLERK1).search("1234-5678-9018");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("マイナンバー（個人番号）と思われる", "1234-5678-9018");
    }

    /** What people type of somebody does not go into addresses: no form with a text field is sent by GET, but for names of procedures. */
    @Test
    void noFormPutsWhatIsTypedIntoItsAddress() {
        assertThat(Templates.getForms()).isNotEmpty().allSatisfy(form -> assertThat(form.typed()).as(form.template())
                .isEmpty());
    }

    @Test
    void aCorrectedNameIsFoundAndSoIsTheOldOne() {
        var submitted = applied("山嵜", "一", "ヤマサキ", "ハジメ", "078-111-2222", "1970-01-01", "山嵜", "二");
        var id = caseOf(submitted);
        var cases = office.bean(CaseService.class);
        cases.underCorrection(id)
                .flatMap(of -> cases.correct(of.header(), UUID.randomUUID(),
                        jp.madoguchi.forms.answer.AnswersJson.write(
                                answers("濱﨑", "一", "ハマサキ", "ハジメ", "078-111-2222", "1970-01-01", "濱﨑", "二")).toString(),
                        List.of(),
                        Instant.now()))
                .block();
        assertThat(found("浜崎")).contains("/cases/" + id);
        assertThat(found("山崎")).contains("/cases/" + id);
    }

    @Test
    void keysOfAnOlderVersionAreMadeAnew() {
        sql("update case_search set version = 0, key = '', grams = '{}'");
        assertThat(found("高橋")).contains("検索の準備をしています").doesNotContain("/cases/" + takahashi);
        office.restart();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(found("高橋")).contains("/cases/" + takahashi)
                .doesNotContain("検索の準備をしています"));
    }

    private static String found(String typed) {
        return open(TestOffice.CLERK1, typed);
    }

    private static String open(jp.madoguchi.platform.security.StaffMember who, String typed) {
        var answer = new Desk(office, who).search(typed);
        assertThat(answer.statusCode()).as(typed).isEqualTo(200);
        return answer.body();
    }

    private static List<String> links(String page) {
        return java.util.regex.Pattern.compile("href=\"(/cases/[^\"]+)\"").matcher(page).results()
                .map(link -> link.group(1)).toList();
    }

    private static String full(String text) {
        return text.chars().map(c -> c == '-' ? '－' : c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Consignment.Submitted applied(String... said) {
        var submitted = application(said);
        office.portal().offer(submitted);
        return submitted;
    }

    private static Consignment.Submitted application(String... said) {
        return TestApplications.submitted("jido-teate", answers(said));
    }

    private static Answers answers(String... said) {
        var child = Answers.NONE.with(new QuestionId("child-name"),
                new Answer.PersonName(said[6], said[7], null, null));
        return TestApplications.hanako()
                .with(new QuestionId("claimant-name"), new Answer.PersonName(said[0], said[1], said[2], said[3]))
                .with(new QuestionId("claimant-phone"), new Answer.Text(said[4]))
                .with(new QuestionId("claimant-birth"), new Answer.Date(LocalDate.parse(said[5])))
                .with(new QuestionId("children"), new Answer.Rows(List.of(new Row(new RowId("r1"), child))));
    }

    private static UUID caseOf(Consignment.Submitted submitted) {
        return await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(submitted.application()).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static void sql(String statement) {
        office.bean(DatabaseClient.class).sql(statement).then().block();
    }

    private static long count(String statement) {
        return office.bean(DatabaseClient.class).sql(statement).map(row -> row.get("n", Long.class)).one()
                .blockOptional().orElse(0L);
    }
}
