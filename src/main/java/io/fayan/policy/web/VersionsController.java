package io.fayan.policy.web;

import io.fayan.kernel.Role;
import io.fayan.people.People;
import io.fayan.platform.files.Files;
import io.fayan.platform.files.Files.Received;
import io.fayan.platform.files.Files.Refused;
import io.fayan.platform.files.Files.StoredFile;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.platform.frontdoor.Refusal;
import io.fayan.platform.security.CurrentPerson;
import io.fayan.platform.security.OnlyFor;
import io.fayan.platform.web.Confirmation;
import io.fayan.platform.web.FormErrors;
import io.fayan.platform.web.Persons;
import io.fayan.platform.web.Texts;
import io.fayan.policy.Policy;
import io.fayan.policy.PolicyOffice;
import io.fayan.policy.PolicyOffice.NewProof;
import io.fayan.policy.PolicyVersion;
import io.fayan.policy.Proof;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of the policy: since when, and what proves that they came about properly. */
@Controller
class VersionsController {

    private final Policy policy;
    private final PolicyOffice office;
    private final Files files;
    private final People people;
    private final Persons persons;
    private final Texts texts;
    private final Clock clock;

    VersionsController(
            Policy policy, PolicyOffice office, Files files, People people, Persons persons, Texts texts, Clock clock) {
        this.policy = policy;
        this.office = office;
        this.files = files;
        this.people = people;
        this.persons = persons;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the form sends, kept for showing it again. */
    record ProofForm(UUID proof, String kind, String on, String remark) {}

    @GetMapping("/policy/versions")
    String versions(Locale language, Model model) {
        var versions = policy.versions(language);
        var proofs =
                versions.stream().flatMap(version -> version.proofs().stream()).toList();
        var attached = proofs.stream()
                .flatMap(proof -> proof.files().stream())
                .distinct()
                .toList();
        persons.expect(proofs.stream().map(Proof::recordedBy).distinct().toList());
        model.addAttribute("versions", versions);
        model.addAttribute("kinds", Proof.Kind.values());
        model.addAttribute("inForce", policy.inForce(clock.instant()));
        model.addAttribute(
                "files",
                attached.isEmpty()
                        ? Map.of()
                        : files.of(attached).stream().collect(Collectors.toMap(StoredFile::id, Function.identity())));
        model.addAttribute(
                "owner",
                people.find(CurrentPerson.id())
                        .filter(person -> person.has(Role.POLICY_OWNER))
                        .isPresent());
        return "policy/versions";
    }

    @OnlyFor(Role.POLICY_OWNER)
    @GetMapping("/policy/versions/{version}/proofs")
    String proofForm(@PathVariable String version, Locale language, Model model) {
        return proofForm(version, new ProofForm(UUID.randomUUID(), "", "", ""), language, model);
    }

    @OnlyFor(Role.POLICY_OWNER)
    @PostMapping("/policy/versions/{version}/proofs")
    String recordProof(
            @PathVariable String version,
            @RequestParam UUID proof,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(name = "files", required = false) List<MultipartFile> uploads,
            Locale language,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var form = new ProofForm(proof, kind, on, remark);
        var refusals = new ArrayList<Refusal>();
        var day = day(on, refusals);
        var received = refusals.isEmpty() ? receive(uploads, refusals) : List.<UUID>of();
        if (refusals.isEmpty()) {
            var known = Stream.of(Proof.Kind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst();
            var outcome = office.recordProof(
                    new NewProof(proof, version, known.orElse(null), day.orElse(null), remark, received),
                    CurrentPerson.id());
            if (outcome instanceof Outcome.Refused refused) {
                refusals.addAll(refused.reasons());
            }
        }
        if (!refusals.isEmpty()) {
            model.addAttribute("errors", FormErrors.of(refusals, texts));
            return proofForm(version, form, language, model);
        }
        new Confirmation(texts.say("policy.proof.recorded"), texts.say("policy.proof.recorded.next")).on(redirect);
        return "redirect:/policy/versions";
    }

    private String proofForm(String version, ProofForm form, Locale language, Model model) {
        model.addAttribute("version", find(version, language));
        model.addAttribute("form", form);
        model.addAttribute("kinds", Proof.Kind.values());
        model.addAttribute("today", people.today());
        return "policy/proof";
    }

    private List<UUID> receive(List<MultipartFile> uploads, List<Refusal> refusals) throws IOException {
        var received = new ArrayList<UUID>();
        for (var upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            if (upload.isEmpty()
                    && Optional.ofNullable(upload.getOriginalFilename())
                            .orElse("")
                            .isEmpty()) {
                continue;
            }
            var name = Optional.ofNullable(upload.getOriginalFilename()).orElse("");
            var receipt = files.receive(CurrentPerson.id(), name, upload.getBytes());
            if (receipt instanceof Refused refused) {
                refusals.add(Refusal.at("files", refused.message()));
            } else {
                received.add(((Received) receipt).file().id());
            }
        }
        return received;
    }

    private static Optional<LocalDate> day(String typed, List<Refusal> refusals) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            refusals.add(Refusal.at("on", "policy.known.import.noDay"));
            return Optional.empty();
        }
    }

    private PolicyVersion find(String tag, Locale language) {
        return policy.versions(language).stream()
                .filter(version -> version.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
