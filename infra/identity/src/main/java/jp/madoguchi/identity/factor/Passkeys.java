package jp.madoguchi.identity.factor;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.identity.IdentitySettings;
import jp.madoguchi.identity.account.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (W3C Web Authentication, Level 3): kept and checked by Spring Security. Each demands that its device makes sure of
 * its owner (user verification), so that one passkey is two factors.
 */
@Component
public class Passkeys {

    /** More than anybody has devices. */
    static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final JdbcClient jdbc;
    private final UserCredentialRepository credentials;
    private final JdbcPublicKeyCredentialUserEntityRepository owners;
    private final WebAuthnRelyingPartyOperations operations;

    Passkeys(JdbcClient jdbc, JdbcOperations operations, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.credentials = new JdbcUserCredentialRepository(operations);
        this.owners = new JdbcPublicKeyCredentialUserEntityRepository(operations);
        this.operations = relyingParty(owners, credentials, URI.create(settings.identity().issuer()));
    }

    private static WebAuthnRelyingPartyOperations relyingParty(JdbcPublicKeyCredentialUserEntityRepository owners,
            UserCredentialRepository credentials, URI issuer) {
        String origin = issuer.getScheme() + "://" + issuer.getAuthority();
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(owners, credentials,
                named(issuer), Set.of(origin));
        operations.setCustomizeCreationOptions(options -> options.rp(named(issuer))
                .authenticatorSelection(AuthenticatorSelectionCriteria
                        .builder().residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED).build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static PublicKeyCredentialRpEntity named(URI issuer) {
        return PublicKeyCredentialRpEntity.builder().id(issuer.getHost()).name(City.inForce().name()).build();
    }

    /**
     * A passkey as its owner knows it.
     *
     * @param id
     *            the credential's id in Base64url
     * @param synced
     *            whether the owner's devices share it
     */
    public record Known(String id, String name, Instant createdAt, Instant lastUsedAt, boolean synced) {}

    /**
     * What a browser is asked for.
     *
     * @param challenge
     *            to keep until the answer, Base64url
     * @param options
     *            for {@code navigator.credentials}, JSON
     */
    public record Question(String challenge, String options) {}

    /** @param factor which kind of passkey it was */
    public record Owner(UUID account, Factor factor) {}

    /** The passkeys of an account, in the order they were made. */
    public List<Known> of(UUID account) {
        return jdbc.sql("""
                select c.credential_id, c.label, c.created, c.last_used, c.backup_eligible
                  from user_credentials c join user_entities e on e.id = c.user_entity_user_id
                 where e.account_id = :account order by c.created, c.credential_id
                """).param("account", account).query((row, number) -> new Known(row.getString(1), row.getString(2),
                row.getTimestamp(3).toInstant(), row.getTimestamp(4).toInstant(), row.getBoolean(5))).list();
    }

    /** Asks a browser to make a passkey for this account. */
    public Question askForNew(Account account) {
        PublicKeyCredentialCreationOptions options = creation(account, Bytes.random());
        return new Question(options.getChallenge().toBase64UrlString(), JSON.writeValueAsString(options));
    }

    /**
     * Takes a new passkey in. In the caller's transaction.
     *
     * @param answer
     *            the browser's credential as JSON
     * @param name
     *            by which its owner will know it
     * @return which kind it is, or empty if the answer does not fit the challenge, or the passkey is known already
     */
    Optional<Factor> add(Account account, String challenge, String answer, String name) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential = JSON.readValue(answer,
                    new TypeReference<>() {
                    });
            return Optional.of(kind(operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creation(account, Bytes.fromBase64(challenge)), new RelyingPartyPublicKey(credential, name)))));
        } catch (DataAccessException ours) {
            throw ours;
        } catch (RuntimeException wrong) {
            // What a browser sends may be anything, and the library says so by exceptions of many kinds.
            LOG.debug("a passkey was not taken in", wrong);
            return Optional.empty();
        }
    }

    /**
     * Asks a browser to prove that it has a passkey.
     *
     * @param account
     *            whose, or empty to let the browser choose among those it knows
     */
    public Question ask(Optional<UUID> account) {
        PublicKeyCredentialRequestOptions options = operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(account.map(Passkeys::as).orElse(null)));
        return new Question(options.getChallenge().toBase64UrlString(), JSON.writeValueAsString(options));
    }

    /** Whose passkey answered the challenge, empty if the answer is wrong. */
    public Optional<Owner> check(String challenge, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential = JSON.readValue(answer,
                    new TypeReference<>() {
                    });
            PublicKeyCredentialRequestOptions asked = PublicKeyCredentialRequestOptions.builder()
                    .challenge(Bytes.fromBase64(challenge)).rpId(rpId()).allowCredentials(List.of())
                    .userVerification(UserVerificationRequirement.REQUIRED).build();
            PublicKeyCredentialUserEntity owner = operations
                    .authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
            return owner == null
                    ? Optional.empty()
                    : Optional.of(new Owner(UUID.fromString(owner.getName()),
                            kind(Objects.requireNonNull(credentials.findByCredentialId(credential.getRawId())))));
        } catch (DataAccessException ours) {
            throw ours;
        } catch (RuntimeException wrong) {
            // As above.
            LOG.debug("a passkey was refused", wrong);
            return Optional.empty();
        }
    }

    /** Gives a passkey of this account another name; false if the account has no such passkey. */
    public boolean rename(UUID account, String id, String name) {
        return jdbc.sql("""
                update user_credentials set label = :name
                 where credential_id = :id
                   and user_entity_user_id in (select id from user_entities where account_id = :account)
                """).param("name", name).param("id", id).param("account", account).update() == 1;
    }

    /** Removes a passkey of this account. In the caller's transaction. */
    boolean remove(UUID account, String id) {
        return jdbc.sql("""
                delete from user_credentials
                 where credential_id = :id
                   and user_entity_user_id in (select id from user_entities where account_id = :account)
                """).param("id", id).param("account", account).update() == 1;
    }

    void removeAll(UUID account) {
        jdbc.sql("delete from user_entities where account_id = :account").param("account", account).update();
    }

    private static Factor kind(CredentialRecord record) {
        return record.isBackupEligible() ? Factor.SYNCED_PASSKEY : Factor.BOUND_PASSKEY;
    }

    private String rpId() {
        return String.valueOf(operations
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null)).getRpId());
    }

    /** The options for that challenge; authenticators show the owner's login and name, not the account's number. */
    private PublicKeyCredentialCreationOptions creation(Account account, Bytes challenge) {
        // Two tabs may be the first at once.
        jdbc.sql(
                "insert into user_entities (id, name, display_name) values (:id, :name, '') on conflict (name) do nothing")
                .param("id", Bytes.random().toBase64UrlString()).param("name", account.id().toString()).update();
        PublicKeyCredentialCreationOptions made = operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(as(account.id())));
        return PublicKeyCredentialCreationOptions.builder().rp(made.getRp())
                .user(ImmutablePublicKeyCredentialUserEntity.builder().id(made.getUser().getId())
                        .name(account.login().value()).displayName(account.name()).build())
                .challenge(challenge).pubKeyCredParams(made.getPubKeyCredParams()).timeout(made.getTimeout())
                .excludeCredentials(made.getExcludeCredentials())
                .authenticatorSelection(made.getAuthenticatorSelection()).attestation(made.getAttestation())
                .extensions(made.getExtensions()).build();
    }

    private static UsernamePasswordAuthenticationToken as(UUID account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of());
    }
}
