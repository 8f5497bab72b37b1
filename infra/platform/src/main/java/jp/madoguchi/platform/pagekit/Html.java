package jp.madoguchi.platform.pagekit;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;

/** Turns a page into the bytes that go over the wire; knows no web framework. */
public final class Html {

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
