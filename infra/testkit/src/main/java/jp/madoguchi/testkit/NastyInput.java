package jp.madoguchi.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What no door may stumble over, as it stands in an address or a form. A new one found anywhere belongs here. */
public final class NastyInput {

    private static final List<String> BROKEN = List.of("%00", "a%00b", "%", "%2", "%zz", "%C0%80", "%FF%FE", "%82%A0",
            "%E3%81", "%ED%A0%80", "%F4%90%80%80");

    private static final List<String> ODD = List.of("", " ", "　", "-1", "0", "99999999999999999999", "1e309", "NaN",
            "null", "true", "[]", "{\"a\":1}", "../../etc/passwd", "..\\..\\windows", "' or 1=1 --", "%s%n${7*7}#{1}",
            "<script>alert(1)</script>", "=cmd|'/c calc'!A1", "0000-00-00", "9999-99-99", "+999999999-12-31",
            "-999999999-01-01", "00000000-0000-0000-0000-000000000000", "a\r\nSet-Cookie: x=1", "\u0001\u0007\u001B[2J",
            "\u202Egpj.exe", "\u200B\uFEFF", "\uFFFF", "゙", "が", "𠮷野 髙子", "葛\uDB40\uDD00", "🏳️‍🌈",
            "e" + "\u0301".repeat(500), "9".repeat(3000), "あ".repeat(5000));

    private NastyInput() {}

    /** Broken as text: U+0000, broken escapes, bytes that are no UTF-8. */
    public static List<String> broken() {
        return BROKEN;
    }

    /** Readable, but nothing that anybody expects. */
    public static List<String> odd() {
        return ODD.stream().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)).toList();
    }

    public static List<String> all() {
        return Stream.concat(broken().stream(), odd().stream()).toList();
    }
}
