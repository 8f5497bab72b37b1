package jp.madoguchi.platform.pagekit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import jp.madoguchi.forms.Sha256;

/**
 * One static file, held in memory with its compressed twin.
 *
 * @param fingerprint first 12 hex digits of the SHA-256 of the content; part of the address, so content never changes
 *                    under one address
 */
record Asset(byte[] content, byte[] gzipped, String fingerprint, String contentType) {

    static Asset of(byte[] content, String contentType) {
        return new Asset(content, gzip(content), Sha256.hex(content).substring(0, 12), contentType);
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
