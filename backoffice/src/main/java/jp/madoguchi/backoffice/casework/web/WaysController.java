package jp.madoguchi.backoffice.casework.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import jp.madoguchi.backoffice.casework.CaseAction;
import jp.madoguchi.backoffice.casework.CaseService;
import jp.madoguchi.backoffice.casework.CaseworkSettings;
import jp.madoguchi.backoffice.casework.Days;
import jp.madoguchi.backoffice.casework.EventPayload;
import jp.madoguchi.backoffice.casework.SameApplications;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.Deadline;
import jp.madoguchi.platform.calendar.Term;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.PageFrame;
import gg.jte.Content;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The ways on from where a case waits for somebody who will not come: a mistaken request, an answer at the counter, a lone approver. */
@Controller
class WaysController {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_ANSWER = 4000;

    private final CaseService cases;
    private final CasePages pages;
    private final CasePageService pageService;
    private final SameApplications same;
    private final Deadline deadline;
    private final CaseworkSettings settings;
    private final InstantSource clock;

    WaysController(CaseService cases, CasePages pages, CasePageService pageService, SameApplications same,
            Deadline deadline,
            CaseworkSettings settings,
            InstantSource clock) {
        this.cases = cases;
        this.pages = pages;
        this.pageService = pageService;
        this.same = same;
        this.deadline = deadline;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/cases/{id}/take-back")
    @Needs(CaseAction.TAKE_BACK)
    Mono<ResponseEntity<Content>> takeBack(@PathVariable UUID id, Staff staff, ServerWebExchange exchange) {
        return made(id, staff, CaseAction.TAKE_BACK, (file, now) -> file.takeBack(staff, now, settings.lease()),
                exchange,
                "案を撤回しました。審査を続けられます。");
    }

    @PostMapping("/cases/{id}/hand-back")
    @Needs(CaseAction.HAND_BACK)
    Mono<ResponseEntity<Content>> handBack(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, input -> {
            var reason = input.required("hand-back", LONGEST_REASON, "返す理由を書いてください。");
            return () -> made(id, staff, CaseAction.HAND_BACK, (file, now) -> file.handBack(staff, reason, now),
                    exchange,
                    "審査を返しました。案件は未担当に戻りました。");
        });
    }

    /** A notification cannot be refused; one that is defective or came twice goes back to who sent it. */
    @PostMapping("/cases/{id}/return")
    @Needs(CaseAction.RETURN)
    Mono<ResponseEntity<Content>> giveBack(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            var input = new CaseInput(fields);
            var typedNumber = input.text("duplicate-of");
            var twice = input.text("why").equals("DUPLICATE");
            if (!twice && !input.text("why").equals("DEFECTIVE")) {
                input.object("why", "返す理由の種類を選んでください。");
            }
            var reason = input.required("return", LONGEST_REASON, "返す理由を書いてください。届出をした人にそのまま伝わります。");
            var number = ReceiptNumber.parse(typedNumber).map(ReceiptNumber::digits).orElse("");
            return (twice ? same.other(id, number).defaultIfEmpty("") : Mono.just("")).flatMap(first -> {
                if (twice && first.isEmpty()) {
                    input.object("duplicate-of", "先に届いた、同じ手続の届出の受付番号を入力してください。");
                }
                return input.isClean()
                        ? made(id, staff, CaseAction.RETURN, (file, now) -> file.returnNotification(staff,
                                first.isEmpty() ? null : first, reason, now), exchange, "届出を返しました。届出をした人に知らせます。")
                        : pages.page(id, staff, frame, fields, input.problems())
                                .map(page -> Reply.page(422, page));
            });
        });
    }

    @PostMapping("/cases/{id}/correction/recall")
    @Needs(CaseAction.RECALL_CORRECTION)
    Mono<ResponseEntity<Content>> recall(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, input -> {
            var reason = input.required("recall", LONGEST_REASON, "取り下げる理由を書いてください。申請者にそのまま伝わります。");
            return () -> made(id, staff, CaseAction.RECALL_CORRECTION,
                    (file, now) -> file.corrections().recall(staff, reason, now, settings.lease()), exchange,
                    "補正の求めを取り下げました。申請者に知らせます。");
        });
    }

    @PostMapping("/cases/{id}/correction/answered")
    @Needs(CaseAction.ANSWER_ELSEWHERE)
    Mono<ResponseEntity<Content>> answered(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, input -> {
            var where = where(input);
            var said = input.required("said", LONGEST_ANSWER, "回答の内容を書いてください。");
            return () -> made(id, staff, CaseAction.ANSWER_ELSEWHERE,
                    (file, now) -> file.corrections().answeredElsewhere(staff, where, said, now, settings.lease()),
                    exchange, "回答を記録し、審査を再開しました。");
        });
    }

    private static EventPayload.AnsweredAt where(CaseInput input) {
        try {
            return EventPayload.AnsweredAt.valueOf(input.text("where"));
        } catch (IllegalArgumentException unknown) {
            input.object("where", "回答を受けたところを選んでください。");
            return EventPayload.AnsweredAt.COUNTER;
        }
    }

    @PostMapping("/cases/{id}/correction/extend")
    @Needs(CaseAction.EXTEND_CORRECTION)
    Mono<ResponseEntity<Content>> extend(@PathVariable UUID id, Staff staff, PageFrame frame,
            ServerWebExchange exchange) {
        return typed(id, staff, frame, exchange, input -> {
            int days = CorrectionController.days(input, "extend-days");
            var reason = input.required("extend", LONGEST_REASON, "延ばす理由を書いてください。申請者にそのまま伝わります。");
            return () -> {
                var until = deadline.lastDay(BusinessCalendar.dayOf(clock.instant()), Term.days(days));
                return made(id, staff, CaseAction.EXTEND_CORRECTION,
                        (file, now) -> file.corrections().extend(staff, until, reason, now), exchange,
                        "補正の期限を" + Days.full(until) + "まで延ばしました。申請者に知らせます。");
            };
        });
    }

    /** What to do once the input is clean. */
    private interface Deed {
        Mono<ResponseEntity<Content>> run();
    }

    private Mono<ResponseEntity<Content>> typed(UUID id, Staff staff, PageFrame frame, ServerWebExchange exchange,
            Function<CaseInput, Deed> reading) {
        return exchange.getFormData().flatMap(fields -> {
            var input = new CaseInput(fields);
            var deed = reading.apply(input);
            return input.isClean()
                    ? deed.run()
                    : pages.page(id, staff, frame, fields, input.problems())
                            .map(page -> Reply.page(422, page));
        });
    }

    private Mono<ResponseEntity<Content>> made(UUID id, Staff staff, CaseAction action, CaseService.Step step,
            ServerWebExchange exchange, String message) {
        return cases.make(id, staff, action, step).then(pageService.back(exchange, "/cases/" + id, message));
    }
}
