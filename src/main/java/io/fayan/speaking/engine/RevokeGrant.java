package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.MatterAction;
import io.fayan.platform.frontdoor.MatterRef;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.application.GrantDesk;
import io.fayan.speaking.application.SpeakingNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** Communications take a grant back. Clause 3.1.d. */
@Component
class RevokeGrant implements MatterAction<RevokeGrant.Submission> {

    private final GrantDesk desk;

    RevokeGrant(GrantDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotBlank @Size(max = 2000) String reason) {}

    @Override
    public String prefix() {
        return SpeakingNumbers.PREFIX;
    }

    @Override
    public String name() {
        return "revoke";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(MatterRef request, Submission s) {
        return desk.revoke(request.matter(), request.person(), s.reason());
    }
}
