package jp.madoguchi.backoffice.authoring.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.authoring.AuthoringLog;
import jp.madoguchi.backoffice.authoring.Bureau;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.authoring.Standing;
import jp.madoguchi.backoffice.authoring.Standings;
import jp.madoguchi.backoffice.authoring.WaitingFiles;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The versions a procedure had and who published them; going back to one, and whether it is taken at present. */
@Controller
class HistoryController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final Editions editions;
    private final WaitingFiles files;
    private final Standings standings;
    private final AuthoringLog log;
    private final InstantSource clock;

    HistoryController(Editions editions, WaitingFiles files, Standings standings, AuthoringLog log,
            InstantSource clock) {
        this.editions = editions;
        this.files = files;
        this.standings = standings;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/procedures/{procedure}/history")
    Mono<JteModel> history(PageFrame frame, Staff staff, @PathVariable String procedure) {
        return newest(procedure).zipWhen(newest -> standings.of(newest.procedure().id())).flatMap(
                read -> page(frame, staff, read.getT1(), read.getT2(), StandingForm.of(read.getT2()), Map.of()));
    }

    /** Puts an old version beside the newest one as a file that waits to be published; nothing is published yet. */
    @PostMapping("/procedures/{procedure}/versions/{version}/restoration")
    Mono<ResponseEntity<Content>> restore(Staff staff, @PathVariable String procedure, @PathVariable int version) {
        Bureau.mayWrite(staff);
        return newest(procedure).doOnNext(newest -> mayDecide(staff, newest))
                .flatMap(newest -> editions.edition(newest.procedure().id(), version))
                .switchIfEmpty(Mono.error(HistoryController::unknown))
                .flatMap(old -> files.keep(staff.id(), "第" + version + "版の内容",
                        DefinitionFile.writeJson(old.procedure()), version))
                .map(id -> Reply.see("/procedures/file/" + id));
    }

    @PostMapping("/procedures/{procedure}/standing")
    Mono<ResponseEntity<Content>> decide(PageFrame frame, Staff staff, WebSession session,
            @PathVariable String procedure, @ModelAttribute StandingForm form) {
        Bureau.mayWrite(staff);
        return newest(procedure).doOnNext(newest -> mayDecide(staff, newest)).flatMap(newest -> {
            var read = form.read(BusinessCalendar.dayOf(clock.instant()));
            var wanted = read.standing();
            return wanted == null
                    ? standings.of(newest.procedure().id())
                            .flatMap(standing -> page(frame, staff, newest, standing, form, read.errors()))
                            .map(page -> Reply.page(422, page))
                    : standings.decide(newest.procedure().id(), newest.version(), wanted, staff)
                            .then(Mono.fromSupplier(() -> decided(newest, wanted, session)))
                            .onErrorResume(Refusal.Conflict.class, late -> overtaken(frame, staff, newest, form));
        });
    }

    /** What was typed again, beside what somebody else decided: whoever has seen that may decide anew. */
    private Mono<ResponseEntity<Content>> overtaken(PageFrame frame, Staff staff, Edition newest, StandingForm form) {
        var id = newest.procedure().id();
        return standings.of(id).zipWith(log.lastBy(id, staff, List.of("open", "paused", "withdrawn"))
                .defaultIfEmpty("ほかの人が")).flatMap(
                        read -> page(frame, staff, newest, read.getT1(), form.after(read.getT1()), Map.of("state",
                                "確認している間に、" + read.getT2() + "受付を「" + read.getT1().word()
                                        + "」に変更しました。「いまの状態」を確かめ、よければもう一度押してください（上書きします）。")))
                .map(page -> Reply.page(409, page));
    }

    private static ResponseEntity<Content> decided(Edition newest, Standing standing, WebSession session) {
        new Flash(Tone.SUCCESS, "「%s」を「%s」にしました。".formatted(newest.procedure().title().ja(), standing.word()))
                .leaveIn(session.getAttributes());
        return Reply.see("/procedures/" + newest.procedure().id() + "/history");
    }

    private static void mayDecide(Staff staff, Edition newest) {
        if (!Bureau.owns(staff, newest.procedure())) {
            throw new Refusal.Forbidden("other-bureau", "「" + newest.procedure().title().ja() + "」は"
                    + newest.procedure().bureau() + "の手続です。" + newest.procedure().bureau() + "の担当者か管理者に頼んでください。");
        }
    }

    private Mono<Edition> newest(String procedure) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure))
                .flatMap(editions::latest).switchIfEmpty(Mono.error(HistoryController::unknown));
    }

    private Mono<JteModel> page(PageFrame frame, Staff staff, Edition newest, Standing standing, StandingForm form,
            Map<String, String> errors) {
        var id = newest.procedure().id();
        var titled = frame.titled(newest.procedure().title().ja() + "の版");
        return Mono.zip(editions.past(id).collectList(), log.of(id).collectList())
                .map(read -> PAGES.proceduresHistory(titled, newest, read.getT1(), read.getT2(),
                        Bureau.owns(staff, newest.procedure()), standing, form, errors));
    }

    private static Refusal unknown() {
        return new Refusal.NotFound("no-such-procedure", "この手続、またはこの版は公開されていません。");
    }
}
