package jp.madoguchi.portal.about;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jp.madoguchi.forms.Language;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The city's texts, as Markdown files (CommonMark) in one folder: {@code help.ja.md}, {@code help.en.md}, … Read once when
 * the portal starts; a missing Japanese text stops it, any other language falls back to Japanese.
 */
@Component
class CityTexts {

    private final Map<Subject, Map<Language, CityText>> texts = new EnumMap<>(Subject.class);

    CityTexts(@Value("${madoguchi.about.folder:classpath:about/}") String folder, ResourceLoader files)
            throws IOException {
        var parser = Parser.builder().build();
        var renderer = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
        for (var subject : Subject.values()) {
            var known = new HashMap<Language, CityText>();
            for (var language : Language.values()) {
                var file = files.getResource(folder + subject.code() + "." + language.tag() + ".md");
                if (file.exists() || language == Language.JA) {
                    var markdown = file.getContentAsString(StandardCharsets.UTF_8);
                    known.put(language, new CityText(renderer.render(parser.parse(markdown)), language.tag()));
                }
            }
            texts.put(subject, known);
        }
    }

    CityText about(Subject subject, Language language) {
        var known = Objects.requireNonNull(texts.get(subject));
        var written = known.get(language);
        return written != null ? written : Objects.requireNonNull(known.get(Language.JA));
    }
}
