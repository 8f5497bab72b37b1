package jp.madoguchi.platform.content;

/** A picture that does not follow its format to its end. */
final class DamagedPicture extends RuntimeException {

    DamagedPicture(String why) {
        super(why, null, false, false);
    }
}
