package jp.madoguchi.platform.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks into an archive of the Open Packaging Conventions (ISO/IEC 29500-2). What a part is, its content type and the relationship that
 * leads to it say, and not its name; names of parts are the same in any case.
 */
final class BookLook {

    private static final int MOST_ENTRIES = 10_000;
    /** 10 MB of sheets become some 100 MB. */
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int MOST_DESCRIBED = 4 * 1024 * 1024;
    private static final String TYPES = "[content_types].xml";
    private static final String BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final Set<String> MACROS = Set.of("vbaproject", "macroenabled", "macrosheet", "attachedtoolbars");
    private static final Set<String> EMBEDDED = Set.of("/oleobject", "/package", "/control", "activex");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final byte[] piece = new byte[64 * 1024];
    private final Set<Flaw> flaws = new TreeSet<>();
    private long unpacked;
    private boolean book;
    private boolean described;

    private BookLook() {}

    /** @param byHead what it is held for where it cannot be opened */
    static Inspection at(Path file, ContentKind byHead) throws IOException {
        var look = new BookLook();
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return new Inspection(byHead, Flaw.TOO_MUCH);
            }
            for (var entries = zip.entries(); entries.hasMoreElements();) {
                look.entry(zip, entries.nextElement());
            }
        } catch (TooMuch bomb) {
            return new Inspection(byHead, Flaw.TOO_MUCH);
        } catch (java.util.zip.ZipException | java.io.EOFException | XMLStreamException
                | IllegalArgumentException broken) {
            return new Inspection(byHead, byHead == ContentKind.ZIP ? null : Flaw.DAMAGED);
        }
        if (!look.book) {
            return new Inspection(ContentKind.ZIP,
                    look.described && look.flaws.contains(Flaw.MACROS) ? Flaw.MACROS : null);
        }
        return new Inspection(ContentKind.XLSX, look.flaws.isEmpty() ? null : look.flaws.iterator().next());
    }

    private void entry(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
        var name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        name = name.startsWith("/") ? name.substring(1) : name;
        if (name.contains("vbaproject") || name.contains("/macrosheets/")) {
            flaws.add(Flaw.MACROS);
        }
        if (name.contains("/embeddings/") || name.contains("/activex/")) {
            flaws.add(Flaw.EMBEDDED);
        }
        try (var content = zip.getInputStream(entry)) {
            if (name.equals(TYPES)) {
                described = true;
                read(described(content), "ContentType", this::type);
            } else if (name.endsWith(".rels")) {
                read(described(content), "Type", this::relationship);
            } else if (name.contains("externallinks/") && name.endsWith(".xml")) {
                link(described(content));
            } else {
                part(content);
            }
        }
    }

    private void type(String type) {
        book |= type.equals(BOOK) || type.contains("excel.sheet.macroenabled.main");
        told(type);
    }

    private void relationship(String type) {
        told(type);
        if (EMBEDDED.stream().anyMatch(type::endsWith)) {
            flaws.add(Flaw.EMBEDDED);
        }
    }

    private void told(String type) {
        if (MACROS.stream().anyMatch(type::contains)) {
            flaws.add(Flaw.MACROS);
        }
    }

    /** Archives and books inside, whatever they are called. */
    private void part(InputStream content) throws IOException {
        int count = content.readNBytes(piece, 0, piece.length);
        if (count >= 4 && (piece[0] == 'P' && piece[1] == 'K' && piece[2] == 3 && piece[3] == 4
                || piece[0] == (byte) 0xD0 && piece[1] == (byte) 0xCF && piece[2] == 0x11 && piece[3] == (byte) 0xE0)) {
            flaws.add(Flaw.EMBEDDED);
        }
        while (count > 0) {
            took(count);
            count = content.read(piece);
        }
    }

    private byte[] described(InputStream content) throws IOException {
        var bytes = content.readNBytes(MOST_DESCRIBED + 1);
        if (bytes.length > MOST_DESCRIBED) {
            throw new TooMuch();
        }
        took(bytes.length);
        return bytes;
    }

    private void took(int count) throws TooMuch {
        unpacked += count;
        if (unpacked > MOST_UNPACKED) {
            throw new TooMuch();
        }
    }

    private static void read(byte[] xml, String attribute, java.util.function.Consumer<String> told)
            throws XMLStreamException {
        elements(xml, reader -> {
            var value = reader.getAttributeValue(null, attribute);
            if (value != null) {
                told.accept(value.toLowerCase(Locale.ROOT));
            }
        });
    }

    /** Links by DDE start the program that they name (ISO/IEC 29500-1, 18.14.4). */
    private void link(byte[] xml) throws XMLStreamException {
        elements(xml, reader -> {
            if (reader.getLocalName().equals("ddeLink") || reader.getLocalName().equals("oleLink")) {
                flaws.add(Flaw.ACTIVE);
            }
        });
    }

    private static void elements(byte[] xml, java.util.function.Consumer<XMLStreamReader> each)
            throws XMLStreamException {
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                each.accept(reader);
            } else if (reader.getEventType() == XMLStreamReader.DTD) {
                throw new XMLStreamException("no book declares entities");
            }
        }
    }

    private static final class TooMuch extends IOException {}
}
