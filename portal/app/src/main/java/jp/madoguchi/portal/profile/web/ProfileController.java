package jp.madoguchi.portal.profile.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import gg.jte.Content;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.formpage.FileLinks;
import jp.madoguchi.platform.formpage.FormPage;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.portal.profile.ProfileForm;
import jp.madoguchi.portal.profile.ProfileStore;
import jp.madoguchi.portal.profile.ProfileStore.Kept;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * わたしの情報: seen, changed and deleted by nobody but the resident. Its address asks for a sign-in.
 */
@Controller
@RequestMapping("/account/profile")
class ProfileController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String REVISION = "_revision";
    private static final Set<String> NEWS = Set.of("saved", "deleted");

    private final ProfileStore store;
    private final InstantSource clock;

    ProfileController(ProfileStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<Content>> show(Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        var said = exchange.getRequest().getQueryParams().keySet().stream().filter(NEWS::contains).findFirst()
                .orElse("");
        return store.find(account(visitor)).map(kept -> Reply
                .page(page(frame, ProfileForm.filled(kept.answers(), today()), List.of(), kept, said)));
    }

    @PostMapping
    Mono<ResponseEntity<Content>> save(Visitor visitor, PageFrame frame, ServerWebExchange exchange) {
        var account = account(visitor);
        return store.find(account).zipWith(exchange.getFormData()).flatMap(both -> {
            var before = both.getT1();
            var typed = typed(both.getT2());
            var saved = ProfileForm.filled(Answers.NONE, today()).save(ProfileForm.PAGE.id(), typed);
            // A field that is not on the page comes from something else in the browser: the rest is not lost for it.
            var findings = saved.findings().stream().filter(finding -> !finding.code().equals("unknown-field"))
                    .toList();
            if (!findings.isEmpty()) {
                return Mono.just(Reply.page(422, page(frame, saved.filling(), findings, before, "")));
            }
            var answers = saved.filling().answers();
            var shown = both.getT2().getFirst(REVISION);
            boolean overtaken = !Integer.toString(before.revision()).equals(shown)
                    && !answers.equals(before.answers());
            return overtaken
                    ? Mono.just(Reply.page(409, page(frame, saved.filling(), List.of(), before, "overtaken")))
                    : store.save(account, new Kept(answers, before.revision()), clock.instant())
                            .map(done -> done
                                    ? Reply.see("/account/profile?saved")
                                    : Reply.page(409,
                                            page(frame, saved.filling(), List.of(), before, "overtaken")));
        });
    }

    @PostMapping("/deletion")
    Mono<ResponseEntity<Content>> delete(Visitor visitor) {
        return store.delete(account(visitor)).thenReturn(Reply.see("/account/profile?deleted"));
    }

    private static Content page(PageFrame frame, Filling filling, List<Finding> findings, Kept kept, String said) {
        var language = Language.ofTag(frame.language()).filter(ProfileForm.FORM.languages()::contains)
                .orElse(Language.JA);
        var wording = new Wording(language);
        var form = FormPage.forApplicant(filling, ProfileForm.PAGE, findings, language, FileLinks.NONE);
        var title = (findings.isEmpty() ? "" : wording.text("page.error-title") + " ") + wording.text("profile.title");
        return TEMPLATES.accountProfile(frame.titled(title), wording, new ProfilePage(form, ProfileForm.FORM.purpose(),
                kept.revision(), !kept.answers().values().isEmpty(), said));
    }

    private static Entries typed(Map<String, List<String>> posted) {
        var fields = new HashMap<>(posted);
        // Names that begin so are never answers.
        fields.keySet().removeIf(name -> name.startsWith("_") || name.equals("activeMillis"));
        return new Entries(fields);
    }

    private LocalDate today() {
        return BusinessCalendar.dayOf(clock.instant());
    }

    private static UUID account(Visitor visitor) {
        return Objects.requireNonNull(visitor.account(), "the address asks for a sign-in");
    }
}
