package jp.madoguchi.backoffice.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.madoguchi.backoffice.casework.CaseMaterial;
import jp.madoguchi.backoffice.casework.Outcome;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.casework.CaseHeader;
import jp.madoguchi.backoffice.office.OfficePaper;
import jp.madoguchi.forms.definition.Notices;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Criterion;
import jp.madoguchi.forms.definition.LegalBasis;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProcedureKind;
import jp.madoguchi.forms.reading.NoticeWords;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.EraDate;
import jp.madoguchi.platform.pdf.Entry;
import jp.madoguchi.platform.pdf.Notice;
import jp.madoguchi.platform.problem.Refusal;

/** The words of a notice: the procedure's own wording with the case's facts filled in. */
final class NoticeText {

    /** Printed where the number will stand, on a preview. */
    static final String NO_NUMBER = "（交付のときに採番）";

    /** What tells a dismissal from a refusal that is called 却下 as well. */
    private static final String FORMAL = "（形式上の要件の不備）";
    private static final Pattern MARK = Pattern.compile("\\{([a-z-]+)}");

    private final CaseHeader header;
    private final CaseMaterial material;
    private final OfficePaper office;
    private final NoticeSettings settings;
    private final Predicate<LocalDate> isOpen;

    /** @param isOpen whether the city's offices are open on a day */
    NoticeText(CaseHeader header, CaseMaterial material, OfficePaper office,
            NoticeSettings settings, Predicate<LocalDate> isOpen) {
        this.isOpen = isOpen;
        this.header = header;
        this.material = material;
        this.office = office;
        this.settings = settings;
    }

    /**
     * The letter for a decision.
     *
     * @throws Refusal.Unprocessable where an adverse decision would go out without its appeal instruction (行政不服審査法82条)
     */
    Notice letter(Proposal decision, String number, LocalDate date) {
        var procedure = procedure();
        var notices = procedure.notices();
        boolean adverse = decision.outcome().isAdverse();
        var wording = wording(decision.outcome(), notices);
        var reasons = adverse ? reasons(decision) : List.<String>of();
        boolean reasonInBody = wording.body().contains("{reason}");
        var filled = fill(wording.body(), number, date, String.join("\n", reasons));
        return new Notice(fill(wording.title(), number, date, ""), notices.issuer(), number, date, recipient(),
                sender(notices.issuer()), paragraphs(filled),
                particulars(decision.outcome()), reasonInBody ? List.of() : reasons,
                adverse ? appeal(procedure) : List.of(), contact());
    }

    /**
     * A dismissal says that the application itself could not be taken up (行政手続法7条), which is not to refuse what it asked for. Laws call both
     * 却下 (児童手当法施行規則, 生活保護法24条, 介護保険法27条), so the word alone does not tell them apart; the title of a dismissal says why.
     */
    private static Notices.Letter wording(Outcome outcome, Notices notices) {
        return switch (outcome) {
            case APPROVED ->
                new Notices.Letter(notices.approvedTitle(), notices.approvedBody());
            case REFUSED ->
                new Notices.Letter(notices.refusedTitle(), notices.refusedBody());
            case DISMISSED -> dismissal(notices);
        };
    }

    private static Notices.Letter dismissal(Notices notices) {
        var own = notices.dismissed();
        if (own == null) {
            return new Notices.Letter("{procedure}　申請却下通知書" + FORMAL,
                    "{arrival-date}に申請のあった{procedure}（受付番号 {receipt-number}）は、申請の形式上の要件に適合しないため、内容の審査を行わず、次の理由により却下しましたので通知します。\n\n{reason}");
        }
        return bare(own.title()).equals(bare(notices.refusedTitle()))
                ? new Notices.Letter(own.title() + FORMAL, own.body())
                : own;
    }

    private static String bare(String title) {
        return title.replaceAll("[\\s　]", "");
    }

    private Notice.Sender sender(String issuer) {
        var signer = office.signer();
        var seal = office.sealOmitted();
        return new Notice.Sender(issuer, signer == null ? settings.signer() : signer,
                seal == null ? settings.sealOmitted() : seal);
    }

