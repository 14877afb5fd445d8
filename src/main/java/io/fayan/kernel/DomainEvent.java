package io.fayan.kernel;

import java.time.Instant;
import java.util.Map;

/**
 * A fact that happened. Delivered synchronously inside the command's transaction; the audit chain, read models and the
 * outbox write their rows there. Carries ids and codes only: no person's text, no name, no case content.
 */
public interface DomainEvent {

    /** What the fact belongs to: a business number, {@code person:<id>} or {@code configuration:<what>}. */
    String chain();

    /** Module and past-tense fact, for example {@code speaking.requestSubmitted}. */
    String name();

    /** Who made it happen; {@link PersonId#SYSTEM} for timers and sweeps. */
    PersonId actor();

    Instant at();

    /** Codes, ids and digests that describe the fact; sorted by the audit chain, so order does not matter. */
    Map<String, String> facts();
}
