package jp.madoguchi.backoffice.reform.web;

import java.util.List;
import java.util.Map;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.platform.csv.CsvTable;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.reform.ChangedBy;
import jp.madoguchi.backoffice.reform.EntryForm;
import jp.madoguchi.backoffice.reform.FiscalYear;
import jp.madoguchi.backoffice.reform.Inventory;
import jp.madoguchi.backoffice.reform.InventoryColumn;
import jp.madoguchi.backoffice.reform.InventoryEntry;
import jp.madoguchi.backoffice.reform.InventoryFile;
import jp.madoguchi.backoffice.reform.Register;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.EraDate;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.realm.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The register: looking it through, changing single entries, and what to take up next. */
@Controller
class RegisterController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int NEXT_SHOWN = 100;

    private final Inventory inventory;
    private final Register register;

    RegisterController(Inventory inventory, Register register) {
        this.inventory = inventory;
        this.register = register;
    }

    /** Parameters of an address, as they came. */
    record Asked(@Nullable String words, @Nullable String bureau, @Nullable String way, @Nullable String after,
            @Nullable String ward) {}

    @GetMapping("/reform")
    Mono<JteModel> list(PageFrame frame, Staff staff, @ModelAttribute Asked asked) {
        var search = RegisterPage.Search.of(asked.words(), asked.bureau(), asked.way(), asked.after());
        return inventory.all().collectList().map(entries -> PAGES.reformRegister(frame.titled("手続台帳"),
                RegisterPage.of(entries, search, staff.is(Role.REFORM))));
    }

    @GetMapping("/reform/next")
    Mono<JteModel> next(PageFrame frame, @ModelAttribute Asked asked) {
        var ward = asked.ward() == null ? null : City.inForce().ward(asked.ward()).orElse(null);
        return inventory.all().filter(entry -> asked.bureau() == null || asked.bureau().isEmpty()
                || entry.bureau().equals(asked.bureau())).collectList()
                .map(entries -> PAGES.reformNext(frame.titled("次に取り組む手続"),
                        register.next(entries, ward).stream().limit(NEXT_SHOWN).toList(), entries.size(),
                        entries.stream().anyMatch(InventoryEntry::sample)));
    }

    @GetMapping("/reform/next.csv")
    Mono<ResponseEntity<byte[]>> nextCsv() {
        return inventory.all().collectList().map(entries -> {
            List<List<@Nullable Object>> rows = register.next(entries, null).stream()
                    .map(next -> List.<@Nullable Object>of(next.entry().code(), next.entry().title(),
                            next.entry().bureau(), next.applications(), "%.4f".formatted(next.gain() * 100),
                            next.blockerLabels(), next.entry().way().label(),
                            next.entry().plannedOnline() == null ? "未定" : String.valueOf(next.entry().plannedOnline())))
                    .toList();
            return file(new CsvTable("tsugi-ni-torikumu", List.of("手続番号", "手続名", "所管局", "年間件数", "上がるポイント", "妨げているもの",
                    "いまの提供方法", "オンライン予定日"), rows));
        });
    }

    @GetMapping("/reform/export.csv")
    Mono<ResponseEntity<byte[]>> export() {
        return inventory.all().collectList().map(entries -> file(InventoryFile.write(entries)));
    }

    @GetMapping("/reform/entries/new")
    Mono<JteModel> fresh(PageFrame frame, Staff staff) {
        reformOnly(staff);
        return Mono.just(page(frame, new EntryPage(null, 0, "", new EntryForm(Map.of(
                InventoryColumn.ELIGIBLE.heading(), "はい", InventoryColumn.BASE_YEAR.heading(),
                String.valueOf(FiscalYear.of(register.today()).year() - 1))), List.of())));
    }

    @GetMapping("/reform/entries/{code}")
    Mono<JteModel> entry(PageFrame frame, Staff staff, @PathVariable String code) {
        reformOnly(staff);
        return found(code).map(kept -> page(frame, new EntryPage(code, kept.revision(), note(kept),
                EntryForm.of(kept.entry()), List.of())));
    }

    @PostMapping("/reform/entries/new")
    Mono<ResponseEntity<Content>> add(PageFrame frame, Staff staff, WebSession session, ServerWebExchange exchange) {
        reformOnly(staff);
        return exchange.getFormData().map(EntryPage::posted).flatMap(form -> {
            var reading = form.read(false);
            if (reading.entry().isEmpty()) {
                return wrong(frame, new EntryPage(null, 0, "", form, reading.errors()));
            }
            return inventory.add(reading.entry().get(), ChangedBy.of(staff)).flatMap(added -> added
                    ? done(session, "台帳に登録しました。")
                    : wrong(frame, new EntryPage(null, 0, "", form, List.of(new EntryForm.CellError(
                            InventoryColumn.CODE.heading(), "この手続番号はすでに使われています。別の番号にしてください。")))));
        });
    }

    @PostMapping("/reform/entries/{code}")
    Mono<ResponseEntity<Content>> change(PageFrame frame, Staff staff, WebSession session, @PathVariable String code,
            ServerWebExchange exchange) {
        reformOnly(staff);
        return Mono.zipDelayError(exchange.getFormData(), found(code)).flatMap(both -> {
            var form = EntryPage.posted(withCode(both.getT1(), code));
            var kept = both.getT2();
            int revision = revisionOf(both.getT1());
            var reading = form.read(false);
            if (reading.entry().isEmpty()) {
                return wrong(frame, new EntryPage(code, revision, note(kept), form, reading.errors()));
            }
            return inventory.change(reading.entry().get(), revision, ChangedBy.of(staff)).flatMap(changed -> changed
                    ? done(session, "「" + reading.entry().get().title() + "」を変更しました。")
                    : found(code).flatMap(now -> wrong(frame, overtaken(now, form, staff))));
        });
    }

    private static EntryPage overtaken(Inventory.Kept now, EntryForm form, Staff staff) {
        return new EntryPage(now.entry().code(), now.revision(), note(now), form,
                List.of(new EntryForm.CellError("変更の重なり", now.by().to(staff)
                        + "先にこの手続を変更しました。下の内容を確かめ、よければもう一度「保存する」を押してください（上書きします）。")));
    }

    private static MultiValueMap<String, String> withCode(MultiValueMap<String, String> fields, String code) {
        var all = new LinkedMultiValueMap<>(fields);
        all.set(EntryPage.nameOf(InventoryColumn.CODE.heading()), code);
        return all;
    }

    private static int revisionOf(MultiValueMap<String, String> fields) {
        var revision = fields.getFirst("revision");
        if (revision == null || !revision.matches("\\d{1,9}")) {
            throw new Refusal.Malformed("no-revision", "画面の情報が欠けています。手続台帳から開き直してください。");
        }
        return Integer.parseInt(revision);
    }

    private Mono<Inventory.Kept> found(String code) {
        return inventory.byCode(code).switchIfEmpty(Mono
                .error(() -> new Refusal.NotFound("no-such-entry", "この手続番号は台帳にありません。手続台帳から選び直してください。")));
    }

    private static String note(Inventory.Kept kept) {
        return "最終変更：" + kept.by().name() + "（"
                + EraDate.written(BusinessCalendar.dayOf(kept.changedAt())) + "）";
    }

    private static JteModel page(PageFrame frame, EntryPage page) {
        return PAGES.reformEntry(frame.titled(page.title()), page);
    }

    private static Mono<ResponseEntity<Content>> wrong(PageFrame frame, EntryPage page) {
        return Mono.just(Reply.page(422, page(frame, page)));
    }

    private static Mono<ResponseEntity<Content>> done(WebSession session, String words) {
        new Flash(Tone.SUCCESS, words).leaveIn(session.getAttributes());
        return Mono.just(Reply.see("/reform"));
    }

    static void reformOnly(Staff staff) {
        if (!staff.is(Role.REFORM)) {
            throw new Refusal.Forbidden("reform-only", "手続台帳を変更できるのは業務改革の担当者だけです。");
        }
    }

    static ResponseEntity<byte[]> file(CsvTable table) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(table.name() + ".csv").build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8").body(table.bytes());
    }
}
