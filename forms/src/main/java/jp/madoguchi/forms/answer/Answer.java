package jp.madoguchi.forms.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.forms.RowId;

import org.jspecify.annotations.Nullable;

/**
 * A typed answer. Text is stored exactly as it was typed; normalisation is for searching only.
 */
public sealed interface Answer {

    /** Text, kana, phone, mail and code numbers. */
    record Text(String value) implements Answer {}

    record Number(BigDecimal value) implements Answer {}

    record Date(LocalDate value) implements Answer {}

    /** A time of day, to the minute. */
    record Time(LocalTime value) implements Answer {}

    /** A month of a year. */
    record Month(YearMonth value) implements Answer {}

    record YesNo(boolean value) implements Answer {}

    /** One or more chosen options; one for choose-one. */
    record Choices(List<String> codes, @Nullable String other) implements Answer {
        public Choices {
            codes = List.copyOf(codes);
        }
    }

    record PersonName(String family, String given, @Nullable String familyKana, @Nullable String givenKana)
            implements
                Answer {

        /** 「山田　花子」. */
        public String full() {
            return given.isEmpty() ? family : family + "\u3000" + given;
        }
    }

    /** @param postal 7 digits without hyphen, or null */
    record Address(@Nullable String postal, String prefectureCity, @Nullable String ward, String town, String number,
            @Nullable String building) implements Answer {}

    /** @param number 7 digits, zero-padded */
    record BankAccount(String bank, String bankName, String branch, String branchName, String type, String number,
            String holderKana) implements Answer {}

    /** Only true is ever stored. */
    record Agreement() implements Answer {}

    record Files(List<FileRef> files) implements Answer {
        public Files {
            files = List.copyOf(files);
        }
    }

    /**
     * What somebody else filled in: the answers to another procedure's form, and the same as a paper.
     *
     * @param procedure whose form it is, with the version and content hash of that form
     * @param answers the document of answers of that version as JSON; kept as it was written, so that it stays provable
     * @param by who filled it in, as they named themselves
     * @param on the day it was handed in, in the city's time zone
     * @param day what stands for this answer where days are compared, or null
     * @param paper the same answers as a PDF
     * @param enclosed files that were attached to them
     */
    record FilledIn(ProcedureId procedure, int version, String contentHash, String answers, String by, LocalDate on,
            @Nullable LocalDate day, FileRef paper, List<FileRef> enclosed) implements Answer {
        public FilledIn {
            enclosed = List.copyOf(enclosed);
        }

        /** The paper, then what is enclosed. */
        public List<FileRef> files() {
            return Stream.concat(Stream.of(paper), enclosed.stream()).toList();
        }

        /** Whether the other says the same, wherever its files are kept. */
        public boolean saysTheSame(FilledIn other) {
            return procedure.equals(other.procedure) && version == other.version && answers.equals(other.answers)
                    && by.equals(other.by) && on.equals(other.on)
                    && files().stream().map(FileRef::sha256).toList()
                            .equals(other.files().stream().map(FileRef::sha256).toList());
        }
    }

    /** The files that belong to an answer; none for most. */
    default List<FileRef> filesOf() {
        return switch (this) {
            case Files(var files) -> files;
            case FilledIn filled -> filled.files();
            default -> List.of();
        };
    }

    /**
     * The rows of a repeat.
     *
     * @param used the highest number of a row's id ({@code r7}) that was ever given out here; the id of a row that was
     * removed means that row for good, so that a correction is never compared with another's answers
     */
    record Rows(List<Row> rows, int used) implements Answer {

        /** Beyond so many no further row is given an id. */
        public static final int MOST_USED = 99_999_999;

        public Rows {
            rows = List.copyOf(rows);
            for (var row : rows) {
                used = Math.max(used, row.id().number());
            }
        }

        public Rows(List<Row> rows) {
            this(rows, 0);
        }

        /** These rows in the place of those, with no id given out twice. */
        public Rows with(List<Row> changed) {
            return new Rows(changed, used);
        }

        /** The id of the next row to be added. */
        public RowId next() {
            return new RowId("r" + (used + 1));
        }
    }

    /**
     * @param id the attachment's id in the store that holds the application
     * @param sha256 lower-case hex
     */
    record FileRef(UUID id, String name, long bytes, String sha256, String mediaType) {}
}
