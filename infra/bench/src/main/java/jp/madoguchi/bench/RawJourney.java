package jp.madoguchi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** One journey as the database sees it. */
final class RawJourney {

    private final Connection connection;
    private final int pages;
    private final String answers;
    private int statements;

    RawJourney(Connection connection, int pages, String answers) {
        this.connection = connection;
        this.pages = pages;
        this.answers = answers;
    }

    /** How many statements it took, commits not counted. */
    int run() throws SQLException {
        var draft = UUID.randomUUID();
        var fill = UUID.randomUUID();
        connection.setAutoCommit(false);
        execute("insert into bench_draft (id, answers, pending, page_saves, revision, form_key, saved_at) "
                + "values (?, '{}', '{}', '{}', 0, 'key', now())", draft);
        event(fill, "opened");
        connection.commit();
        connection.setAutoCommit(true);
        for (int page = 0; page < pages; page++) {
            page(draft, fill, page);
        }
        attach(draft);
        read(draft);
        event(fill, "reviewed");
        submit(draft, fill);
        return statements;
    }

    /** Shown: read and told. Posted: read twice, then saved and told in one statement. */
    private void page(UUID draft, UUID fill, int page) throws SQLException {
        read(draft);
        event(fill, "page_shown");
        read(draft);
        read(draft);
        execute("""
                with saved as (update bench_draft set answers = cast(? as jsonb), page_saves = cast(? as jsonb),
                    revision = revision + 1, saved_at = now() where id = ? and revision = ? and closed_at is null
                    returning id)
                insert into bench_fill_event (fill, at, type, page, active_millis)
                select ?, now(), 'page_saved', 'page', 15000 from saved""", answers, "{\"page\": " + page + "}", draft,
                page, fill);
    }

    private void attach(UUID draft) throws SQLException {
        var file = UUID.randomUUID();
        execute("insert into bench_attachment (id, draft_id, name) values (?, ?, 'menkyo.png')", file, draft);
        execute("update bench_attachment set sha256 = ?, bytes = 70 where id = ?", "0".repeat(64), file);
    }

    private void submit(UUID draft, UUID fill) throws SQLException {
        connection.setAutoCommit(false);
        var submission = UUID.randomUUID();
        execute("update bench_draft set closed_at = now(), revision = revision + 1 where id = ? and closed_at is null",
                draft);
        execute("insert into bench_submission (id, draft_id, receipt_number, arrived_at) values (?, ?, ?, now())",
                submission, draft, submission.toString());
        execute("insert into bench_revision (submission_id, answers) values (?, cast(? as jsonb))", submission,
                answers);
        execute("insert into bench_consignment (submission_id, at) values (?, now())", submission);
        execute("insert into bench_mail (recipient, body) values ('load@example.jp', ?)", "受付番号をお知らせします。");
        event(fill, "submitted");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void event(UUID fill, String type) throws SQLException {
        execute("insert into bench_fill_event (fill, at, type) values (?, now(), ?)", fill, type);
    }

    private void read(UUID draft) throws SQLException {
        execute("select * from bench_draft where id = ?", draft);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
            statements++;
        }
    }
}
