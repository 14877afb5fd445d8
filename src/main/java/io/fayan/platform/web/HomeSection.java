package io.fayan.platform.web;

import io.fayan.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** One section of the home page: a template fragment and its model. */
public interface HomeSection {

    /** Position on the page: 100 waits for you, 200 your matters, 300 inbox, 400 and up the rest. */
    int order();

    /** Thymeleaf fragment, for example {@code speaking/home :: myRequests}; it finds the model under {@code section}. */
    String fragment();

    /** The fragment's model; null leaves the section out for this person. */
    @Nullable
    Object model(PersonId person);
}
