package jp.madoguchi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import jp.madoguchi.forms.file.DefinitionFile;
import jp.madoguchi.testkit.Browser;
import jp.madoguchi.testkit.Screen;
import jp.madoguchi.testkit.TakenPhoto;
import jp.madoguchi.testkit.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files are sent when they are chosen, on a telephone, while the page goes on being filled in. */
class UploadsInBrowserTest {

    private static final String FORM = """
            id: photos
            title: 写真をつける申請
            summary: 見本の手続き
            kind: other
            who-can-apply: だれでも
            what-is-needed: 写真
            purpose: 試験
            legal-basis: {rank: guideline, articles: [見本要綱]}
            standard-period: {business-days: 5, sample: true}
            assurance: mail
            retention-years: 1
            bureau: 見本局
            routing: {office: center}
            notices: {issuer: 市長, approved-title: 通知, approved-body: 通知, refused-title: 通知, refused-body: 通知}
            applicant: {name: who}
            pages:
              - id: main
                title: 写真
                questions:
                  - {id: who, kind: person-name, with-kana: false, label: 申し込む方のお名前}
                  - {id: place, kind: files, label: 場所の写真, min: 1, max: 3, types: [jpeg, png, heic, pdf]}
                  - {id: other, kind: files, label: ほかの書類, min: 0, max: 2, types: [pdf], required: false}
            """;

    private static PortalServer portal;
    private static Browser browser;

    @BeforeAll
    static void start() {
        portal = PortalServer.start();
        browser = Browser.launch();
        portal.publish(DefinitionFile.readYaml(FORM), 1);
    }

    @AfterAll
    static void stop() {
        browser.close();
        portal.close();
    }

    private static Page begun(Visitor visitor) {
        var page = visitor.page();
        page.navigate(portal.address() + "/procedures/photos");
        page.locator("main form button.button").first().click();
        page.locator("input[name=place]").waitFor();
        page.locator("[name='who.family']").fill("神戸");
        return page;
    }

    private static Locator block(Page page, String name) {
        return page.locator("[data-upload=" + name + "]");
    }

    private static void choose(Page page, String name, FilePayload... files) {
        page.locator("input[name=" + name + "]").setInputFiles(files);
    }

    private static FilePayload jpeg(String name, byte[] content) {
        return new FilePayload(name, "image/jpeg", content);
    }

    private static byte[] stored(Page page, String file) {
        return page.request()
                .get(portal.address() + page.locator(".files a:text-is('" + file + "')").getAttribute("href"))
                .body();
    }

