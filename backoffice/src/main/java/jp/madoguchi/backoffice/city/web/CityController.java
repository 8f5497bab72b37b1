package jp.madoguchi.backoffice.city.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.city.Cities;
import jp.madoguchi.backoffice.city.KeptCity;
import jp.madoguchi.backoffice.city.OrphanedCases;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.forms.city.CityFile;
import jp.madoguchi.forms.source.InvalidFile;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the city is: seen, taken out as a file, and changed as one, after a look at what the change does. */
@Controller
class CityController {

    /** Before the id of an office that goes: who takes its cases. */
    static final String TAKER = "taker-";

    private static final StaticTemplates PAGES = new StaticTemplates();

    private final Cities cities;

    CityController(Cities cities) {
        this.cities = cities;
    }

    @GetMapping("/city")
    Mono<JteModel> show(PageFrame frame) {
        return cities.newest().zipWith(cities.changes().collectList())
                .map(both -> PAGES.cityCity(frame.titled("市の設定"), both.getT1().city(), both.getT2()));
    }

    @GetMapping("/city/file.yaml")
    Mono<ResponseEntity<byte[]>> export() {
        return cities.newest().publishOn(Schedulers.boundedElastic()).map(kept -> ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"city.yaml\"")
                .body(CityFile.writeYaml(kept.city()).getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping("/city/file")
    Mono<JteModel> edit(PageFrame frame) {
        return cities.newest().publishOn(Schedulers.boundedElastic())
                .map(kept -> page(frame, CityDraft.begun(CityFile.writeYaml(kept.city()), kept.revision())));
    }

    /** Looks at the file; with {@code step=keep} keeps it, where nothing stands against it and it is the one whose changes were shown. */
    @PostMapping("/city/file")
    Mono<ResponseEntity<Content>> send(PageFrame frame, Staff staff, WebSession session, ServerWebExchange exchange) {
        return exchange.getFormData().zipWith(cities.newest()).publishOn(Schedulers.boundedElastic())
                .flatMap(both -> {
                    var form = both.getT1();
                    var content = value(form, "content");
                    int seen = revision(value(form, "seen"));
                    var numbers = linesWithNumbers(content);
                    if (!numbers.isEmpty()) {
                        return Mono.just(Reply.page(422, page(frame, CityDraft.broken(content, seen, numbers))));
                    }
                    try {
                        var wanted = CityFile.readYaml(content);
                        var takers = takers(form);
                        var checked = cities.leaving(wanted).map(
                                leaving -> CityDraft.checked(content, seen, both.getT2(), wanted, leaving, takers));
                        return checked.flatMap(draft -> value(form, "step").equals("keep")
                                && value(form, "shown").equals(draft.shown())
                                        ? keep(frame, staff, session, draft, wanted, both.getT2(), takers)
                                        : Mono.just(Reply.page(200, page(frame, draft))));
                    } catch (InvalidFile invalid) {
                        return Mono.just(Reply.page(422,
                                page(frame, CityDraft.broken(content, seen, invalid.problems()))));
                    }
                });
    }

    /** Line by line: codes and telephone numbers that stand below one another make no number of a person. */
    private static List<InvalidFile.Problem> linesWithNumbers(String content) {
        var lines = content.lines().toList();
        return IntStream.range(0, lines.size()).mapToObj(line -> new InvalidFile.Problem(line + 1, 1, "",
                InputGuard.trouble(lines.get(line), "ja"))).filter(problem -> !problem.reason().isEmpty()).toList();
    }

    private Mono<ResponseEntity<Content>> keep(PageFrame frame, Staff staff, WebSession session, CityDraft draft,
            City wanted, KeptCity before, Map<String, String> takers) {
        if (draft.seen() == before.revision() && draft.changes().isEmpty()) {
            return Mono.just(Reply.see("/city"));
        }
        return cities.keep(wanted, draft.seen(), takers, staff).map(went -> {
            new Flash(Tone.SUCCESS, "市の設定を保存しました。すべての画面とポータルに、まもなく反映されます。"
                    + (went == 0 ? "" : "進行中の申請 " + went + " 件を、ほかの窓口に引き継ぎました。"))
                    .leaveIn(session.getAttributes());
            return Reply.see("/city");
        }).onErrorResume(OrphanedCases.class, orphaned -> Mono.just(Reply.page(422,
                page(frame, draft.refused("なくなる窓口に、進行中の申請があります。引き継ぐ窓口を選んでください。")))))
                .onErrorResume(Refusal.Conflict.class, late -> Mono.just(Reply.page(409, page(frame, draft.refused(
                        "確認している間に、ほかの人が市の設定を変更しました。「市の設定」でいまの内容を見てから、もう一度変更してください。書いた内容はこの画面に残っています。")))));
    }

    private static JteModel page(PageFrame frame, CityDraft draft) {
        return PAGES.cityFile(frame.titled("市の設定の変更"), draft);
    }

    private static Map<String, String> takers(MultiValueMap<String, String> form) {
        var takers = new HashMap<String, String>();
        form.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(TAKER) && value != null && !value.isEmpty()) {
                takers.put(name.substring(TAKER.length()), value);
            }
        });
        return takers;
    }

    private static int revision(String typed) {
        return typed.matches("[0-9]{1,8}") ? Integer.parseInt(typed) : 0;
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
