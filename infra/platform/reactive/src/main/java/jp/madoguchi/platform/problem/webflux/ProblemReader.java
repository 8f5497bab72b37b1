package jp.madoguchi.platform.problem.webflux;

import jp.madoguchi.platform.problem.Refusal;
import jp.madoguchi.platform.problem.Problem;
import io.r2dbc.spi.R2dbcException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import reactor.core.Exceptions;

/** Turns what was thrown into the problem that is shown; pure, so that every case is easy to test. */
final class ProblemReader {

    private ProblemReader() {}

    static Problem read(Throwable thrown) {
        // Of several that failed side by side one is told.
        return told(Exceptions.isMultiple(thrown) ? Exceptions.unwrapMultiple(thrown).getFirst() : thrown);
    }

    private static Problem told(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refused(refusal);
            // A part of the address that is blank, or else no value of its kind: there is nothing there.
            case ServerErrorException blank when blank.getMethodParameter() != null ->
                framework(new ResponseStatusException(HttpStatus.NOT_FOUND));
            case ResponseStatusException status -> framework(status);
            case DataBufferLimitException limit -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large",
                    "送られた内容が大きすぎます。分けて送るか、ファイルを小さくしてください。", Map.of());
            case DecodingException unreadable -> unreadable();
            case InvalidMediaTypeException unreadable -> unreadable();
            case DataAccessException unkept when holdsTextThatCannotBeKept(unkept) -> unreadable();
            case TimeoutException timeout -> busy();
            case TransientDataAccessException transientFault -> busy();
            // No connection: the pool is drained or the database is starting anew.
            case DataAccessResourceFailureException noConnection -> busy();
            case CannotCreateTransactionException noConnection -> busy();
            default -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal",
                    "申し訳ありません。システムで問題が起きました。入力した内容は保存済みのところまで残っています。"
                            + "しばらくしてから、もう一度お試しください。",
                    Map.of());
        };
    }

    private static Problem refused(Refusal refusal) {
        Map<String, Object> facts = new HashMap<>();
        switch (refusal) {
            case Refusal.Conflict conflict -> put(facts, "holder", conflict.holder());
            case Refusal.TooLarge large -> facts.put("limitBytes", large.limitBytes());
            case Refusal.Unprocessable rule -> put(facts, "rule", rule.rule());
            case Refusal.TooMany many -> facts.put("retryAfterSeconds", many.retryAfter().toSeconds());
            case Refusal.Unavailable away -> facts.put("retryAfterSeconds", away.retryAfter().toSeconds());
            default -> {
                // The other refusals say everything in their message.
            }
        }
        return Problem.of(refusal.status(), refusal.code(), refusal.message(), facts);
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** The framework's own reasons are English and technical, so people get a sentence of ours by status. */
    private static Problem framework(ResponseStatusException thrown) {
        HttpStatus status = HttpStatus.resolve(thrown.getStatusCode().value());
        if (status == null || status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE) {
            return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal",
                    "申し訳ありません。システムで問題が起きました。しばらくしてから、もう一度お試しください。", Map.of());
        }
        String code = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Problem.of(status, code, switch (status) {
            case NOT_FOUND -> "お探しのページは、移動したか、なくなったか、アドレスが間違っている可能性があります。";
            case METHOD_NOT_ALLOWED -> "この操作は、このページではできません。前のページに戻ってやり直してください。";
            case CONTENT_TOO_LARGE -> "送られた内容が大きすぎます。分けて送るか、ファイルを小さくしてください。";
            case UNSUPPORTED_MEDIA_TYPE -> "この形式では受け取れません。";
            case SERVICE_UNAVAILABLE -> "ただいま混み合っています。しばらくしてから、もう一度お試しください。";
            default -> "送られた内容を読み取れませんでした。前のページに戻って、もう一度お試しください。";
        }, Map.of());
    }

    private static Problem unreadable() {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-request", "送られた内容を読み取れませんでした。前のページに戻って、もう一度お試しください。",
                Map.of());
    }

    /** U+0000 in a text or a JSON document: PostgreSQL's character_not_in_repertoire and untranslatable_character. */
    private static boolean holdsTextThatCannotBeKept(DataAccessException thrown) {
        return thrown.getMostSpecificCause() instanceof R2dbcException told
                && ("22021".equals(told.getSqlState()) || "22P05".equals(told.getSqlState()));
    }

    private static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "ただいま混み合っています。しばらくしてから、もう一度お試しください。",
                Map.of("retryAfterSeconds", 5L));
    }
}
