package jp.madoguchi.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import javax.imageio.ImageIO;

/** Files to attach, real ones of their kind and as large as told. */
final class MadeUpFiles {

    private static final int BYTES_A_PIXEL = 3;
    private static final String PAPER = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n";
    private static final String END_OF_PAPER = "trailer<</Root 1 0 R>>\n%%EOF\n";

    private final byte[] picture;
    private final byte[] paper;

    /** @param bytes how large each is, at least */
    MadeUpFiles(int bytes) {
        picture = noise(bytes);
        paper = (PAPER + "%".repeat(bytes) + "\n" + END_OF_PAPER).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] picture() {
        return picture;
    }

    byte[] paper() {
        return paper;
    }

    /** A square of noise, which no compression makes smaller. */
    private static byte[] noise(int bytes) {
        int side = 1 + (int) Math.sqrt((double) bytes / BYTES_A_PIXEL);
        var random = new Random(side);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        try {
            var file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
