package io.fayan.accounts.web;

import io.fayan.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsNavigation {

    @Bean
    NavigationEntry accountsEntry() {
        return new NavigationEntry(320, "accounts.title", "/accounts", Set.of());
    }
}
