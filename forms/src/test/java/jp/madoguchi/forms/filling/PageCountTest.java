package jp.madoguchi.forms.filling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jp.madoguchi.forms.PageId;
import jp.madoguchi.forms.SampleForms;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Question;
import jp.madoguchi.forms.definition.QuestionKind;

import org.junit.jupiter.api.Test;

class PageCountTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void aPageThatAnAnswerMayBringUpMakesARange() {
        var filling = Filling.begin(SampleForms.fromCatalogue("jido-teate"), TODAY);
        assertThat(filling.count(new PageId("who"))).isEqualTo(new PageCount(1, 7, 8));

        var married = filling.save(new PageId("who"), new Entries(Map.of("has-spouse", List.of("yes")))).filling();
        assertThat(married.count(new PageId("who"))).isEqualTo(new PageCount(1, 8, 8));
        assertThat(married.count(new PageId("children"))).isEqualTo(new PageCount(5, 8, 8));
        var single = filling.save(new PageId("who"), new Entries(Map.of("has-spouse", List.of("no")))).filling();
        assertThat(single.count(new PageId("children"))).isEqualTo(new PageCount(4, 7, 7));
        assertThat(single.count(new PageId("spouse")).number()).isZero();
    }

    /** Whoever goes forward through any form with any choices sees the number rise by one and the range only narrow. */
    @Test
    void onTheWayForwardTheRangeOnlyNarrows() {
        var random = new Random(7);
        for (var procedure : SampleCatalogue.procedures()) {
            for (int run = 0; run < 20; run++) {
                var filling = Filling.begin(procedure, TODAY);
                int number = 0;
                int least = 0;
                int most = Integer.MAX_VALUE;
                for (var page = filling.visiblePages().getFirst(); page != null;) {
                    var count = filling.count(page.id());
                    assertThat(count.number()).as(procedure.id() + " " + page.id()).isEqualTo(++number);
                    assertThat(count.least()).as(procedure.id() + " " + page.id()).isGreaterThanOrEqualTo(least);
                    assertThat(count.most()).as(procedure.id() + " " + page.id()).isLessThanOrEqualTo(most);
                    least = count.least();
                    most = count.most();
                    filling = answered(filling, page, random);
                    var pages = filling.visiblePages();
                    int next = pages.indexOf(page) + 1;
                    page = next < pages.size() ? pages.get(next) : null;
                }
                assertThat(number).as(procedure.id().value()).isBetween(least, most);
            }
        }
    }

    /** With every choice of the page answered somehow, those that answers open too. */
    private static Filling answered(Filling filling, jp.madoguchi.forms.definition.Page page, Random random) {
        var now = filling;
        for (int round = 0; round < 4; round++) {
            var typed = new java.util.LinkedHashMap<String, List<String>>();
            for (var item : page.items()) {
                if (item instanceof Question question && now.visibility().shows(item.id())) {
                    var path = jp.madoguchi.forms.FieldPath.of(question.id());
                    var codes = switch (question.kind()) {
                        case QuestionKind.YesNo _ -> List.of("yes", "no");
                        case QuestionKind.ChooseOne(var options) -> options.stream().map(each -> each.code()).toList();
                        default -> List.<String>of();
                    };
                    var entries = now.entries(path).fields();
                    if (!codes.isEmpty() && entries.isEmpty()) {
                        typed.put(path.toString(), List.of(codes.get(random.nextInt(codes.size()))));
                    } else {
                        typed.putAll(entries);
                    }
                }
            }
            now = now.save(page.id(), new Entries(typed)).filling();
        }
        return now;
    }
}
