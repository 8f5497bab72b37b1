package jp.madoguchi.backoffice.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.madoguchi.forms.definition.Edition;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.filling.DueDay;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.FeeDue;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.reading.AnswerChange;
import jp.madoguchi.forms.reading.ReadingView;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.content.PictureSize;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk works with: the answers of every revision, the attachments and the documents of a case.
 *
 * @param revisions oldest first, never empty
 */
public record CaseMaterial(Edition edition, List<Revision> revisions, List<StoredAttachment> attachments,
        List<StoredDocument> documents) {

    /** Answers as they arrived; 1 is the application. */
    public record Revision(int number, Instant receivedAt, Answers answers) {}

    /** An attachment in the object store. */
    public record StoredAttachment(UUID id, int revision, String name, long bytes, String mediaType, String storeKey,
            @Nullable PictureSize size) {

        /** Whether it is a picture, or may be one, that no browser should be asked to draw. */
        public boolean isTooLargeToShow() {
            return size != null && !size.canBeShown();
        }
    }

    /** A document the city made in this case. */
    public record StoredDocument(UUID id, String number, String name, long bytes, String storeKey, Instant madeAt) {}

    public CaseMaterial {
        revisions = revisions.stream().sorted(Comparator.comparingInt(Revision::number)).toList();
        attachments = List.copyOf(attachments);
        documents = List.copyOf(documents);
    }

    public Answers answers() {
        return revisions.getLast().answers();
    }

    public ReadingView reading() {
        return ReadingView.of(edition.procedure(), answers(), Language.JA);
    }

    /** What the application costs, as of the day it first arrived. */
    public FeeDue fee() {
        return FeeDue.of(edition.procedure(), answers(),
                LocalDate.ofInstant(revisions.getFirst().receivedAt(), BusinessCalendar.ZONE));
    }

    /**
     * Until when the law wanted the application, by its first answers, as seen on the day it arrived.
     */
    public List<DueDay> deadlines(Instant arrivedAt, BusinessCalendar calendar) {
        return new Filling(edition.procedure(), revisions.getFirst().answers(), Entries.NONE,
                BusinessCalendar.dayOf(arrivedAt)).dueDays(calendar::isBusinessDay);
    }

    /** What the newest revision changed; empty while there is only one. */
    public List<AnswerChange> changes() {
        return revisions.size() < 2
                ? List.of()
                : AnswerChange.between(edition.procedure(), revisions.get(revisions.size() - 2).answers(), answers());
    }

    /**
     * What was asked where each file was attached, by the file's id: the row, if it stands in one, and the question. A file that
     * a correction took away is told by the answers in which it stood.
     */
    public Map<UUID, String> questionsOfFiles() {
        var questions = new HashMap<UUID, String>();
        for (var revision : revisions) {
            for (var section : ReadingView.of(edition.procedure(), revision.answers(), Language.JA).sections()) {
                for (var line : section.lines()) {
                    var asked = section.level() > 1 ? section.title() + "　" + line.label() : line.label();
                    line.files().forEach(file -> questions.put(file.id(), asked));
                }
            }
        }
        return questions;
    }

    public Optional<StoredAttachment> attachment(UUID id) {
        return attachments.stream().filter(attachment -> attachment.id().equals(id)).findFirst();
    }

    public Optional<StoredDocument> document(UUID id) {
        return documents.stream().filter(document -> document.id().equals(id)).findFirst();
    }
}
