package jp.madoguchi.platform.formpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import gg.jte.Content;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.Language;
import jp.madoguchi.forms.Localized;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.definition.Listing;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;
import jp.madoguchi.forms.definition.QuestionKind.FileType;
import jp.madoguchi.forms.field.Control;
import jp.madoguchi.forms.field.QuestionField;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Finding;
import jp.madoguchi.forms.japanese.Era;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.platform.pagekit.Controls;
import jp.madoguchi.platform.pagekit.DateInput;
import jp.madoguchi.platform.pagekit.Field;
import jp.madoguchi.platform.pagekit.ListedChoice;
import jp.madoguchi.platform.pagekit.Option;
import jp.madoguchi.platform.pagekit.OtherHand;
import jp.madoguchi.platform.pagekit.TextTraits;
import jp.madoguchi.platform.pagekit.UploadedFile;
import jp.madoguchi.platform.pagekit.Words;

/** The controls of one question: what its kind wants ({@link Control}), drawn. */
final class QuestionControls {

    /** More options than this fold into a select, so that a page stays short. */
    private static final int MOST_RADIOS = 7;

    private final Question question;
    private final Control control;
    private final FieldPath path;
    private final Entries typed;
    private final List<Finding> findings;
    private final Language language;
    private final boolean own;
    private final String mark;

    /**
     * @param own whether the question is about the person at the screen, whose browser may fill it in (WCAG 1.3.5)
     * @param mark where the answer came from, if the person at the screen did not give it; else empty
     */
    QuestionControls(Question question, FieldPath path, Entries typed, List<Finding> findings, Language language,
            boolean own, String mark) {
        this.question = question;
        this.control = QuestionField.of(question.kind()).control();
        this.path = path;
        this.typed = typed;
        this.findings = findings;
        this.language = language;
        this.own = own;
        this.mark = mark;
    }

    Content draw(Optional<Answer> answer, FileLinks links, Searches searches, Delegations delegations) {
        var files = answer.map(Answer::filesOf).orElse(List.of());
        return switch (control) {
            case Control.Line line -> Controls.text(line.hint() != null && question.hint() == null
                    ? field().hint(say(line.hint()))
                    : field(), value(""), traits(line));
            case Control.Lines(int maxLength) -> Controls.textarea(field(), value(""), 4, maxLength);
            case Control.Search(var list) -> Controls.listed(field(), listed(list, searches));
            case Control.Day(var era) -> Controls.date(field(), date(era));
            case Control.Month _ -> Controls.month(field(), date(null));
            case Control.YesOrNo _ -> Controls.inline(field(),
                    List.of(Option.of("yes", word("yes")), Option.of("no", word("no"))), value(""));
            case Control.OneOf(var options) -> withWords(options, chooseOne(options));
            case Control.AnyOf(var options) -> withWords(options,
                    Controls.checkboxes(field(), options(options), typed.all(path.toString())));
            case Control.PersonName(boolean withKana) -> Controls.group(group(), name(withKana));
            case Control.Address(boolean withinCity) -> Controls.group(group(), address(withinCity, searches));
            case Control.MailTwice _ -> Controls.group(group(), mail());
            case Control.BankAccount _ -> Controls.group(group(), bankAccount());
            case Control.Upload(var limits) -> upload(files(field(), limits), limits, files, links);
            case Control.AskedOfAnother(var by, var orFiles) ->
                asked(by, orFiles, answer, files, links, delegations);
            case Control.Tick(var statement) ->
                Controls.agree(field(), statement.in(language), value("").equals("yes"));
            case Control.Paragraph(var text) -> Controls.info(question.label().in(language), text.in(language));
        };
    }

    private TextTraits traits(Control.Line line) {
        var traits = switch (line.keys()) {
            case WORDS -> TextTraits.TEXT;
            case DIGITS -> TextTraits.NUMBER;
            case DECIMAL -> TextTraits.DECIMAL;
            case PHONE -> TextTraits.PHONE;
        };
        var width = line.width();
        var wide = width == null ? traits : traits.width(width.name().toLowerCase(Locale.ROOT));
        var token = line.autocomplete();
        return (token == null ? wide : wide.autocomplete(own ? token : "off")).unit(say(line.unit()));
    }

