package io.fayan.policy;

import io.fayan.kernel.DomainEvent;
import io.fayan.kernel.PersonId;
import io.fayan.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** It is on record that a version was discussed with the staff or published. Clause 7.2. */
public record ProofRecorded(
        UUID proof, String version, Proof.Kind kind, LocalDate on, List<Sha256> files, PersonId actor, Instant at)
        implements DomainEvent {

    @Override
    public String chain() {
        return "configuration:policy";
    }

    @Override
    public String name() {
        return "policy.proofRecorded";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "proof",
                proof.toString(),
                "version",
                version,
                "kind",
                kind.name(),
                "on",
                on.toString(),
                "files",
                files.stream().map(Sha256::value).sorted().collect(Collectors.joining(" ")));
    }
}
