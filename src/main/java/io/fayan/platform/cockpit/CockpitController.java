package io.fayan.platform.cockpit;

import io.fayan.kernel.Role;
import io.fayan.platform.frontdoor.ApplicationScripts;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.NavigationEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what Cockpit may change, and the little that it asks and we do not show. Reached by forward only. */
@RestController
@RequestMapping("/internal/cockpit")
@OnlyFor(Role.OPERATIONS)
class CockpitController {

    private static final int MOST_RETRIES = 10;

    record Pause(@NotNull Boolean suspended, boolean includeProcessInstances, boolean includeJobs) {}

    record Retries(@NotNull @Max(MOST_RETRIES) Integer retries) {}

    private final EngineRoom room;
    private final ApplicationScripts scripts;
    private final CockpitWords words;

    CockpitController(EngineRoom room, ApplicationScripts scripts, CockpitWords words) {
        this.room = room;
        this.scripts = scripts;
        this.words = words;
    }

    @GetMapping("/config.js")
    ResponseEntity<String> configuration(@CookieValue(name = "FAYAN-THEME", required = false) @Nullable String theme) {
        return scripts.cockpit(LocaleContextHolder.getLocale(), theme);
    }

    @GetMapping("/words/{language}")
    ResponseEntity<?> words(@PathVariable("language") String language) {
        return words.in(language)
                .<ResponseEntity<?>>map(said ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(said))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/zero")
    Map<String, Object> zero() {
        return Map.of("count", 0);
    }

    @PutMapping("/definitions/{id}/suspended")
    ResponseEntity<?> suspendDefinition(@PathVariable("id") String id, @RequestBody @Valid Pause pause) {
        return answer(
                room.suspendDefinition(id, pause.suspended(), pause.includeProcessInstances(), CurrentPerson.id()));
    }

    @PutMapping("/instances/{id}/suspended")
    ResponseEntity<?> suspendInstance(@PathVariable("id") String id, @RequestBody @Valid Pause pause) {
        return answer(room.suspendInstance(id, pause.suspended(), CurrentPerson.id()));
    }

    @PutMapping("/job-definitions/{id}/suspended")
    ResponseEntity<?> suspendJobDefinition(@PathVariable("id") String id, @RequestBody @Valid Pause pause) {
        return answer(room.suspendJobDefinition(id, pause.suspended(), pause.includeJobs(), CurrentPerson.id()));
    }

    @PutMapping("/jobs/{id}/suspended")
    ResponseEntity<?> suspendJob(@PathVariable("id") String id, @RequestBody @Valid Pause pause) {
        return answer(room.suspendJob(id, pause.suspended(), CurrentPerson.id()));
    }

    @PutMapping("/jobs/{id}/retries")
    ResponseEntity<?> setRetries(@PathVariable("id") String id, @RequestBody @Valid Retries retries) {
        return answer(room.setRetries(id, retries.retries(), CurrentPerson.id()));
    }

    private static ResponseEntity<?> answer(boolean done) {
        return ResponseEntity.status(done ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry cockpitEntry() {
            return new NavigationEntry(
                    1400, "portal.cockpit", "/camunda/app/cockpit/default/", Set.of(Role.OPERATIONS));
        }
    }
}
