package io.fayan.policy.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import io.fayan.platform.web.MatterPage;
import io.fayan.policy.Policy;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A version of the policy behind its number: everybody may see it, and the files that prove how it came about. */
@Component
class VersionPage implements MatterPage {

    private final Policy policy;

    VersionPage(Policy policy) {
        this.policy = policy;
    }

    @Override
    public String prefix() {
        return "PV";
    }

    @Override
    public String subject(BusinessNumber number) {
        return policy.versions(LocaleContextHolder.getLocale()).stream()
                .filter(version -> version.number().equals(number))
                .map(version -> version.title() + " " + version.tag())
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean visibleTo(PersonId person, BusinessNumber number) {
        return true;
    }

    @Override
    public Set<PersonId> conflicted(BusinessNumber number, String element) {
        return Set.of();
    }

    @Override
    public String path(BusinessNumber number) {
        return "/policy/versions#" + number;
    }
}
