package io.fayan.platform.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Bean
    NavigationEntry homeEntry() {
        return new NavigationEntry(100, "portal.home", "/", Set.of());
    }

    @Bean
    NavigationEntry workEntry() {
        return new NavigationEntry(500, "portal.work", TASKLIST, Set.of());
    }
}
