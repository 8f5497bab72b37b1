package jp.madoguchi.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem as shown to the outside (RFC 9457).
 *
 * @param type {@code urn:madoguchi:problem:<code>}
 * @param title the short Japanese name of the kind of problem
 * @param status HTTP status code, 400 to 599
 * @param detail what is wrong and what to do, in Japanese
 * @param code stable code for programs
 * @param incident number under which the log has the details; only for our own faults
 * @param properties further facts, such as {@code holder} or {@code limitBytes}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, String code, @Nullable String incident,
        Map<String, Object> properties) {

    public Problem {
        properties = Map.copyOf(properties);
    }

    /** @param properties further facts */
    public static Problem of(HttpStatus status, String code, String detail, Map<String, Object> properties) {
        return new Problem(URI.create("urn:madoguchi:problem:" + code), title(status, properties), status.value(),
                detail, code, null, properties);
    }

    /** The same problem with the number under which the log has the details. */
    public Problem withIncident(String number) {
        return new Problem(type, title, status, detail, code, number, properties);
    }

    /** Only where somebody has it is another person in the way; other conflicts are with the time or with oneself. */
    private static String title(HttpStatus status, Map<String, Object> properties) {
        return properties.containsKey("holder") ? "ほかの人の操作と重なりました" : title(status);
    }

    static String title(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "送られた内容を読み取れませんでした";
            case UNAUTHORIZED -> "ログインが必要です";
            case FORBIDDEN -> "この操作はできません";
            case NOT_FOUND -> "ページが見つかりません";
            case METHOD_NOT_ALLOWED -> "この操作はできません";
            case CONFLICT -> "いまは、この操作を進められません";
            case GONE -> "この画面は、もう使えません";
            case CONTENT_TOO_LARGE -> "ファイルが大きすぎます";
            case UNSUPPORTED_MEDIA_TYPE -> "この種類のファイルは受け付けていません";
            case UNPROCESSABLE_CONTENT -> "この内容では進められません";
            case TOO_MANY_REQUESTS -> "しばらく待ってからお試しください";
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> "ただいま混み合っています";
            default -> status.is5xxServerError() ? "システムで問題が起きました" : "この操作はできません";
        };
    }
}
