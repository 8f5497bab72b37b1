package jp.madoguchi.portal.profile;

import java.util.UUID;

import jp.madoguchi.platform.security.ClosedAccounts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a resident kept about themselves goes with the account. */
@Component
class ProfileOfClosedAccount implements ClosedAccounts {

    private final ProfileStore profiles;

    ProfileOfClosedAccount(ProfileStore profiles) {
        this.profiles = profiles;
    }

    @Override
    public Mono<Void> closed(UUID account) {
        return profiles.delete(account);
    }
}
