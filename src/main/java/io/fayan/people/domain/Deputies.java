package io.fayan.people.domain;

import io.fayan.kernel.PersonId;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Follows who stands in for whom to somebody who is there. */
public final class Deputies {

    private Deputies() {}

    /**
     * @param named the deputy whom an absent person named; empty for somebody who is not absent
     * @param active whether a person is with the company that day
     * @return empty when nobody was named, and when the chain ends at a cycle, an inactive deputy or an absent one without a
     *     deputy of their own
     */
    public static Optional<PersonId> follow(
            PersonId absent,
            Function<PersonId, Optional<PersonId>> named,
            Predicate<PersonId> away,
            Predicate<PersonId> active) {
        var seen = new HashSet<PersonId>();
        var current = absent;
        while (seen.add(current)) {
            var next = named.apply(current);
            if (next.isEmpty() || !active.test(next.get())) {
                return Optional.empty();
            }
            if (!away.test(next.get())) {
                return next;
            }
            current = next.get();
        }
        return Optional.empty();
    }
}
