package jp.madoguchi.portal.answering.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.portal.answering.PostedPage;
import jp.madoguchi.portal.answering.Received;
import jp.madoguchi.portal.draft.Draft;
import jp.madoguchi.portal.upload.Attachment;
import jp.madoguchi.portal.upload.UploadSettings;
import jp.madoguchi.portal.upload.Uploads;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a page that was posted with files: each file goes to the store as it arrives. A file that is refused does not stop
 * the rest, so that nothing typed beside it is lost.
 */
@Component
class PageBody {

    private final Uploads uploads;
    private final UploadSettings settings;

    PageBody(Uploads uploads, UploadSettings settings) {
        this.uploads = uploads;
        this.settings = settings;
    }

    Mono<Received> read(Draft draft, Flux<PartEvent> events) {
        var reading = new Reading(draft);
        return events.doOnNext(reading::count).windowUntil(PartEvent::isLast)
                .concatMap(part -> part.switchOnFirst((first, rest) -> {
                    var event = first.get();
                    return event == null ? rest.then() : reading.take(event, rest);
                })).then(Mono.fromSupplier(reading::received));
    }

    private final class Reading {

        private final Draft draft;
        private final Map<String, List<String>> fields = new LinkedHashMap<>();
        private final List<Attachment> files = new ArrayList<>();
        private final List<Received.RefusedFile> refused = new ArrayList<>();
        private final AtomicLong bytes = new AtomicLong();

        Reading(Draft draft) {
            this.draft = draft;
        }

        void count(PartEvent event) {
            if (bytes.addAndGet(event.content().readableByteCount()) > settings.maxRequestBytes()) {
                DataBufferUtils.release(event.content());
                throw new Refusal.TooLarge("request-too-large", "送られたファイルの合計が大きすぎます。ファイルを分けて、1つずつ添付してください。",
                        settings.maxRequestBytes());
            }
        }

        Mono<Void> take(PartEvent first, Flux<PartEvent> part) {
            if (first.headers().getContentDisposition().getName() == null) {
                return skip(part);
            }
            return switch (first) {
                case FilePartEvent file when !file.filename().isEmpty() -> file(file, part);
                case FormPartEvent form -> {
                    fields.computeIfAbsent(form.name(), name -> new ArrayList<>()).add(form.value());
                    yield skip(part);
                }
                default -> skip(part);
            };
        }

        private Mono<Void> file(FilePartEvent file, Flux<PartEvent> part) {
            // The key stands before every file in the form, so a stranger's post stores nothing.
            if (!PostedPage.of(fields).hasKeyOf(draft)) {
                return skip(part);
            }
            var field = fileField(file.name());
            return field == null
                    ? skip(part).then(Mono.fromRunnable(() -> fields.put(file.name(), List.of(""))))
                    : uploads
                            .receive(draft.id(), field.path().toString(), file.filename(), field.kind().types(),
                                    field.kind().maxBytes(), part.map(PartEvent::content),
                                    new Wording(draft.language()))
                            .doOnNext(files::add).then()
                            .onErrorResume(Refusal.class, reason -> Mono
                                    .fromRunnable(() -> refused.add(new Received.RefusedFile(field.path(), reason))));
        }

        private Mono<Void> skip(Flux<PartEvent> part) {
            return part.doOnNext(event -> DataBufferUtils.release(event.content())).then();
        }

        private @org.jspecify.annotations.Nullable FileField fileField(String name) {
            try {
                var path = FieldPath.parse(name);
                var kind = draft.procedure().item(path.question()).orElse(null) instanceof Question question
                        ? question.kind().filesTaken()
                        : null;
                return kind == null ? null : new FileField(path, kind);
            } catch (IllegalArgumentException unknown) {
                return null;
            }
        }

        Received received() {
            return new Received(PostedPage.of(fields), List.copyOf(files), List.copyOf(refused));
        }
    }

    private record FileField(FieldPath path, QuestionKind.Files kind) {}
}
