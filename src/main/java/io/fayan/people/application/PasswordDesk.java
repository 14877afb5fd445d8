package io.fayan.people.application;

import io.fayan.kernel.PersonId;
import io.fayan.people.Credentials;
import io.fayan.people.PasswordChanged;
import io.fayan.people.domain.StaffMember;
import io.fayan.people.domain.StaffRegister;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PasswordDesk implements Credentials {

    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;

    private final StaffRegister staff;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final PasswordEncoder encoder;

    PasswordDesk(StaffRegister staff, Clock clock, ApplicationEventPublisher events, PasswordEncoder encoder) {
        this.staff = staff;
        this.clock = clock;
        this.events = events;
        this.encoder = encoder;
    }

    @Override
    public Outcome set(PersonId person, String password, PersonId by) {
        var member = member(person);
        var details = member.details();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Outcome.refused(Refusal.at("password", "people.refused.passwordShort", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Outcome.refused(Refusal.at("password", "people.refused.passwordLong", LONGEST_BYTES));
        }
        var folded = password.toLowerCase(Locale.ROOT);
        if (folded.equals(details.login().value())
                || folded.equals(details.mail().toLowerCase(Locale.ROOT))) {
            return Outcome.refused(Refusal.at("password", "people.refused.passwordKnown"));
        }
        take(member, encoder.encode(password), by);
        return Outcome.kept();
    }

    @Override
    public void adopt(PersonId person, String hash, PersonId by) {
        if (!hash.matches("\\{[A-Za-z0-9@-]+}.+")) {
            throw new IllegalArgumentException("A hash names its algorithm, for example {bcrypt}");
        }
        take(member(person), hash, by);
    }

    private void take(StaffMember member, String hash, PersonId by) {
        member.setPassword(hash, clock.instant());
        staff.save(member);
        events.publishEvent(new PasswordChanged(member.id(), by, clock.instant()));
    }

    private StaffMember member(PersonId person) {
        return staff.findById(person.value())
                .orElseThrow(() -> new IllegalArgumentException("Nobody has the number " + person));
    }
}
