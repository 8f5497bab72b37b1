package jp.madoguchi.platform.pagekit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import jp.madoguchi.platform.pagekit.Parts.Crumb;
import jp.madoguchi.platform.pagekit.Parts.ErrorLink;

/** Every control and part in every state, for looking at and for checking. */
final class Gallery {

    private static final Site PORTAL = new Site("まどぐち市（見本）", "まどぐち", "/", "/login", "/logout", "/account",
            "この画面は見本です。実在の市の手続ではありません。");
    private static final Site OFFICE = new Site("まどぐち市（見本）", "まどぐち 職員", "/", "/login", "/logout", "", "", 600, true);
    private static final String LONG = "長いことばが続く場合にも、折り返して最後まで読めるようにします。".repeat(4);

    private Gallery() {}

    static Map<String, Content> pages() {
        var pages = new LinkedHashMap<String, Content>();
        pages.put("form-empty", form(false, ""));
        pages.put("form-error", form(true, ""));
        pages.put("form-english", Layouts.resident(resident().in("en").titled("Child allowance"), html(
                Parts.steps(resident().in("en"), 3, 7, 7), "<h1>About the applicant</h1>",
                Controls.text(Field.required("en-name", "Your name").in("en", null), ""),
                Controls.text(Field.optional("en-x", "翻訳のない質問").in("en", "ja"), ""),
                Controls.date(Field.required("en-birth", "Date of birth").in("en", null),
                        new DateInput("AD", "", "", "", List.of(), true)))));
        pages.put("parts", parts());
        pages.put("home", home());
        pages.put("receipt", receipt());
        pages.put("staff-queue", queue());
        pages.put("staff-case", caseFile());
        pages.put("problem", Layouts.problem(PageFrame.bare(PORTAL).titled("システムで問題が起きました"), 500,
                "申し訳ありません。入力した内容は保存済みのところまで残っています。しばらくしてから、もう一度お試しください。", true,
                "9f3c 0a12 77e1", List.of()));
        return pages;
    }

    static Content page(String name) {
        return Objects.requireNonNull(pages().get(name));
    }

    private static PageFrame resident() {
        return PageFrame.bare(PORTAL).at("/procedures/jido-teate").shownTo(new SignedIn("神戸 花子", null),
                List.of(new NavItem("手続きをさがす", "/procedures"), new NavItem("手続きガイド", "/guide"),
                        new NavItem("申請の状況", "/applications")))
                .withCsrf("_csrf", "token");
    }

    private static PageFrame staff() {
        return PageFrame.bare(OFFICE).at("/queue").shownTo(new SignedIn("中央 一郎", "中央区役所"),
                List.of(new NavItem("受付箱", "/queue"), new NavItem("窓口・紙の受付", "/counter"),
                        new NavItem("手続きの設計", "/authoring"), new NavItem("統計", "/insight"),
                        new NavItem("業務改革", "/reform")))
                .withCsrf("_csrf", "token");
    }

