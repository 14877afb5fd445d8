package io.fayan.speaking.application;

import io.fayan.kernel.BusinessNumber;
import java.util.UUID;

/** What a use case tells the running process beside completing its task. */
public interface Flow {

    void requestWithdrawn(BusinessNumber request);

    void grantRevoked(BusinessNumber request);

    void questionAsked(BusinessNumber request, UUID question);

    /** Opens one more review step in the running round. */
    void reviewerAdded(BusinessNumber request, UUID review);
}
