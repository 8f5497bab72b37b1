package jp.madoguchi.identity.myaccount;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.FormPage.Draft;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import jp.madoguchi.identity.signin.RealmContexts;
import jp.madoguchi.identity.securitylog.SecurityLog;
import jp.madoguchi.identity.securitylog.SecurityLog.Event;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A resident closes the account. Staff cannot: theirs come and go with the roster. */
@Controller
class ClosingController {

    private static final String PATH = "/account/resident/close";

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final Owner owner;
    private final Proof proof;
    private final Credentials credentials;
    private final SecurityLog log;
    private final RealmContexts contexts;

    ClosingController(Frames frames, Owner owner, Proof proof, Credentials credentials, SecurityLog log,
            RealmContexts contexts) {
        this.log = log;
        this.frames = frames;
        this.owner = owner;
        this.proof = proof;
        this.credentials = credentials;
        this.contexts = contexts;
    }

    @GetMapping(PATH)
    ResponseEntity<Content> ask(HttpServletRequest request) {
        return owner.fresh(Realm.RESIDENT, PATH, request, me -> Owner.html(HttpStatus.OK,
                templates.closeAccount(FormPage.draft(frames, request, "close.title").page())));
    }

    @PostMapping(PATH)
    ResponseEntity<Content> close(@RequestParam(defaultValue = "") String current, HttpServletRequest request) {
        return owner.fresh(Realm.RESIDENT, PATH, request, me -> {
            Draft draft = FormPage.draft(frames, request, "close.title");
            HttpStatus status = proof.of(me.account(), current, "current", draft, request.getRemoteAddr());
            if (!draft.isRight()) {
                return Owner.html(status, templates.closeAccount(draft.page()));
            }
            log.note(Event.ACCOUNT_CLOSED, me.account().realm(), me.account().login(), request.getRemoteAddr());
            credentials.close(me.account(), frames.texts(request));
            contexts.signOut(Realm.RESIDENT, request);
            FormPage page = FormPage.draft(frames, request, "closed.title").page();
            return Owner.html(HttpStatus.OK, templates.message(page, page.say("closed.text"), page.say("closed.more"),
                    page.say("toPortal"), page.frame().site().home()));
        });
    }
}
