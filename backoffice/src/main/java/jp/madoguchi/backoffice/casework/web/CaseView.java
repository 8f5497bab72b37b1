package jp.madoguchi.backoffice.casework.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.AccessLog;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseClocks;
import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.casework.CaseFile;
import jp.madoguchi.backoffice.casework.CaseHeader;
import jp.madoguchi.backoffice.casework.CaseMaterial.StoredAttachment;
import jp.madoguchi.backoffice.casework.CaseMaterial;
import jp.madoguchi.backoffice.casework.CaseState;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.Extensions;
import jp.madoguchi.backoffice.casework.NoteKind;
import jp.madoguchi.backoffice.casework.Proposal;
import jp.madoguchi.backoffice.casework.SameApplications;
import jp.madoguchi.backoffice.casework.UnreadMessages;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.forms.filling.DueDay;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.content.ContentKind;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.Option;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;
import jp.madoguchi.platform.pagekit.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A case as its page shows it.
 *
 * @param offered the actions this person can take now
 * @param today the day on which it is looked at
 * @param daysLeft days until the due day in the unit of its rule; null while the clock stands
 * @param alarm the warning of a deemed refusal (みなし却下), empty while there is none
 * @param same other cases for the same, where it can be asked for once only
 * @param deadlines until when the law wanted the application, and whether it came late
 * @param offices where the case could be transferred to
 * @param typed what stands in the small forms of the page: refused input or what was kept
 * @param problems what is wrong with it, by field
 * @param now when the page is made
 * @param inQueue whether this person works a queue, so that there is a next case
 */
