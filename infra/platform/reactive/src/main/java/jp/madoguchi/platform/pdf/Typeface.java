package jp.madoguchi.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundled face in two weights, and other faces for characters it lacks. Shared by all papers; the fonts lock themselves. */
final class Typeface {

    private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);

    private final BaseFont regular;
    private final BaseFont bold;
    private final List<BaseFont> fallbacks;

    private Typeface(BaseFont regular, BaseFont bold, List<BaseFont> fallbacks) {
        this.regular = regular;
        this.bold = bold;
        this.fallbacks = List.copyOf(fallbacks);
    }

    static Typeface load(List<Path> fallbackFiles) {
        List<BaseFont> fallbacks = new ArrayList<>();
        for (Path file : fallbackFiles) {
            if (Files.isReadable(file)) {
                fallback(file).ifPresent(fallbacks::add);
            }
        }
        return new Typeface(bundled("BIZUDGothic-Regular.ttf"), bundled("BIZUDGothic-Bold.ttf"), fallbacks);
    }

    private static BaseFont bundled(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("face missing from the program: " + name);
            }
            return font(name, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<BaseFont> fallback(Path file) {
        try {
            return Optional.of(font(file.toString(), Files.readAllBytes(file)));
        } catch (IOException | DocumentException unreadable) {
            LOG.warn("the fallback face {} cannot be used: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static BaseFont font(String name, byte[] bytes) throws IOException {
        return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
    }

    BaseFont main(boolean strong) {
        return strong ? bold : regular;
    }

    /** The face that can draw this character, the bundled one first. */
    Optional<BaseFont> faceFor(int character, boolean strong) {
        BaseFont main = main(strong);
        if (main.charExists(character)) {
            return Optional.of(main);
        }
        return fallbacks.stream().filter(face -> face.charExists(character)).findFirst();
    }
}
