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

    /** Persons who may not decide anything in this matter: it is their own, or they filed it for somebody. */
    Set<PersonId> conflicted(BusinessNumber number);

    /** The portal's path of its page, for example {@code /requests/SR-2026-000001}. */
    String path(BusinessNumber number);
}
