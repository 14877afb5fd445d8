package io.fayan.people.web;

import io.fayan.kernel.Role;
import io.fayan.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleNavigation {

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(1000, "people.title", "/people", Set.of(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES));
    }
}
