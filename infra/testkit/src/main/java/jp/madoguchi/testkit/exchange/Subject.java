package jp.madoguchi.testkit.exchange;

import java.util.List;
import java.util.UUID;

import jp.madoguchi.exchange.ApplicationUpdate.Outcome;
import jp.madoguchi.exchange.ApplicationUpdate.Stage;
import jp.madoguchi.exchange.ProcedureFigures;
import org.jspecify.annotations.Nullable;

/**
 * A running portal under {@link PortalExchangeContract}, and the residents in front of it. The suite publishes the procedure
 * 児童手当 ({@code jido-teate}) before anybody hands in.
 */
public interface Subject extends AutoCloseable {

    /** Scheme, host and port; the path is the contract's. */
    String address();

    /** A bearer token with the scope {@code exchange}. */
    String token();

    /** A good bearer token without that scope. */
    String tokenWithoutScope();

    /** Somebody fills in the newest version of 児童手当 with one attachment, and hands it in. */
    Arrival handIn();

    /** Somebody begins to fill in the newest version of 児童手当 and leaves it at that. */
    void begin();

    /** Returns when every step of filling in that was made so far is there to be offered. */
    void awaitSteps();

    /** What whoever looks at 児童手当 reads of why it cannot be begun; empty where it can. */
    String whyNotBegun();

    /** @param attachment the bytes of the one file */
    record Arrival(UUID application, byte[] attachment) {}

    void write(UUID application, String text);

    /** Answers the open correction request. */
    void correct(UUID application);

    void withdraw(UUID application, String reason);

    /** Chooses how the notice comes. */
    void chooseNoticeWay(UUID application, boolean electronic);

    /** Whether the applicant reads that it stands there. */
    boolean standsAt(UUID application, Stage stage, @Nullable Outcome outcome);

    /** What the applicant reads from the city, oldest first. */
    List<String> messages(UUID application);

    /** Whether whoever looks at 児童手当 reads these figures of how long it takes, and no others. */
    boolean tells(ProcedureFigures figures);

    /** What its pages call the city; empty where it was never told of one and names none. */
    String cityName();

    /** The documents the applicant can open, oldest first. */
    List<Paper> papers(UUID application);

    record Paper(String name, byte[] content) {}

    @Override
    void close();
}
