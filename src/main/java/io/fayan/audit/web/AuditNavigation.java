package io.fayan.audit.web;

import io.fayan.kernel.Role;
import io.fayan.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry(1900, "audit.title", "/audit", Set.of(Role.AUDITOR, Role.ADMINISTRATOR));
    }
}
