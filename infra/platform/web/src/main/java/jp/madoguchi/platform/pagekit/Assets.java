package jp.madoguchi.platform.pagekit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Static files by name, addressed with a fingerprint of their content so that browsers may keep them for ever.
 * <p>
 * A name is either a path below {@code /assets} on the class path ({@code kit/madoguchi.css}) or
 * {@code webjar/<artifact>/<path>} for a file of a WebJar ({@code webjar/htmx.org/dist/htmx.min.js}). Any module may
 * bring files of its own below {@code assets/<module>/}; those are all read when the app starts. Files of WebJars are
 * named by {@link #preload}, because event loops must not wait for the first reading.
 */
public final class Assets {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)+");
    private static final Pattern FINGERPRINTED = Pattern.compile("(.+)\\.([0-9a-f]{12})(\\.[a-z0-9]+)");
    private static final Map<String, String> TYPES = Map.of("css", "text/css; charset=UTF-8", "js",
            "text/javascript; charset=UTF-8", "svg", "image/svg+xml", "png", "image/png", "ico", "image/x-icon", "json",
            "application/json", "woff2", "font/woff2", "wasm", "application/wasm");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * The address of a static file, for use in a page.
     *
     * @throws IllegalArgumentException if there is no such file (a mistake in a template, found by the first test)
     */
    public static String url(String name) {
        var asset = find(name).orElseThrow(() -> new IllegalArgumentException("no static file named " + name));
        int dot = name.lastIndexOf('.');
        return "/assets/" + name.substring(0, dot) + "." + asset.fingerprint() + name.substring(dot);
    }

    /**
     * Reads files before they are needed.
     *
     * @throws IllegalArgumentException if one does not exist
     */
    public static void preload(String... names) {
        for (var name : names) {
            url(name);
        }
    }

    /** Reads everything below {@code /assets} on the class path, and htmx. */
    static void preloadAll() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:/assets/**/*.*")) {
                var address = file.getURL().toString();
                find(address.substring(address.lastIndexOf("/assets/") + "/assets/".length()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("static files", unreadable);
        }
        preload(PageFrame.HTMX);
    }

    /** A file asked for by the path after {@code /assets/}, with or without its fingerprint; only what was read before. */
    static Optional<Found> byPath(String path) {
        var matcher = FINGERPRINTED.matcher(path);
        if (!matcher.matches()) {
            return Optional.ofNullable(KNOWN.get(path)).map(asset -> new Found(asset, false));
        }
        return Optional.ofNullable(KNOWN.get(matcher.group(1) + matcher.group(3)))
                .map(asset -> new Found(asset, asset.fingerprint().equals(matcher.group(2))));
    }

    /** A file and whether the fingerprint asked for is the one it has (only then may it be kept for ever). */
    record Found(Asset asset, boolean exact) {}

    private static Optional<Asset> find(String name) {
        var known = KNOWN.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            return Optional.empty();
        }
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        var loaded = read(location(name)).map(content -> Asset.of(content, type));
        loaded.ifPresent(asset -> KNOWN.put(name, asset));
        return loaded;
    }

    private static String location(String name) {
        if (!name.startsWith("webjar/")) {
            return "/assets/" + name;
        }
        var parts = name.split("/", 3);
        var artifact = parts[1];
        var version = read("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties").map(Assets::version)
                .orElse("");
        return "/META-INF/resources/webjars/" + artifact + "/" + version + "/" + (parts.length > 2 ? parts[2] : "");
    }

    private static String version(byte[] properties) {
        var read = new Properties();
        try {
            read.load(new ByteArrayInputStream(properties));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return read.getProperty("version", "");
    }

    private static Optional<byte[]> read(String location) {
        try (InputStream in = Assets.class.getResourceAsStream(location)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("unreadable static file " + location, broken);
        }
    }
}
