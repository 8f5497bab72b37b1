package jp.madoguchi.backoffice.reform.web;

import java.util.UUID;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jp.madoguchi.platform.csv.CsvText;
import jp.madoguchi.platform.csv.UnreadableCsvException;
import jp.madoguchi.backoffice.office.Staff;
import jp.madoguchi.backoffice.pages.StaticTemplates;
import jp.madoguchi.backoffice.reform.Inventory;
import jp.madoguchi.backoffice.reform.InventoryFile;
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

    ImportController(Inventory inventory) {
        this.inventory = inventory;
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
                                    text -> inventory.wait(staff.id(), StrictText.fileName(file.filename()), text)))
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
    Mono<ResponseEntity<Content>> take(PageFrame frame, Staff staff, WebSession session, @PathVariable UUID id) {
        RegisterController.reformOnly(staff);
        return previewOf(id, staff).flatMap(preview -> {
            if (!preview.canBeTaken()) {
                return Mono.just(Reply.page(422, PAGES.reformPreview(frame.titled("取込みの確認"), preview)));
            }
            return waiting(id, staff)
                    .flatMap(file -> inventory.take(id, InventoryFile.read(file.content(), false).entries(),
                            staff.name()))
                    .then(Mono.fromSupplier(() -> {
                        new Flash(Tone.SUCCESS, "台帳に取り込みました（追加 %,d 件、変更 %,d 件、変わらなかったもの %,d 件）。".formatted(
                                preview.added().size(), preview.changed().size(), preview.unchanged()))
                                .leaveIn(session.getAttributes());
                        return Reply.see("/reform");
                    }));
        });
    }

    private Mono<ImportPreview> previewOf(UUID id, Staff staff) {
        return Mono.zipDelayError(waiting(id, staff), inventory.all().collectList())
                .publishOn(Schedulers.boundedElastic())
                .map(found -> ImportPreview.of(id, found.getT1().fileName(),
                        InventoryFile.read(found.getT1().content(), false), found.getT2()));
    }

    private Mono<Inventory.WaitingImport> waiting(UUID id, Staff staff) {
        return inventory.waiting(id, staff.id()).switchIfEmpty(Mono.error(() -> new Refusal.NotFound(
                "no-such-import", "このファイルの取込みは終わっているか、取り消されています。もう一度ファイルを選んでください。")));
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
