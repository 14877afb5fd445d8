package io.fayan.people.web;

import io.fayan.kernel.PersonId;
import io.fayan.people.Absences;
import io.fayan.people.People;
import io.fayan.platform.web.HomeSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One's running or next absence, and the way to enter one. */
@Component
class AbsenceAtHome implements HomeSection {

    private final Absences absences;
    private final People people;

    AbsenceAtHome(Absences absences, People people) {
        this.absences = absences;
        this.people = people;
    }

    record Shown(Absences.@Nullable Absence absence, boolean running) {}

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String fragment() {
        return "people/home :: absence";
    }

    @Override
    public Object model(PersonId person) {
        var next = absences.of(person).stream().findFirst().orElse(null);
        return new Shown(next, next != null && next.covers(people.today()));
    }
}
