package jp.madoguchi.backoffice.intake;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.exchange.LostMails;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Mails to residents that reached nobody, for the administrator: counted, and sent once more after their cause has gone. */
@Controller
class MailsController {

    private static final Logger LOG = LoggerFactory.getLogger(MailsController.class);
    private static final StaticTemplates PAGES = new StaticTemplates();
    /** The page is not kept waiting by a portal that is away. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SENDING_TIMEOUT = Duration.ofSeconds(20);

    private final PortalExchange portal;
    private final MailResends resends;

    MailsController(PortalExchange portal, MailResends resends) {
        this.portal = portal;
        this.resends = resends;
    }

    @GetMapping("/intake/mails")
    Mono<JteModel> lost(PageFrame frame, @ModelAttribute MailChoice choice) {
        return page(frame, choice, choice.wrongTime());
    }

    @PostMapping("/intake/mails")
    Mono<ResponseEntity<Content>> resend(PageFrame frame, Staff staff, WebSession session,
            @ModelAttribute MailChoice choice) {
        var wrong = choice.wrong();
        return wrong.isEmpty()
                ? resends.resend(choice.batches(), choice.typed("reason"), staff).timeout(SENDING_TIMEOUT)
                        .map(mails -> new Flash(mails > 0 ? Tone.SUCCESS : Tone.WARNING,
                                mails > 0
                                        ? mails + "通のメールを、もう一度送ります。届かなかったときは、またこの画面に出ます。"
                                        : "送り直すメールは残っていませんでした。ほかの人が先に送り直したのかもしれません。"))
                        .onErrorResume(failed -> {
                            LOG.warn("mails may not have been sent once more: {}", failed.toString());
                            return Mono.just(new Flash(Tone.ERROR,
                                    "ポータルから返事がありません。送り直したかどうかは、下の一覧で確かめてください。残っていれば、もう一度送り直せます。二重に送ることはありません。"));
                        })
                        .map(flash -> {
                            flash.leaveIn(session.getAttributes());
                            return Reply.see("/intake/mails");
                        })
                : page(frame, choice, wrong).map(page -> Reply.page(422, page));
    }

    private Mono<JteModel> page(PageFrame frame, MailChoice choice, Map<String, String> wrong) {
        return Mono.zip(lost(), resends.last().collectList())
                .map(read -> PAGES.intakeMails(frame.titled("届かなかったメール"),
                        new MailsView(read.getT1().isPresent(), read.getT1().orElse(List.of()), choice, wrong,
                                read.getT2())));
    }

    private Mono<Optional<List<LostMails>>> lost() {
        return portal.lostMails().timeout(TIMEOUT).map(Optional::of).onErrorReturn(Optional.empty());
    }
}
