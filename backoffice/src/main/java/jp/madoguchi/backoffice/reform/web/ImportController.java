package jp.madoguchi.backoffice.reform.web;

import java.util.UUID;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.platform.csv.CsvText;
import jp.madoguchi.platform.csv.UnreadableCsvException;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.reform.ChangedBy;
import jp.madoguchi.backoffice.reform.Inventory;
import jp.madoguchi.backoffice.reform.InventoryFile;
import jp.madoguchi.backoffice.reform.RegisterImport;
import jp.madoguchi.backoffice.reform.SentFile;
import jp.madoguchi.backoffice.reform.SentFiles;
import jp.madoguchi.backoffice.reform.Taking;
import jp.madoguchi.platform.input.InputGuard;
import jp.madoguchi.platform.input.StrictText;
import jp.madoguchi.platform.pagekit.Reply;
import jp.madoguchi.platform.pagekit.Flash;
import jp.madoguchi.platform.pagekit.PageFrame;
import jp.madoguchi.platform.pagekit.Tone;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Taking the register in from a file: sent, looked at, then taken as a whole or not at all. */
@Controller
class ImportController {

    private static final StaticTemplates PAGES = new StaticTemplates();
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final Inventory inventory;
    private final SentFiles files;
    private final RegisterImport register;

    ImportController(Inventory inventory, SentFiles files, RegisterImport register) {
        this.inventory = inventory;
        this.files = files;
        this.register = register;
    }

    @GetMapping("/reform/import")
    JteModel start(PageFrame frame, Staff staff) {
        RegisterController.reformOnly(staff);
        return page(frame, "");
    }

    @PostMapping("/reform/import")
    Mono<ResponseEntity<Content>> send(PageFrame frame, Staff staff, ServerWebExchange exchange) {
        RegisterController.reformOnly(staff);
        return exchange.getMultipartData().flatMap(parts -> {
            if (!(parts.getFirst("file") instanceof FilePart file) || file.filename().isEmpty()) {
                return wrong(frame, "CSV ファイルを選んでください。");
            }
            return DataBufferUtils.join(file.content(), MOST_BYTES).map(ImportController::bytes)
                    .defaultIfEmpty(new byte[0])
                    .flatMap(
                            bytes -> readable(bytes).flatMap(
                                    text -> files.keep(staff.id(), StrictText.fileName(file.filename()), text)))
                    .map(id -> Reply.see("/reform/import/" + id))
                    .onErrorResume(UnreadableCsvException.class,
                            unreadable -> wrong(frame, String.valueOf(unreadable.getMessage())))
                    .onErrorResume(DataBufferLimitException.class,
                            tooLarge -> wrong(frame, "ファイルが大きすぎます（5MBまで）。分けて取り込んでください。"));
        });
    }

