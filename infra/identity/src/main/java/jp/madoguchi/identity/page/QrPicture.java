package jp.madoguchi.identity.page;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to draw as SVG.
 *
 * @param size
 *            width and height in modules, with the quiet zone of four on each side (ISO/IEC 18004)
 * @param path
 *            the dark modules as SVG path data
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    /** @throws io.nayuki.qrcodegen.DataTooLongException if the text does not fit any QR code */
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
