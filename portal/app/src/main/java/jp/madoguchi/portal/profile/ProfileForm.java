package jp.madoguchi.portal.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.ProfilePart;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;

/**
 * The profile's own form: written in the form language like any other, so that it asks and checks as they do.
 */
public final class ProfileForm {

    /** Read once, when the portal starts (see {@link ProfileStore}). */
    public static final Procedure FORM = read();
    public static final Page PAGE = FORM.pages().getFirst();

    private ProfileForm() {}

    public static Filling filled(Answers answers, LocalDate today) {
        return new Filling(FORM, answers, Entries.NONE, today);
    }

    static Map<ProfilePart, Answer> parts(Answers answers) {
        var parts = new EnumMap<ProfilePart, Answer>(ProfilePart.class);
        for (var part : ProfilePart.values()) {
            answers.get(question(part)).ifPresent(answer -> parts.put(part, answer));
        }
        return parts;
    }

    private static QuestionId question(ProfilePart part) {
        return new QuestionId("my-" + part.name().toLowerCase(Locale.ROOT));
    }

    private static Procedure read() {
        try (var in = ProfileForm.class.getResourceAsStream("/profile/profile.yaml")) {
            if (in == null) {
                throw new IllegalStateException("no profile form");
            }
            return DefinitionFile.readYaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