    /** Reading thousands of rows takes a while; not on the event loop. */
    private static Mono<String> readable(byte[] bytes) {
        return Mono.fromCallable(() -> {
            var text = CsvText.decode(bytes);
            InventoryFile.read(text, false);
            mustHoldNoNumber(text);
            return text;
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** A file waits in the database to be looked at, so a My Number must be found before. */
    private static void mustHoldNoNumber(String text) {
        for (var line : CsvText.lines(text)) {
            for (var cell : line.cells()) {
                var trouble = InputGuard.trouble(cell, "ja");
                if (!trouble.isEmpty()) {
                    throw new UnreadableCsvException(line.number() + "行目：" + trouble, null);
                }
            }
        }
    }

    @GetMapping("/reform/import/{id}")
    Mono<JteModel> preview(PageFrame frame, Staff staff, @PathVariable UUID id) {
        RegisterController.reformOnly(staff);
        return previewOf(id, staff)
                .map(preview -> PAGES.reformPreview(frame.titled("取込みの確認"), preview));
    }

    @PostMapping("/reform/import/{id}")
    Mono<ResponseEntity<Content>> take(PageFrame frame, Staff staff, WebSession session, @PathVariable UUID id,
            ServerWebExchange exchange) {
        RegisterController.reformOnly(staff);
        return Mono.zipDelayError(exchange.getFormData(), waiting(id, staff)).flatMap(both -> {
            var shown = String.valueOf(both.getT1().getFirst("shown"));
            return read(both.getT2()).flatMap(file -> file.errors().isEmpty()
                    ? register.take(id, file.entries(), shown, staff.id(), ChangedBy.of(staff))
                            .flatMap(taking -> answer(frame, staff, session, id, taking))
                    : previewOf(id, staff).map(preview -> unprocessable(frame, preview)));
        });
    }

    private Mono<ResponseEntity<Content>> answer(PageFrame frame, Staff staff, WebSession session, UUID id,
            Taking taking) {
        return switch (taking) {
            case Taking.Taken taken -> {
                new Flash(Tone.SUCCESS, "台帳に取り込みました（追加 %,d 件、変更 %,d 件、変わらなかったもの %,d 件）。"
                        .formatted(taken.added(), taken.changed(), taken.unchanged()))
                        .leaveIn(session.getAttributes());
                yield Mono.just(Reply.see("/reform"));
            }
            case Taking.Overtaken overtaken -> previewOf(id, staff)
                    .map(preview -> Reply.page(409, PAGES.reformPreview(frame.titled("取込みの確認"),
                            preview.after(overtaken.entries(), staff))));
            case Taking.NotWaiting() -> waiting(id, staff).flatMap(waits -> Mono.error(notFound()));
        };
    }

    @PostMapping("/reform/import/{id}/cancel")
    Mono<ResponseEntity<Content>> cancel(Staff staff, WebSession session, @PathVariable UUID id) {
        RegisterController.reformOnly(staff);
        return waiting(id, staff).flatMap(file -> files.cancel(id, staff.id())
                .switchIfEmpty(waiting(id, staff).flatMap(waits -> Mono.error(notFound())))
                .map(cancelled -> {
                    new Flash(Tone.SUCCESS, "「" + file.name() + "」の取込みを取り消しました。台帳は変わっていません。")
                            .leaveIn(session.getAttributes());
                    return Reply.see("/reform");
                }));
    }

    private Mono<ImportPreview> previewOf(UUID id, Staff staff) {
        return waiting(id, staff).flatMap(sent -> read(sent).zipWith(inventory.kept().collectList())
                .flatMap(both -> register.shown(id, both.getT1().entries(), both.getT2())
                        .publishOn(Schedulers.boundedElastic())
                        .map(shown -> ImportPreview.of(id, sent.name(), both.getT1(),
                                both.getT2().stream().map(Inventory.Kept::entry).toList()).confirmedWith(shown))));
    }

    private static Mono<InventoryFile> read(SentFile sent) {
        return Mono.fromCallable(() -> InventoryFile.read(sent.content(), false))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<SentFile> waiting(UUID id, Staff staff) {
        return files.sent(id, staff.id()).switchIfEmpty(Mono.error(ImportController::notFound)).flatMap(sent -> {
            var end = sent.end();
            return end == null ? Mono.just(sent) : Mono.error(ended(sent.name(), end));
        });
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("no-such-import", "この取込みは見つかりません。もう一度ファイルを選んでください。");
    }

    private static Refusal ended(String file, SentFile.End end) {
        var name = "「" + file + "」";
        return switch (end) {
            case TAKEN -> new Refusal.Gone("import-taken", name + "は取り込み済みです。台帳で結果を確かめてください。");
            case CANCELLED -> new Refusal.Gone("import-cancelled",
                    name + "の取込みは取り消されています。取り込むときは、もう一度ファイルを選んでください。");
            case DISPLACED -> new Refusal.Gone("import-displaced",
                    "新しい取込みを%d件始めたため、%sの取込みは取りやめになりました。取り込むときは、もう一度ファイルを選んでください。"
                            .formatted(SentFiles.MOST_WAITING, name));
            case EXPIRED -> new Refusal.Gone("import-expired",
                    name + "の取込みは、期限（ファイルを選んでから24時間）が過ぎました。取り込むときは、もう一度ファイルを選んでください。");
        };
    }

    private static ResponseEntity<Content> unprocessable(PageFrame frame, ImportPreview preview) {
        return Reply.page(422, PAGES.reformPreview(frame.titled("取込みの確認"), preview));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static JteModel page(PageFrame frame, String error) {
        return PAGES.reformImport(frame.titled("CSV の取込み"), error);
    }

    private static Mono<ResponseEntity<Content>> wrong(PageFrame frame, String error) {
        return Mono.just(Reply.page(422, page(frame, error)));
    }
}
