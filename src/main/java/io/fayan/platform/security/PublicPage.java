package io.fayan.platform.security;

/**
 * A page anybody may open without signing in; a bean of the module that owns it.
 *
 * @param pattern path pattern, for example {@code /report/**}
 */
public record PublicPage(String pattern) {}
