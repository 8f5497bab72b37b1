package jp.madoguchi.platform.pdf;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of each page: the reference on the left, "page / pages" on the right; the total is filled in at the end. */
final class PageFoot extends PdfPageEventHelper {

    private static final float SIZE = 8.5f;
    private static final float TOTAL_WIDTH = 30;

    private final Phrase reference;
    private final BaseFont face;
    private @Nullable PdfTemplate total;

    PageFoot(Phrase reference, BaseFont face) {
        this.reference = reference;
        this.face = face;
    }

    static Phrase reference(Typesetter set, Paper paper) {
        return set.text(paper.title() + "　" + paper.reference(), SIZE);
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        float y = document.bottom() - 24;
        ColumnText.showTextAligned(page, Element.ALIGN_LEFT, reference, document.left(), y, 0);
        float x = document.right() - TOTAL_WIDTH;
        page.beginText();
        page.setFontAndSize(face, SIZE);
        page.showTextAligned(Element.ALIGN_RIGHT, writer.getPageNumber() + " / ", x, y, 0);
        page.endText();
        PdfTemplate sum = total;
        if (sum != null) {
            page.addTemplate(sum, x, y);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        PdfTemplate sum = total;
        if (sum != null) {
            sum.beginText();
            sum.setFontAndSize(face, SIZE);
            sum.showText(Integer.toString(writer.getPageNumber() - 1));
            sum.endText();
        }
    }
}
