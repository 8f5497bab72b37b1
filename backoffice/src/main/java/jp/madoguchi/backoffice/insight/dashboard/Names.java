package jp.madoguchi.backoffice.insight.dashboard;

import java.util.HashMap;
import java.util.Map;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.insight.Sequentially;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.forms.definition.Procedure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what everything is called from those who know. */
@Component
class Names {

    private final Editions editions;
    private final Register register;
    private final Offices offices;

    Names(Editions editions, Register register, Offices offices) {
        this.editions = editions;
        this.register = register;
        this.offices = offices;
    }

    Mono<KnownNames> known() {
        return Sequentially.of(definitions(), register.served(), offices.names()).map(found -> {
            var titles = new HashMap<ProcedureId, String>();
            var bureaus = new HashMap<ProcedureId, String>();
            found.getT1().forEach((id, definition) -> {
                titles.put(id, definition.title().ja());
                bureaus.put(id, definition.bureau());
            });
            found.getT2().forEach((id, served) -> {
                titles.putIfAbsent(id, served.title());
                // The register decides whose procedure it is: filters and coverage go by it.
                bureaus.put(id, served.bureau());
            });
            return new KnownNames(titles, bureaus, found.getT3(), found.getT1());
        });
    }

    private Mono<Map<ProcedureId, Procedure>> definitions() {
        return editions.allLatest().map(Edition::procedure)
                .collectMap(Procedure::id, procedure -> procedure);
    }
}
