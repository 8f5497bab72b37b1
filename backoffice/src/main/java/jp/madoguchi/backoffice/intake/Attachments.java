package jp.madoguchi.backoffice.intake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.backoffice.casework.ReceivedFile;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.PortalExchange;
import jp.madoguchi.platform.content.FileName;
import jp.madoguchi.platform.store.ObjectStore;
import jp.madoguchi.platform.store.Stored;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries the bytes of attachments from the portal's bucket into the back office's, and checks that they are what the consignment
 * says. Done before the case is opened, never inside a transaction; doing it twice gives the same object.
 */
@Component
class Attachments {

    /** An attachment larger than it said is cut off here; the portal allows 10 MB each. */
    private static final long LARGEST_BYTES = 64L * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final PortalExchange portal;
    private final ObjectStore store;

    Attachments(PortalExchange portal, ObjectStore store) {
        this.portal = portal;
        this.store = store;
    }

    Mono<List<ReceivedFile>> carry(UUID application, List<Consignment.Attachment> attachments) {
        return Flux.fromIterable(attachments).concatMap(attachment -> carry(application, attachment)).collectList();
    }

    private Mono<ReceivedFile> carry(UUID application, Consignment.Attachment attachment) {
        String key = "attachments/" + application + "/" + attachment.id();
        var received = new ReceivedFile(attachment.id(), attachment.question(),
                FileName.of(attachment.name(), attachment.mediaType()), attachment.bytes(),
                attachment.sha256(), attachment.mediaType(), key, null);
        return store.stat(key).filter(there -> matches(there, attachment))
                .switchIfEmpty(Mono.defer(() -> store
                        .put(key, portal.attachment(attachment.id()), attachment.mediaType(), LARGEST_BYTES)
                        .timeout(TIMEOUT)))
                .flatMap(stored -> matches(stored, attachment)
                        ? Pictures.size(store, key, attachment.mediaType())
                                .map(size -> size.map(received::of).orElse(received))
                        : Mono.error(new CannotTakeOver("添付ファイル " + attachment.id()
                                + " の内容が、送り状のハッシュ値または大きさと一致しません。")));
    }

    private static boolean matches(Stored stored, Consignment.Attachment attachment) {
        return stored.sha256().equals(attachment.sha256()) && stored.size() == attachment.bytes();
    }
}
