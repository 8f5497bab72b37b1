package jp.madoguchi.backoffice.portal;

/** A call the portal answers with this HTTP status. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }
}
