package jp.madoguchi.local;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The mailbox's HTML. */
final class MailboxPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu年M月d日(E) HH:mm:ss", Locale.JAPANESE)
            .withZone(ZoneId.of("Asia/Tokyo"));

    private MailboxPages() {}

    static String list(List<ReceivedLetter> letters) {
        if (letters.isEmpty()) {
            return page("メールボックス", """
                    <h1>メールボックス</h1>
                    <p>まだメールはありません。ポータルで会員登録や申請をすると、送られたメールがここに届きます。</p>
                    """);
        }
        var rows = letters.stream().map(letter -> """
                <tr><td><a href="/messages/%s">%s</a></td><td>%s</td><td>%s</td></tr>
                """.formatted(letter.id(), escape(letter.subject()), escape(letter.to()),
                TIME.format(letter.received()))).collect(Collectors.joining());
        return page("メールボックス(" + letters.size() + "件)", """
                <h1>メールボックス</h1>
                <p>この町が送ったメールは外へ出ず、すべてここに届きます。新しい順に %d 件あります。</p>
                <table><thead><tr><th scope="col">件名</th><th scope="col">宛先</th><th scope="col">届いた時刻</th></tr></thead>
                <tbody>%s</tbody></table>
                """.formatted(letters.size(), rows));
    }

    static String letter(ReceivedLetter letter) {
        return page(letter.subject(), """
                <p><a href="/">メールボックスへ戻る</a></p>
                <h1>%s</h1>
                <dl><dt>宛先</dt><dd>%s</dd><dt>差出人</dt><dd>%s</dd><dt>届いた時刻</dt><dd>%s</dd></dl>
                <div class="letter">%s</div>
                """.formatted(escape(letter.subject()), escape(letter.to()), escape(letter.from()),
                TIME.format(letter.received()), linked(letter.text())));
    }

    static String notFound() {
        return page("メールがありません", """
                <h1>そのメールはありません</h1>
                <p><a href="/">メールボックスへ戻る</a></p>
                """);
    }

    private static String linked(String text) {
        var html = new StringBuilder();
        var link = ReceivedLetter.linkPattern().matcher(text);
        int end = 0;
        while (link.find()) {
            var address = escape(link.group());
            html.append(escape(text.substring(end, link.start()))).append("<a href=\"").append(address).append("\">")
                    .append(address).append("</a>");
            end = link.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                body { margin: 0 auto; padding: 24px 16px 64px; max-width: 60rem; color: #1a1a1c; background: #fff;
                       font: 16px/1.7 system-ui, "Hiragino Sans", "BIZ UDPGothic", "Noto Sans JP", sans-serif; }
                h1 { font-size: 28px; line-height: 1.4; overflow-wrap: anywhere; }
                a { color: #0017c1; text-underline-offset: 3px; overflow-wrap: anywhere; }
                a:focus-visible { outline: 4px solid #000; outline-offset: 2px; background: #ffd43d; }
                table { width: 100%%; border-collapse: collapse; }
                th, td { padding: 12px 8px; border-bottom: 1px solid #d8d8db; text-align: left; vertical-align: top;
                         overflow-wrap: anywhere; }
                dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
                dt { color: #595959; } dd { margin: 0; overflow-wrap: anywhere; }
                .letter { margin-top: 24px; padding: 24px; border: 1px solid #d8d8db; border-radius: 8px;
                          white-space: pre-wrap; overflow-wrap: anywhere; }
                @media (max-width: 640px) { thead { display: none; } tr { display: block; padding: 12px 0;
                          border-bottom: 1px solid #d8d8db; } td { display: block; padding: 2px 0; border: 0; } }
                </style></head><body><main>
                %s</main></body></html>
                """
                .formatted(escape(title), body);
    }
}
