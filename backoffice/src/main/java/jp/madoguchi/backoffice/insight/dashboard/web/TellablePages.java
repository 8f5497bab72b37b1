package jp.madoguchi.backoffice.insight.dashboard.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import jp.madoguchi.backoffice.insight.dashboard.KnownNames;
import jp.madoguchi.backoffice.insight.rollup.FillSums;
import jp.madoguchi.backoffice.insight.rollup.PageKey;
import jp.madoguchi.backoffice.insight.rollup.PageSums;
import jp.madoguchi.forms.ProcedureId;

/**
 * Which pages of a form can be told with their counts. Whoever saw a page saw those before it; so what two counts of one form leave is
 * people too, those who stopped between the two, and where that is a handful the later count is not told.
 */
final class TellablePages {

    private final Set<Long> told = new HashSet<>();
    private final Set<PageKey> pages = new HashSet<>();

    private TellablePages(FillSums runs) {
        told.add(runs.started());
        told.add(runs.completion().part());
    }

    /**
     * @param pages of any procedures
     * @param runs of this procedure, which are told elsewhere
     */
    static Set<PageKey> of(ProcedureId procedure, Map<PageKey, PageSums> pages, KnownNames names, FillSums runs) {
        var tellable = new TellablePages(runs);
        pages.entrySet().stream().filter(one -> one.getKey().procedure().equals(procedure))
                .sorted(Map.Entry.comparingByKey(order(procedure, names)))
                .forEach(one -> tellable.add(one.getKey(), one.getValue()));
        return tellable.pages;
    }

    /** In the order of the form; pages that are no longer in it come last. */
    static Comparator<PageKey> order(ProcedureId procedure, KnownNames names) {
        var order = names.pages(procedure).stream().map(page -> page.id().value()).toList();
        return Comparator.comparingInt((PageKey key) -> place(order, key.page())).thenComparing(PageKey::page);
    }

    private void add(PageKey key, PageSums page) {
        if (LongStream.of(page.shown(), page.saved()).allMatch(this::leavesNoHandful)) {
            told.add(page.shown());
            told.add(page.saved());
            pages.add(key);
        }
    }

    private boolean leavesNoHandful(long count) {
        return told.stream().noneMatch(other -> Suppression.isFew(Math.abs(other - count)));
    }

    private static int place(List<String> order, String page) {
        int at = order.indexOf(page);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
