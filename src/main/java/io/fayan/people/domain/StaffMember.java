package io.fayan.people.domain;

import io.fayan.kernel.PersonId;
import io.fayan.kernel.Role;
import io.fayan.people.LoginName;
import io.fayan.people.PersonDetails;
import io.fayan.people.PersonName;
import io.fayan.people.StaffType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person in the register. {@code enrolled} while the engine knows them, which the first and the last day decide. */
@Entity
@Table(name = "person")
public class StaffMember {

    @Id
    private String id;

    private String login;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "given_name")
    private String givenName;

    private String mail;

    @Enumerated(EnumType.STRING)
    @Column(name = "staff_type")
    private StaffType staffType;

    private String unit;

    private @Nullable String manager;

    private String title;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    private String language;

    @Column(name = "active_from")
    private LocalDate activeFrom;

    @Column(name = "active_until")
    private @Nullable LocalDate activeUntil;

    private boolean enrolled;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "password_changed_at")
    private @Nullable Instant passwordChangedAt;

    @Column(name = "search_text")
    private String searchText;

    @Version
    private @Nullable Long version;

    protected StaffMember() {}

    public StaffMember(PersonDetails details) {
        id = details.id().value();
        take(details);
    }

    /**
     * Takes over new details under the same number.
     *
     * @return the names of the components that are different now
     */
    public Set<String> become(PersonDetails details) {
        if (!details.id().equals(id())) {
            throw new IllegalArgumentException("A person keeps the personnel number");
        }
        var before = details();
        var different = new TreeSet<String>();
        for (var component : PersonDetails.class.getRecordComponents()) {
            try {
                var was = component.getAccessor().invoke(before);
                var is = component.getAccessor().invoke(details);
                if (was == null ? is != null : !was.equals(is)) {
                    different.add(component.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Accessors of a public record can be called", e);
            }
        }
        take(details);
        return different;
    }

    private void take(PersonDetails details) {
        login = details.login().value();
        familyName = details.name().family();
        givenName = details.name().given();
        mail = details.mail();
        staffType = details.staffType();
        unit = details.unit();
        manager = details.manager() == null ? null : details.manager().value();
        title = details.title();
        if (!roles.equals(details.roles())) {
            roles.clear();
            roles.addAll(details.roles());
        }
        language = details.language().toLanguageTag();
        activeFrom = details.activeFrom();
        activeUntil = details.activeUntil();
        searchText = SearchText.of(id, login, details.name().full(), familyName + ' ' + givenName, mail, title);
    }

    public PersonDetails details() {
        return new PersonDetails(
                id(),
                new LoginName(login),
                name(),
                mail,
                staffType,
                unit,
                manager(),
                title,
                roles(),
                language(),
                activeFrom,
                activeUntil);
    }

    /** First and last day count. */
    public boolean activeOn(LocalDate day) {
        return !day.isBefore(activeFrom) && (activeUntil == null || !day.isAfter(activeUntil));
    }

    public void enrol() {
        enrolled = true;
    }

    public void withdraw() {
        enrolled = false;
    }

    public boolean enrolled() {
        return enrolled;
    }

    public void setPassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public PersonId id() {
        return new PersonId(id);
    }

    public PersonName name() {
        return new PersonName(familyName, givenName);
    }

    public String unit() {
        return unit;
    }

    public @Nullable PersonId manager() {
        return manager == null ? null : new PersonId(manager);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public @Nullable LocalDate lastDay() {
        return activeUntil;
    }
}
