package jp.madoguchi.backoffice.office.web;

import java.util.Map;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.office.OfficePaper;
import jp.madoguchi.backoffice.office.OfficePapers;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.realm.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** How an office signs its papers: section, telephone, in whose name. For administrators. */
@Controller
class PaperController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final OfficePapers papers;

    PaperController(OfficePapers papers) {
        this.papers = papers;
    }

    @GetMapping("/intake/papers")
    Mono<JteModel> list(PageFrame frame, Staff staff) {
        mayChange(staff);
        return papers.all().collectList().map(all -> PAGES.officePapers(frame.titled("窓口の文書の設定"), all));
    }

    @GetMapping("/intake/papers/{code}")
    Mono<JteModel> show(PageFrame frame, Staff staff, @PathVariable String code) {
        mayChange(staff);
        return found(code).flatMap(paper -> page(frame, paper, PaperForm.of(paper), Map.of()));
    }

    @PostMapping("/intake/papers/{code}")
    Mono<ResponseEntity<Content>> keep(PageFrame frame, Staff staff, WebSession session, @PathVariable String code,
            @ModelAttribute PaperForm form) {
        mayChange(staff);
        var errors = form.errors();
        return found(code).flatMap(paper -> errors.isEmpty()
                ? papers.keep(form.read(paper), staff).then(Mono.fromSupplier(() -> kept(paper, session)))
                        .onErrorResume(OfficePapers.MarkTaken.class, taken -> refused(frame, paper, form,
                                Map.of("mark", "この略称は、ほかの窓口が使っています。文書番号が重ならないように、別の略称にしてください。")))
                        .onErrorResume(Refusal.Conflict.class, late -> overtaken(frame, staff, code, form))
                : refused(frame, paper, form, errors));
    }

    private static ResponseEntity<Content> kept(OfficePaper paper, WebSession session) {
        new Flash(Tone.SUCCESS, paper.name() + "の文書の設定を保存しました。これから作る通知書に使われます。").leaveIn(session.getAttributes());
        return Reply.see("/intake/papers/" + paper.code());
    }

    private Mono<ResponseEntity<Content>> refused(PageFrame frame, OfficePaper paper, PaperForm form,
            Map<String, String> errors) {
        return page(frame, paper, form, errors).map(page -> Reply.page(422, page));
    }

    /** What was typed again, with who changed what since: whoever has seen that may keep it anew. */
    private Mono<ResponseEntity<Content>> overtaken(PageFrame frame, Staff staff, String code, PaperForm form) {
        return found(code).zipWith(papers.changes(code).collectList()).map(read -> {
            var who = read.getT2().isEmpty()
                    ? "ほかの人が"
                    : read.getT2().getFirst().staff().equals(staff.id())
                            ? "あなたがほかの画面で"
                            : read.getT2().getFirst().who() + " さんが";
            var words = "確認している間に、" + who + "この窓口の設定を変更しました。下の「変更の記録」でいまの設定を確かめ、よければもう一度押してください（上書きします）。";
            return Reply.page(409, PAGES.officePaper(
                    frame.titled(read.getT1().name() + "の文書").withFlash(new Flash(Tone.ERROR, words)), read.getT1(),
                    form.after(read.getT1()), Map.of(), read.getT2()));
        });
    }

    private Mono<JteModel> page(PageFrame frame, OfficePaper paper, PaperForm form, Map<String, String> errors) {
        return papers.changes(paper.code()).collectList().map(
                changes -> PAGES.officePaper(frame.titled(paper.name() + "の文書"), paper, form, errors, changes));
    }

    private Mono<OfficePaper> found(String code) {
        return papers.of(code).switchIfEmpty(
                Mono.error(() -> new Refusal.NotFound("no-such-office", "この窓口はありません。")));
    }

    private static void mayChange(Staff staff) {
        if (!staff.is(Role.ADMIN)) {
            throw new Refusal.Forbidden("admins-only", "窓口の文書の設定は、管理者だけが変更できます。");
        }
    }
}
