package jp.madoguchi.platform.pagekit;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Turns a page into the bytes that go over the wire; knows no web server. */
public final class Html {

    /** The content type of every page. */
    public static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Html() {}

    /** The page as UTF-8. */
    public static byte[] bytes(Content page) {
        var output = new Utf8ByteOutput();
        if (page instanceof JteModel model) {
            model.render(output);
        } else {
            page.writeTo(new OwaspHtmlTemplateOutput(output));
        }
        return output.toByteArray();
    }
}
