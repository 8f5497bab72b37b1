package jp.madoguchi.identity.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.madoguchi.identity.IdentitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals what must not be readable in a copy of the database: AES-256-GCM (NIST SP 800-38D), a random 96-bit nonce before
 * the text. A label binds each text to its purpose or place.
 */
@Component
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    Seal(IdentitySettings settings) {
        this.key = new SecretKeySpec(keyBytes(settings.identity().keyEncryptionKey()), "AES");
    }

    public byte[] seal(String text, String label) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, label, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException if the key is another one, or the text was changed or moved */
    public String open(byte[] sealed, String label) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, label, rest), StandardCharsets.UTF_8);
    }

    /** As {@link #open}, for what counts as absent when it is not sealed with the key there is now. */
    public Optional<String> openIfOurs(byte[] sealed, String label) {
        try {
            return Optional.of(open(sealed, label));
        } catch (IllegalStateException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    /**
     * A name for a text that says nothing about it to whoever lacks the key, always the same one: HMAC-SHA-256 (RFC 2104),
     * 64 bits of it in hexadecimal.
     */
    public String pseudonym(String text) {
        return HexFormat.of().formatHex(mac(text, "pseudonym"), 0, 8);
    }

    /**
     * HMAC-SHA-256 (RFC 2104) of a text under a key of its own for each label: tells whether a text is the one, and says
     * nothing about it to whoever lacks the key.
     */
    public byte[] mac(String text, String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            byte[] own = mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(own, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, String label, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open or close the seal of " + label
                    + ": is madoguchi.identity.key-encryption-key the one it was sealed with?", e);
        }
    }

    private static byte[] keyBytes(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            throw new IllegalStateException(
                    "madoguchi.identity.key-encryption-key is not set: 32 random bytes in Base64 (openssl rand -base64 32)");
        }
        byte[] bytes = decoded(setting.strip());
        if (bytes.length != 32) {
            throw new IllegalStateException(
                    "madoguchi.identity.key-encryption-key has " + bytes.length + " bytes; it needs 32");
        }
        return bytes;
    }

    private static byte[] decoded(String setting) {
        try {
            return Base64.getDecoder().decode(setting);
        } catch (IllegalArgumentException e) {
            // The cause would quote the key.
            throw new IllegalStateException("madoguchi.identity.key-encryption-key is not Base64");
        }
    }
}
