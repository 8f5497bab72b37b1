package jp.madoguchi.portal.delegation.web;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import gg.jte.Content;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.japanese.MailAddress;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.security.TownSettings;
import jp.madoguchi.platform.token.SecretToken;
import jp.madoguchi.portal.account.Visitor;
import jp.madoguchi.portal.delegation.DelegatedParts;
import jp.madoguchi.portal.delegation.DelegationService;
import jp.madoguchi.portal.delegation.DelegationService.Place;
import jp.madoguchi.portal.draft.Addresses;
import jp.madoguchi.portal.draft.DraftService;
import jp.madoguchi.portal.notice.MailLimits;
import jp.madoguchi.portal.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The applicant's side of a delegation: asking, seeing how it stands, taking it back.
 */
@Controller
@RequestMapping("/applications/{draft}/errands/{field}")
class DelegationController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final DraftService draftService;
    private final DelegationService delegations;
    private final MailLimits limits;
    private final TownSettings town;
    private final InstantSource clock;

    DelegationController(DraftService draftService, DelegationService delegations, MailLimits limits, TownSettings town,
            InstantSource clock) {
        this.draftService = draftService;
        this.delegations = delegations;
        this.limits = limits;
        this.town = town;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<Content>> show(@PathVariable UUID draft, @PathVariable String field, Visitor visitor,
            PageFrame frame) {
        return place(draft, field, visitor).flatMap(place -> page(frame, place, Told.NOTHING)).map(Reply::page);
    }

    /** Answers with the page itself: the link is known only now. The same post again shows the same link. */
    @PostMapping
    Mono<ResponseEntity<Content>> ask(@PathVariable UUID draft, @PathVariable String field, Visitor visitor,
            PageFrame frame, ServerWebExchange exchange) {
        return place(draft, field, visitor).zipWith(exchange.getFormData()).flatMap(both -> {
            var place = both.getT1();
            var typed = Optional.ofNullable(both.getT2().getFirst("mail")).orElse("");
            var mail = MailAddress.read(typed).map(MailAddress::value);
            if (!typed.isBlank() && mail.isEmpty()) {
                var why = Wording.in(frame.language()).text(MailAddress.flawOf(typed).orElseThrow().words());
                return page(frame, place, new Told("", typed, why))
                        .map(content -> Reply.page(422, content));
            }
            var link = Optional.ofNullable(both.getT2().getFirst("token")).flatMap(SecretToken::parse)
                    .orElseThrow(() -> new Refusal.Malformed("tampered-button",
                            "送られた操作を読み取れませんでした。何も保存していません。ページを開き直してください。"));
            var limited = mail.isEmpty()
                    ? Mono.<Void>empty()
                    : limits.take(MailLimits.ASKED_FOR, mail.get(), exchange.getRequest());
            return limited.then(delegations.ask(place, link, mail.orElse(null)))
                    .flatMap(delegation -> page(frame, place,
                            new Told(delegation.isWaiting(clock.instant()) ? link.value() : "", mail.orElse(""), "")))
                    .map(Reply::page)
                    .onErrorResume(Refusal.TooMany.class, many -> page(frame, place,
                            new Told("", typed,
                                    Wording.in(frame.language()).text("mail.too-many", MailLimits.minutes(many))))
                            .map(content -> Reply.later(many.retryAfter(), content)));
        });
    }

    @PostMapping("/withdrawal")
    Mono<ResponseEntity<Content>> withdraw(@PathVariable UUID draft, @PathVariable String field, Visitor visitor) {
        return place(draft, field, visitor).flatMap(delegations::withdraw)
                .then(Mono.fromSupplier(() -> Reply.see("/applications/" + draft + "/errands/" + field)));
    }

    @PostMapping("/removal")
    Mono<ResponseEntity<Content>> takeOut(@PathVariable UUID draft, @PathVariable String field, Visitor visitor) {
        return place(draft, field, visitor)
                .flatMap(place -> delegations.takeOut(place).thenReturn(Reply.see(back(place))));
    }

    private Mono<Place> place(UUID draft, String field, Visitor visitor) {
        return draftService.open(draft, visitor).map(open -> delegations.place(open, field));
    }

    /** What is told only now. */
    private record Told(String secret, String mail, String error) {
        static final Told NOTHING = new Told("", "", "");
    }

    private Mono<Content> page(PageFrame frame, Place place, Told told) {
        return delegations.latest(place).map(Optional::of).defaultIfEmpty(Optional.empty()).map(last -> {
            var wording = new Wording(place.draft().languageFor(frame.language()));
            var now = clock.instant();
            var filled = draftService.filling(place.draft()).answer(place.path())
                    .filter(Answer.FilledIn.class::isInstance)
                    .map(Answer.FilledIn.class::cast)
                    .map(answer -> wording.text("delegation.state.COMPLETED", wording.date(answer.on()), answer.by()))
                    .orElse("");
            var token = told.secret().isEmpty() ? SecretToken.create().value() : told.secret();
            var link = told.secret().isEmpty() ? "" : town.portal().baseUrl() + "/errands/" + told.secret();
            var title = wording.text("delegation.title", wording.text(place.kind().by()));
            return TEMPLATES.delegationAsk(frame.titled(title), wording,
                    new DelegationPage(place.draft(), place.path().toString(), place.question().label(),
                            place.kind().by(), seen(place, wording), back(place),
                            last.map(delegation -> DelegatedParts.standing(delegation, now, wording)).orElse(""),
                            last.filter(delegation -> delegation.isWaiting(now)).isPresent(), filled,
                            place.kind().orFiles() != null, token, link, told.mail(),
                            told.error()));
        });
    }

    /** The answers that go along; the other person is told a name in any case. */
    private static String seen(Place place, Wording wording) {
        var form = place.draft().procedure();
        var seen = new HashSet<>(place.kind().carries().values());
        boolean named = form.everyItem().anyMatch(item -> seen.contains(item.id()) && item instanceof Question question
                && question.kind() instanceof QuestionKind.PersonName);
        if (!named) {
            seen.add(form.applicantName());
        }
        return form.everyItem().filter(item -> seen.contains(item.id())).map(item -> wording.text(item.label()))
                .collect(Collectors.joining(wording.text("delegation.sees.and")));
    }

    private static String back(Place place) {
        var first = place.path().within().isEmpty()
                ? place.path().question()
                : place.path().within().getFirst().repeat();
        return place.draft().procedure().pages().stream()
                .filter(page -> page.items().stream().map(Item::id).anyMatch(first::equals)).findFirst()
                .map(page -> Addresses.page(place.draft().id(), page.id()) + "#"
                        + Addresses.anchor(place.path().toString()))
                .orElse(Addresses.draft(place.draft().id()));
    }
}
