package jp.madoguchi.backoffice.queue.web;

import java.time.InstantSource;
import java.util.UUID;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.queue.QueueQuery;
import jp.madoguchi.backoffice.queue.QueueReader;
import jp.madoguchi.backoffice.queue.QueueTab;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.Option;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.realm.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The queue of one's office. */
@Controller
class QueueController {

    /** How many unclaimed cases "the next one" tries before it says that others are quicker. */
    private static final int TRIES = 10;

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final QueueReader reader;
    private final CaseService cases;
    private final CaseworkSettings settings;
    private final InstantSource clock;

    QueueController(QueueReader reader, CaseService cases, CaseworkSettings settings, InstantSource clock) {
        this.reader = reader;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/queue")
    Mono<JteModel> queue(Staff staff, PageFrame frame, ServerWebExchange exchange) {
        return view(staff, exchange).map(view -> {
            QueuePlace.leave(view.query(), exchange);
            return PAGES.queuePage(frame.titled(view.query().tab().label() + "｜案件").using(PageFrame.HTMX)
                    .using("backoffice/queue.js"), view);
        });
    }

    /** Back to the list one came from; who has no queue goes to the search. */
    @GetMapping("/queue/back")
    ResponseEntity<Content> back(Staff staff, ServerWebExchange exchange) {
        boolean hasQueue = staff.is(Role.CLERK) || staff.is(Role.APPROVER);
        return Reply.see(hasQueue ? QueuePlace.of(exchange, QueueTab.usual(staff)).href() : "/search");
    }

    /** The case that follows this one in the list one came from, or its first where this was the last. */
    @GetMapping("/queue/after/{id}")
    Mono<ResponseEntity<Content>> after(@PathVariable UUID id, Staff staff, ServerWebExchange exchange,
            WebSession session) {
        var query = QueuePlace.of(exchange, QueueTab.usual(staff));
        return reader.after(staff, query, id).map(next -> Reply.see("/cases/" + next))
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    new Flash(Tone.INFO, "「" + query.tab().label() + "」に、ほかの案件はありません。")
                            .leaveIn(session.getAttributes());
                    return Reply.see(query.href());
                }));
    }

    /** The list alone, for refreshing it in place. */
    @GetMapping("/queue/list")
    Mono<JteModel> list(Staff staff, PageFrame frame, ServerWebExchange exchange) {
        return view(staff, exchange).map(view -> PAGES.queueList(frame, view));
    }

    private Mono<QueueView> view(Staff staff, ServerWebExchange exchange) {
        var query = QueueQuery.of(exchange.getRequest().getQueryParams(), QueueTab.usual(staff));
        return Mono
                .zipDelayError(reader.counts(staff, query), reader.page(staff, query), reader.procedures(staff),
                        reader.corrected(staff))
                .map(read -> new QueueView(query, read.getT1(), read.getT2().rows(), read.getT2().previous(),
                        read.getT2().next(),
                        read.getT3().entrySet().stream().map(entry -> Option.of(entry.getKey(), entry.getValue()))
                                .toList(),
                        staff.officeName(), read.getT4(), staff.is(Role.CLERK),
                        BusinessCalendar.dayOf(clock.instant())));
    }

    /** Takes the unclaimed case that is due first; when others take it in the same moment, the one after it. */
    @PostMapping("/queue/next")
    Mono<ResponseEntity<Content>> next(Staff staff, WebSession session) {
        return claimNext(staff, TRIES).map(id -> {
            new Flash(Tone.SUCCESS, "担当しました。").leaveIn(session.getAttributes());
            return Reply.see("/cases/" + id);
        })
                .switchIfEmpty(Mono.fromSupplier(() -> {
                    new Flash(Tone.INFO, "未担当の案件はありません。").leaveIn(session.getAttributes());
                    return Reply.see("/queue");
                }));
    }

    private Mono<UUID> claimNext(Staff staff, int triesLeft) {
        if (triesLeft == 0) {
            return Mono.error(new Refusal.Conflict("queue-busy", "ほかの人が次々に担当しています。一覧を開き直してください。"));
        }
        return reader.next(staff)
                .flatMap(id -> cases
                        .make(id, staff, CaseAction.CLAIM, (file, now) -> file.claim(staff, now, settings.lease()))
                        .thenReturn(id)
                        .onErrorResume(Refusal.Conflict.class, taken -> claimNext(staff, triesLeft - 1)));
    }
}
