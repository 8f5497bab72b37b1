package jp.madoguchi.platform.pagekit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import gg.jte.Content;

/** Puts a page before a browser without a server, under the content security policy of the apps. */
public final class Stage {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'";

    private Stage() {}

    public static void show(Page page, Content content) {
        var html = new String(Html.bytes(content), StandardCharsets.UTF_8);
        page.route("**/*", route -> answer(route, html));
        page.navigate("http://gallery.test/");
    }

    private static void answer(Route route, String html) {
        var path = URI.create(route.request().url()).getPath();
        if (path.startsWith("/assets/postal/")) {
            route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(path.endsWith("6500001")
                    ? """
                            [{"prefecture": "兵庫県", "municipality": "神戸市中央区", "town": "加納町", "ward": "中央区", "ours": true}]"""
                    : """
                            [{"prefecture": "大阪府", "municipality": "大阪市北区", "town": "梅田", "ward": "", "ours": false}]"""));
        } else if (path.startsWith("/assets/")) {
            var asset = Assets.byPath(path.substring("/assets/".length())).orElseThrow().asset();
            route.fulfill(new Route.FulfillOptions().setContentType(asset.contentType()).setBodyBytes(asset.content()));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=UTF-8")
                    .setHeaders(Map.of("Content-Security-Policy", POLICY)).setBody(html));
        }
    }
}
