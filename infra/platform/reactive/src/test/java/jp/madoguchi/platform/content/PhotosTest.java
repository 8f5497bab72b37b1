package jp.madoguchi.platform.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import jp.madoguchi.testkit.TakenPhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void jpegLosesWhatTheCameraNotedAndKeepsWhatIsUp(int orientation) throws IOException {
        var photo = TakenPhoto.jpeg(400, 300, orientation);
        var clean = cleaned(ContentKind.JPEG, photo);
        saysNothing(photo, clean, "MotionPhoto", "MPF", "xmpmeta", "Photoshop");
        assertThat(pixels(clean)).isEqualTo(pixels(photo));
        var exif = text(clean).indexOf("Exif\0\0");
        if (orientation == 1) {
            assertThat(exif).isNegative();
        } else {
            assertThat(Exif.orientation(ByteBuffer.wrap(clean, exif + 6, clean.length - exif - 6).slice()))
                    .isEqualTo(orientation);
        }
        assertThat(cleaned(ContentKind.JPEG, clean)).as("done twice").isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void pngLosesItToo(int orientation) throws IOException {
        var photo = TakenPhoto.png(400, 300, orientation);
        var clean = cleaned(ContentKind.PNG, photo);
        saysNothing(photo, clean, "tEXt", "iTXt", "xmpmeta");
        assertThat(pixels(clean)).isEqualTo(pixels(photo));
        assertThat(text(clean).contains("eXIf")).isEqualTo(orientation != 1);
        assertThat(cleaned(ContentKind.PNG, clean)).as("done twice").isEqualTo(clean);
    }

    @Test
    void heicLosesItAndNothingElseMoves() throws IOException {
        var photo = TakenPhoto.heic();
        var clean = cleaned(ContentKind.HEIC, photo);
        saysNothing(photo, clean, "xmpmeta", "GPSLatitude");
        assertThat(clean).hasSameSizeAs(photo);
        // The picture itself stands before the notes.
        int notes = text(photo).indexOf("MM\0*") - 4;
        assertThat(Arrays.copyOf(clean, notes)).isEqualTo(Arrays.copyOf(photo, notes));
    }

    @Test
    void whatIsNoPictureStaysAsItIs() throws IOException {
        var from = Files.write(folder.resolve("from"), new byte[]{1, 2, 3});
        assertThat(Photos.clean(ContentKind.PDF, from, folder.resolve("to"))).isFalse();
        assertThat(folder.resolve("to")).doesNotExist();
    }

    @Test
    void sizesAreReadFromTheBeginning() {
        assertThat(size(ContentKind.JPEG, TakenPhoto.jpeg(400, 300, 6))).isEqualTo(new PictureSize(400, 300));
        assertThat(size(ContentKind.PNG, TakenPhoto.png(40, 30, 1))).isEqualTo(new PictureSize(40, 30));
        assertThat(size(ContentKind.HEIC, TakenPhoto.heic())).isEqualTo(new PictureSize(320, 200));
        assertThat(size(ContentKind.PNG, TakenPhoto.hugePng(50_000, 50_000)).canBeShown()).isFalse();
        assertThat(new PictureSize(8064, 6048).canBeShown()).as("a telephone of 48 megapixels").isTrue();
        assertThat(new PictureSize(30_000, 10).canBeShown()).isFalse();
        assertThat(PictureSize.of(ContentKind.JPEG, ByteBuffer.allocate(3))).isEmpty();
        assertThat(PictureSize.of(ContentKind.HEIC, ByteBuffer.allocate(30))).isEmpty();
    }

    /** Whatever a stranger sends: it is cleaned or it is damaged, and nothing else happens. */
    @Test
    void brokenPicturesAreFound() throws IOException {
        var random = new Random(7);
        var inspector = new FileInspector();
        for (var photo : new byte[][]{TakenPhoto.jpeg(60, 40, 6), TakenPhoto.png(60, 40, 6), TakenPhoto.heic()}) {
            for (int i = 0; i < 400; i++) {
                var broken = photo.clone();
                for (int flips = 0; flips < 6; flips++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                var cut = Arrays.copyOf(broken, 20 + random.nextInt(broken.length - 20));
                var found = inspector.inspect(Files.write(folder.resolve("broken"), cut), "a.jpg");
                assertThat(found.flaw()).isIn(null, Flaw.DAMAGED);
            }
            var half = inspector.inspect(Files.write(folder.resolve("half"), Arrays.copyOf(photo, photo.length / 2)),
                    "a.jpg");
            assertThat(half.flaw()).isEqualTo(Flaw.DAMAGED);
        }
    }

    private static PictureSize size(ContentKind kind, byte[] content) {
        return PictureSize.of(kind, ByteBuffer.wrap(content)).orElseThrow();
    }

    private byte[] cleaned(ContentKind kind, byte[] photo) throws IOException {
        var from = Files.write(folder.resolve("from"), photo);
        var to = folder.resolve("to");
        assertThat(Photos.clean(kind, from, to)).isTrue();
        return Files.readAllBytes(to);
    }

    private static void saysNothing(byte[] photo, byte[] clean, String... marks) {
        assertThat(text(photo)).contains(TakenPhoto.CAMERA).contains(marks);
        assertThat(text(clean)).doesNotContain(TakenPhoto.CAMERA).doesNotContain(marks);
    }

    private static int[] pixels(byte[] picture) throws IOException {
        var read = ImageIO.read(new ByteArrayInputStream(picture));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
