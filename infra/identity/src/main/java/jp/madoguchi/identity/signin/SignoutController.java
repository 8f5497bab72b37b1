package jp.madoguchi.identity.signin;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jp.madoguchi.platform.realm.Realm;
import jp.madoguchi.identity.page.FormPage;
import jp.madoguchi.identity.page.Frames;
import jp.madoguchi.identity.pages.StaticTemplates;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** For log-outs that do not come from an app, or whose ID token nobody knows any more: asks, then ends everything. */
@Controller
class SignoutController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Frames frames;
    private final RealmContexts contexts;

    SignoutController(Frames frames, RealmContexts contexts) {
        this.frames = frames;
        this.contexts = contexts;
    }

    @GetMapping("/sign-out")
    ResponseEntity<Content> ask(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML)
                .body(templates.signOut(FormPage.draft(frames, request, "signOut.title").page()));
    }

    @PostMapping("/sign-out")
    ResponseEntity<Content> end(HttpServletRequest request) {
        for (Realm realm : Realm.values()) {
            contexts.signOut(realm, request);
        }
        FormPage page = FormPage.draft(frames, request, "signedOut.title").page();
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(templates.message(page,
                page.say("signedOut.text"), "", page.say("toPortal"), page.frame().site().home()));
    }
}