    /** Noise packs badly: some megabytes. */
    private static byte[] large(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, (x * 255 / width) << 16 | (random.nextInt(64) + 90) << 8 | y * 255 / height);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void aLargePhotoIsMadeSmallerAndSentAndNothingTypedIsLost() throws IOException {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            var address = page.url();
            var photo = large(3600, 2400);
            assertThat(photo.length).isGreaterThan(1024 * 1024);
            choose(page, "place", jpeg("庭の写真.JPG", photo));
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
            assertThat(page.locator("form [role=status]").first()).hasText("「庭の写真.JPG」を添付しました。");
            assertThat(page.url()).isEqualTo(address);
            assertThat(page.locator("[name='who.family']")).hasValue("神戸");
            var smaller = stored(page, "庭の写真.jpg");
            assertThat(smaller.length).isLessThan(photo.length);
            assertThat(ImageIO.read(new ByteArrayInputStream(smaller)).getWidth()).isEqualTo(3000);
            assertThat(page.locator("[name=_attach]").first()).isHidden();
            page.locator("[name='who.given']").fill("花子");
            hanako.look("portal-uploaded");
            page.locator("main .actions button[value=next]").click();
            page.waitForURL("**/review");
            assertThat(hanako).shows("庭の写真.jpg").shows("花子");
        }
    }

    @Test
    void aSmallPhotoStaysAsItIs() throws IOException {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            choose(page, "place", jpeg("小さい.jpg", TakenPhoto.jpeg(400, 300, 6)));
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
            var picture = ImageIO.read(new ByteArrayInputStream(stored(page, "小さい.jpg")));
            assertThat(picture.getWidth()).isEqualTo(400);
            assertThat(picture.getRGB(200, 200)).isEqualTo(
                    ImageIO.read(new ByteArrayInputStream(TakenPhoto.jpeg(400, 300, 6))).getRGB(200, 200));
            assertThat(page.locator("input[name=place]").getAttribute("accept")).startsWith("image/jpeg");
        }
    }

    @Test
    void severalAreSentOneAfterTheOtherAndTheSecondIsRefusedBesideItsField() {
        try (var taro = browser.visitor(Screen.NARROW)) {
            var page = begun(taro);
            choose(page, "place", jpeg("一枚目.jpg", TakenPhoto.jpeg(80, 60, 1)),
                    Papers.disguisedProgram("二枚目.png"), Papers.picture("三枚目.png"));
            assertThat(block(page, "place").locator(".files li")).hasCount(2);
            assertThat(page.locator(".upload-progress")).hasCount(0);
            assertThat(page.locator("[name='who.family']")).hasValue("神戸");
            assertThat(block(page, "place").locator(".field-error")).containsText("「二枚目.png」の中身は");
            choose(page, "place", Papers.disguisedProgram("四枚目.png"));
            var error = block(page, "place").locator(".field-error");
            assertThat(error).containsText("「四枚目.png」の中身は、受け付けている種類のファイルではありません");
            assertThat(page.locator("input[name=place]")).isFocused();
            assertThat(page.locator("input[name=place]")).hasAttribute("aria-invalid", "true");
            taro.look("portal-upload-refused");
        }
    }

    @Test
    void whatIsRemovedIsSaidAndTheFocusStays() {
        try (var taro = browser.visitor(Screen.NARROW)) {
            var page = begun(taro);
            choose(page, "place", Papers.picture("消す.png"));
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
            page.locator("[name='who.given']").fill("太郎");
            page.locator("[data-upload=place] [name=_detach]").click();
            assertThat(block(page, "place").locator(".files li")).hasCount(0);
            assertThat(page.locator("form [role=status]").first()).hasText("「消す.png」を削除しました。");
            assertThat(page.locator("input[name=place]")).isFocused();
            assertThat(page.locator("[name='who.given']")).hasValue("太郎");
        }
    }

    @Test
    void offlineItWaitsAndIsSentWhenTheNetworkIsBack() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            page.context().setOffline(true);
            choose(page, "place", Papers.picture("圏外.png"));
            assertThat(page.locator(".upload-progress")).containsText("通信が切れているため");
            assertThat(page.locator(".upload-progress button.button")).isVisible();
            hanako.look("portal-upload-offline");
            page.context().setOffline(false);
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
            assertThat(page.locator(".upload-progress")).hasCount(0);
        }
    }

    @Test
    void anAnswerLostOnItsWayDoesNotAttachTwice() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            var first = new boolean[]{true};
            page.route("**/pages/main*", route -> {
                if (route.request().method().equals("POST") && first[0]) {
                    first[0] = false;
                    route.fetch();
                    route.abort("connectionreset");
                } else {
                    route.resume();
                }
            });
            choose(page, "place", Papers.picture("一度だけ.png"));
            page.locator(".upload-progress button.button").click();
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
            assertThat(page.locator(".upload-progress")).hasCount(0);
            page.reload();
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
        }
    }

    @Test
    void itCanBeStopped() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            var held = new ArrayList<Route>();
            page.route("**/pages/main*", held::add);
            choose(page, "place", Papers.picture("やめる.png"));
            page.waitForCondition(() -> !held.isEmpty());
            page.locator(".upload-progress .link-button").click();
            assertThat(page.locator(".upload-progress")).hasCount(0);
            assertThat(page.locator("form [role=status]").first()).hasText("「やめる.png」を送るのをやめました。");
            page.unroute("**/pages/main*");
            page.reload();
            assertThat(block(page, "place").locator(".files li")).hasCount(0);
        }
    }

    @Test
    void goingOnWaitsForWhatIsUnderWay() {
        try (var hanako = browser.visitor(Screen.NARROW)) {
            var page = begun(hanako);
            page.locator("[name='who.given']").fill("花子");
            var held = new ArrayList<Route>();
            page.route("**/pages/main*", route -> {
                if (held.isEmpty() && route.request().method().equals("POST")) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            choose(page, "place", Papers.picture("途中.png"));
            page.waitForCondition(() -> !held.isEmpty());
            page.locator("main .actions button[value=next]").click();
            assertThat(page.locator("form [role=status]").first()).hasText("ファイルを送り終わると、次へ進みます。");
            held.getFirst().resume();
            page.waitForURL(Pattern.compile(".*/review.*"));
            assertThat(hanako).shows("途中.png");
        }
    }

    @Test
    void withoutScriptsTheButtonAttaches() {
        try (var taro = browser.visitorWithoutScripts(Screen.NARROW)) {
            var page = begun(taro);
            choose(page, "place", Papers.picture("ボタンで.png"));
            page.locator("[name=_attach][value=place]").click();
            assertThat(block(page, "place").locator(".files li")).hasCount(1);
            assertThat(page.url()).endsWith("#q-place");
            assertThat(List.of(page.locator("[name='who.family']").inputValue())).containsExactly("神戸");
        }
    }
}
