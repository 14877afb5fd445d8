package io.fayan.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The embedded forms and their scripts: a browser asks each time whether they changed, so the parts of a form always fit. */
@Configuration(proxyBeanMethods = false)
class FormFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/forms/**")
                .addResourceLocations("classpath:/static/forms/")
                .setCacheControl(CacheControl.noCache().cachePrivate());
    }
}