    private static Content form(boolean wrong, String suffix) {
        var frame = resident().titled((wrong ? "エラー：" : "") + "申請する方について");
        var errors = !wrong
                ? List.<ErrorLink>of()
                : List.of(new ErrorLink("名前（姓）を入力してください。", "f-name_family"),
                        new ErrorLink("生年月日の月は、1から12までの数字で入力してください。", "f-birth_month"),
                        new ErrorLink("電話番号は、0から始まる10桁または11桁の数字で入力してください。", "f-phone"),
                        new ErrorLink("届出の理由を選んでください。", "f-reason"));
        return Layouts.resident(frame, html(
                Parts.breadcrumbs(frame, new Crumb("児童手当 認定請求", "/procedures/jido-teate"), Crumb.here("入力")),
                Parts.steps(frame, 3, 7, 7), "<h1>申請する方について</h1>",
                "<p class='lead'>請求者（生計を中心となって維持している方）について入力してください。</p>",
                Parts.errors(frame, errors),
                "<form method='post' action='/save' novalidate data-main data-conditions>", Parts.csrf(frame),
                Controls.info("入力の前に", "マイナンバー（個人番号）は、どの欄にも入力しないでください。\n入力した内容は、ページを進むたびに保存されます。"),
                Controls.group(Field.required("name", "名前").hint("戸籍や住民票のとおりに入力してください。"), Controls.all(List.of(
                        Controls.row(List.of(
                                Controls.text(Field.silent("name.family", "姓").error(wrong ? "名前（姓）を入力してください。" : ""),
                                        wrong ? "" : "𠮷野"),
                                Controls.text(Field.silent("name.given", "名"), wrong ? "髙志" : ""))),
                        Controls.row(List.of(Controls.text(Field.silent("name.family-kana", "セイ（カタカナ）"), ""),
                                Controls.text(Field.silent("name.given-kana", "メイ（カタカナ）"), "")))))),
                Controls.date(
                        Field.required("birth", "生年月日").error(wrong ? "生年月日の月は、1から12までの数字で入力してください。" : ""),
                        new DateInput("S", wrong ? "63" : "", wrong ? "13" : "", wrong ? "4" : "",
                                wrong ? List.of("month") : List.of(), true)),
                Controls.text(Field.required("phone", "電話番号").hint("日中に連絡がとれる番号。ハイフンはあってもなくてもかまいません。")
                        .error(wrong ? "電話番号は、0から始まる10桁または11桁の数字で入力してください。" : ""), wrong ? "78-331-8181" : "",
                        TextTraits.PHONE),
                Controls.text(Field.optional("mail", "メールアドレス").help("申請の状況が変わったときに、お知らせのメールを送ります。メールに個人の情報は書きません。"),
                        "",
                        TextTraits.MAIL),
                Controls.radios(
                        Field.required("reason", "届出の理由").error(wrong ? "届出の理由を選んでください。" : ""),
                        List.of(Option.of("birth", "お子さんが生まれた"),
                                new Option("move", "ほかの市区町村から転入した", "転入の届出がまだの方は、先に区役所で届け出てください。"),
                                Option.of("civil", "公務員でなくなった"), Option.of("other", LONG)),
                        wrong ? "" : "move"),
                Controls.inline(Field.required("spouse", "配偶者はいますか"),
                        List.of(Option.of("yes", "はい"), Option.of("no", "いいえ")), "yes"),
                Controls.checkboxes(Field.optional("also", "あわせて手続きが必要なもの").hint("あてはまるものをすべて選んでください。"),
                        List.of(Option.of("a", "国民健康保険"), Option.of("b", "国民年金"), Option.of("c", "介護保険")),
                        List.of("a", "c")),
                Controls.select(Field.required("ward", "区"),
                        List.of(Option.of("chuo", "中央区"), Option.of("nada", "灘区")), "", "選択してください"),
                Controls.text(Field.optional("rent", "家賃"), "65000", TextTraits.NUMBER.unit("円")),
                Controls.textarea(Field.optional("notes", "伝えておきたいこと").error(wrong ? "200文字以内で入力してください（いま212文字）。" : ""),
                        wrong ? LONG : "", 4, 200),
                Controls.upload(
                        Field.required("id-doc", "本人確認書類").hint("PDF・JPEG・PNG・HEIC。1つのファイルは10.0 MBまでです。")
                                .error(wrong ? "「setup.exe」は受け付けられない種類のファイルです。PDFか画像を選んでください。" : ""),
                        List.of(new UploadedFile("運転免許証の表.jpg", 1_482_110, "/f/1", "id-doc/1"),
                                new UploadedFile("運転免許証の裏（とても長い名前のファイルでも折り返して表示します）_20260401_120000.jpg", 982_110, "",
                                        "id-doc/2")),
                        ".pdf", "_detach", "_attach", "id-doc", true, true),
                Controls.repeat(Field.silent("children", "お子さんについて").hint("18歳になった後の最初の3月31日までのお子さん全員について入力してください。"),
                        List.of(new RepeatRow("お子さん（1）神戸　一郎",
                                Controls.all(List.of(
                                        Controls.text(Field.required("children.r1.name", "お子さんの名前"), "神戸　一郎"),
                                        Controls.inline(Field.required("children.r1.same", "同居していますか"),
                                                List.of(Option.of("yes", "はい"), Option.of("no", "いいえ")), "no"),
                                        Controls.asked("children.r1.address",
                                                "{\"op\":\"is\",\"name\":\"children.r1.same\",\"values\":[\"no\"]}",
                                                true,
                                                Controls.text(Field.required("children.r1.address", "お子さんの住所"), "")))),
                                "_remove", "children.r1"),
                                new RepeatRow("お子さん（2）",
                                        Controls.text(Field.required("children.r2.name", "お子さんの名前"), ""), "_remove",
                                        "children.r2")),
                        "_add", "children", "お子さんを追加する", 2),
                Controls.disclosure("ゆうちょ銀行の場合は、記号と番号で入力できます", true,
                        Controls.row(List.of(Controls.text(Field.silent("y1", "記号").hint("1から始まる5桁の数字"), ""),
                                Controls.text(Field.silent("y2", "番号").hint("8桁までの数字"), "")))),
                Controls.agree(Field.required("agree", "同意"), "市が、審査に必要な範囲で住民基本台帳と税の情報を確認することに同意します。", false),
                "<input type='hidden' name='activeMillis' value='' data-beacon='/fill'>",
                "<div class='actions'><button class='button' type='submit'>保存して次へ</button>"
                        + "<button class='button secondary' type='submit' name='_back' value='1'>前のページ</button>"
                        + "<a class='spread' href='/later'>あとで続ける</a></div>",
                "</form>" + suffix));
    }

