package jp.madoguchi.portal.catalogue;

import java.util.HashSet;
import java.util.List;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.condition.Condition;
import jp.madoguchi.forms.condition.References;
import jp.madoguchi.forms.condition.Term;
import jp.madoguchi.forms.definition.Item;
import jp.madoguchi.forms.definition.Page;
import jp.madoguchi.forms.filling.DueDay;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import jp.madoguchi.portal.wording.Wording;
import org.springframework.stereotype.Component;

/**
 * Tells until when an application has to be handed in. Being late stops nobody.
 */
@Component
public class Deadlines {

    private final BusinessCalendar calendar;

    Deadlines(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param late whether the day has passed */
    public record Told(String text, boolean late) {}

    /** All that the answers say, in time or late. */
    public List<Told> all(Filling filling, Wording wording) {
        return filling.dueDays(calendar::isBusinessDay).stream().map(due -> told(due, wording)).toList();
    }

    /** What has passed by an answer of this page or of the page before it, where the applicant has just given it. */
    public List<String> late(Filling filling, Page page, Wording wording) {
        if (filling.procedure().intake().due().isEmpty()) {
            return List.of();
        }
        var near = new HashSet<QuestionId>();
        var pages = filling.visiblePages();
        int at = pages.indexOf(page);
        pages.subList(Math.max(0, at - 1), at + 1)
                .forEach(each -> each.items().stream().map(Item::id).forEach(near::add));
        return filling.dueDays(calendar::isBusinessDay).stream().filter(DueDay::late)
                .filter(due -> References.of(new Condition.Compare(due.due().from(), Condition.Comparison.AT_MOST,
                        new Term.Today())).stream().anyMatch(near::contains))
                .map(due -> told(due, wording).text()).toList();
    }

    private static Told told(DueDay due, Wording wording) {
        var day = wording.text("due.day", wording.text(due.due().label()), wording.date(due.lastDay()));
        return new Told(due.late() ? day + wording.text("due.late", wording.text(due.due().late())) : day, due.late());
    }
}
