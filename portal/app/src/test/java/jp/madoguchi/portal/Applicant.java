package jp.madoguchi.portal;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.madoguchi.testkit.MultipartBody;
import jp.madoguchi.testkit.PostForms.PostForm;
import jp.madoguchi.testkit.PostForms;
import jp.madoguchi.testkit.ScriptlessBrowser;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends back the hidden fields it was given.
 */
public final class Applicant {

    private static final Pattern TYPED = Pattern
            .compile("<input class=\"input[^\"]*\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern
            .compile("<input type=\"radio\"[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\" checked");
    private static final Pattern SELECT = Pattern.compile("<select[^>]* name=\"([^\"]+)\"[^>]*>(.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");

    /** The own word she chooses. */
    public static final String WORD = "さくらの咲くころ";
    private static final Pattern RECEIPT = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{2}");

    private final String site;
    private final ScriptlessBrowser browser;
    private HttpResponse<String> last;
    private String claimed = "";
    private @Nullable String accepted;

    public Applicant(PortalServer portal) {
        this(portal, "/");
    }

    private Applicant(Applicant other) {
        this.site = other.site;
        this.browser = ScriptlessBrowser.following(site).withCookiesOf(other.browser);
        this.last = other.last;
        this.claimed = other.claimed;
    }

    /** Somebody who comes in by this page. */
    Applicant(PortalServer portal, String path) {
        this.site = portal.address();
        this.browser = ScriptlessBrowser.following(site);
        this.last = open(path);
    }

    ScriptlessBrowser browser() {
        return browser;
    }

    /** Another tab of this browser, on the same page. */
    Applicant sameBrowser() {
        return new Applicant(this);
    }

    /** The value of the header by which this browser is known. */
    String cookies() {
        return browser.cookies().getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }

    /** A file to send with a form. */
    record Upload(String field, String name, byte[] content) {}

    public HttpResponse<String> open(String path) {
        var answer = browser.get(path, headers());
        last = answer;
        return answer;
    }

    HttpResponse<byte[]> download(String path) {
        return browser.download(path, headers());
    }

    String header(String name) {
        return last.headers().firstValue(name).orElse("");
    }

    /** From now on this browser asks for these languages; null for none in particular. */
    void accepting(@Nullable String languages) {
        accepted = languages;
    }

    /** From now on this browser claims to come from there. */
    void forwardedFor(String address) {
        claimed = address;
    }

    public int status() {
        return last.statusCode();
    }

    public String html() {
        return last.body();
    }

    public String path() {
        return last.uri().getPath();
    }

    /** What stands in the fields of the page, as pairs: what a browser posts when nothing is typed. */
    public String[] standing() {
        var pairs = new ArrayList<String>();
        TYPED.matcher(html()).results().forEach(found -> {
            pairs.add(found.group(1));
            pairs.add(PostForms.value(found));
        });
        CHOSEN.matcher(html()).results().forEach(found -> {
            pairs.add(found.group(1));
            pairs.add(PostForms.value(found));
        });
        SELECT.matcher(html()).results().forEach(select -> SELECTED.matcher(select.group(2)).results().findFirst()
                .ifPresent(option -> {
                    pairs.add(select.group(1));
                    pairs.add(option.group(1));
                }));
        return pairs.toArray(String[]::new);
    }

    /** The hidden fields of the form that posts to an address ending so. */
    Map<String, String> hidden(String addressEnd) {
        return form(addressEnd).hidden();
    }

    private PostForm form(String addressEnd) {
        return PostForms.find(html(), action -> action.endsWith(addressEnd))
                .orElseThrow(() -> new AssertionError("no form to " + addressEnd + " on " + path() + ":\n" + html()));
    }

    /** Fills in the form of the page and presses its main button; pairs of names and values. */
    public HttpResponse<String> fillIn(String... pairs) {
        var fields = fields(pairs);
        fields.putIfAbsent("_action", List.of("next"));
        return post(path(), hidden(path()), fields);
    }

    HttpResponse<String> press(String addressEnd, String... pairs) {
        var form = form(addressEnd);
        return post(form.action(), form.hidden(), fields(pairs));
    }

    static Map<String, List<String>> fields(String... pairs) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.computeIfAbsent(pairs[i], name -> new ArrayList<>()).add(pairs[i + 1]);
        }
        return fields;
    }

    HttpResponse<String> post(String path, Map<String, String> hidden, Map<String, List<String>> fields) {
        var all = PostForms.fields(hidden);
        all.putAll(fields);
        var answer = browser.post(path, all, headers());
        last = answer;
        return answer;
    }

    /** Posts the page with files, as a browser does: fields in the order of the page, files at their place. */
    HttpResponse<String> attach(Upload upload, String... pairs) {
        var body = new MultipartBody();
        hidden(path()).forEach(body::field);
        body.file(upload.field(), upload.name(), "application/pdf", upload.content());
        fields(pairs).forEach((name, values) -> values.forEach(value -> body.field(name, value)));
        var answer = browser.post(path(), body, headers());
        last = answer;
        return answer;
    }

    private String[] headers() {
        var headers = new ArrayList<String>();
        if (accepted != null) {
            headers.addAll(List.of("Accept-Language", accepted));
        }
        if (!claimed.isEmpty()) {
            headers.addAll(List.of("X-Forwarded-For", claimed));
        }
        return headers.toArray(String[]::new);
    }

    // ---- the 国民健康保険 脱退の届出 and the 児童手当, as Hanako fills them in

    void startJidoTeate() {
        open("/procedures/jido-teate");
        press("/applications");
        fillIn("has-spouse", "no", "claimant-occupation", "employee");
    }

    /** Everything up to the page of attachments. */
    void fillInJidoTeate() {
        fillIn("event", "birth");
        fillIn("claimant-name.family", "神戸", "claimant-name.given", "花子", "claimant-name.family-kana", "コウベ",
                "claimant-name.given-kana", "ハナコ", "claimant-birth.era", "H", "claimant-birth.year", "2",
                "claimant-birth.month", "4", "claimant-birth.day", "1", "claimant-address.postal", "650-0001",
                "claimant-address.ward", "中央区", "claimant-address.town", "加納町", "claimant-address.number", "6丁目5-1",
                "claimant-address.building", "", "claimant-phone", "078-331-8181", "claimant-mail",
                "hanako@example.jp", "claimant-mail.again", "hanako@example.jp");
        fillInChild("𠮷田", "髙子");
        fillIn("pension", "employees");
        fillIn("account.bank", "0001", "account.bank-name", "みずほ銀行", "account.branch", "001", "account.branch-name",
                "本店",
                "account.type", "1", "account.number", "1234567", "account.holder", "コウベ ハナコ");
    }

    void fillInChild(String family, String given) {
        fillIn("children.r1.child-name.family", family, "children.r1.child-name.given", given,
                "children.r1.child-name.family-kana", "コウベ", "children.r1.child-name.given-kana", "イチロウ",
                "children.r1.child-birth.era", "R", "children.r1.child-birth.year", "8",
                "children.r1.child-birth.month", "4", "children.r1.child-birth.day", "1",
                "children.r1.child-relation", "child", "children.r1.child-together", "yes");
    }

    static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.UTF_8);

    /** From the start page to the review page. */
    public void prepareJidoTeate() {
        startJidoTeate();
        fillInJidoTeate();
        attach(new Upload("identity", "免許証.pdf", PDF), "_attach", "identity");
        fillIn("truth", "yes");
    }

    /** Begins to fill in a procedure. */
    public void begin(String procedure) {
        open("/procedures/" + procedure);
        press("/procedures/" + procedure + "/applications");
    }

    /** From the start page to the receipt; the id of the application. */
    public UUID applyForJidoTeate() {
        prepareJidoTeate();
        press("/submission", "consent", "yes", "word", WORD);
        return UUID.fromString(path().split("/")[2]);
    }

    /** From the receipt to the application: the browser alone opens it no more. */
    public void follow() {
        var number = RECEIPT.matcher(html()).results().findFirst()
                .orElseThrow(() -> new AssertionError("no receipt number on " + html())).group();
        open("/tracking");
        press("/tracking", "number", number, "word", WORD);
    }

    /** Opens a mailed link and presses its button. */
    public void openMailed(String link, String... proof) {
        open(link);
        press(path(), proof);
    }
}
