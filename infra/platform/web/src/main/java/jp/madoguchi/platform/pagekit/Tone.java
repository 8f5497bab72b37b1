package jp.madoguchi.platform.pagekit;

/** What an alert, badge or message means; never told by colour alone, the words say it too. */
public enum Tone {
    INFO, SUCCESS, WARNING, ERROR, NEUTRAL;

    /** CSS modifier. */
    public String css() {
        return switch (this) {
            case INFO -> "info";
            case SUCCESS -> "success";
            case WARNING -> "warning";
            case ERROR -> "error";
            case NEUTRAL -> "neutral";
        };
    }
}
