package jp.madoguchi.backoffice.intake;

/** A consignment cannot become (part of) a case as it is; the message is for the administrator. */
final class CannotTakeOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotTakeOver(String message) {
        super(message);
    }
}
