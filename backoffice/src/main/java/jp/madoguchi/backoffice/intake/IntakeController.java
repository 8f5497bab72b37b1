package jp.madoguchi.backoffice.intake;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.UUID;
import jp.madoguchi.backoffice.dispatch.Backlog;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.platform.pagekit.PageFrame;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** What is stuck on the way from and to the portal, for the administrator. Nothing personal is shown. */
@Controller
class IntakeController {

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final Parking parking;
    private final Backlog backlog;

    IntakeController(Parking parking, Backlog backlog) {
        this.parking = parking;
        this.backlog = backlog;
    }

    @GetMapping("/intake")
    Mono<JteModel> stuck(PageFrame frame) {
        return parking.all().collectList().zipWith(backlog.stuck().collectList())
                .map(read -> PAGES.intakePage(frame.titled("連携の状況"), read.getT1(), read.getT2()));
    }

    @PostMapping("/intake/{id}/retry")
    Mono<ResponseEntity<Void>> retry(@PathVariable UUID id) {
        return parking.tryNow(id).thenReturn(
                ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/intake")).build());
    }
}
