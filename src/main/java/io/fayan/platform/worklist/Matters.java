package io.fayan.platform.worklist;

import io.fayan.kernel.BusinessNumber;
import io.fayan.platform.web.MatterPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the module that a business number belongs to. */
@Component
public class Matters {

    private final ObjectProvider<MatterPage> pages;

    Matters(ObjectProvider<MatterPage> pages) {
        this.pages = pages;
    }

    public Optional<MatterPage> page(BusinessNumber number) {
        return Optional.ofNullable(byPrefix().get(number.prefix()));
    }

    /** @throws IllegalStateException when no module owns the number: a process runs that nobody has */
    public MatterPage owner(BusinessNumber number) {
        return page(number).orElseThrow(() -> new IllegalStateException("No module owns matters " + number.prefix()));
    }

    public List<MatterPage> all() {
        return pages.orderedStream().toList();
    }

    private Map<String, MatterPage> byPrefix() {
        return pages.orderedStream().collect(Collectors.toMap(MatterPage::prefix, Function.identity()));
    }
}