    private static Content parts() {
        var frame = resident().titled("部品").withFlash(new Flash(Tone.SUCCESS, "下書きを保存しました。"));
        return Layouts.resident(frame, html("<h1>部品</h1>",
                Parts.alert(Tone.INFO, "お知らせ", html("<p>12月29日から1月3日までに届いた申請は、1月4日以降に確認します。</p>")),
                Parts.alert(Tone.SUCCESS, "申請を受け付けました"),
                Parts.alert(Tone.WARNING, "提出の期限が近づいています", html("<p>あと3日で期限です。<a href='/x'>続きを入力する</a></p>")),
                Parts.alert(Tone.ERROR, "送信できませんでした", html("<p>通信が切れました。入力した内容は保存されています。</p>")),
                "<h2>状態</h2><p>", Parts.badge(Tone.NEUTRAL, "下書き"), " ", Parts.badge(Tone.INFO, "審査中"), " ",
                Parts.badge(Tone.WARNING, "補正のお願い"), " ", Parts.badge(Tone.SUCCESS, "承認"), " ",
                Parts.badge(Tone.ERROR, "期限超過"), "</p>",
                "<h2>入力した内容の確認</h2><dl class='facts'>"
                        + "<div><dt>名前</dt><dd>𠮷野　髙志</dd><dd class='change'><a href='/c'>変更する<span class='visually-hidden'>：名前</span></a></dd></div>"
                        + "<div><dt>住所</dt><dd>650-8570\n神戸市中央区加納町6丁目5番1号\n" + LONG
                        + "</dd><dd class='change'><a href='/c'>変更する<span class='visually-hidden'>：住所</span></a></dd></div></dl>",
                "<h2>ボタン</h2><div class='actions'><button class='button' type='button'>送信する</button>"
                        + "<button class='button secondary' type='button'>前のページ</button>"
                        + "<button class='button danger' type='button'>取り下げる</button>"
                        + "<button class='button' type='button' disabled>送信する</button>"
                        + "<button class='link-button' type='button'>あとで続ける</button></div>",
                "<h2>進みぐあい</h2><ol class='timeline'><li><b>受け付けました</b><br><span class='muted'>4月1日 10時12分</span></li>"
                        + "<li class='here'><b>審査しています</b><br><span class='muted'>4月15日ごろまで</span></li>"
                        + "<li class='todo'>結果をお知らせします</li></ol>",
                "<h2>何もないとき</h2>",
                Parts.empty("申請はまだありません", "手続きをさがして、申請を始めてください。", "手続きをさがす", "/procedures"),
                Parts.pager(frame, "/a", "/b", "21〜40件目")));
    }

    private static Content home() {
        var frame = resident().at("/").titled("");
        return Layouts.residentWide(frame, html("<h1>市の手続きを、いつでもどこでも</h1>",
                "<form class='search' role='search' action='/procedures'>",
                Controls.text(Field.silent("q", "手続きをさがす").hint("例：児童手当、犬の登録、国民健康保険"), "", TextTraits.SEARCH),
                "<button class='button' type='submit'>さがす</button></form>",
                "<h2>続きから</h2><ul class='cards'><li><div class='card'><p>"
                        + "<a class='card-link' href='/drafts/1'>児童手当 認定請求</a></p><p class='muted'>7ページ中3ページ目まで入力済み・4月1日に保存</p></div></li></ul>",
                "<h2>できごとからさがす</h2><ul class='cards'>",
                card("お子さんが生まれた", "児童手当、こども医療費など"), card("引っ越した", "転入、国民健康保険、犬の登録の変更など"),
                card("会社をやめた・就職した", "国民健康保険の加入と脱退"), card("犬を飼い始めた", "登録と狂犬病予防注射"), "</ul>"));
    }

    private static Content card(String title, String text) {
        return html(
                "<li><div class='card'><p><a class='card-link' href='/x'>" + title + "</a></p><p class='muted'>" + text
                        + "</p></div></li>");
    }

    private static Content receipt() {
        var frame = resident().titled("申請を受け付けました");
        return Layouts.resident(frame, html("<h1>申請を受け付けました</h1>",
                "<div class='receipt'><p>受付番号</p><p class='receipt-number'>4821 9035 7716</p>"
                        + "<p class='muted'>2026年4月1日 10時12分33秒に市に届きました</p></div>",
                "<h2>このあと</h2><ol><li>中央区役所が内容を確認します（15日以内）。</li><li>確認したいことがあるときは、メールでお知らせします。</li></ol>",
                "<div class='actions'><a class='button' href='/t'>申請の状況を見る</a><a class='button secondary' href='/pdf'>控え（PDF）を保存する</a></div>"));
    }

