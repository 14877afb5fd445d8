package io.fayan.platform.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.kernel.MissingCalendarYearException;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out each submission once. The key's row, the use case and the engine's step are one transaction; when two of them
 * meet on the same rows the loser is tried again, unseen by the person.
 */
@Component
class Submissions {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    Submissions(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param body digest of everything the submission says; the same key with another body is refused
     * @param attempt the use case and the engine's step; a refusal undoes whatever it wrote
     */
    Answer once(PersonId person, String key, Sha256 body, Supplier<Answer> attempt) {
        try {
            return Attempts.repeat(() -> transaction.execute(status -> {
                var earlier = earlier(person, key, body);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                reserve(person, key, body);
                var answer = attempt.get();
                if (answer instanceof Answer.Accepted accepted) {
                    record(person, key, accepted);
                } else {
                    status.setRollbackOnly();
                }
                return answer;
            }));
        } catch (MissingCalendarYearException e) {
            return Answer.Refused.of(
                    Answer.Kind.INVALID, Refusal.because("frontdoor.calendarMissing", Integer.toString(e.year())));
        } catch (SuspendedEntityInteractionException e) {
            return Answer.Refused.of(Answer.Kind.INVALID, FrontDoor.PAUSED);
        }
    }

    private Optional<Answer> earlier(PersonId person, String key, Sha256 body) {
        return jdbc.sql("select body_hash, answer from submission where person_id = ? and submission_key = ?")
                .params(person.value(), key)
                .query((rs, row) -> body.value().equals(rs.getString(1))
                        ? (Answer) read(rs.getString(2))
                        : Answer.Refused.of(Answer.Kind.KEY_REUSED, Refusal.because("frontdoor.keyReused")))
                .optional();
    }

    private void reserve(PersonId person, String key, Sha256 body) {
        jdbc.sql("insert into submission (person_id, submission_key, body_hash, accepted_at) values (?, ?, ?, ?)")
                .params(person.value(), key, body.value(), Timestamp.from(clock.instant()))
                .update();
    }

    private void record(PersonId person, String key, Answer.Accepted answer) {
        jdbc.sql("update submission set answer = ? where person_id = ? and submission_key = ?")
                .params(write(answer), person.value(), key)
                .update();
    }

    private String write(Answer.Accepted answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is plain text", e);
        }
    }

    private Answer.Accepted read(String answer) {
        try {
            return json.readValue(answer, Answer.Accepted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer is readable", e);
        }
    }
}
