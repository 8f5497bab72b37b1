package jp.madoguchi.platform.pdf;

/** Something to print on A4. */
public sealed interface Paper permits ApplicationCopy, Notice {

    /** The heading, which is also the document's title for readers and screen readers. */
    String title();

    /** Who issues it, such as まどぐち市. */
    String issuer();

    /** What stands at the foot of every page beside the page number, such as a receipt or document number. */
    String reference();
}
