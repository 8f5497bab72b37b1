package jp.madoguchi.forms.publishing;

import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.definition.Repeat;
import jp.madoguchi.forms.publishing.Remarks.Place;

/** Whether a form is of a size that people fill in and pages can show. The largest of the sample catalogue has 12 pages and 150 questions. */
final class SizeCheck {

    static final int MOST_PAGES = 100;
    static final int MOST_QUESTIONS = 1_500;
    static final int MOST_ON_A_PAGE = 200;
    static final int MOST_RULES = 500;

    private SizeCheck() {}

    static void run(Procedure procedure, Remarks remarks) {
        if (procedure.pages().size() > MOST_PAGES) {
            tooMany(Place.WHOLE, "ページが" + procedure.pages().size() + "あります（" + MOST_PAGES + "まで）。", remarks);
        }
        int all = 0;
        for (var page : procedure.pages()) {
            int here = page.items().stream().mapToInt(SizeCheck::questions).sum();
            all += here;
            if (here > MOST_ON_A_PAGE) {
                remarks.block(Place.of(page), "too-large",
                        "このページには質問が" + here + "問あります（1ページに" + MOST_ON_A_PAGE + "問まで）。", "ページを分けてください。");
            }
        }
        if (all > MOST_QUESTIONS) {
            tooMany(Place.WHOLE, "質問が全部で" + all + "問あります（" + MOST_QUESTIONS + "問まで）。", remarks);
        }
        int rules = procedure.rules().size() + procedure.endings().size();
        if (rules > MOST_RULES) {
            tooMany(Place.WHOLE, "決まり（rules）と案内の終わり（endings）が合わせて" + rules + "あります（" + MOST_RULES + "まで）。",
                    remarks);
        }
    }

    private static int questions(Item item) {
        return item instanceof Repeat repeat ? 1 + repeat.items().stream().mapToInt(SizeCheck::questions).sum() : 1;
    }

    private static void tooMany(Place place, String message, Remarks remarks) {
        remarks.block(place, "too-large", message, "手続きを分けるか、聞くことを減らしてください。");
    }
}
