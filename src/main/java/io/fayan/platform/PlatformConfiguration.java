package io.fayan.platform;

import io.fayan.platform.web.Bundles;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /** Milliseconds: what both databases keep and the audit chain hashes. */
    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** One bundle per module, {@code messages/<module>_<language>.properties}; every key in every language. */
    @Bean
    Bundles messageSource() throws IOException {
        var english = new PathMatchingResourcePatternResolver().getResources("classpath:messages/*_en.properties");
        var source = new Bundles();
        source.setBasenames(Arrays.stream(english)
                .map(file -> "classpath:messages/" + file.getFilename().replace("_en.properties", ""))
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