    private ListedChoice listed(Listing list, Searches searches) {
        var words = value("words").isEmpty() ? searches.words(path) : value("words");
        var found = ListedEntries.of(list, words, language);
        return new ListedChoice(words, value(""), found.options(list, value(""), language), found.total(),
                FormPageView.FIND, searches.address(path));
    }

    private Content chooseOne(List<jp.madoguchi.forms.definition.Option> options) {
        return options.size() <= MOST_RADIOS
                ? Controls.radios(field(), options(options), value(""))
                : Controls.select(field(), options(options), value(""), word("choose"));
    }

    /** The words for "other" stand right below the choice; a script hides them until they are asked for. */
    private Content withWords(List<jp.madoguchi.forms.definition.Option> options, Content choice) {
        var asking = options.stream().filter(jp.madoguchi.forms.definition.Option::asksForWords)
                .map(option -> "\"" + option.code() + "\"").collect(Collectors.joining(","));
        if (asking.isEmpty()) {
            return choice;
        }
        var named = options.stream().filter(jp.madoguchi.forms.definition.Option::asksForWords)
                .map(option -> option.label().in(language)).collect(Collectors.joining(between()));
        var words = Controls.text(part("other", Words.in(language.tag(), "other", named)), value("other"),
                TextTraits.TEXT);
        var rule = "{\"op\":\"is\",\"name\":\"" + path + "\",\"values\":[" + asking + "]}";
        return Controls.all(List.of(choice, Controls.asked(path + ".other", rule, true, words)));
    }

    private List<Option> options(List<jp.madoguchi.forms.definition.Option> options) {
        return options.stream().map(option -> Option.of(option.code(), option.label().in(language))).toList();
    }

    private DateInput date(@Nullable Era era) {
        var prefix = path + ".";
        var wrong = findings.stream().map(Finding::field)
                .map(field -> field.startsWith(prefix) ? field.substring(prefix.length()) : "")
                .collect(Collectors.toSet());
        var all = wrong.contains("") ? Set.of("year", "month", "day") : wrong;
        boolean birthday = own && path.question().value().endsWith("birth");
        return new DateInput(era(era), value("year"), value("month"), value("day"), List.copyOf(all), birthday);
    }

    /** As typed; before anything is typed the era in which most answers lie, for those who count in eras. */
    private String era(@Nullable Era usual) {
        var typed = value("era");
        boolean empty = value("year").isEmpty() && value("month").isEmpty() && value("day").isEmpty();
        boolean inEras = language == Language.JA || language == Language.EASY_JA;
        return empty && inEras && usual != null ? usual.letter() : typed;
    }

    private Content name(boolean withKana) {
        var written = Controls.row(List.of(text("family", "name.family", own ? "family-name" : "off"),
                text("given", "name.given", own ? "given-name" : "off")));
        return withKana
                ? Controls.all(List.of(written,
                        Controls.row(List.of(text("family-kana", "name.family-kana", "off"),
                                text("given-kana", "name.given-kana", "off")))))
                : written;
    }

    private Content address(boolean withinCity, Searches searches) {
        var parts = new ArrayList<Content>();
        parts.add(Controls.text(part("postal", word("address.postal")).hint(word("address.postal.hint")),
                value("postal"), TextTraits.NUMBER.autocomplete(own ? "postal-code" : "off")));
        var offer = searches.places(path);
        if (offer != null) {
            parts.add(Controls.places(Field.silent(path.toString(), "").in(language.tag(), null), offer));
        }
        if (withinCity && City.inForce().hasWards()) {
            parts.add(Controls.select(part("ward", word("address.ward")), wards(), value("ward"), word("choose")));
        } else if (!withinCity) {
            parts.add(text("prefecture-city", "address.prefecture-city", own ? "address-level1" : "off"));
        }
        parts.add(text("town", "address.town", own ? "address-level3" : "off"));
        parts.add(text("number", "address.number", own ? "address-line1" : "off"));
        parts.add(Controls.text(optionalPart("building", word("address.building")), value("building"),
                TextTraits.TEXT.autocomplete(own ? "address-line2" : "off")));
        return Controls.address(path.toString(), language.tag(), Controls.all(parts));
    }

