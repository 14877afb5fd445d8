package io.fayan.audit.domain;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * One entry of a chain, as its row holds it. Whoever can write the row can write anything into it, so nothing is refused
 * here: {@link ChainCheck} says what does not fit.
 *
 * @param seq position in the chain, from 1
 * @param facts canonical JSON
 * @param previous hash of the entry before it; {@link #GENESIS} for the first
 */
public record AuditEntry(
        String chain, long seq, Instant at, String actor, String name, String facts, String previous, String hash) {

    /** Stands for the entry before the first: 64 zeros. */
    public static final String GENESIS = "0".repeat(64);

    private static final Pattern CHAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._/-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+");

    /**
     * The entry that follows the given head.
     *
     * @throws IllegalArgumentException when the event's chain or name has not the documented shape, or a fact is no text
     *     that UTF-8 can hold
     */
    public static AuditEntry after(String head, long length, DomainEvent event) {
        if (!CHAIN.matcher(event.chain()).matches()) {
            throw new IllegalArgumentException("Not a chain's name: " + event.chain());
        }
        if (!NAME.matcher(event.name()).matches() || event.name().length() > 100) {
            throw new IllegalArgumentException("An event is named <module>.<pastTenseFact>, not " + event.name());
        }
        var facts = CanonicalJson.of(event.facts());
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(facts)) {
            throw new IllegalArgumentException("A fact of " + event.name() + " is no Unicode text");
        }
        var unhashed = new AuditEntry(
                event.chain(),
                length + 1,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.actor().value(),
                event.name(),
                facts,
                head,
                "");
        return unhashed.withHash(unhashed.computedHash(length + 1));
    }

    /** What is hashed when the entry stands at this place. */
    public String canonical(long place) {
        return CanonicalJson.object()
                .with("actor", actor)
                .with("at", at)
                .with("chain", chain)
                .withJson("facts", facts)
                .with("name", name)
                .with("previous", previous)
                .with("seq", place)
                .toString();
    }

    String computedHash(long place) {
        return Sha256.of(canonical(place)).value();
    }

    private AuditEntry withHash(String computed) {
        return new AuditEntry(chain, seq, at, actor, name, facts, previous, computed);
    }
}
