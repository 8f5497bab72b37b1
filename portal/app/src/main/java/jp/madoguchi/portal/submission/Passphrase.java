package jp.madoguchi.portal.submission;

import java.text.Normalizer;
import java.util.Optional;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The word (合言葉) an applicant without an account chooses, to ask for the application later. Kept only as a slow hash.
 */
@Component
public class Passphrase {

    private static final int SHORTEST = 8;

    private final Pbkdf2PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    public static boolean isLongEnough(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= SHORTEST && length <= 100;
    }

    /** The hash; empty inside where no word was chosen. */
    public Mono<Optional<String>> hash(String word) {
        return word.isEmpty()
                ? Mono.just(Optional.empty())
                : Mono.fromCallable(() -> Optional.of(String.valueOf(encoder.encode(same(word)))))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    public Mono<Boolean> matches(String word, String hash) {
        return Mono.fromCallable(() -> encoder.matches(same(word), hash)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Full-width and half-width letters are the same word: keyboards differ. */
    private static String same(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFKC);
    }
}
