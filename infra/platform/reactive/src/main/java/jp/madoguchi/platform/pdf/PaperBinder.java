package jp.madoguchi.platform.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfCopy;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Binds papers into one file, so that many are printed at once. */
public final class PaperBinder {

    private static final String TITLE = "印刷する文書";

    private final Scheduler scheduler;

    PaperBinder(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * All pages in the order given, off the event loop.
     *
     * @param papers at least one PDF file
     */
    public Mono<byte[]> bind(List<byte[]> papers) {
        return Mono.fromCallable(() -> bound(papers)).subscribeOn(scheduler);
    }

    private static byte[] bound(List<byte[]> papers) {
        var bytes = new ByteArrayOutputStream();
        try {
            var document = new Document();
            var copy = new PdfCopy(document, bytes);
            copy.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
            copy.getExtraCatalog().put(PdfName.LANG, new PdfString("ja-JP"));
            document.addTitle(TITLE);
            document.open();
            for (byte[] paper : papers) {
                var reader = new PdfReader(paper);
                for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                    copy.addPage(copy.getImportedPage(reader, page));
                }
                copy.freeReader(reader);
                reader.close();
            }
            document.close();
            return bytes.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
