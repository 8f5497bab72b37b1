package jp.madoguchi.platform.realm;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who must prove more than a password (setting {@code madoguchi.identity.second-factor.required-for}, staff unless set otherwise): identity asks for it, and an app
 * refuses a log-in without it.
 *
 * @param requiredFor {@code staff}, {@code resident}, roles of staff such as {@code admin}, or {@code none} by itself
 */
public record SecondFactorRule(@DefaultValue("staff") Set<String> requiredFor) {

    /** The word in {@code amr} for two factors of different kinds (RFC 8176). */
    public static final String TWO_FACTORS = "mfa";

    private static final String NOBODY = "none";
    private static final Set<String> WORDS = Stream
            .concat(Stream.of(NOBODY), Stream.concat(Arrays.stream(Realm.values()).map(Realm::code),
                    Arrays.stream(Role.values()).map(Role::code)))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws IllegalArgumentException if a word names nobody, or {@code none} stands beside others */
    public SecondFactorRule {
        requiredFor = Set.copyOf(requiredFor);
        if (!WORDS.containsAll(requiredFor) || requiredFor.contains(NOBODY) && requiredFor.size() > 1) {
            throw new IllegalArgumentException(
                    "madoguchi.identity.second-factor.required-for is " + requiredFor + "; it takes none, or of "
                            + WORDS);
        }
    }

    /**
     * Whether this person must have two factors.
     *
     * @param realm as the claim names it
     * @param roles as the claim names them, empty for residents
     */
    public boolean asks(String realm, Collection<String> roles) {
        return requiredFor.contains(realm) || roles.stream().anyMatch(requiredFor::contains);
    }
}
