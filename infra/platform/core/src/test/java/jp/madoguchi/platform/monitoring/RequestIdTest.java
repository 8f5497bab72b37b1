package jp.madoguchi.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class RequestIdTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aProxyIsBelieved() {
        var id = RequestId.of(true, "5f1c-Edge_7.a", TRACE);

        assertThat(id.value()).isEqualTo("5f1c-Edge_7.a");
        assertThat(id.traceparent()).isEqualTo(TRACE);
    }

    @Test
    void nobodyElseIs() {
        var id = RequestId.of(false, "5f1c-Edge_7.a", TRACE);

        assertThat(id.value()).matches("[0-9a-f]{12}");
        assertThat(id.traceparent()).isNull();
        assertThat(RequestId.of(false, null, null).value()).isNotEqualTo(id.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with a blank", "line\nbreak-in-it", "漢字漢字漢字漢字",
            "0123456789012345678901234567890123456789012345678901234567890123x"})
    void whatIsNoIdIsReplaced(String given) {
        assertThat(RequestId.of(true, given, null).value()).matches("[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0\n"})
    void whatIsNoTraceIsLeftOut(String given) {
        assertThat(RequestId.of(true, "12345678", given).traceparent()).isNull();
    }

    @Test
    void linesBearItMeanwhileOnly() {
        var seen = new AtomicReference<String>();
        var id = RequestId.fresh();

        id.during(() -> seen.set(MDC.get(RequestId.LOG_KEY)));

        assertThat(seen.get()).isEqualTo(id.value());
        assertThat(MDC.get(RequestId.LOG_KEY)).isNull();
    }
}
