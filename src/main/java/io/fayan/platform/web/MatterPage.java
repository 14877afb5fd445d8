package io.fayan.platform.web;

import io.fayan.kernel.BusinessNumber;
import io.fayan.kernel.PersonId;
import java.util.Set;

/** How a module's matters appear outside it: in the work list, in search, behind a number somebody typed. */
public interface MatterPage {

    /** The two letters of the business numbers it is for. */
    String prefix();

    /** The subject line for lists; people's text, so it stays in our rows. */
    String subject(BusinessNumber number);

    /** Need to know. */
    boolean visibleTo(PersonId person, BusinessNumber number);

    /**
     * Persons who may not act on this step by any path: the matter is their own, or they filed it for somebody.
     *
     * @param element the step's id in the model; the requester's own steps bar nobody
     */
    Set<PersonId> conflicted(BusinessNumber number, String element);

    /** The portal's path of its page, for example {@code /requests/SR-2026-000001}. */
    String path(BusinessNumber number);
}