public record CaseView(CaseFile file, CaseHeader header, CaseMaterial material, Office office,
        Set<CaseAction> offered, LocalDate today, CaseClocks clocks, @Nullable Integer daysLeft, String alarm,
        List<DueDay> deadlines,
        List<SameApplications.Other> same, List<AccessLog.Access> accesses, List<Office> offices,
        MultiValueMap<String, String> typed,
        Map<String, String> problems, Instant now, boolean inQueue) {

    public CaseView {
        offered = Set.copyOf(offered);
        deadlines = List.copyOf(deadlines);
        same = List.copyOf(same);
        accesses = List.copyOf(accesses);
        offices = List.copyOf(offices);
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** What was proposed last and came back undecided; empty where nothing did, or a decision followed. */
    public Optional<Proposal> cameBack() {
        for (var event : file.history().reversed()) {
            if (event.what() instanceof EventPayload.SentForApproval sent) {
                return Optional.of(sent.proposal());
            }
            if (event.what() instanceof EventPayload.Decided) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    public boolean offers(CaseAction action) {
        return offered.contains(action);
    }

    /** Whose turn it is where this person has nothing to do; empty where they have. */
    public String waitsFor() {
        var correction = file.correction();
        if (offered.stream().anyMatch(CaseAction::carriesOn)) {
            return "";
        }
        return switch (file.state()) {
            case ARRIVED -> "担当する人を待っています。";
            case IN_EXAMINATION ->
                file.assignment() == null ? "担当する人を待っています。" : holderName() + " さんが審査しています。";
            case AWAITING_CORRECTION -> correction == null
                    ? ""
                    : "申請者の回答を待っています（回答期限 " + day(correction.answerBy())
                            + "）。届くと、補正を求めた人の担当に戻ります。";
            case AWAITING_APPROVAL -> "決裁を待っています。この窓口の決裁者のうち、審査を担当していない人が決裁します。"
                    + (offered.contains(CaseAction.TAKE_BACK)
                            ? "ほかに決裁者がいないときは、案を撤回し、「審査をほかの職員に返す」と、その職員の起案を決裁できるようになります。"
                            : "");
            case APPROVED, REFUSED, DISMISSED ->
                file.toPost() == null ? "通知書の交付を待っています。" : "通知書の郵送を待っています。";
            case ISSUED, RECORDED -> "この案件は終わりました。";
            case RETURNED -> "届出は受理せずに返しました。";
            case WITHDRAWN -> "申請者が取り下げました。";
        };
    }

    /** A day of this case: with the year where it is not this year. */
    public String day(LocalDate day) {
        return Days.day(day, BusinessCalendar.dayOf(now));
    }

    /** What the applicant wrote and nobody has answered or marked as read. */
    public UnreadMessages unread() {
        return UnreadMessages.of(file.history());
    }

    /** The same in the words of the timeline. */
    public List<TimelineEntry> unreadEntries() {
        return unread().events().stream().map(CaseView::toLookAt).toList();
    }

    /** What they are, in the words above them. */
    public String unreadTitle() {
        return unread().events().stream().allMatch(event -> event.what() instanceof EventPayload.NoticeWayChosen)
                ? "申請者が通知の受け取り方を変えました"
                : "申請者からメッセージが届いています";
    }

    private static TimelineEntry toLookAt(CaseEvent event) {
        var entry = TimelineEntry.of(event);
        return event.what() instanceof EventPayload.NoticeWayChosen chosen
                ? new TimelineEntry(entry.at(), entry.who(), entry.title(), chosen.electronic()
                        ? "通知書は郵送のために作成済みです。発送していなければ、「電子で交付する」を選べます。"
                        : "通知書は電子で交付済みです。書面での通知が要るかを確かめてください。")
                : entry;
    }

    public String href(String rest) {
        return "/cases/" + file.id() + rest;
    }

    public String title() {
        return header.procedureTitle() + "　" + header.applicant();
    }

    /** Whether the period for the applicant's answer has passed without one. */
    public boolean isCorrectionLapsed() {
        return file.isCorrectionLapsed(today);
    }

    public String holderName() {
        var holding = file.assignment();
        return holding == null ? "なし" : holding.name();
    }

    public String dueText() {
        var due = clocks.dueOn();
        var left = daysLeft;
        if (due == null || left == null) {
            return "停止中（申請者の対応待ち）";
        }
        if (file.state().isClosed()) {
            return day(due);
        }
        return day(due) + "　" + clocks.due().rule().words(left);
    }

    /** By which rule the case is due, with the law where it is the law's. */
    public String dueLabel() {
        return clocks.due().rule().label() + (clocks.due().extended() ? "（延長）" : "");
    }

    /** How far the law's period can be extended. */
    public String extensionHint() {
        var latest = Extensions.latest(file.history());
        return latest == null ? "法律に上限はありません。見込みの日を入れてください。" : day(latest) + " まで延ばせます。";
    }

    public boolean isOverdue() {
        var left = daysLeft;
        return left != null && left < 0 && !file.state().isClosed();
    }

    /** The phases in which time was spent. */
    public List<CaseClocks.Phase> phasesSpent() {
        return List.of(CaseClocks.Phase.values()).stream().filter(phase -> phase != CaseClocks.Phase.CLOSED)
                .filter(phase -> clocks.spent(phase).toMinutes() > 0).toList();
    }

    /** The story, newest first. */
    public List<TimelineEntry> timeline() {
        return file.history().reversed().stream().map(TimelineEntry::of).toList();
    }

    public List<Option> noteKinds() {
        return List.of(NoteKind.values()).stream().map(kind -> Option.of(kind.name(), kind.label())).toList();
    }

    public List<Option> officeOptions() {
        return offices.stream().filter(other -> !other.code().equals(file.office()))
                .map(other -> Option.of(other.code(), other.name())).toList();
    }

    public String typed(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public List<ErrorLink> errors() {
        return problems.entrySet().stream()
                .map(problem -> new ErrorLink(problem.getValue(),
                        Field.idOf(problem.getKey())))
                .toList();
    }

    /** Where what is being typed in this form of the page is kept. */
    public String draftHref(String form) {
        return href("/drafts/" + form + "?opened=" + now.toEpochMilli());
    }

    /** Where it is looked at; HEIC on a page that draws it. */
    public String attachmentHref(UUID attachment, String mediaType) {
        return href("/attachments/" + attachment
                + (ContentKind.HEIC.mediaType().equals(mediaType) && !isTooLarge(attachment) ? "/picture" : ""));
    }

    /** How the browser shows it beside the answers; empty where it can only be saved. */
    public String shownAs(UUID attachment, String mediaType) {
        if (isTooLarge(attachment)) {
            return "";
        }
        return switch (ContentKind.ofMediaType(mediaType).orElse(ContentKind.OTHER)) {
            case JPEG, PNG -> "picture";
            case PDF, HEIC -> "document";
            case XLSX, ZIP, OTHER -> "";
        };
    }

    /** Whether it is a picture of so many pixels that it is only saved, never shown. */
    public boolean isTooLarge(UUID attachment) {
        return material.attachment(attachment).filter(StoredAttachment::isTooLargeToShow).isPresent();
    }

    /** Business time in days of the office and hours. */
    public static String hours(Duration time) {
        long minutes = time.toMinutes();
        return minutes < 60 ? minutes + "分" : minutes / 60 + "時間" + minutes % 60 + "分";
    }

    public static Tone tone(CaseState state) {
        return switch (state) {
            case ARRIVED -> Tone.INFO;
            case IN_EXAMINATION -> Tone.NEUTRAL;
            case AWAITING_CORRECTION -> Tone.WARNING;
            case AWAITING_APPROVAL, APPROVED, REFUSED, DISMISSED -> Tone.INFO;
            case ISSUED, RECORDED -> Tone.SUCCESS;
            case RETURNED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
