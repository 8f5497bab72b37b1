package jp.madoguchi.testkit;

/** The two screens every page is looked at on. */
public enum Screen {
    /** A desktop screen, 1280 px wide. */
    WIDE(1280, 900),
    /** A telephone, 375 px wide. */
    NARROW(375, 740);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
