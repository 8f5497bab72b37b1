package jp.madoguchi.testkit;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Photos as a telephone takes them: with the place, the camera and a second picture noted beside them. */
public final class TakenPhoto {

    /** What stands in them and is nobody's business. */
    public static final String CAMERA = "SecretCam 7";
    private static final String XMP = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">GPSLatitude SecretCam 7</x:xmpmeta>";

    private TakenPhoto() {}

    /** @param orientation as Exif tells it, 1 to 8; 6 is a telephone held upright */
    public static byte[] jpeg(int width, int height, int orientation) {
        var plain = written(picture(width, height), "jpg");
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, joined("Exif\0\0", exif(orientation)));
        segment(out, 0xE1, joined("http://ns.adobe.com/xap/1.0/\0", XMP.getBytes(StandardCharsets.UTF_8)));
        segment(out, 0xE2, joined("MPF\0", exif(1)));
        segment(out, 0xED, joined("Photoshop 3.0\0", CAMERA.getBytes(StandardCharsets.US_ASCII)));
        segment(out, 0xFE, CAMERA.getBytes(StandardCharsets.US_ASCII));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(joined("MotionPhoto_Data ", exif(1)));
        return out.toByteArray();
    }

    public static byte[] png(int width, int height, int orientation) {
        var plain = written(picture(width, height), "png");
        var out = new ByteArrayOutputStream();
        int afterHeader = 8 + 12 + 13;
        out.write(plain, 0, afterHeader);
        chunk(out, "tEXt", joined("Comment\0", CAMERA.getBytes(StandardCharsets.US_ASCII)));
        chunk(out, "iTXt", joined("XML:com.adobe.xmp\0\0\0\0\0", XMP.getBytes(StandardCharsets.UTF_8)));
        chunk(out, "eXIf", exif(orientation));
        out.write(plain, afterHeader, plain.length - afterHeader);
        out.writeBytes(CAMERA.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** 320 by 200 pixels, with Exif and XMP. */
    public static byte[] heic() {
        try (var in = Objects.requireNonNull(TakenPhoto.class.getResourceAsStream("photo.heic"))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The header of a PNG of that size, with next to nothing in it: a decompression bomb, were it drawn. */
    public static byte[] hugePng(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 0).array());
        var packed = new ByteArrayOutputStream();
        try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
            deflater.write(new byte[1 + width]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        for (int x = 0; x < width; x += 4) {
            pen.setColor(new Color(x * 255 / width, 80, 200 - x * 200 / width));
            pen.fillRect(x, 0, 4, height);
        }
        pen.setColor(Color.WHITE);
        pen.fillRect(width / 8, height / 8, width / 4, height / 4);
        pen.dispose();
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] exif(int orientation) {
        var make = (CAMERA + "\0").getBytes(StandardCharsets.US_ASCII);
        int data = 8 + 2 + 3 * 12 + 4;
        var out = ByteBuffer.allocate(data + make.length + 2 + 12 + 4).putShort((short) 0x4D4D).putShort((short) 42)
                .putInt(8).putShort((short) 3);
        out.putShort((short) 0x010F).putShort((short) 2).putInt(make.length).putInt(data);
        out.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        out.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(data + make.length);
        out.putInt(0).put(make);
        return out.putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(2).putInt('N' << 24).putInt(0)
                .array();
    }

    private static byte[] joined(String mark, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(mark.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        out.write(0xFF);
        out.write(marker);
        out.write((data.length + 2) >> 8);
        out.write(data.length + 2);
        out.writeBytes(data);
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        var crc = new CRC32();
        var letters = name.getBytes(StandardCharsets.US_ASCII);
        crc.update(letters);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(letters);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
