package io.fayan.platform.web;

/**
 * A small link in the head of every page with a count that its module fetches later, so that pages that need no database
 * stay without one; a bean of the module that owns the page.
 *
 * @param label message key
 * @param icon name in {@code fragments/icons}
 * @param path of the page it leads to
 * @param count path of the fragment with the count
 */
public record HeaderLink(String label, String icon, String path, String count) {}
