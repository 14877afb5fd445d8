package io.fayan.platform.web;

import io.fayan.kernel.Role;
import java.util.Set;

/**
 * One entry of the portal's navigation; a bean of the module that owns the page.
 *
 * @param order position: 100 home, 200 new request, 300 registers, 400 policy, 500 work; 1000 and up administration
 * @param label message key
 * @param path of the page, for example {@code /register}
 * @param roles who sees it; empty for everybody
 */
public record NavigationEntry(int order, String label, String path, Set<Role> roles) {

    /** From here on entries stand under "administration". */
    public static final int ADMINISTRATION = 1000;

    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    public boolean administration() {
        return order >= ADMINISTRATION;
    }
}
