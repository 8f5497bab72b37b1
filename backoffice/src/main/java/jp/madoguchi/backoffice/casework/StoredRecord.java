package jp.madoguchi.backoffice.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jp.madoguchi.backoffice.casework.CaseRecords.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The record of a case with what its events vouch for, all of one moment.
 *
 * @param lastHash what the case itself says its last hash is
 */
record StoredRecord(UUID id, String lastHash, List<EventChain.Link> events, List<AnswersRow> answers,
        List<FileRow> files, List<DocumentRow> documents) {

    /** A stored document of answers. */
    record AnswersRow(int revision, String answers, @Nullable String salt) {}

    /** What is stored about an attachment. */
    record FileRow(UUID id, int revision, String question, String name, long bytes, String sha256, String mediaType,
            @Nullable String salt) {

        String entry() {
            return Received.entry(question, name, bytes, mediaType);
        }
    }

    /** What is stored about a notice. */
    record DocumentRow(UUID id, String sha256) {}

    Verdict verify() {
        var broken = EventChain.verify(id, events, lastHash);
        if (broken.isPresent()) {
            return new Verdict(events.size(), broken.get().sequence() + "番目：" + broken.get().reason(), false);
        }
        return new Contents().verify();
    }

    /** Compares what the events vouch for with what is there. */
    private final class Contents {

        private final List<String> troubles = new ArrayList<>();
        private final HashMap<Integer, AnswersRow> answersLeft = new HashMap<>();
        private final HashMap<UUID, FileRow> filesLeft = new HashMap<>();
        private final HashSet<UUID> documentsLeft = new HashSet<>();
        private final HashSet<Integer> replaced = new HashSet<>();
        private boolean unsealed;

        Verdict verify() {
            answers.forEach(row -> answersLeft.put(row.revision(), row));
            files.forEach(row -> filesLeft.put(row.id(), row));
            documents.forEach(row -> documentsLeft.add(row.id()));
            Redactions.of(events.stream().map(link -> EventJson.read(link.body())).toList()).replacements()
                    .forEach(this::replaced);
            for (var link : events) {
                var event = EventJson.read(link.body());
                switch (event.what()) {
                    case EventPayload.Arrived arrived -> received(event.sequence(), arrived.received());
                    case EventPayload.CorrectionArrived arrived -> received(event.sequence(), arrived.received());
                    case EventPayload.CorrectionCameLate late -> received(event.sequence(), late.received());
                    case EventPayload.NoticeIssued issued ->
                        document(event.sequence(), issued.document(), issued.sha256());
                    case EventPayload.NoticeToPost made -> document(event.sequence(), made.document(), made.sha256());
                    default -> {
                        // Vouches for nothing but itself.
                    }
                }
            }
            // What nobody vouches for may be from before there were seals; a salt shows that it is not.
            var strays = answersLeft.values().stream().anyMatch(row -> !unsealed || row.salt() != null)
                    || filesLeft.values().stream().anyMatch(row -> !unsealed || row.salt() != null);
            if (strays) {
                troubles.add("到達の記録にない回答または添付ファイルがあります。");
            }
            if (!documentsLeft.isEmpty()) {
                troubles.add("交付の記録にない通知書があります。");
            }
            return new Verdict(events.size(), String.join(" ", troubles), unsealed);
        }

        private void received(int sequence, @Nullable Received received) {
            if (received == null) {
                unsealed = true;
                return;
            }
            if (replaced.contains(received.revision())) {
                received.files().forEach(file -> file(sequence, received.revision(), file));
                return;
            }
            var row = answersLeft.remove(received.revision());
            if (row == null) {
                trouble(sequence, "回答 第" + received.revision() + "版がありません。");
            } else if (!Seal.fits(received.answers(), row.salt(), row.answers())) {
                trouble(sequence, "回答 第" + received.revision() + "版の内容が、到達の時と一致しません。");
            }
            received.files().forEach(file -> file(sequence, received.revision(), file));
        }

        /** Two persons took something out; what is left is vouched for since. */
        private void replaced(int revision, String hash) {
            replaced.add(revision);
            var row = answersLeft.remove(revision);
            if (row == null || !Seal.fits(hash, row.salt(), row.answers())) {
                troubles.add("回答 第" + revision + "版の内容が、一部を削除した時と一致しません。");
            }
        }

        private void file(int sequence, int revision, Received.File file) {
            var row = filesLeft.remove(file.id());
            if (row == null) {
                trouble(sequence, "添付ファイルの記載がありません。");
            } else if (row.revision() != revision || !row.sha256().equals(file.sha256())
                    || !Seal.fits(file.entry(), row.salt(), row.entry())) {
                trouble(sequence, "添付ファイルの記載が、到達の時と一致しません。");
            }
        }

        private void document(int sequence, UUID id, String sha256) {
            documentsLeft.remove(id);
            if (documents.stream().noneMatch(row -> row.id().equals(id) && row.sha256().equals(sha256))) {
                trouble(sequence, "通知書の記載が、交付の時と一致しません。");
            }
        }

        private void trouble(int sequence, String what) {
            troubles.add(sequence + "番目：" + what);
        }
    }
}
