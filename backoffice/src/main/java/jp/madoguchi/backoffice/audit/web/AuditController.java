package jp.madoguchi.backoffice.audit.web;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.backoffice.audit.ChainCheck;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.office.KeptSearch;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For the auditor: is the record of each case unbroken, and who looked. */
@Controller
class AuditController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int ROWS = 50;

    private final CaseRecords records;
    private final InstantSource clock;

    AuditController(CaseRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    /** All cases, broken ones first; what is shown is checked while the page is made. */
    @GetMapping("/audit")
    Mono<JteModel> audit(PageFrame frame, @RequestParam(required = false) @Nullable UUID after) {
        return page(frame, "", after, "");
    }

    @PostMapping("/audit")
    Mono<ResponseEntity<Content>> search(PageFrame frame, ServerWebExchange exchange, WebSession session) {
        return exchange.getFormData().flatMap(fields -> {
            var typed = InputGuard.cleaned(Objects.requireNonNullElse(fields.getFirst("receipt"), ""));
            var trouble = InputGuard.trouble(typed, "ja");
            if (!trouble.isEmpty()) {
                return page(frame, typed, null, trouble).map(page -> Reply.page(422, page));
            }
            var found = typed.isEmpty() ? "" : "/" + KeptSearch.keep(typed, clock.instant(), session);
            return Mono
                    .just(Reply.see("/audit" + found));
        });
    }

    @GetMapping("/audit/{key}")
    Mono<JteModel> found(PageFrame frame, @PathVariable String key, WebSession session) {
        return KeptSearch.under(key, session).map(typed -> page(frame, typed, null, ""))
                .orElseGet(() -> page(frame, "", null, "前にさがした番号は、もう残っていません。もう一度入力してください。"));
    }

    /** @param trouble what to type instead; empty where it was looked for */
    private Mono<JteModel> page(PageFrame frame, String typed, @Nullable UUID after, String trouble) {
        var wanted = trouble.isEmpty() ? ReceiptNumber.parse(typed).map(ReceiptNumber::digits).orElse(typed) : "";
        return records.list(wanted, after, ROWS + 1).collectList().flatMap(heads -> {
            boolean more = heads.size() > ROWS;
            var shown = more ? heads.subList(0, ROWS) : heads;
            var next = more
                    ? UriComponentsBuilder.fromPath("/audit").queryParam("after", shown.getLast().id()).toUriString()
                    : "";
            return Flux.fromIterable(shown).concatMap(this::checked).collectList()
                    .flatMap(checks -> summary().map(summary -> PAGES.auditPage(frame.titled("監査"), checks, typed,
                            trouble, next, summary)));
        });
    }

    private Mono<ChainCheck> checked(CaseRecords.Head head) {
        return records.check(head.id())
                .map(verdict -> new ChainCheck(head.id(), head.receiptNumber(), head.procedure(), head.office(),
                        head.arrivedAt(), verdict.events(), (verdict.trouble() + " " + head.fileTrouble()).strip(),
                        verdict.unsealed()));
    }

    private Mono<AuditSummary> summary() {
        return records.broken()
                .zipWith(records.oldestCheck().map(Optional::of).defaultIfEmpty(Optional.empty()))
                .zipWith(records.isUnguarded(), (known, unguarded) -> new AuditSummary(known.getT1(),
                        known.getT2().filter(at -> at.isAfter(Instant.EPOCH)).orElse(null), unguarded));
    }
}
