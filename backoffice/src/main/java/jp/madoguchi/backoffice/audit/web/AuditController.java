package jp.madoguchi.backoffice.audit.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.audit.ChainCheck;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For the auditor: is the record of each case unbroken, and who looked. */
@Controller
class AuditController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int ROWS = 50;

    private final CaseRecords records;

    AuditController(CaseRecords records) {
        this.records = records;
    }

    /** All cases, broken ones first; what is shown is checked while the page is made. */
    @GetMapping("/audit")
    Mono<JteModel> audit(PageFrame frame, @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable UUID after) {
        var typed = receipt == null ? "" : receipt.strip();
        var wanted = ReceiptNumber.parse(typed).map(ReceiptNumber::digits).orElse(typed);
        return records.list(wanted, after, ROWS + 1).collectList().flatMap(heads -> {
            boolean more = heads.size() > ROWS;
            var shown = more ? heads.subList(0, ROWS) : heads;
            var next = more
                    ? UriComponentsBuilder.fromPath("/audit").queryParam("after", shown.getLast().id()).toUriString()
                    : "";
            return Flux.fromIterable(shown).concatMap(this::checked).collectList()
                    .flatMap(checks -> summary().map(summary -> PAGES.auditPage(frame.titled("監査"), checks, typed,
                            next, summary)));
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
