package io.fayan.platform.security;

import io.fayan.kernel.Sha256;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing without a lock anybody could put on somebody else: failures count for one account from one source, and
 * for one source over all accounts. From another source the account stays open.
 *
 * <p>The failure's row is written before the password is looked at and taken away when the password was right, so attempts
 * made at the same moment see each other.
 */
@Component
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FAILURES_OF_A_PAIR = 5;
    private static final int FAILURES_OF_A_SOURCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    sealed interface Answer {}

    /** The password may be looked at. */
    record Admitted(Attempt attempt) implements Answer {}

    /** Not now, whatever the password. */
    record Wait(Duration left) implements Answer {}

    record Attempt(String account, String source) {}

    Answer begin(String login, String remoteAddress) {
        var attempt = new Attempt(accountKey(login), SignInSource.of(remoteAddress));
        var id = UUID.randomUUID().toString();
        var now = clock.instant();
        jdbc.sql("insert into sign_in_failure (id, account, source, failed_at) values (?, ?, ?, ?)")
                .params(id, attempt.account(), attempt.source(), Timestamp.from(now))
                .update();
        var until = latest(pairOpensAt(attempt, id, now), sourceOpensAt(attempt, id, now));
        if (now.isBefore(until)) {
            jdbc.sql("delete from sign_in_failure where id = ?").param(id).update();
            return new Wait(Duration.between(now, until));
        }
        return new Admitted(attempt);
    }

    void succeeded(Attempt attempt) {
        jdbc.sql("delete from sign_in_failure where account = ? and source = ?")
                .params(attempt.account(), attempt.source())
                .update();
    }

    /** The failure's row stands already; this is the moment to take away those nobody counts any more. */
    void failed() {
        try {
            jdbc.sql("delete from sign_in_failure where failed_at <= ?")
                    .param(Timestamp.from(clock.instant().minus(WINDOW)))
                    .update();
        } catch (PessimisticLockingFailureException e) {
            // Another node is clearing them.
        }
    }

    /** One minute after the fifth failure, then two, four, eight, at most fifteen. */
    private Instant pairOpensAt(Attempt attempt, String self, Instant now) {
        var failures = jdbc.sql(
                        "select failed_at from sign_in_failure where account = ? and source = ? and failed_at > ?"
                                + " and id <> ? order by failed_at desc")
                .params(attempt.account(), attempt.source(), Timestamp.from(now.minus(WINDOW)), self)
                .query(Timestamp.class)
                .list();
        if (failures.size() < FAILURES_OF_A_PAIR) {
            return Instant.MIN;
        }
        var minutes = Math.min(WINDOW.toMinutes(), 1L << Math.min(10, failures.size() - FAILURES_OF_A_PAIR));
        return failures.get(0).toInstant().plus(Duration.ofMinutes(minutes));
    }

    private Instant sourceOpensAt(Attempt attempt, String self, Instant now) {
        List<Timestamp> failures = jdbc.sql(
                        "select failed_at from sign_in_failure where source = ? and failed_at > ? and id <> ?"
                                + " order by failed_at desc limit " + FAILURES_OF_A_SOURCE)
                .params(attempt.source(), Timestamp.from(now.minus(WINDOW)), self)
                .query(Timestamp.class)
                .list();
        return failures.size() < FAILURES_OF_A_SOURCE
                ? Instant.MIN
                : failures.get(failures.size() - 1).toInstant().plus(WINDOW);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static String accountKey(String login) {
        return Sha256.of(Normalizer.normalize(login.strip(), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT))
                .value();
    }
}
