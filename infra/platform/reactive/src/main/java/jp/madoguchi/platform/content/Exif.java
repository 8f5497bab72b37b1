package jp.madoguchi.platform.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way is up, as Exif says it (CIPA DC-008, 4.6.5): the only thing of it that is kept. */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** 1 to 8; 1, which is upright, where it does not say or cannot be read. */
    static int orientation(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return 1;
        }
        var data = tiff.slice();
        int mark = data.getShort(0);
        if (mark != 0x4949 && mark != 0x4D4D) {
            return 1;
        }
        data.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = data.getInt(4) & 0xFFFF_FFFFL;
        if (data.getShort(2) != 42 || first + 2 > data.limit()) {
            return 1;
        }
        int entries = data.getShort((int) first) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long at = first + 2 + 12L * i;
            if (at + 12 > data.limit()) {
                return 1;
            }
            int entry = (int) at;
            if ((data.getShort(entry) & 0xFFFF) == ORIENTATION && data.getShort(entry + 2) == SHORT) {
                int value = data.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** A TIFF header and the one entry, 26 bytes. */
    static ByteBuffer only(int orientation) {
        return ByteBuffer.allocate(26).putShort((short) 0x4D4D).putShort((short) 42).putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1).putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0).flip();
    }
}
