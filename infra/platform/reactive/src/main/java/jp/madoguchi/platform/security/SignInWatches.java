package jp.madoguchi.platform.security;

import java.time.InstantSource;
import java.util.List;
import jp.madoguchi.platform.session.SignedInSessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.reactive.function.client.WebClient;

/** Makes the watch of each app, with the app's own client and token. */
public final class SignInWatches {

    /** The scope that lets an app ask which log-ins have ended. */
    static final String SCOPE = "sign-ins";

    private SignInWatches() {}

    /** For the portal, whose rooms let go of what belongs to a closed account. */
    public static SignInWatch forPortal(TownSettings town, WebClient.Builder builder, SignedInSessions sessions,
            ObjectProvider<ClosedAccounts> rooms, InstantSource clock) {
        return new SignInWatch(client(town, builder, "portal"), sessions, rooms.orderedStream().toList(),
                SignInWatch.EVERY, clock.instant());
    }

    /** For the back office. */
    public static SignInWatch forBackoffice(TownSettings town, WebClient.Builder builder, SignedInSessions sessions,
            InstantSource clock) {
        return new SignInWatch(client(town, builder, "backoffice"), sessions, List.of(), SignInWatch.EVERY,
                clock.instant());
    }

    private static WebClient client(TownSettings town, WebClient.Builder builder, String clientId) {
        return builder.clone()
                .baseUrl(town.identity().forApps(""))
                .filter(ClientTokens.of(town, clientId, SCOPE))
                .build();
    }
}
