package io.fayan.platform.frontdoor;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class FrontDoorConfiguration {

    @Bean
    FilterRegistrationBean<FrontDoorFilter> frontDoorFilter() {
        var registration = new FilterRegistrationBean<>(new FrontDoorFilter());
        registration.addUrlPatterns("/camunda/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setMatchAfter(true);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