    private Notice.Contact contact() {
        var name = office.section().isEmpty() ? office.name() : office.name() + "　" + office.section();
        return new Notice.Contact(name, office.phone().isEmpty() ? List.of() : List.of("電話 " + office.phone()));
    }

    private Procedure procedure() {
        return material.edition().procedure();
    }

    /** Facts, clause and criterion, all three as the applicant must read them (行政手続法8条). */
    private List<String> reasons(Proposal decision) {
        var reasons = new ArrayList<String>();
        reasons.add(decision.facts());
        if (!decision.clause().isEmpty()) {
            reasons.add("根拠となる条項：" + decision.clause());
        }
        procedure().criteria().stream().filter(criterion -> criterion.id().equals(decision.criterion()))
                .map(Criterion::text).findFirst().ifPresent(text -> reasons.add("当てはめた審査基準：" + text));
        return reasons;
    }

    private String fill(String text, String number, LocalDate date, String reason) {
        var values = Map.of("applicant", header.applicant(), "procedure", header.procedureTitle(),
                "receipt-number", header.number(), "arrival-date",
                EraDate.written(BusinessCalendar.dayOf(header.arrivedAt())), "decision-date",
                EraDate.written(date), "document-number", number, "reason", reason);
        return MARK.matcher(text).replaceAll(mark -> {
            var value = values.get(mark.group(1));
            if (value == null) {
                // A letter with a hole must not go out.
                throw new Refusal.Unprocessable("notice-mark",
                        "通知書の文面にある {" + mark.group(1) + "} に入る内容がありません。手続の所管課に文面の修正を依頼してください。");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The letter head already names the addressee, so a body that begins with the name does not say it twice. */
    private List<String> paragraphs(String body) {
        return Arrays.stream(body.split("\n+")).map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals(header.applicant() + "様")).toList();
    }

    private List<Entry> particulars(Outcome outcome) {
        var entries = new ArrayList<>(List.of(new Entry("手続", header.procedureTitle()),
                new Entry("受付番号", header.number()),
                new Entry("到達日", EraDate.written(BusinessCalendar.dayOf(header.arrivedAt())))));
        if (outcome == Outcome.APPROVED) {
            NoticeWords.of(procedure(), material.answers(), BusinessCalendar.dayOf(header.arrivedAt()), isOpen)
                    .forEach(said -> entries.add(new Entry(said.label(), said.text())));
        }
        return entries;
    }

    private static List<String> appeal(Procedure procedure) {
        var appeal = procedure.appeal();
        if (appeal != null) {
            return Arrays.stream(appeal.text().split("\n+")).map(String::strip).filter(line -> !line.isEmpty())
                    .toList();
        }
        // What is no disposition (処分) cannot be appealed against.
        if (procedure.kind() != ProcedureKind.APPLICATION
                || procedure.legalBasis().rank() == LegalBasis.Rank.GUIDELINE) {
            return List.of();
        }
        throw new Refusal.Unprocessable("appeal-missing", "この手続には教示の文面が登録されていないため、申請者に不利な処分の通知書を出せません。");
    }

    private Notice.Recipient recipient() {
        var question = procedure().applicantAddress();
        var address = question == null
                ? null
                : material.answers().get(question, Answer.Address.class).orElse(null);
        if (address == null) {
            return new Notice.Recipient("", List.of(), header.applicant(), isBody());
        }
        var ward = address.ward();
        var first = address.prefectureCity() + (ward == null || address.prefectureCity().contains(ward) ? "" : ward)
                + address.town() + address.number();
        var building = address.building();
        var lines = Stream.of(first, building == null ? "" : building).filter(line -> !line.isBlank()).toList();
        var postal = address.postal();
        return new Notice.Recipient(postal == null ? "" : postal, lines, header.applicant(),
                isBody());
    }

    /** Whose name was asked as plain text is a company or an association, not a person. */
    private boolean isBody() {
        return material.answers().get(procedure().applicantName(), Answer.Text.class).isPresent();
    }
}
