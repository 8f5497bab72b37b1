package jp.madoguchi.portal.passphrase;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import jp.madoguchi.platform.problem.Refusal;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The word (合言葉) an applicant without an account chooses, to ask for the application later. Kept only as a slow hash.
 */
@Component
public class Passphrase implements DisposableBean {

    /** For each core: who comes after them would wait for more than about ten seconds. */
    private static final int MOST_WAITING = 40;

    private final PasswordEncoder encoder;
    private final Scheduler hashing;

    Passphrase() {
        // Slow on purpose, so on threads of their own: a crowd of tries must not take every core from those who fill in.
        this(Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(), Schedulers
                .newBoundedElastic(Runtime.getRuntime().availableProcessors(), MOST_WAITING, "passphrase"));
    }

    Passphrase(PasswordEncoder encoder, Scheduler hashing) {
        this.encoder = encoder;
        this.hashing = hashing;
    }

    /** The hash; empty inside where no word was chosen. Refused as unavailable while too many wait for theirs. */
    public Mono<Optional<String>> hash(String word) {
        return word.isEmpty()
                ? Mono.just(Optional.empty())
                : inTurn(() -> Optional.of(String.valueOf(encoder.encode(same(word)))));
    }

    public Mono<Boolean> matches(String word, String hash) {
        return inTurn(() -> encoder.matches(same(word), hash));
    }

    private <T> Mono<T> inTurn(Callable<T> slow) {
        return Mono.fromCallable(slow).subscribeOn(hashing).onErrorMap(RejectedExecutionException.class,
                full -> new Refusal.Unavailable("passphrases-busy",
                        "いま合言葉の確認が混み合っています。入力した内容は残っています。少し待ってから、もう一度お試しください。",
                        Duration.ofSeconds(10)));
    }

    @Override
    public void destroy() {
        hashing.dispose();
    }

    /** Full-width and half-width letters are the same word: keyboards differ. */
    private static String same(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFKC);
    }
}