    private static Content queue() {
        var frame = staff().titled("受付箱");
        var rows = new StringBuilder();
        var names = List.of("児童手当 認定請求", "国民健康保険 脱退の届出", "犬の登録", "児童手当 認定請求", "保育所等 利用申込");
        for (int row = 0; row < 12; row++) {
            rows.append("<tr><th scope='row' data-label='受付番号'><a class='number' href='/c'>4821 9035 77")
                    .append(10 + row)
                    .append("</a></th><td data-label='手続き'>").append(names.get(row % 5))
                    .append("</td><td data-label='申請者'>神戸　花子</td><td data-label='届いた日時' class='number'>4月")
                    .append(1 + row).append("日 10:12</td><td data-label='期限' class='number'>4月").append(16 + row)
                    .append("日</td><td data-label='残り' class='number'>").append(9 - row)
                    .append("日</td><td data-label='状態'>")
                    .append(row < 9 ? "<span class='badge info'>審査中</span>" : "<span class='badge error'>期限超過</span>")
                    .append("</td><td data-label='担当'>").append(row % 3 == 0
                            ? "中央 一郎"
                            : "<button class='button secondary small' type='button'>担当する<span class='visually-hidden'>：4821 9035 77"
                                    + (10 + row) + "</span></button>")
                    .append("</td></tr>");
        }
        return Layouts.staff(frame, html("<h1>受付箱</h1>",
                "<ul class='tabs'><li><a href='/q' aria-current='page'>未担当<span class='count'>128</span></a></li>"
                        + "<li><a href='/q'>自分の担当<span class='count'>6</span></a></li><li><a href='/q'>申請者の回答待ち<span class='count'>14</span></a></li>"
                        + "<li><a href='/q'>決裁待ち<span class='count'>3</span></a></li><li><a href='/q'>期限が近い<span class='count'>9</span></a></li>"
                        + "<li><a href='/q'>期限超過<span class='count'>2</span></a></li></ul>",
                "<form class='filters'>",
                Controls.select(Field.silent("p", "手続き"), List.of(Option.of("a", "児童手当 認定請求")), "", "すべて"),
                Controls.text(Field.silent("from", "届いた日（から）"), "", TextTraits.TEXT.width("short")),
                Controls.text(Field.silent("q", "ことば"), "", TextTraits.SEARCH.width("medium")),
                "<button class='button secondary' type='submit'>しぼり込む</button></form>",
                "<div class='panel'><div class='table-scroll'><table class='table stacked'><thead><tr><th>受付番号</th><th>手続き</th><th>申請者</th><th class='number'>届いた日時</th><th class='number'>期限</th><th class='number'>残り</th><th>状態</th><th>担当</th></tr></thead><tbody>",
                rows.toString(), "</tbody></table></div></div>", Parts.pager(frame, "", "/b", "1〜12件目（128件中）")));
    }

    private static Content caseFile() {
        var frame = staff().titled("4821 9035 7716");
        return Layouts.staff(frame, html(
                "<p class='muted number'>受付番号 4821 9035 7716</p><h1>児童手当 認定請求 <span class='badge info'>審査中</span></h1>",
                "<div class='columns'><div><section class='panel'><h2>申請の内容</h2><dl class='facts'>"
                        + "<div><dt>名前</dt><dd>神戸　花子</dd></div><div><dt>生年月日</dt><dd>昭和63年4月4日（1988年）</dd></div>"
                        + "<div><dt>口座番号</dt><dd><del>1234567</del> → <ins>1234568</ins></dd></div></dl></section>"
                        + "<section class='panel'><h2>経過</h2><ol class='timeline'><li>届きました <span class='muted'>4月1日 10:12</span></li><li class='here'>審査を始めました <span class='muted'>中央 一郎・4月2日 9:01</span></li></ol></section></div>"
                        + "<div><section class='panel'><h2>次にすること</h2><div class='actions'><button class='button' type='button'>決裁に回す <kbd>D</kbd></button><button class='button secondary' type='button'>補正を求める</button></div><form data-keep method='post' action='/note'>",
                Controls.textarea(Field.silent("note", "メモ"), "", 3, 0),
                "<button class='button secondary small' type='submit'>メモを残す</button></form></section>",
                "<section class='panel'><h2>審査基準</h2><p>日本国内に住所があり、児童を養育していること（児童手当法4条）。</p></section></div></div>"));
    }

    private static Content html(Object... parts) {
        return output -> {
            var html = (HtmlTemplateOutput) output;
            for (var part : parts) {
                if (part instanceof Content content) {
                    content.writeTo(html);
                } else {
                    html.writeContent(part.toString());
                }
            }
        };
    }
}
