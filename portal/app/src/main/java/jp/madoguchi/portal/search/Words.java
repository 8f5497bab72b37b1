package jp.madoguchi.portal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.madoguchi.forms.japanese.SearchKey;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A text as words: base forms without particles and endings, and how they are read. The dictionary (IPADIC) is read when
 * this class is first used, which must not be on an event loop.
 */
final class Words {

    /** Base forms; Latin words stemmed and without marks (nguyen finds Nguyễn). */
    static final Analyzer BASE_FORMS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL);
            TokenStream words = new JapaneseBaseFormFilter(tokenizer);
            words = new JapanesePartOfSpeechStopFilter(words, JapaneseAnalyzer.getDefaultStopTags());
            words = new ASCIIFoldingFilter(words);
            words = new JapaneseKatakanaStemFilter(words);
            return new TokenStreamComponents(tokenizer, new PorterStemFilter(words));
        }
    };

    private static final Analyzer AS_WRITTEN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL));
        }
    };

    private Words() {}

    /**
     * @param start first UTF-16 index in the text
     * @param end after the last
     */
    record Word(String base, int start, int end) {}

    /** @param plain as {@link Typed#plain} leaves it */
    static List<Word> of(String plain) {
        var words = new ArrayList<Word>();
        each(BASE_FORMS, plain, stream -> {
            var offset = stream.getAttribute(OffsetAttribute.class);
            words.add(new Word(stream.getAttribute(CharTermAttribute.class).toString(), offset.startOffset(),
                    offset.endOffset()));
        });
        return words;
    }

    /** Base forms, parted by spaces. */
    static String bases(String plain) {
        return of(plain).stream().map(Word::base).collect(Collectors.joining(" "));
    }

    /** How the whole text is read, in hiragana, nothing left out: 引越し, 引っ越し and ひっこし are one. */
    static String reading(String plain) {
        var reading = new StringBuilder();
        each(AS_WRITTEN, plain, stream -> {
            var read = stream.getAttribute(ReadingAttribute.class).getReading();
            reading.append(read == null ? stream.getAttribute(CharTermAttribute.class).toString() : read);
        });
        return SearchKey.of(reading.toString());
    }

    private interface Taking {
        void take(TokenStream stream);
    }

    private static void each(Analyzer analyzer, String text, Taking taking) {
        try (var stream = analyzer.tokenStream("", text)) {
            stream.reset();
            while (stream.incrementToken()) {
                taking.take(stream);
            }
            stream.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
