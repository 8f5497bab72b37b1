package jp.madoguchi.identity.signin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the owner of a browser would call it. As coarse as that, so that the list of log-ins keeps nothing more. */
public final class DeviceName {

    /** In this order, because browsers name their ancestors too. */
    private static final List<String[]> BROWSERS = List.of(new String[]{"Edg", "Edge"},
            new String[]{"SamsungBrowser", "Samsung Internet"}, new String[]{"OPR", "Opera"},
            new String[]{"FxiOS", "Firefox"}, new String[]{"Firefox", "Firefox"}, new String[]{"CriOS", "Chrome"},
            new String[]{"Chrome", "Chrome"}, new String[]{"Safari", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(new String[]{"iPhone", "iPhone"},
            new String[]{"iPad", "iPad"}, new String[]{"Android", "Android"}, new String[]{"Windows", "Windows"},
            new String[]{"CrOS", "ChromeOS"}, new String[]{"Macintosh", "Mac"}, new String[]{"Linux", "Linux"});

    private DeviceName() {}

    public static String of(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        String system = named(SYSTEMS, agent).orElse("");
        String browser = named(BROWSERS, agent).orElse("");
        String both = (browser + (browser.isEmpty() || system.isEmpty() ? "" : " / ") + system);
        return both.isEmpty() ? "?" : both;
    }

    private static Optional<String> named(List<String[]> marks, String agent) {
        return marks.stream().filter(mark -> agent.contains(mark[0])).map(mark -> mark[1]).findFirst();
    }
}
