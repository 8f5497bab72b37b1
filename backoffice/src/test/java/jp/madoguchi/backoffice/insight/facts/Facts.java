package jp.madoguchi.backoffice.insight.facts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.madoguchi.backoffice.TestOffice;
import jp.madoguchi.backoffice.casework.CaseClocks;
import jp.madoguchi.backoffice.casework.CaseEvent;
import jp.madoguchi.backoffice.insight.InsightDatabase;
import jp.madoguchi.exchange.FillEvent;
import jp.madoguchi.forms.ProcedureId;
import jp.madoguchi.platform.calendar.BusinessCalendar;
import tools.jackson.databind.json.JsonMapper;

/** Facts for tests of what is built on them: kept as the back office keeps them, but at once. */
public final class Facts {

    private final FillFacts fills;
    private final CaseFacts cases;

    private Facts(FillFacts fills, CaseFacts cases) {
        this.fills = fills;
        this.cases = cases;
    }

    public static Facts of(TestOffice office) {
        return new Facts(office.bean(FillFacts.class), office.bean(CaseFacts.class));
    }

    public static Facts in(InsightDatabase database) {
        return new Facts(new FillFacts(database.client, database.transaction, JsonMapper.builder().build()),
                new CaseFacts(database.client, BusinessCalendar.standard()));
    }

    public static FactReader readerOf(InsightDatabase database) {
        return new FactReader(database.client);
    }

    /** Returns how many of the steps were new. */
    public long keep(List<FillEvent> steps) {
        return Objects.requireNonNull(fills.keep(steps).block());
    }

    /** An online application for 児童手当. */
    public void keep(UUID id, List<CaseEvent> history) {
        cases.keep(id, new ProcedureId("jido-teate"), 1, "online", history,
                CaseClocks.of(history, history.getLast().at(), BusinessCalendar.standard())).block();
    }

    /** Made-up facts, if there are none yet. */
    public static void makeUp(TestOffice office, int count) {
        office.bean(SampleFacts.class).makeIfNone(count).block();
    }
}
