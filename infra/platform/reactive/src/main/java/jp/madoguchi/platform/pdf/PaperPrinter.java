package jp.madoguchi.platform.pdf;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.platform.calendar.EraDate;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Prints papers as PDF on A4, off the event loop. The document names its language and title; OpenPDF cannot tag the text, so the page
 * on screen remains the accessible form of the same content.
 */
public final class PaperPrinter {

    private static final float MARGIN = 56;

    private final Typeface faces;
    private final Scheduler scheduler;
    private final InstantSource clock;

    PaperPrinter(Typeface faces, Scheduler scheduler, InstantSource clock) {
        this.faces = faces;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The paper as a whole PDF file; a few dozen kilobytes for a few pages. */
    public Mono<byte[]> print(Paper paper) {
        return Mono.fromCallable(() -> draw(paper)).subscribeOn(scheduler);
    }

    /** What of it cannot be printed as written, so that it is known before it goes out; no more work than reading the text. */
    public List<Replaced> replaced(Paper paper) {
        var set = new Typesetter(faces);
        Passages.of(paper, (place, text) -> {
            set.at(place);
            set.text(text, Layout.BODY);
        });
        return set.replaced();
    }

    /** The same for one text, which stands there. */
    public List<Replaced> replaced(String place, String text) {
        var set = new Typesetter(faces);
        set.at(place);
        set.text(text, Layout.BODY);
        return set.replaced();
    }

    private byte[] draw(Paper paper) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        Typesetter set = new Typesetter(faces);
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 12);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.PDF_VERSION_1_7);
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        writer.setPageEvent(new PageFoot(PageFoot.reference(set, paper), faces.main(false)));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("ja-JP"));
        document.addTitle(paper.title());
        document.addAuthor(paper.issuer());
        document.addCreator("Madoguchi");
        document.addCreationDate(new PdfDate(GregorianCalendar
                .from(ZonedDateTime.ofInstant(clock.instant(), BusinessCalendar.ZONE))));
        document.open();
        Layout layout = new Layout(document, set);
        switch (paper) {
            case ApplicationCopy copy -> copy(layout, copy);
            case Notice notice -> notice(layout, notice);
        }
        List<String> notes = set.notes();
        if (!notes.isEmpty()) {
            layout.gap(8);
            notes.forEach(note -> layout.small("※" + note));
        }
        document.close();
        return bytes.toByteArray();
    }

    private static void copy(Layout layout, ApplicationCopy copy) {
        layout.line(copy.issuer(), Element.ALIGN_RIGHT);
        layout.title(copy.title());
        layout.facts("", Element.ALIGN_LEFT, copy.summary());
        for (Section section : copy.sections()) {
            layout.facts(section.heading(), Element.ALIGN_LEFT, section.entries());
        }
        if (!copy.remarks().isEmpty()) {
            layout.gap(6);
            copy.remarks().forEach(remark -> layout.small("※" + remark));
        }
    }

    private static void notice(Layout layout, Notice notice) {
        layout.line(notice.reference(), Element.ALIGN_RIGHT);
        layout.line(EraDate.written(notice.date()), Element.ALIGN_RIGHT);
        layout.gap(6);
        Notice.Recipient to = notice.recipient();
        if (!to.postalCode().isBlank()) {
            layout.line("〒" + postal(to.postalCode()), Element.ALIGN_LEFT);
        }
        to.address().forEach(line -> layout.line(line, Element.ALIGN_LEFT));
        layout.line(to.name() + (to.body() ? "　御中" : "　様"), Element.ALIGN_LEFT);
        layout.gap(6);
        layout.line(notice.sender().title() + (notice.sender().name().isBlank() ? "" : "　" + notice.sender().name()),
                Element.ALIGN_RIGHT);
        if (notice.sender().sealOmitted()) {
            layout.line("（公印省略）", Element.ALIGN_RIGHT);
        }
        contact(layout, notice.contact());
        layout.gap(4);
        layout.title(notice.title());
        notice.body().forEach(layout::body);
        layout.facts("記", Element.ALIGN_CENTER, notice.particulars());
        if (!notice.particulars().isEmpty()) {
            layout.line("以上", Element.ALIGN_RIGHT);
        }
        if (!notice.reasons().isEmpty()) {
            layout.heading("理由");
            notice.reasons().forEach(layout::body);
        }
        if (!notice.appeal().isEmpty()) {
            layout.frame("この決定に不服がある場合(教示)", notice.appeal());
        }
    }

    /** Below the sender, as the city's letters have it: whoever opens the envelope sees at once whom to call. */
    private static void contact(Layout layout, Notice.@Nullable Contact contact) {
        if (contact != null) {
            layout.gap(2);
            layout.line("（お問い合わせ先）" + contact.office(), Element.ALIGN_RIGHT);
            contact.lines().forEach(line -> layout.line(line, Element.ALIGN_RIGHT));
        }
    }

    private static String postal(String code) {
        return code.matches("\\d{7}") ? code.substring(0, 3) + "-" + code.substring(3) : code;
    }
}
