package io.fayan.speaking.web;

import io.fayan.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpeakingNavigation {

    @Bean
    NavigationEntry requestsEntry() {
        return new NavigationEntry(200, "requests.title", "/requests", Set.of());
    }

    @Bean
    NavigationEntry registerEntry() {
        return new NavigationEntry(300, "register.nav", "/register", Set.of());
    }
}
