package jp.madoguchi.platform.pdf;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/**
 * Sets the text of one paper: each character in a face that has it, else in its reduced form, else as 〓; what was replaced is
 * remembered and printed as a note, so that no character of a name vanishes silently. For one paper and one thread.
 */
final class Typesetter {

    private static final String GETA = "〓";
    private static final Color INK = new Color(0x1a, 0x1a, 0x1a);

    private final Typeface faces;
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<Substitute, Set<String>> substitutes = new LinkedHashMap<>();
    private String place = "";
    private String before = "";

    private record Substitute(String character, String printed) {}

    Typesetter(Typeface faces) {
        this.faces = faces;
    }

    Phrase text(String text, float size) {
        return set(text, size, false);
    }

    Phrase strong(String text, float size) {
        return set(text, size, true);
    }

    /** One sentence per replaced character; empty when everything could be drawn. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** What comes next stands there. */
    void at(String where) {
        place = where;
    }

    /** What could not be drawn as written. */
    List<Replaced> replaced() {
        return substitutes.entrySet().stream().map(one -> new Replaced(one.getKey().character(),
                one.getKey().printed(), List.copyOf(one.getValue()))).toList();
    }

    private Phrase set(String text, float size, boolean strong) {
        // The font is for the line ends the library adds; without it they would pull in a face that is not embedded.
        Phrase phrase = new Phrase(size * 1.6f, "", new Font(faces.main(strong), size));
        StringBuilder run = new StringBuilder();
        BaseFont runFace = faces.main(strong);
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyph(character, strong);
            if (glyph == null) {
                continue;
            }
            before = Character.toString(character);
            if (!glyph.face().equals(runFace)) {
                flush(phrase, run, runFace, size);
                runFace = glyph.face();
            }
            run.append(glyph.text());
        }
        flush(phrase, run, runFace, size);
        return phrase;
    }

    /** @return null for what is not drawn at all */
    private @Nullable Glyph glyph(int character, boolean strong) {
        if (character == '\n') {
            return new Glyph("\n", faces.main(strong));
        }
        if (isVariationSelector(character)) {
            substituted(before + Character.toString(character), before);
            note(character, "字形の指定(異体字セレクタ)は印刷に反映されず、基本の字形で印刷しています。");
            return null;
        }
        if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
            return null;
        }
        if (character == '\u00a0') {
            return new Glyph(" ", faces.main(strong));
        }
        Optional<BaseFont> face = faces.faceFor(character, strong);
        if (face.isPresent()) {
            return new Glyph(Character.toString(character), face.get());
        }
        Optional<String> reduced = ReducedForms.of(character)
                .filter(form -> form.codePoints().allMatch(faces.main(strong)::charExists)).findFirst();
        if (reduced.isPresent()) {
            substituted(Character.toString(character), reduced.get());
            note(character, "を「" + reduced.get() + "」に置き換えて印刷しています。");
            return new Glyph(reduced.get(), faces.main(strong));
        }
        substituted(Character.toString(character), GETA);
        note(character, "を「" + GETA + "」に置き換えて印刷しています。");
        return new Glyph(GETA, faces.main(strong));
    }

    private void substituted(String character, String printed) {
        substitutes.computeIfAbsent(new Substitute(character, printed), none -> new LinkedHashSet<>()).add(place);
    }

    private void note(int character, String what) {
        notes.add(isVariationSelector(character)
                ? what
                : String.format(Locale.ROOT, "印刷用の字形がない文字(U+%04X)%s", character, what));
    }

    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F || character >= 0xE0100 && character <= 0xE01EF;
    }

    private static void flush(Phrase phrase, StringBuilder run, BaseFont face, float size) {
        if (!run.isEmpty()) {
            Chunk chunk = new Chunk(run.toString(), new Font(face, size, Font.NORMAL, INK));
            chunk.setSplitCharacter(LineBreaks.INSTANCE);
            phrase.add(chunk);
            run.setLength(0);
        }
    }

    private record Glyph(String text, BaseFont face) {}
}
