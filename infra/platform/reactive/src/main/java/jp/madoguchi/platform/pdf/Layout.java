package jp.madoguchi.platform.pdf;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The few shapes every paper is made of. */
final class Layout {

    static final float BODY = 10.5f;
    static final float SMALL = 9f;

    /** Tables of so many facts are not torn over two pages. */
    private static final int TOGETHER = 10;
    private static final Color LINE = new Color(0xb3, 0xb3, 0xb3);
    private static final Color SHADE = new Color(0xf2, 0xf2, 0xf2);

    private final Document document;
    private final Typesetter set;

    Layout(Document document, Typesetter set) {
        this.document = document;
        this.set = set;
    }

    void title(String text) {
        Paragraph title = paragraph(set.strong(text, 16));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingBefore(6);
        title.setSpacingAfter(14);
        document.add(title);
    }

    void heading(String text) {
        Paragraph heading = paragraph(set.strong(text, 12));
        heading.setSpacingBefore(14);
        heading.setSpacingAfter(5);
        heading.setKeepTogether(true);
        document.add(heading);
    }

    void line(String text, int alignment) {
        Paragraph line = paragraph(set.text(text, BODY));
        line.setAlignment(alignment);
        document.add(line);
    }

    void body(String text) {
        for (String part : text.split("\\R", -1)) {
            Paragraph paragraph = paragraph(set.text(part.isBlank() ? "　" : part, BODY));
            paragraph.setFirstLineIndent(part.startsWith("　") ? 0 : BODY);
            paragraph.setSpacingAfter(3);
            document.add(paragraph);
        }
    }

    void small(String text) {
        Paragraph paragraph = paragraph(set.text(text, SMALL));
        paragraph.setIndentationLeft(SMALL);
        paragraph.setFirstLineIndent(-SMALL);
        paragraph.setSpacingAfter(2);
        document.add(paragraph);
    }

    void gap(float points) {
        Paragraph gap = new Paragraph(set.text("　", points / 2));
        gap.setLeading(points);
        document.add(gap);
    }

    /**
     * Labels on the left, values on the right. The heading stays with its facts and comes again where they go on to the next page.
     *
     * @param heading empty for none
     */
    void facts(String heading, int alignment, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PdfPTable table = new PdfPTable(new float[]{32, 68});
        table.setWidthPercentage(100);
        table.setSplitLate(true);
        table.setKeepTogether(entries.size() <= TOGETHER);
        table.setSpacingBefore(4);
        if (!heading.isBlank()) {
            table.addCell(caption(heading, alignment));
            table.setHeaderRows(1);
            table.setSpacingBefore(10);
        }
        for (Entry entry : entries) {
            PdfPCell label = cell(set.text(entry.label(), BODY));
            label.setBackgroundColor(SHADE);
            table.addCell(label);
            table.addCell(cell(set.text(entry.value().isBlank() ? "－" : entry.value(), BODY)));
        }
        document.add(table);
    }

    private PdfPCell caption(String heading, int alignment) {
        PdfPCell cell = cell(set.strong(heading, 12), alignment);
        cell.setColspan(2);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingLeft(0);
        return cell;
    }

    /** Paragraphs in a frame that stays on one page when it can, such as the appeal instruction. */
    void frame(String heading, List<String> paragraphs) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setKeepTogether(true);
        table.setSpacingBefore(14);
        PdfPCell cell = new PdfPCell();
        cell.setBorderColor(LINE);
        cell.setPadding(9);
        cell.addElement(paragraph(set.strong(heading, BODY)));
        for (String text : paragraphs) {
            Paragraph paragraph = paragraph(set.text(text, SMALL));
            paragraph.setSpacingBefore(3);
            cell.addElement(paragraph);
        }
        table.addCell(cell);
        document.add(table);
    }

    private static PdfPCell cell(Phrase phrase) {
        return cell(phrase, Element.ALIGN_LEFT);
    }

    private static PdfPCell cell(Phrase phrase, int alignment) {
        PdfPCell cell = new PdfPCell();
        Paragraph paragraph = paragraph(phrase);
        paragraph.setAlignment(alignment);
        cell.addElement(paragraph);
        cell.setBorder(Rectangle.BOX);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.6f);
        cell.setPaddingLeft(6);
        cell.setPaddingRight(6);
        cell.setPaddingTop(0);
        cell.setPaddingBottom(6);
        return cell;
    }

    private static Paragraph paragraph(Phrase phrase) {
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setFont(phrase.getFont());
        paragraph.setLeading(phrase.getLeading());
        return paragraph;
    }
}
