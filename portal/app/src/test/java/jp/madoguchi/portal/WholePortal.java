package jp.madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.ProcedureFigures;
import jp.madoguchi.portal.wording.Wording;
import jp.madoguchi.testkit.exchange.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.HtmlUtils;

/** The real portal under the exchange's contract: applicants hand in and read on its pages. */
final class WholePortal implements Subject {

    private static final Pattern MESSAGE = Pattern
            .compile("<p class=\"note-title\">([^<]*)<span.*?<p class=\"asked-reason\">(.*?)</p>", Pattern.DOTALL);
    private static final Pattern PAPER = Pattern
            .compile("<a href=\"([^\"]+/documents/[^\"?]+)\" lang=\"ja\">(.*?)</a>");
    private static final Pattern CITY = Pattern.compile("<title>[^<]*?([^<｜|\\s]+市)[^<]*</title>");
    private static final Pattern FIGURE = Pattern.compile("この1年の(\\d+)件から");
    private static final Pattern ALERT = Pattern.compile("<p class=\"alert-title\">(.*?)</p>", Pattern.DOTALL);
    private static final Pattern DRAFT = Pattern.compile("href=\"(/applications/[^\"]+)\"");

    private final PortalServer portal = PortalServer.start();
    private final Map<UUID, Applicant> applicants = new ConcurrentHashMap<>();
    private final Wording wording = Wording.in("ja");

    @Override
    public String address() {
        return portal.address();
    }

    @Override
    public String token() {
        return portal.identity().exchangeToken();
    }

    @Override
    public String tokenWithoutScope() {
        return portal.identity().tokenWithoutScope();
    }

    @Override
    public Arrival handIn() {
        // All of them come from one address, which a minute of a fast machine would shut out.
        portal.bean(DatabaseClient.class).sql("delete from attempt").then().block();
        var applicant = new Applicant(portal);
        var id = applicant.applyForJidoTeate();
        applicant.follow();
        applicants.put(id, applicant);
        return new Arrival(id, Applicant.PDF);
    }

    @Override
    public void begin() {
        new Applicant(portal).begin("jido-teate");
    }

    /** What was only looked at is written behind the pages: the first page that follows the beginning, and the review before the end. */
    @Override
    public void awaitSteps() {
        await().atMost(Duration.ofSeconds(20)).until(() -> portal.count("""
                select count(*) from fill_event e where e.type in ('OPENED', 'SUBMITTED') and not exists (
                    select from fill_event seen where seen.fill = e.fill
                        and seen.type = case e.type when 'OPENED' then 'PAGE_SHOWN' else 'REVIEWED' end)""") == 0);
    }

    @Override
    public String whyNotBegun() {
        var page = new Applicant(portal);
        page.open("/procedures/jido-teate");
        var told = ALERT.matcher(page.html());
        return page.html().contains("action=\"/procedures/jido-teate/applications\"")
                ? ""
                : told.find() ? HtmlUtils.htmlUnescape(told.group(1)) : "nothing is said";
    }

    @Override
    public void write(UUID application, String text) {
        tracking(application).press("/messages", "text", text);
    }

    @Override
    public void correct(UUID application) {
        var applicant = tracking(application);
        var draft = DRAFT.matcher(applicant.html());
        if (!draft.find()) {
            throw new AssertionError("no correction to answer on " + applicant.html());
        }
        applicant.open(draft.group(1));
        applicant.open(draft.group(1) + "/pages/children?after=review");
        applicant.fillInChild("吉田", "髙子");
        applicant.press("/submission");
    }

    @Override
    public void withdraw(UUID application, String reason) {
        var applicant = tracking(application);
        applicant.open(applicant.path() + "/withdraw");
        applicant.press("/withdraw", "reason", reason);
    }

    @Override
    public void chooseNoticeWay(UUID application, boolean electronic) {
        var applicant = tracking(application);
        applicant.press("/notice-way");
        assertThat(applicant.html()).contains(wording.text(electronic ? "notice-way.electronic" : "notice-way.paper"));
    }

    @Override
    public boolean standsAt(UUID application, Stage stage, @Nullable Outcome outcome) {
        return tracking(application).html().contains("<dd><b>" + wording.stage(stage, outcome) + "</b></dd>");
    }

    @Override
    public List<String> messages(UUID application) {
        return MESSAGE.matcher(tracking(application).html()).results()
                .filter(found -> found.group(1).strip().equals(wording.text("message.from-city")))
                .map(found -> HtmlUtils.htmlUnescape(found.group(2))).toList();
    }

    @Override
    public String cityName() {
        var page = new Applicant(portal);
        page.open("/");
        return CITY.matcher(page.html()).results().map(found -> found.group(1)).findFirst().orElse("");
    }

    @Override
    public boolean tells(ProcedureFigures figures) {
        var page = new Applicant(portal);
        page.open("/procedures/jido-teate");
        var told = FIGURE.matcher(page.html()).results().map(found -> found.group(1)).toList();
        return told.equals(Stream.of(figures.working(), figures.filling()).filter(Objects::nonNull)
                .map(spread -> String.valueOf(spread.n())).toList());
    }

    @Override
    public List<Paper> papers(UUID application) {
        var applicant = tracking(application);
        return PAPER.matcher(applicant.html()).results()
                .map(found -> new Paper(HtmlUtils.htmlUnescape(found.group(2)),
                        applicant.download(found.group(1) + "?download").body()))
                .toList();
    }

    private Applicant tracking(UUID application) {
        var applicant = Objects.requireNonNull(applicants.get(application));
        applicant.open("/tracking/" + application);
        return applicant;
    }

    @Override
    public void close() {
        portal.close();
    }
}
