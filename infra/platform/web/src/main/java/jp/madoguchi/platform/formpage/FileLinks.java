package jp.madoguchi.platform.formpage;

import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.answer.Answer.FileRef;

/** Where an attached file can be looked at. */
@FunctionalInterface
public interface FileLinks {

    /** No links. */
    FileLinks NONE = (path, file) -> "";

    /** The address, or an empty string where the file cannot be looked at. */
    String href(FieldPath path, FileRef file);
}
