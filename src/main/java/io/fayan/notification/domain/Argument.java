package io.fayan.notification.domain;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.notification.Notifications.Label;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One argument of a message's text, as its row keeps it.
 *
 * @param value in a form that has no language
 */
public record Argument(Type type, String value) {

    /** What the value is, and with it how a language writes it. */
    public enum Type {
        NUMBER,
        MOMENT,
        DAY,
        MATTER,
        PERSON,
        LABEL
    }

    /** @throws IllegalArgumentException for anything that is no number, time, id or code */
    public static Argument of(Object argument) {
        if (argument instanceof Number number) {
            return new Argument(Type.NUMBER, new BigDecimal(number.toString()).toPlainString());
        }
        if (argument instanceof Instant moment) {
            return new Argument(Type.MOMENT, moment.toString());
        }
        if (argument instanceof LocalDate day) {
            return new Argument(Type.DAY, day.toString());
        }
        if (argument instanceof BusinessNumber number) {
            return new Argument(Type.MATTER, number.value());
        }
        if (argument instanceof PersonId person) {
            return new Argument(Type.PERSON, person.value());
        }
        if (argument instanceof Role role) {
            return new Argument(Type.LABEL, "role." + role.name());
        }
        if (argument instanceof Label label) {
            return new Argument(Type.LABEL, label.key());
        }
        throw new IllegalArgumentException("A message's arguments are numbers, times, ids and codes, not "
                + argument.getClass().getName());
    }
}
