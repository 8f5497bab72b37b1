package jp.madoguchi.portal.passphrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jp.madoguchi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PassphraseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void isTheSameInBothWidths() {
        var passphrase = new Passphrase();
        var hash = Objects.requireNonNull(passphrase.hash("ａｂｃ-ひみつ123").block(TIMEOUT)).orElseThrow();
        assertThat(passphrase.matches(" abc-ひみつ１２３ ", hash).block(TIMEOUT)).isTrue();
        assertThat(passphrase.matches("abc-ひみつ124", hash).block(TIMEOUT)).isFalse();
        passphrase.destroy();
    }

    @Test
    void whoComesWhenTooManyWaitIsToldAndTheOthersGetTheirTurn() throws InterruptedException {
        var encoder = new SlowEncoder();
        var passphrase = new Passphrase(encoder, Schedulers.newBoundedElastic(1, 2, "test"));
        var first = passphrase.hash("at work").cache();
        first.subscribe();
        encoder.begun.await();
        var waiting = IntStream.range(0, 2).mapToObj(one -> passphrase.hash("waits " + one).cache()).toList();
        waiting.forEach(Mono::subscribe);
        assertThatExceptionOfType(Refusal.Unavailable.class)
                .isThrownBy(() -> passphrase.hash("one too many").block(TIMEOUT))
                .matches(busy -> busy.code().equals("passphrases-busy"));
        encoder.open.countDown();
        assertThat(first.block(TIMEOUT)).isPresent();
        assertThat(waiting).allSatisfy(one -> assertThat(one.block(TIMEOUT)).isPresent());
        assertThat(passphrase.hash("").block(TIMEOUT)).isEqualTo(Optional.empty());
        passphrase.destroy();
    }

    /** Takes as long as the test likes. */
    private static final class SlowEncoder implements PasswordEncoder {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public String encode(@Nullable CharSequence word) {
            begun.countDown();
            try {
                open.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return "a hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence word, @Nullable String hash) {
            return false;
        }
    }
}
