package jp.madoguchi.identity.failure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page for what Tomcat refuses before anything of ours sees it, such as an address with a broken escape. */
final class PlainRefusals extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(PlainRefusals.class);

    private final FailurePages pages;

    PlainRefusals(FailurePages pages) {
        this.pages = pages;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()
                || !canAnswer(response)) {
            return;
        }
        try {
            String page = pages.drawn(new WithoutAddress(request), response.getStatus());
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            FailureHeaders.complete(response);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(page);
                response.finishResponse();
            }
        } catch (IOException | RuntimeException failed) {
            ExceptionUtils.handleThrowable(failed);
            LOG.debug("the page of a refusal could not be sent", failed);
        }
    }

    private static boolean canAnswer(Response response) {
        AtomicBoolean can = new AtomicBoolean(false);
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, can);
        return can.get();
    }

    /** What was asked for is not shown, for it cannot be read. */
    private static final class WithoutAddress extends HttpServletRequestWrapper {

        WithoutAddress(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return "/login";
        }
    }
}
