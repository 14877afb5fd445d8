package io.fayan.speaking.engine;

import io.fayan.platform.frontdoor.MatterAction;
import io.fayan.platform.frontdoor.MatterRef;
import io.fayan.platform.frontdoor.Outcome;
import io.fayan.speaking.application.RequestDesk;
import io.fayan.speaking.application.SpeakingNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Component;

/** The requester withdraws, at any time before publication. */
@Component
class WithdrawRequest implements MatterAction<WithdrawRequest.Submission> {

    private final RequestDesk desk;

    WithdrawRequest(RequestDesk desk) {
        this.desk = desk;
    }

    record Submission(@NotBlank @Size(max = 2000) String reason) {}

    @Override
    public String prefix() {
        return SpeakingNumbers.PREFIX;
    }

    @Override
    public String name() {
        return "withdraw";
    }

    @Override
    public Class<Submission> submission() {
        return Submission.class;
    }

    @Override
    public Outcome submit(MatterRef request, Submission s) {
        return desk.withdraw(request.matter(), request.person(), s.reason());
    }
}
