package jp.madoguchi.identity.post;

/**
 * One mail to one person, plain text.
 *
 * @param to
 *            a checked mail address
 * @throws IllegalArgumentException
 *             if address or subject hold a line break (which would add mail headers)
 */
public record Letter(String to, String subject, String text) {

    public Letter {
        if ((to + subject).chars().anyMatch(character -> character < ' ')) {
            throw new IllegalArgumentException("control character in the head of a mail");
        }
    }

    String written() {
        return to + "\n" + subject + "\n" + text;
    }

    static Letter read(String written) {
        String[] parts = written.split("\n", 3);
        return new Letter(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return "Letter[withheld]";
    }
}
