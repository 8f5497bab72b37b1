package jp.madoguchi.identity.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.identity.seal.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes to write down, ten at a time, each good once (look-up secrets, NIST SP 800-63B 5.1.2). Only their HMACs are stored,
 * so what is lost cannot be shown again; a new set voids the old.
 */
@Component
class RecoveryCodes {

    /** How many a set has. */
    static final int SET = 10;

    /** Crockford's Base32: no letter looks like a digit. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Seal seal;
    private final InstantSource clock;

    RecoveryCodes(JdbcClient jdbc, Seal seal, InstantSource clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** A new code of 60 bits, in groups of four. */
    static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As typed on any keyboard: upper case, full width, without the hyphens, O for 0 and I or L for 1. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}ー−]", "").replace('o', '0').replace('i', '1').replace('l', '1');
    }

    /** What is stored of a code. */
    byte[] mac(UUID account, String typed) {
        return seal.mac(normal(typed), "recovery:" + account);
    }

    /** Makes a new set; the old one is void. In the caller's transaction. */
    List<String> renew(UUID account) {
        Set<String> codes = new HashSet<>();
        while (codes.size() < SET) {
            codes.add(random());
        }
        removeAll(account);
        codes.forEach(code -> jdbc
                .sql("insert into recovery_code (account_id, code_mac, made_at) values (:account, :mac, :now)")
                .param("account", account).param("mac", mac(account, code))
                .param("now", Timestamp.from(clock.instant())).update());
        return List.copyOf(codes);
    }

    /** Uses a code up: of two who come with it at once, one succeeds. */
    boolean accept(UUID account, String typed) {
        return jdbc.sql("""
                update recovery_code set used_at = :now
                 where account_id = :account and code_mac = :mac and used_at is null
                """).param("now", Timestamp.from(clock.instant())).param("account", account)
                .param("mac", mac(account, typed)).update() == 1;
    }

    /** How many are still good. */
    int left(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account and used_at is null")
                .param("account", account).query(Integer.class).single();
    }

    void removeAll(UUID account) {
        jdbc.sql("delete from recovery_code where account_id = :account").param("account", account).update();
    }
}
