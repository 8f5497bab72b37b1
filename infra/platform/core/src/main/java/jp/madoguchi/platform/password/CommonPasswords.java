package jp.madoguchi.platform.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import jp.madoguchi.forms.Sha256;

/**
 * Passwords that are tried first, because they became public (NIST SP 800-63B 5.1.1.2). Looked up in this program: no part of
 * a password leaves it. Kept as 64 bits of SHA-256 each, 1.6 MB; one in 10^14 good passwords is refused by accident.
 */
final class CommonPasswords {

    private static final long[] KNOWN = read();

    private CommonPasswords() {}

    /** @param password in NFKC and lower case */
    static boolean contains(String password) {
        return Arrays.binarySearch(KNOWN, hash(password)) >= 0;
    }

    /** How many there are. */
    static int size() {
        return KNOWN.length;
    }

    private static long hash(String password) {
        return ByteBuffer.wrap(Sha256.of(password)).getLong();
    }

    private static long[] read() {
        try (InputStream data = CommonPasswords.class.getResourceAsStream("common-passwords.txt.gz")) {
            if (data == null) {
                throw new IllegalStateException("common-passwords.txt.gz is missing");
            }
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(data), StandardCharsets.UTF_8))) {
                return lines.lines().mapToLong(CommonPasswords::hash).sorted().toArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
