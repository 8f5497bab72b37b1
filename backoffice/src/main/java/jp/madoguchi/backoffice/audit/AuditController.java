package jp.madoguchi.backoffice.audit;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.CaseRecords;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** The newest cases, checked while the page is made. */
    @GetMapping("/audit")
    Mono<JteModel> audit(PageFrame frame, @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable UUID after) {
        var typed = receipt == null ? "" : receipt.strip();
        var wanted = ReceiptNumber.parse(typed).map(ReceiptNumber::digits).orElse(typed);
        return records.newest(wanted, after, ROWS + 1)
                .concatMap(record -> records.verify(record.id())
                        .map(verdict -> new ChainCheck(record.id(), record.receiptNumber(), record.procedure(),
                                record.office(), record.arrivedAt(), verdict.events(), verdict.trouble())))
                .collectList().map(checks -> {
                    boolean more = checks.size() > ROWS;
                    var shown = more ? checks.subList(0, ROWS) : checks;
                    var next = more ? "/audit?after=" + shown.getLast().caseId() : "";
                    return PAGES.auditPage(frame.titled("監査"), shown, typed, next);
                });
    }
}