    private List<Option> wards() {
        boolean japanese = language == Language.JA || language == Language.EASY_JA;
        return City.inForce().wards().stream()
                .map(ward -> Option.of(ward.name(), japanese ? ward.name() : ward.nameEn()))
                .toList();
    }

    private Content mail() {
        return Controls.all(List.of(
                Controls.text(Field.silent(path.toString(), word("mail")).error(error(path.toString()))
                        .in(language.tag(), null), value(""), TextTraits.MAIL.autocomplete(own ? "email" : "off")),
                Controls.text(part("again", word("mail.again")), value("again"),
                        TextTraits.MAIL.autocomplete(own ? "email" : "off"))));
    }

    private Content bankAccount() {
        var bank = Controls.row(List.of(digits("bank", "bank.bank"), text("bank-name", "bank.bank-name", "off")));
        var branch = Controls
                .row(List.of(digits("branch", "bank.branch"), text("branch-name", "bank.branch-name", "off")));
        var type = Controls.inline(part("type", word("bank.type")),
                Stream.of("1", "2", "4").map(code -> Option.of(code, word("bank.type." + code))).toList(),
                value("type"));
        var number = digits("number", "bank.number");
        var holder = Controls.text(part("holder", word("bank.holder")).hint(word("bank.holder.hint")),
                value("holder"), TextTraits.TEXT.autocomplete("off"));
        var yucho = Controls.row(
                List.of(digits("yucho-symbol", "bank.yucho-symbol"), digits("yucho-number", "bank.yucho-number")));
        boolean open = !value("yucho-symbol").isEmpty() || !value("yucho-number").isEmpty()
                || findings.stream().anyMatch(finding -> finding.field().contains(".yucho-"));
        return Controls.all(
                List.of(Controls.disclosure(word("bank.yucho"), open, yucho), bank, branch, type, number, holder));
    }

    private Content digits(String part, String key) {
        return Controls.text(part(part, word(key)).hint(word(key + ".hint")), value(part),
                TextTraits.NUMBER.width("full").autocomplete("off"));
    }

    private Content text(String part, String key, String autocomplete) {
        return Controls.text(part(part, word(key)), value(part), TextTraits.TEXT.autocomplete(autocomplete));
    }

    private Content upload(Field field, QuestionKind.Files limits, List<Answer.FileRef> files, FileLinks links) {
        return Controls.upload(field, uploaded(files, links), accept(limits), FormPageView.DETACH, FormPageView.ATTACH,
                path.toString(), files.size() < limits.max(), limits.max() - files.size() > 1);
    }

    private Field files(Field own, QuestionKind.Files limits) {
        var kinds = limits.types().stream().sorted().map(Enum::name).collect(Collectors.joining(between()));
        boolean photos = limits.types().contains(FileType.JPEG) || limits.types().contains(FileType.HEIC);
        var rule = Words.in(language.tag(), photos ? "files.hint.photos" : "files.hint", kinds,
                UploadedFile.size(limits.maxBytes()));
        return own.hint(own.hint().isEmpty() ? rule : own.hint() + "\n" + rule);
    }

