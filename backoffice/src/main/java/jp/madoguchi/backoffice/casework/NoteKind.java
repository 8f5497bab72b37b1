package jp.madoguchi.backoffice.casework;

/** What a note is about; notes have a kind so that the next reader finds what they need. */
public enum NoteKind {
    FACT("確認した事実"), CONTACT("申請者との連絡"), HANDOVER("引継ぎ"), OTHER("その他");

    private final String label;

    NoteKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
