package jp.madoguchi.backoffice.authoring.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.backoffice.authoring.AuthoringLog;
import jp.madoguchi.backoffice.authoring.Bureau;
import jp.madoguchi.backoffice.authoring.DraftsUnderWay;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.backoffice.authoring.Editions;
import jp.madoguchi.backoffice.authoring.FileCheck;
import jp.madoguchi.backoffice.authoring.Publishing;
import jp.madoguchi.backoffice.authoring.ReadFiles;
import jp.madoguchi.backoffice.authoring.UnderWay;
import jp.madoguchi.backoffice.authoring.WaitingFiles;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.backoffice.office.Office;
import jp.madoguchi.backoffice.office.Offices;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.publishing.BundleCheck;
import jp.madoguchi.forms.publishing.OfficeCheck;
import jp.madoguchi.forms.publishing.OtherFormCheck;
import jp.madoguchi.platform.input.StrictText;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A procedure from a file: sent in, checked and compared, then published by one more press; and taken out as a file. */
@Controller
class DefinitionFileController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    /** As much as the form language reads, in characters of at most four bytes. */
    private static final int MOST_BYTES = 4 * DefinitionFile.MOST_CHARACTERS;

    private final WaitingFiles files;
    private final ReadFiles read;
    private final Editions editions;
    private final Publishing publishing;
    private final Offices offices;
    private final AuthoringLog log;
    private final DraftsUnderWay drafts;

    DefinitionFileController(WaitingFiles files, ReadFiles read, Editions editions, Publishing publishing,
            Offices offices, AuthoringLog log, DraftsUnderWay drafts) {
        this.read = read;
        this.drafts = drafts;
        this.offices = offices;
        this.log = log;
        this.files = files;
        this.editions = editions;
        this.publishing = publishing;
    }

    /**
     * @param base the version whose differences were shown; 0 where there was none
     * @param replaces the name of the procedure it takes the place of, typed where the file gives it another name
     */
    record Seen(int base, @Nullable String replaces) {}

    @GetMapping("/procedures/file")
    Mono<JteModel> start(PageFrame frame, Staff staff) {
        Bureau.mayWrite(staff);
        return page(frame, staff, "");
    }

    @PostMapping("/procedures/file")
    Mono<ResponseEntity<Content>> send(PageFrame frame, Staff staff, ServerWebExchange exchange) {
        Bureau.mayWrite(staff);
        return exchange.getMultipartData().flatMap(parts -> {
            if (!(parts.getFirst("file") instanceof FilePart file) || file.filename().isEmpty()) {
                return wrong(frame, staff, "手続のファイルを選んでください。");
            }
            return DataBufferUtils.join(file.content(), MOST_BYTES).map(DefinitionFileController::text)
                    .defaultIfEmpty("")
                    .flatMap(text -> {
                        // It waits in the database to be looked at, so a My Number must be found before.
                        var trouble = InputGuard.trouble(text, "ja");
                        return trouble.isEmpty()
                                ? files.keep(staff.id(), StrictText.fileName(file.filename()), text, 0)
                                        .map(id -> Reply.see("/procedures/file/" + id))
                                : wrong(frame, staff, trouble);
                    })
                    .onErrorResume(NotUtf8.class,
                            notUtf8 -> wrong(frame, staff, "文字コードを読み取れません。UTF-8 で保存してください。"))
                    .onErrorResume(DataBufferLimitException.class,
                            tooLarge -> wrong(frame, staff,
                                    "ファイルが大きすぎます（" + DefinitionFile.MOST_CHARACTERS / 10_000 + "万文字まで）。手続を分けてください。"));
        });
    }

    @GetMapping("/procedures/file/{id}")
    Mono<JteModel> check(PageFrame frame, Staff staff, @PathVariable UUID id) {
        Bureau.mayWrite(staff);
        return checked(id, staff).zipWhen(drafts::under)
                .map(read -> preview(frame, read.getT1(), read.getT2(), "", ""));
    }

    @PostMapping("/procedures/file/{id}")
    Mono<ResponseEntity<Content>> publish(PageFrame frame, Staff staff, WebSession session, @PathVariable UUID id,
            @ModelAttribute Seen seen) {
        Bureau.mayWrite(staff);
        return checked(id, staff).flatMap(check -> {
            var procedure = check.procedure();
            if (procedure == null || !check.canBePublished()) {
                return again(frame, check, "", "");
            }
            var typed = seen.replaces() == null ? "" : seen.replaces();
            if (!check.mustBeNamed().isEmpty() && !check.mustBeNamed().equals(typed.strip())) {
                return again(frame, check, typed, "置き換える手続の名前「" + check.mustBeNamed() + "」を、そのまま入力してください。");
            }
            return publishing
                    .publishAfter(seen.base(), procedure, staff.name(),
                            version -> log.published(procedure.id(), version, staff, check.restores()))
                    .flatMap(version -> files.forget(id, staff.id()).thenReturn(version)).map(version -> {
                        new Flash(Tone.SUCCESS,
                                "「%s」の第%d版を公開しました。新しい申請から使われます。入力の途中の申請は、本人が次に開いたときにこの版へ引き継がれ、見直すところを本人に知らせます。"
                                        .formatted(procedure.title().ja(), version))
                                .leaveIn(session.getAttributes());
                        return Reply.see("/procedures");
                    }).onErrorResume(Refusal.Conflict.class, late -> overtaken(frame, staff, id, typed));
        });
    }

    /** The file again, beside the version that came before it: whoever has seen what differs from that may publish it. */
    private Mono<ResponseEntity<Content>> overtaken(PageFrame frame, Staff staff, UUID id, String typed) {
        return checked(id, staff).flatMap(check -> {
            var procedure = check.procedure();
            var who = procedure == null
                    ? Mono.<String>empty()
                    : log.lastBy(procedure.id(), staff, List.of("published", "restored"));
            return who.defaultIfEmpty("ほかの人が").zipWith(drafts.under(check)).map(read -> {
                var words = "確認している間に、" + read.getT1() + "この手続の第" + check.base() + "版を公開しました。"
                        + (check.changesNothing() ? "" : "下の違いは、その版との違いです。よければ、もう一度「公開する」を押してください。");
                return Reply.page(409,
                        preview(frame.withFlash(new Flash(Tone.ERROR, words)), check, read.getT2(), typed, ""));
            });
        });
    }

    @PostMapping("/procedures/file/{id}/drop")
    Mono<ResponseEntity<Content>> drop(Staff staff, @PathVariable UUID id) {
        Bureau.mayWrite(staff);
        return files.forget(id, staff.id()).thenReturn(
                Reply.see("/procedures/file"));
    }

    /** The canonical form of the newest version; it reads back as the same content. */
    @GetMapping("/procedures/{procedure}/definition.json")
    Mono<ResponseEntity<String>> definition(@PathVariable String procedure) {
        return known(procedure).flatMap(editions::latest)
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この手続は公開されていません。")))
                .map(DefinitionFileController::asFile);
    }

    private static ResponseEntity<String> asFile(Edition edition) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%d.json".formatted(edition.procedure().id(), edition.version())).build()
                                .toString())
                .body(DefinitionFile.writeJson(edition.procedure()));
    }

    /** Any version, as {@link #definition}. */
    @GetMapping("/procedures/{procedure}/versions/{version}/definition.json")
    Mono<ResponseEntity<String>> definition(@PathVariable String procedure, @PathVariable int version) {
        return known(procedure).flatMap(id -> editions.edition(id, version))
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-procedure", "この版は公開されていません。")))
                .map(DefinitionFileController::asFile);
    }

    /** Empty for what cannot be the id of a procedure. */
    private static Mono<ProcedureId> known(String procedure) {
        return Mono.justOrEmpty(ProcedureId.parse(procedure));
    }

    /** Reading and checking a large file takes a while; not on the event loop. */
    private Mono<FileCheck> checked(UUID id, Staff staff) {
        return files.find(id, staff.id())
                .switchIfEmpty(Mono.error(() -> new Refusal.NotFound("no-such-file",
                        "このファイルの公開は終わっているか、取り消されています。もう一度ファイルを選んでください。")))
                .publishOn(Schedulers.boundedElastic())
                .map(read::check)
                .flatMap(this::compared).map(check -> check.by(staff));
    }

    private Mono<FileCheck> compared(FileCheck check) {
        var procedure = check.procedure();
        return procedure == null
                ? Mono.just(check)
                : beside(check, procedure)
                        .flatMap(whole -> editions.latest(procedure.id())
                                .publishOn(Schedulers.boundedElastic()).map(whole::comparedWith)
                                .defaultIfEmpty(whole));
    }

    /** What leads to other procedures is looked at beside them. */
    private Mono<FileCheck> beside(FileCheck check, Procedure procedure) {
        return offices.all().collectMap(Office::code, Office::name)
                .map(open -> check.with(OfficeCheck.of(procedure, open)))
                .flatMap(routed -> besideOthers(routed, procedure));
    }

    private Mono<FileCheck> besideOthers(FileCheck check, Procedure procedure) {
        return procedure.isInterview() || OtherFormCheck.concerns(procedure)
                ? editions.allLatest().map(Edition::procedure).collectList()
                        .map(published -> check.with(BundleCheck.of(procedure, published))
                                .with(OtherFormCheck.of(procedure, published)))
                : Mono.just(check);
    }

    private static String text(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            var text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            // PostgreSQL keeps no U+0000, and no YAML file has one.
            if (text.indexOf(0) >= 0) {
                throw new NotUtf8(null);
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new NotUtf8(notUtf8);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static final class NotUtf8 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUtf8(@Nullable Throwable cause) {
            super("not UTF-8", cause);
        }
    }

    private Mono<JteModel> page(PageFrame frame, Staff staff, String error) {
        return files.of(staff.id()).collectList()
                .map(waiting -> PAGES.proceduresFile(frame.titled("ファイルから公開する"), error, waiting));
    }

    private static JteModel preview(PageFrame frame, FileCheck check, UnderWay drafts, String typed, String error) {
        return PAGES.proceduresCheck(frame.titled("公開前の確認"), check, drafts, typed, error);
    }

    private Mono<ResponseEntity<Content>> again(PageFrame frame, FileCheck check, String typed, String error) {
        return drafts.under(check).map(
                under -> Reply.page(422, preview(frame, check, under, typed, error)));
    }

    private Mono<ResponseEntity<Content>> wrong(PageFrame frame, Staff staff, String error) {
        return page(frame, staff, error).map(page -> Reply.page(422, page));
    }
}
