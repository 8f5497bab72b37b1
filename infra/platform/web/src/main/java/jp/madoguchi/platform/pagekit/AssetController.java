package jp.madoguchi.platform.pagekit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves the static files of {@link Assets}; written so that reactive and servlet apps can both import it. */
@Controller
public class AssetController {

    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    AssetController() {
        Assets.preloadAll();
    }

    @GetMapping("/assets/{*path}")
    ResponseEntity<byte[]> asset(@PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var found = Assets.byPath(path.substring(1)).orElse(null);
        if (found == null) {
            return ResponseEntity.notFound().build();
        }
        var asset = found.asset();
        var answer = ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, asset.contentType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).header("X-Content-Type-Options", "nosniff")
                .cacheControl(found.exact() ? FOR_EVER : CacheControl.noCache());
        boolean zip = encodings != null && encodings.contains("gzip")
                && asset.gzipped().length < asset.content().length;
        return zip
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.gzipped())
                : answer.body(asset.content());
    }
}
