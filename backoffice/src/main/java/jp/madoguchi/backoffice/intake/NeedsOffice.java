package jp.madoguchi.backoffice.intake;

/** An application that belongs to no office as it stands; a person has to say which works it. The message is for that person. */
final class NeedsOffice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeedsOffice(String message) {
        super(message);
    }
}
