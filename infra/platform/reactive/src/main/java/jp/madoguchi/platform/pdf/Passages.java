package jp.madoguchi.platform.pdf;

import java.util.List;

/** The text of a paper by where it stands, in the words of those who send it. */
final class Passages {

    /** Takes a text and where it stands. */
    @FunctionalInterface
    interface Reader {
        void read(String place, String text);
    }

    private Passages() {}

    static void of(Paper paper, Reader reader) {
        switch (paper) {
            case ApplicationCopy copy -> {
                reader.read("表題", copy.title());
                entries("概要", copy.summary(), reader);
                copy.sections().forEach(section -> {
                    reader.read("見出し", section.heading());
                    entries("回答", section.entries(), reader);
                });
                all("注意書き", copy.remarks(), reader);
            }
            case Notice notice -> {
                reader.read("文書番号", notice.reference());
                all("宛先", notice.recipient().address(), reader);
                reader.read("宛名", notice.recipient().name());
                reader.read("差出人", notice.sender().title() + notice.sender().name());
                var contact = notice.contact();
                if (contact != null) {
                    reader.read("問い合わせ先", contact.office());
                    all("問い合わせ先", contact.lines(), reader);
                }
                reader.read("表題", notice.title());
                all("本文", notice.body(), reader);
                entries("記", notice.particulars(), reader);
                all("理由", notice.reasons(), reader);
                all("教示", notice.appeal(), reader);
            }
        }
    }

    private static void all(String place, List<String> texts, Reader reader) {
        texts.forEach(text -> reader.read(place, text));
    }

    /** Told by their labels, which lead to the right line of a long table. */
    private static void entries(String place, List<Entry> entries, Reader reader) {
        entries.forEach(entry -> {
            reader.read(place, entry.label());
            reader.read(place + "「" + entry.label() + "」", entry.value());
        });
    }
}
