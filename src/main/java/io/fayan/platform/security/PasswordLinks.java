package io.fayan.platform.security;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import io.fayan.platform.frontdoor.Outcome;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Links with which a person sets a password: one use, limited in time, kept as a hash only. A new one ends the older. */
@Service
public class PasswordLinks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordStore store;
    private final TransactionTemplate transaction;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final URI base;

    PasswordLinks(
            JdbcClient jdbc,
            Clock clock,
            PasswordStore store,
            TransactionTemplate transaction,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            @Value("${fayan.base-url}") URI base) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.store = store;
        this.transaction = transaction;
        this.sessions = sessions;
        this.base = base;
    }

    /** The link to hand to the person, by a way only the person reads. */
    @Transactional
    public URI issue(PersonId person, Duration validity) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from password_link where person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("insert into password_link (token_hash, person_id, expires_at) values (?, ?, ?)")
                .params(
                        Sha256.of(token).value(),
                        person.value(),
                        Timestamp.from(clock.instant().plus(validity)))
                .update();
        return base.resolve("/set-password?token=" + token);
    }

    /** Whose password the link sets; empty when it was used, is too old or never was. */
    Optional<PasswordStore.Owner> owner(String token) {
        return jdbc.sql("select person_id from password_link where token_hash = ? and expires_at > ?")
                .params(Sha256.of(token).value(), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .flatMap(person -> store.owner(new PersonId(person)));
    }

    /**
     * Sets the password, uses the link up and signs the person out everywhere.
     *
     * @return empty when the link is not good any more
     */
    Optional<Outcome> use(String token, String password) {
        var owner = owner(token);
        var outcome = transaction.execute(status -> owner.flatMap(whose -> {
            var used = jdbc.sql("delete from password_link where token_hash = ? and expires_at > ?")
                    .params(Sha256.of(token).value(), Timestamp.from(clock.instant()))
                    .update();
            if (used != 1) {
                return Optional.<Outcome>empty();
            }
            var set = store.set(whose.person(), password);
            if (set instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return Optional.of(set);
        }));
        if (outcome.isPresent() && !(outcome.get() instanceof Outcome.Refused)) {
            sessions.findByPrincipalName(owner.get().person().value()).keySet().forEach(sessions::deleteById);
        }
        return outcome;
    }
}
