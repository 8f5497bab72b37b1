package jp.madoguchi.backoffice.reform;

/** What stands in the way of completing a procedure online. */
public enum Blocker {

    SIGNATURE("署名・押印"), ORIGINAL("原本の提出"), FACE_TO_FACE("対面での確認"), FEE("手数料の納付");

    private final String label;

    Blocker(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
