package jp.madoguchi.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.backoffice.casework.AccessLog;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ApplicationUpdate;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Routing;
import jp.madoguchi.platform.realm.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Whole stories of cases, over HTTP, on real parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseStoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private TestOffice office;

    @BeforeAll
    void open() {
        office = TestOffice.open();
        await().atMost(TIMEOUT).until(office::hasPublishedAll);
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aClaimIsExaminedCorrectedApprovedAndNotified() throws IOException {
        var bytes = TestApplications.bytes("not really a picture");
        var attachment = TestApplications.attachment("本人確認.png", bytes);
        office.portal().hold(attachment.id(), bytes);
        var submitted = TestApplications.childAllowance(attachment);
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(submitted.id()));

        var clerk1 = new Desk(office, TestOffice.CLERK1);
        var clerk2 = new Desk(office, TestOffice.CLERK2);
        var chief = new Desk(office, TestOffice.CHIEF);
        assertThat(clerk1.open("/queue").body()).contains(ReceiptNumber.grouped(submitted.receiptNumber()), "神戸　花子");
        clerk2.open("/cases/" + id);
        assertThat(new Desk(office, TestOffice.NADA).open("/cases/" + id).statusCode()).isEqualTo(404);

        assertThat(clerk1.press("/cases/" + id + "/claim").body()).contains("担当しました");
        var tooLate = clerk2.press("/cases/" + id + "/claim");
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("中央 一郎", "class=\"staff\"", "<b>中央 二子</b>", "中央区役所", "href=\"/queue\"")
                .doesNotContain(">ログイン<");

        var file = clerk1.file("/cases/" + id + "/attachments/" + attachment.id());
        assertThat(file.body()).isEqualTo(bytes);
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

        clerk1.open("/cases/" + id + "/correction");
        var incomplete = clerk1.press("/cases/" + id + "/correction", "reason", "", "days", "0");
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("何をどう直してほしいかを書いてください", "1から365まで");
        clerk1.press("/cases/" + id + "/correction", "reason", "電話番号が使われていません。", "days", "14", "fields",
                "claimant-phone");
        var asked = update(Stage.AWAITING_CORRECTION, submitted.application());
        var correction = Objects.requireNonNull(asked.correction());
        assertThat(correction.fields()).containsExactly("claimant-phone");
        assertThat(asked.expectedBy()).as("the clock stands").isNull();

        office.portal().offer(TestApplications.corrected(submitted, correction.id(),
                TestApplications.hanako().with(new QuestionId("claimant-phone"), new Answer.Text("090-1111-2222"))));
        await().atMost(TIMEOUT)
                .until(() -> clerk1.open("/queue?tab=mine").body().contains("補正が届きました"));
        assertThat(clerk1.open("/queue?tab=unclaimed").body()).contains("補正の回答が届いた案件が1件あります")
                .doesNotContain("/cases/" + id);
        assertThat(clerk2.open("/queue?tab=unclaimed").body()).doesNotContain("補正の回答が届いた", "/cases/" + id);
        assertThat(clerk1.open("/cases/" + id).body()).contains("補正で変わったところ", "<del>078-000-0000</del>",
                "<ins>090-1111-2222</ins>", "補正を求めた 中央 一郎 さんの担当に戻しました");
        clerk1.open("/cases/" + id + "/decision");
        var preview = clerk1.press("/cases/" + id + "/decision", "outcome", "APPROVED", "preview", "1");
        assertThat(preview.body()).startsWith("%PDF");
        clerk1.open("/cases/" + id + "/decision");
        assertThat(clerk1.press("/cases/" + id + "/decision", "outcome", "APPROVED", "facts", "要件を満たす。").body())
                .contains("決裁に回しました");

        assertThat(chief.open("/cases/" + id + "/approval").body()).contains("要件を満たす。", "決裁して通知書を交付する");
        assertThat(chief.press("/cases/" + id + "/approve").body()).contains("通知書を交付しました");
        var issued = update(Stage.ISSUED, submitted.application());
        assertThat(issued.outcome()).isEqualTo(ApplicationUpdate.Outcome.APPROVED);
        var notice = Objects.requireNonNull(
                office.portal().documents().get(Objects.requireNonNull(issued.document())));
        assertThat(textOf(notice)).contains(ReceiptNumber.grouped(submitted.receiptNumber()));

        var verdict = office.bean(CaseRecords.class).verify(id).block();
        assertThat(verdict).extracting(CaseRecords.Verdict::trouble).isEqualTo("");
        assertThat(new Desk(office, TestOffice.AUDITOR).open("/audit").body()).contains(
                ReceiptNumber.grouped(submitted.receiptNumber()),
                "異常なし");
    }

    @Test
    void aCorrectedNameAndMailReachHeadingQueueAndSearch() throws Exception {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        clerk.open("/cases/" + id + "/correction");
        clerk.press("/cases/" + id + "/correction", "reason", "お名前の漢字を確かめてください。", "days", "14", "fields",
                "claimant-name");
        var correction = Objects.requireNonNull(
                update(Stage.AWAITING_CORRECTION, submitted.application()).correction());
        var renamed = TestApplications.hanako().with(new QuestionId("claimant-name"),
                new Answer.PersonName("神門", "華子", "カンド", "ハナコ"));

        var beyond = TestApplications.corrected(submitted, correction.id(),
                renamed.with(new QuestionId("claimant-phone"), new Answer.Text("090-9999-9999")));
        office.portal().offer(beyond);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(beyond.id()));
        assertThat(clerk.open("/cases/" + id).body()).as("more than was asked for is not taken over")
                .contains("神戸　花子", "078-000-0000").doesNotContain("090-9999-9999");

        var answer = new Consignment.Corrected(UUID.randomUUID(), submitted.application(), java.time.Instant.now()
                .minusSeconds(60), correction.id(), jp.madoguchi.forms.answer.AnswersJson.write(renamed), List.of(),
                "kando@example.jp");
        office.portal().offer(answer);
        await().atMost(TIMEOUT).until(() -> clerk.open("/queue?tab=mine").body().contains("神門　華子"));
        assertThat(clerk.open("/cases/" + id).body()).contains("<h1>神門　華子");
        assertThat(clerk.open("/queue?tab=mine&text=" + URLEncoder.encode("神門", StandardCharsets.UTF_8)).body())
                .contains("/cases/" + id);
        assertThat(clerk.open("/queue?tab=mine&text=" + URLEncoder.encode("神戸　花子", StandardCharsets.UTF_8)).body())
                .as("whoever knows only the old name finds it too").contains("/cases/" + id);
        assertThat(Objects.requireNonNull(office.bean(CaseService.class).underCorrection(id).block()).header()
                .mail()).isEqualTo("kando@example.jp");
    }

    @Test
    void aNoticeNobodyAgreedToGetElectronicallyIsPostedAndOnlyThenClosesTheCase() throws IOException {
        var basis = TestApplications.childAllowance();
        var submitted = new Consignment.Submitted(basis.id(), basis.application(), basis.at(), basis.receiptNumber(),
                basis.procedure(), basis.version(), basis.contentHash(), basis.answers(), basis.attachments(), "ja",
                false, basis.mail());
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        var clerk = new Desk(office, TestOffice.CLERK1);
        var chief = new Desk(office, TestOffice.CHIEF);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        clerk.open("/cases/" + id + "/decision");
        clerk.press("/cases/" + id + "/decision", "outcome", "APPROVED", "facts", "要件を満たす。");
        chief.open("/cases/" + id + "/approval");
        assertThat(chief.press("/cases/" + id + "/approve").body()).contains("郵送する通知", "郵送待ち")
                .doesNotContain("通知書を交付しました");
        var decided = update(Stage.DECIDED, submitted.application());
        assertThat(decided.document()).as("nothing is put on the portal").isNull();
        assertThat(decided.outcome()).isNull();
        assertThat(decided.message()).contains("郵送します");

        assertThat(new Desk(office, TestOffice.NADA).open("/posting").body()).doesNotContain(id.toString());
        var list = clerk.open("/posting").body();
        var row = java.util.regex.Pattern
                .compile("name=\"document\" value=\"([^\"]+)\"(?s:(?!name=\"document\").)*?/cases/" + id)
                .matcher(list);
        assertThat(row.find()).isTrue();
        var document = row.group(1).substring(row.group(1).length() - 36);
        assertThat(clerk.press("/posting", "posted-on", "2026-01-01").body()).contains("郵送する通知を選んでください");
        clerk.open("/posting");
        var unprinted = clerk.press("/posting", "document", document, "posted-on",
                jp.madoguchi.platform.calendar.BusinessCalendar.dayOf(java.time.Instant.now()).toString());
        assertThat(unprinted.statusCode()).isEqualTo(422);
        assertThat(unprinted.body()).contains("印刷していない通知があります", "name=\"printed-elsewhere\"",
                "value=\"" + document + "\" checked");
        clerk.open("/posting");
        assertThat(clerk.press("/posting", "document", document, "print", "1").body()).startsWith("%PDF");
        clerk.open("/posting");
        var today = jp.madoguchi.platform.calendar.BusinessCalendar.dayOf(java.time.Instant.now());
        assertThat(clerk.press("/posting", "document", document, "posted-on", today.plusDays(1).toString()).body())
                .contains("今日か、それより前の日");
        assertThat(clerk.press("/posting", "document", document, "posted-on", "2020-01-01").body())
                .contains("今日までの日にしてください");
        assertThat(clerk.press("/posting", "document", document, "posted-on", today.toString()).body())
                .contains("1件を発送済みにしました");
        var posted = update(Stage.ISSUED, submitted.application());
        assertThat(posted.document()).isNull();
        assertThat(posted.outcome()).as("it stands in the letter").isNull();
        assertThat(posted.message()).contains("郵送しました");
        assertThat(clerk.press("/posting", "document", document, "posted-on", today.toString()).body())
                .as("posted twice").contains("すでに発送済みです", "中央 一郎 さん");

        clerk.open("/posting");
        assertThat(clerk.press("/cases/" + id + "/posting/undo", "reason-" + id, "").body())
                .contains("取り消す理由を書いてください");
        assertThat(clerk.press("/cases/" + id + "/posting/undo", "reason-" + id, "別の封筒だった").body())
                .contains("郵送待ちに戻りました", document);
        clerk.open("/posting");
        clerk.press("/posting", "document", document, "posted-on", today.toString());
        assertThat(clerk.open("/cases/" + id).body()).contains("交付済み", "発送の記録を取り消しました", "別の封筒だった");
        assertThat(office.bean(CaseRecords.class).verify(id).block()).extracting(CaseRecords.Verdict::trouble)
                .isEqualTo("");
    }

    @Test
    void whatTheApplicantSaidLastOfTheNoticeCountsWhenItIsMade() {
        for (boolean again : new boolean[]{false, true}) {
            var submitted = TestApplications.childAllowance();
            office.portal().offer(submitted);
            var id = caseOf(submitted.application());
            var clerk = new Desk(office, TestOffice.CLERK1);
            var chief = new Desk(office, TestOffice.CHIEF);
            clerk.open("/cases/" + id);
            clerk.press("/cases/" + id + "/claim");
            clerk.open("/cases/" + id + "/decision");
            clerk.press("/cases/" + id + "/decision", "outcome", "APPROVED", "facts", "要件を満たす。");
            chooses(submitted.application(), false);
            await().atMost(TIMEOUT).until(() -> clerk.open("/cases/" + id).body()
                    .contains("申請者が電子での通知の同意を取り下げました"));
            assertThat(clerk.open("/cases/" + id).body()).contains("書面（電子通知に同意なし）");
            if (again) {
                chooses(submitted.application(), true);
                await().atMost(TIMEOUT)
                        .until(() -> clerk.open("/cases/" + id).body().contains("申請者が電子での通知に同意しました"));
            }
            chief.open("/cases/" + id + "/approval");
            assertThat(chief.press("/cases/" + id + "/approve").body()).contains(again ? "通知書を交付しました" : "郵送待ち");

            chooses(submitted.application(), !again);
            await().atMost(TIMEOUT).until(() -> clerk.open("/cases/" + id).body()
                    .contains(again ? "電子で交付済みです" : "郵送のために作成済みです"));
            assertThat(clerk.open("/cases/" + id).body()).contains("申請者が通知の受け取り方を変えました");
            assertThat(office.bean(CaseRecords.class).verify(id).block()).extracting(CaseRecords.Verdict::trouble)
                    .isEqualTo("");
        }
    }

    private void chooses(UUID application, boolean electronic) {
        office.portal().offer(
                new Consignment.NoticeWayChosen(UUID.randomUUID(), application, java.time.Instant.now(), electronic));
    }

    @Test
    void anAdministratorSaysHowAnOfficeSignsItsPapers() {
        var admin = new Desk(office, TestOffice.ADMIN);
        assertThat(new Desk(office, TestOffice.CLERK1).open("/intake/papers/nada").statusCode()).isEqualTo(403);
        assertThat(admin.open("/intake/papers").body()).contains("灘区役所", "ま灘");
        var page = admin.open("/intake/papers/nada").body();
        assertThat(page).contains("name=\"revision\" value=\"1\"");
        assertThat(admin
                .press("/intake/papers/nada", "mark", "ま灘第1号", "section", "係".repeat(61), "phone", "電話して", "signing",
                        "", "signer", "", "seal", "omitted", "revision", "1")
                .body())
                .contains("8文字までで入力してください", "60文字まで", "電話番号は", "だれの名前で出すかを選んでください", "ま灘第1号");
        assertThat(admin.press("/intake/papers/nada", "mark", "ま中", "section", "", "phone", "", "signing", "city",
                "signer", "", "seal", "city", "revision", "1").body()).contains("ほかの窓口が使っています");
        var fields = new String[]{"mark", "ま灘", "section", "こども家庭支援課", "phone", "078-000-0001（内線 12）", "signing", "own",
                "signer", "灘区長　見本", "seal", "shown", "revision", "1"};
        assertThat(admin.press("/intake/papers/nada", fields).body()).contains("保存しました", "管理 守", "電話 なし",
                "署名 灘区長　見本", "公印 省略しない");
        assertThat(admin.press("/intake/papers/nada", fields).body()).as("the same again").doesNotContain("ほかの人が");
        fields[5] = "078-000-0002";
        var late = admin.press("/intake/papers/nada", fields);
        assertThat(late.statusCode()).as("seen before the change").isEqualTo(409);
        assertThat(late.body()).contains("あなたがほかの画面でこの窓口の設定を変更しました", "value=\"078-000-0002\"",
                "name=\"revision\" value=\"2\"");
        var paper = office.bean(jp.madoguchi.backoffice.office.Offices.class).paper("nada").block();
        assertThat(paper).isNotNull().satisfies(kept -> {
            assertThat(kept.signer()).isEqualTo("灘区長　見本");
            assertThat(kept.sealOmitted()).isFalse();
            assertThat(kept.section()).isEqualTo("こども家庭支援課");
        });
    }

    @Test
    void aLongListOfNoticesIsReadPrintedAndPostedToItsEnd() {
        var basis = TestApplications.leavingInsurance();
        office.portal().offer(basis);
        var id = caseOf(basis.application());
        office.bean(org.springframework.r2dbc.core.DatabaseClient.class).sql("""
                with made as (insert into case_document (id, case_id, number, name, bytes, sha256, store_key, made_at)
                    select uuidv7(), :case, 'long list ' || n, 'a.pdf', 1, repeat('0', 64), 'nowhere/' || n,
                        now() - interval '1 day' + n / 3 * interval '1 second'
                    from generate_series(1, 230) n returning id)
                insert into paper_notice (document_id, case_id) select id, :case from made
                """).bind("case", id).then().block();
        var clerk = new Desk(office, TestOffice.CENTER);
        var seen = new java.util.LinkedHashSet<String>();
        var next = java.util.regex.Pattern.compile("href=\"(/posting\\?[^\"]+)\">次の100件");
        var path = "/posting";
        String last = "";
        for (int page = 0; !path.isEmpty() && page < 9; page++) {
            last = path;
            var body = clerk.open(path).body();
            assertThat(body).contains("230件が郵送を待っています");
            java.util.regex.Pattern.compile("name=\"document\" value=\"([^\"]+)\"").matcher(body).results()
                    .forEach(found -> assertThat(seen.add(found.group(1))).isTrue());
            var link = next.matcher(body);
            path = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen).hasSize(230);
        // From the last page, beyond what the first ones hold; the mistake leads back to that page.
        clerk.open(last);
        var after = last.substring(last.indexOf('=') + 1);
        assertThat(clerk.press("/posting", "after", after, "posted-on", "nonsense", "document", seen.getLast()).body())
                .contains("発送日を入力してください", "value=\"" + seen.getLast() + "\" checked");
    }

    @Test
    void theOfficeReadsWhenItsNoticeWasOpenedAndTheCaseStaysClosedWhenItWas() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        office.portal().offer(new Consignment.NoticeOpened(java.util.UUID.randomUUID(), submitted.application(),
                java.time.Instant.now(), java.util.UUID.randomUUID(), false));
        await().atMost(TIMEOUT).until(() -> new Desk(office, TestOffice.CLERK1).open("/cases/" + id).body()
                .contains("申請者が通知書を開きました"));
    }

    @Test
    void aCaseIsFoundByItsNumberHoweverItIsTyped() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        var digits = submitted.receiptNumber();
        var grouped = ReceiptNumber.grouped(digits);
        assertThat(grouped).matches("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{2}");
        var fullWidth = new StringBuilder();
        grouped.replace('-', '－').chars()
                .forEach(c -> fullWidth.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));

        var clerk = new Desk(office, TestOffice.CLERK1);
        for (var typed : List.of(digits, grouped, fullWidth.toString(), grouped.substring(3, 12))) {
            assertThat(clerk.search(typed).body()).as(typed)
                    .contains("/cases/" + id, grouped);
        }
        assertThat(clerk.open("/cases/" + id).body()).contains(grouped).doesNotContain(digits);
        var auditor = new Desk(office, TestOffice.AUDITOR);
        auditor.open("/audit");
        var checked = auditor.press("/audit", "receipt", fullWidth.toString());
        assertThat(checked.body()).contains("/cases/" + id, grouped);
        assertThat(checked.uri().toString()).matches(".*/audit/[0-9a-f]{16}");
    }

    @Test
    void aCorrectionGoesToTheQueueWhenWhoAskedHasGoneToAnotherOffice() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        var clerk2 = new Desk(office, TestOffice.CLERK2);
        clerk2.open("/cases/" + id);
        clerk2.press("/cases/" + id + "/claim");
        clerk2.open("/cases/" + id + "/correction");
        clerk2.press("/cases/" + id + "/correction", "reason", "電話番号が使われていません。", "days", "14");
        var asked = Objects.requireNonNull(update(Stage.AWAITING_CORRECTION, submitted.application()).correction());
        var elsewhere = new Staff(TestOffice.staff(TestOffice.CLERK2).id(), "chuo-clerk2", "中央 二子", "nada", "灘区役所",
                Set.of(Role.CLERK));
        office.bean(AccessLog.class).looked(id, elsewhere, "案件").block();

        office.portal().offer(TestApplications.corrected(submitted, asked.id(), TestApplications.hanako()));

        var clerk1 = new Desk(office, TestOffice.CLERK1);
        await().atMost(TIMEOUT).until(() -> clerk1.open("/cases/" + id).body().contains("補正が届きました"));
        assertThat(clerk1.press("/cases/" + id + "/claim").body()).contains("担当しました");
    }

    @Test
    void aRefusalNeedsFactsClauseAndCriterion() {
        var submitted = TestApplications.childAllowance();
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        clerk.open("/cases/" + id + "/decision");

        var bare = clerk.press("/cases/" + id + "/decision", "outcome", "REFUSED", "remark", "消えないこと");

        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("理由となる事実を書いてください", "根拠となる条項を書いてください", "当てはめた審査基準を選んでください",
                "消えないこと");
        var criterion = TestApplications.procedure("jido-teate").criteria().getFirst();
        clerk.press("/cases/" + id + "/decision", "outcome", "REFUSED", "facts", "監護していない。", "clause",
                criterion.clause(), "criterion", criterion.id());
        var chief = new Desk(office, TestOffice.CHIEF);
        chief.open("/cases/" + id + "/approval");
        assertThat(chief.press("/cases/" + id + "/send-back", "send-back", "").body()).contains("差し戻す理由を書いてください");
        chief.press("/cases/" + id + "/send-back", "send-back", "事実をもう少し詳しく。");
        assertThat(chief.open("/cases/" + id).body()).contains("担当する人を待っています。").doesNotContain("さんが審査しています");
        clerk.open("/cases/" + id);
        assertThat(clerk.press("/cases/" + id + "/claim").body()).contains("差し戻しました", "事実をもう少し詳しく。");
        assertThat(clerk.open("/cases/" + id + "/decision").body()).as("what came back is mended, not written anew")
                .contains("監護していない。</textarea>").containsPattern("value=\"REFUSED\"[^>]*checked");
    }

    @Test
    void aNotificationIsRecordedWithoutDecision() {
        var submitted = TestApplications.leavingInsurance();
        office.portal().offer(submitted);
        var id = caseOf(submitted.application());
        var clerk = new Desk(office, TestOffice.CENTER);
        assertThat(clerk.open("/queue").body()).contains("髙橋　太郎");
        clerk.press("/cases/" + id + "/claim");
        assertThat(clerk.open("/cases/" + id).body()).contains("届出を受理する").doesNotContain("決定を起案する");
        clerk.press("/cases/" + id + "/record");
        assertThat(update(Stage.RECORDED, submitted.application()).outcome())
                .isEqualTo(ApplicationUpdate.Outcome.RECORDED);
    }

    @Test
    void aSecondApplicationForWhatIsPaidOnceIsShownToTheClerk() {
        var first = benefit("12345678");
        var again = benefit("１２３４５６７８");
        var another = benefit("87654321");
        var all = List.of(first, again, another);
        all.forEach(office.portal()::offer);
        var cases = all.stream().map(each -> caseOf(each.application())).toList();

        var clerk = new Desk(office, TestOffice.CENTER);
        assertThat(clerk.open("/cases/" + cases.get(1)).body()).contains("同じ内容の申請がほかに1件あります",
                ReceiptNumber.grouped(first.receiptNumber()), "/cases/" + cases.getFirst());
        assertThat(clerk.open("/cases/" + cases.getFirst()).body()).contains("/cases/" + cases.get(1));
        assertThat(clerk.open("/cases/" + cases.get(2)).body()).doesNotContain("同じ内容の申請がほかに");

        // The household had typed the number of another: corrected answers tell the two apart.
        var corrected = TestApplications.corrected(again, UUID.randomUUID(), benefitFor("11112222"));
        office.portal().offer(corrected);
        await().atMost(TIMEOUT).until(() -> office.portal().acknowledged().contains(corrected.id()));
        assertThat(clerk.open("/cases/" + cases.get(1)).body()).doesNotContain("同じ内容の申請がほかに");
    }

    private static Consignment.Submitted benefit(String reference) {
        return TestApplications.submitted("kyufukin", benefitFor(reference));
    }

    private static Answers benefitFor(String reference) {
        return Answers.NONE.with(new QuestionId("has-letter"), new Answer.YesNo(true))
                .with(new QuestionId("reference-number"), new Answer.Text(reference))
                .with(new QuestionId("reference-birth"), new Answer.Date(LocalDate.of(1970, 1, 1)));
    }

    @Test
    void everyProcedureIsRoutedToAnOfficeThatExists() {
        var known = office.bean(Offices.class).all().map(Office::code).collectList().blockOptional().orElseThrow();
        for (var procedure : SampleCatalogue.procedures()) {
            assertThat(known).as(procedure.id().value()).containsAll(switch (procedure.routing()) {
                case Routing.ToOffice to -> List.of(to.office());
                case Routing.ByWard byWard -> join(byWard.byTown().values(), byWard.otherwise());
                case Routing.ByChoice choice -> join(choice.offices().values(), choice.otherwise());
            });
        }
    }

    private static List<String> join(Collection<String> offices, String otherwise) {
        return Stream.concat(offices.stream(), Stream.of(otherwise)).toList();
    }

    @Test
    void everyRoomOpensForThoseWhoWorkThere() {
        for (var path : List.of("/queue?tab=mine", "/queue?tab=done",
                "/queue?procedure=xyz&from=2026-01-01&sort=arrival",
                "/queue/list?tab=soon", "/queue?tab=overdue&after=tampered")) {
            assertThat(new Desk(office, TestOffice.CLERK1).open(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(new Desk(office, TestOffice.ADMIN).open("/intake").statusCode()).isEqualTo(200);
        assertThat(new Desk(office, TestOffice.ADMIN).open("/procedures").body()).contains("児童手当");
        assertThat(new Desk(office, TestOffice.ADMIN).open("/queue").statusCode()).isEqualTo(403);
    }

    @Test
    void aProblemPageKnowsWhoIsSignedIn() {
        for (var path : List.of("/queue", "/cases/" + UUID.randomUUID(), "/nowhere", "/cases/no-id")) {
            var page = new Desk(office, TestOffice.ADMIN).open(path);
            assertThat(page.statusCode()).as(path).isBetween(400, 499);
            assertThat(page.body()).as(path).contains("class=\"staff\"", "<b>管理 守</b>", "業務改革課", "ログアウト",
                    "href=\"/intake\"").doesNotContain(">ログイン<");
        }
    }

    private static String textOf(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return text.toString();
    }

    private UUID caseOf(UUID application) {
        return await().atMost(TIMEOUT)
                .until(() -> office.bean(CaseService.class).caseOf(application).blockOptional(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private ApplicationUpdate update(Stage stage, UUID application) {
        return await().atMost(TIMEOUT)
                .until(() -> office.portal().updatesOf(application).stream()
                        .filter(update -> update.stage() == stage).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** What cannot be printed as written is told to each who could still do something about it. */
    @Test
    void aCharacterWithoutATypefaceIsToldOnTheScreenBeforeTheNoticeGoesOut() {
        var basis = TestApplications.submitted("jido-teate", TestApplications.hanako().with(
                new QuestionId("claimant-name"),
                new Answer.PersonName("\uD840\uDE0B辻\uDB40\uDD00", "花子", "ツジ", "ハナコ")));
        office.portal()
                .offer(new Consignment.Submitted(basis.id(), basis.application(), basis.at(), basis.receiptNumber(),
                        basis.procedure(), basis.version(), basis.contentHash(), basis.answers(), basis.attachments(),
                        "ja", false, basis.mail()));
        var id = caseOf(basis.application());
        var clerk = new Desk(office, TestOffice.CLERK1);
        clerk.open("/cases/" + id);
        clerk.press("/cases/" + id + "/claim");
        var proposing = clerk.open("/cases/" + id + "/decision").body();
        assertThat(proposing).contains("書かれたとおりに印刷できない文字", "「\uD840\uDE0B」（U+2020B）は「〓」と印刷されます：宛名",
                "「辻\uDB40\uDD00」（U+8FBB U+E0100）は「辻」と印刷されます");
        var unseen = clerk.press("/cases/" + id + "/decision", "outcome", "REFUSED", "facts", "要件を満たさない\uD840\uDE0B。",
                "clause", "児童手当法4条", "criterion", CaseStoryTest.procedure().criteria().getFirst().id());
        assertThat(unseen.statusCode()).as("what came in with the reason is seen before it goes on").isEqualTo(422);
        assertThat(unseen.body()).contains("：宛名、本文", "要件を満たさない");
        var told = Pattern.compile("name=\"told\" value=\"([^\"]*)\"").matcher(unseen.body());
        assertThat(told.find()).isTrue();
        assertThat(clerk.press("/cases/" + id + "/decision", "outcome", "REFUSED", "facts", "要件を満たさない\uD840\uDE0B。",
                "clause", "児童手当法4条", "criterion", CaseStoryTest.procedure().criteria().getFirst().id(), "told",
                told.group(1)).body()).contains("決裁に回しました");
        var chief = new Desk(office, TestOffice.CHIEF);
        assertThat(chief.open("/cases/" + id + "/approval").body()).contains("書かれたとおりに印刷できない文字", "：宛名、本文");
        assertThat(chief.press("/cases/" + id + "/approve").body()).contains("郵送待ち");
        assertThat(clerk.open("/posting").body()).contains("字形なし", "「\uD840\uDE0B」は「〓」と印刷されています");
    }

    private static Procedure procedure() {
        return TestApplications.procedure("jido-teate");
    }
}
