package jp.madoguchi.platform.pagekit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** The page of this site that somebody came from, as {@code Referer} (RFC 9110, 10.1.3) tells: a way back, and never one to elsewhere. */
public final class PageBefore {

    /** Longer addresses are nobody's page. */
    private static final int LONGEST = 2000;

    private PageBefore() {}

    /**
     * Path and query of the page before.
     *
     * @param referer the header's value, null for none; whatever a client may have made up
     * @param asked the whole address that was asked for, as the client sees it
     * @param reading whether it was asked for by GET, so that a way to the same address would lead round in a circle
     * @param pages what can be asked for by GET
     * @return empty where there is none of this origin (RFC 6454, 4) among those pages
     */
    public static Optional<String> of(@Nullable String referer, URI asked, boolean reading,
            Collection<PathPattern> pages) {
        if (referer == null || referer.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var before = new URI(referer);
            var path = before.getRawPath();
            return isSameOrigin(before, asked) && before.equals(before.normalize()) && path.startsWith("/")
                    && !path.startsWith("//") && !(reading && address(before).equals(address(asked)))
                    && isAmong(pages, path) ? Optional.of(address(before)) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isSameOrigin(URI before, URI asked) {
        return !before.isOpaque() && before.getRawUserInfo() == null && before.getScheme() != null
                && before.getHost() != null && before.getScheme().equalsIgnoreCase(asked.getScheme())
                && before.getHost().equalsIgnoreCase(asked.getHost()) && port(before) == port(asked);
    }

    private static boolean isAmong(Collection<PathPattern> pages, String path) {
        var parsed = PathContainer.parsePath(path);
        return pages.stream().anyMatch(page -> page.matches(parsed));
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String address(URI whole) {
        var query = whole.getRawQuery();
        return Objects.requireNonNullElse(whole.getRawPath(), "") + (query == null ? "" : "?" + query);
    }
}
