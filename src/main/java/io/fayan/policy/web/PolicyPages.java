package io.fayan.policy.web;

import io.fayan.kernel.Role;
import io.fayan.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyPages {

    @Bean
    NavigationEntry policyEntry() {
        return new NavigationEntry(400, "policy.title", "/policy", Set.of());
    }

    @Bean
    NavigationEntry knowledgeEntry() {
        return new NavigationEntry(
                1300, "policy.known.title", "/policy/known", Set.of(Role.POLICY_OWNER, Role.HUMAN_RESOURCES));
    }
}
