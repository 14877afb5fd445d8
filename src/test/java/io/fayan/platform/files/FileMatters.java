package io.fayan.platform.files;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.web.MatterPage;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Matters {@code ZF-…} of tests: visible to {@code ZF-insider} only. */
@Component
class FileMatters implements MatterPage {

    static final PersonId INSIDER = new PersonId("ZF-insider");

    @Override
    public String prefix() {
        return "ZF";
    }

    @Override
    public String subject(BusinessNumber number) {
        return "A matter with files";
    }

    @Override
    public boolean visibleTo(PersonId person, BusinessNumber number) {
        return person.equals(INSIDER);
    }

    @Override
    public Set<PersonId> conflicted(BusinessNumber number, String element) {
        return Set.of();
    }

    @Override
    public String path(BusinessNumber number) {
        return "/test/" + number;
    }
}
