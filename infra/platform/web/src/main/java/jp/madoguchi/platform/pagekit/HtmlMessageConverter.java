package jp.madoguchi.platform.pagekit;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

import gg.jte.Content;

/**
 * Lets a servlet (Spring MVC) controller method return a page from a {@code @ResponseBody} method or in a
 * {@code ResponseEntity<Content>}. Register it before the JSON converters.
 */
public final class HtmlMessageConverter extends AbstractHttpMessageConverter<Content> {

    public HtmlMessageConverter() {
        super(Html.TYPE);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Content.class.isAssignableFrom(type);
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Content readInternal(Class<? extends Content> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("pages are written, never read", input);
    }

    @Override
    protected void writeInternal(Content page, HttpOutputMessage output) throws IOException {
        output.getHeaders().setCacheControl("no-store");
        output.getBody().write(Html.bytes(page));
    }
}
