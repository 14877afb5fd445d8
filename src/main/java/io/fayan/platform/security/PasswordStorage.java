package io.fayan.platform.security;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How passwords are kept: bcrypt, with the method's name before each hash so that it can change one day. */
@Configuration(proxyBeanMethods = false)
class PasswordStorage {

    @Bean
    PasswordEncoder passwordEncoder(@Value("${fayan.security.bcrypt-strength:12}") int strength) {
        return new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of(
                        "bcrypt",
                        new BCryptPasswordEncoder(strength),
                        // Taken over from other systems.
                        "pbkdf2@SpringSecurity_v5_8",
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }
}