    /** Ask somebody, or attach a file; one way at a time. */
    private Content asked(Localized by, QuestionKind.@Nullable Files orFiles, Optional<Answer> answer,
            List<Answer.FileRef> files, FileLinks links, Delegations delegations) {
        boolean filled = answer.filter(Answer.FilledIn.class::isInstance).isPresent();
        var state = delegations.at(path);
        boolean waiting = state != null && state.waiting();
        var words = "";
        var button = "";
        if (state != null && (filled || files.isEmpty())) {
            words = state.words();
            button = words.isEmpty()
                    ? Words.in(language.tag(), "other.ask", by.in(language))
                    : word("other.state");
        }
        var limits = filled || waiting ? null : orFiles;
        var hand = new OtherHand(words, filled ? uploaded(files, links) : List.of(), FormPageView.ASK, path.toString(),
                button, limits == null ? Field.idOf(path.toString()) : null, question.label().in(language));
        return Controls.group(field(), limits == null
                ? Controls.other(hand)
                : Controls.all(List.of(Controls.other(hand), upload(
                        files(Field.silent(path.toString(), word(button.isEmpty() ? "other.file" : "other.or-file"))
                                .in(language.tag(), null), limits),
                        limits, files, links))));
    }

    private List<UploadedFile> uploaded(List<Answer.FileRef> files, FileLinks links) {
        return files.stream()
                .map(file -> new UploadedFile(file.name(), file.bytes(), links.href(path, file),
                        path + "/" + file.id()))
                .toList();
    }

    /** Telephones that can give a photo in several formats take the first: JPEG, which everybody sees. */
    private static String accept(QuestionKind.Files limits) {
        return Stream.of(FileType.JPEG, FileType.PNG, FileType.PDF, FileType.XLSX, FileType.HEIC)
                .filter(limits.types()::contains).map(type -> switch (type) {
                    case JPEG -> "image/jpeg,.jpg,.jpeg";
                    case PNG -> "image/png,.png";
                    case PDF -> "application/pdf,.pdf";
                    case XLSX -> ".xlsx";
                    case HEIC -> ".heic,.heif,image/heic";
                }).collect(Collectors.joining(","));
    }

    /** The field of a question without parts, or with the bare path as its main part; words for others tell their own. */
    private Field field() {
        var others = path + ".other";
        return group().error(findings.stream().filter(finding -> !finding.field().equals(others))
                .map(finding -> finding.message().in(language)).distinct()
                .collect(Collectors.joining("\n")));
    }

    /** The frame around the parts of a question; shows only what belongs to no single part. */
    private Field group() {
        var need = control instanceof Control.Paragraph
                ? Field.Need.SILENT
                : question.required() ? Field.Need.REQUIRED : Field.Need.OPTIONAL;
        var fallback = question.label().speaks(language) ? null : Language.JA.tag();
        var bare = error(path.toString());
        var whole = control instanceof Control.MailTwice ? "" : bare.isEmpty() ? missing() : bare;
        return new Field(path.toString(), question.label().in(language), say(question.hint()), say(question.help()),
                need, whole, language.tag(), fallback, mark);
    }

    private Field part(String part, String label) {
        var name = path + "." + part;
        return Field.silent(name, label).error(error(name)).in(language.tag(), null);
    }

    private Field optionalPart(String part, String label) {
        var name = path + "." + part;
        return Field.optional(name, label).error(error(name)).in(language.tag(), null);
    }

    /** Said of the question as a whole where nothing was answered, though the focus goes to its first part. */
    private String missing() {
        return said(findings.stream().filter(finding -> finding.code().equals("required")));
    }

    private String error(String name) {
        boolean ofGroup = name.startsWith(path + ".");
        return said(findings.stream().filter(finding -> finding.field().equals(name))
                .filter(finding -> !ofGroup || !finding.code().equals("required")));
    }

    private String said(Stream<Finding> of) {
        return of.map(finding -> finding.message().in(language)).distinct().collect(Collectors.joining("\n"));
    }

    private String value(String part) {
        return typed.first(part.isEmpty() ? path.toString() : path + "." + part);
    }

    /** Between the members of a list, as the language writes it. */
    private String between() {
        return language == Language.JA || language == Language.EASY_JA ? "・" : ", ";
    }

    private String word(String key) {
        return Words.in(language.tag(), key);
    }

    private String say(@Nullable Localized text) {
        return text == null ? "" : text.in(language);
    }
}
