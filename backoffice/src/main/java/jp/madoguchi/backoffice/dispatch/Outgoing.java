package jp.madoguchi.backoffice.dispatch;

import io.r2dbc.spi.Readable;

/**
 * Something on its way to the portal.
 *
 * @param stream the application or procedure in whose order it goes
 * @param kind publish, standing, figures, city, document or update
 * @param body JSON
 */
record Outgoing(String stream, String kind, String body) {

    static Outgoing of(Readable row) {
        return new Outgoing(row.get("stream", String.class), row.get("kind", String.class),
                row.get("body", String.class));
    }
}
