package io.fayan.platform.web;

import io.fayan.kernel.PersonId;
import java.util.List;

/** Where the one search field finds things. Answers only what the person may see. */
public interface SearchSource {

    /** @param words what was typed, stripped; at most {@code limit} hits, best first */
    List<Hit> search(PersonId person, String words, int limit);

    /** @param kind message key of what it is, for example {@code search.kind.request} */
    record Hit(String kind, String title, String detail, String path) {}
}
