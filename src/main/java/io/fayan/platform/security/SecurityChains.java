package io.fayan.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Who gets in where. One chain for each kind of address; the first that matches decides. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String PAGES_CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " manifest-src 'self'";
    private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private final PersonDirectory people;
    private final StatusProblems problems;
    private final boolean secureCookies;

    SecurityChains(
            PersonDirectory people,
            StatusProblems problems,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies) {
        this.people = people;
        this.problems = problems;
        this.secureCookies = secureCookies;
    }

    /** Operators' port, which listens where operators let it: no sign-in, and no more than the exposed endpoints. */
    @Bean
    @Order(5)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return withoutSavedRequests(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The front door's inside: reached by its forward, a direct request finds nothing. */
    @Bean
    @Order(10)
    SecurityFilterChain internal(HttpSecurity http) throws Exception {
        return withoutSavedRequests(http.securityMatcher(path("/internal/**")))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    /** Style, scripts, pictures and the health probes: the same for everybody, no session is read. */
    @Bean
    @Order(20)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return withoutSavedRequests(http.securityMatcher(new OrRequestMatcher(
                        path("/css/**"),
                        path("/js/**"),
                        path("/icons/**"),
                        path("/webjars/**"),
                        path("/vendor/**"),
                        path("/favicon.svg"),
                        path("/favicon.ico"),
                        path("/livez"),
                        path("/readyz"))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> pageHeaders(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** Camunda's web applications: our sign-on, their own CSRF token and content policy. */
    @Bean
    @Order(30)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        return withoutSavedRequests(http.securityMatcher(path("/camunda/**")))
                .addFilterBefore(new PersonFilter(people), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, why) -> {
                    if (path("/camunda/api/**").matches(request)) {
                        problems.answer(request, response, HttpServletResponse.SC_UNAUTHORIZED);
                    } else {
                        toSignIn(request, response, why);
                    }
                }))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .xssProtection(HeadersConfigurer.XXssConfig::disable)
                        .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The API: refusals are problems, never redirects. */
    @Bean
    @Order(40)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return withoutSavedRequests(http.securityMatcher(path("/api/**")))
                .addFilterBefore(new PersonFilter(people), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).csrfTokenRequestHandler(new HeaderOrFormCsrf()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, why) ->
                                problems.answer(request, response, HttpServletResponse.SC_UNAUTHORIZED))
                        .accessDeniedHandler((request, response, why) ->
                                problems.answer(request, response, HttpServletResponse.SC_FORBIDDEN)))
                .headers(SecurityChains::pageHeaders)
                .build();
    }

    /** The portal. */
    @Bean
    @Order(50)
    SecurityFilterChain portal(HttpSecurity http, List<PublicPage> publicPages) throws Exception {
        var open = publicPages.stream().map(page -> path(page.pattern())).toArray(RequestMatcher[]::new);
        return withoutSavedRequests(http)
                .addFilterBefore(new PersonFilter(people), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .requestMatchers(path("/actuator/**"))
                        .hasRole("OPERATIONS")
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).csrfTokenRequestHandler(new HeaderOrFormCsrf()))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler((request, response, who) -> response.sendRedirect(
                                request.getContextPath() + LocalPath.orElse(request.getParameter("continue"), "/")))
                        .failureHandler((request, response, why) -> {
                            request.setAttribute(SignInController.REFUSAL, why);
                            request.getRequestDispatcher(SignInController.REFUSED)
                                    .forward(request, response);
                        }))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(signInPage()))
                .headers(SecurityChains::pageHeaders)
                .build();
    }

    @Bean
    PublicPage signInIsPublic() {
        return new PublicPage("/login");
    }

    @Bean
    PublicPage refusedSignInIsPublic() {
        return new PublicPage(SignInController.REFUSED);
    }

    @Bean
    PublicPage settingAPasswordIsPublic() {
        return new PublicPage("/set-password");
    }

    @Bean
    PublicPage preferencesArePublic() {
        return new PublicPage("/preferences/**");
    }

    /** Behind our chain, before Camunda's own filters ask who is there. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaSignOnFilter() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter("authentication-provider", CamundaSignOn.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(201);
        return registration;
    }

    private CookieCsrfTokenRepository csrfCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("FAYAN-CSRF");
        tokens.setHeaderName("X-FAYAN-CSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> {
            cookie.httpOnly(false).sameSite("Lax");
            if (secureCookies) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    private static HttpSecurity withoutSavedRequests(HttpSecurity http) throws Exception {
        // A request is not kept in a session for later: who is not signed in leaves no session behind.
        return http.requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .httpBasic(AbstractHttpConfigurer::disable);
    }

    private static HeadersConfigurer<HttpSecurity> pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentSecurityPolicy(policy -> policy.policyDirectives(PAGES_CSP))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }

    private static AuthenticationEntryPoint signInPage() {
        return SecurityChains::toSignIn;
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var fragment = request.getHeader("HX-Request") != null;
        var target = fragment ? pathOf(request.getHeader("HX-Current-URL")) : pathOf(request);
        var signIn = request.getContextPath() + "/login"
                + (target.equals("/") ? "" : "?continue=" + UriUtils.encode(target, "UTF-8"));
        if (fragment) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(signIn);
        }
    }

    private static String pathOf(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return "/";
        }
        var query = request.getQueryString();
        return LocalPath.orElse(request.getServletPath() + (query == null ? "" : "?" + query), "/");
    }

    private static String pathOf(String url) {
        if (url == null) {
            return "/";
        }
        try {
            var parsed = UriComponentsBuilder.fromUriString(url).build();
            return LocalPath.orElse(parsed.getPath() + (parsed.getQuery() == null ? "" : "?" + parsed.getQuery()), "/");
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
