package io.fayan.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where one stands in a long list, for {@code fragments/pages :: pages}.
 *
 * @param first position of the first row shown, from 1; zero when there is none
 */
public record Pages(long first, long last, long total, @Nullable String previous, @Nullable String next) {

    /**
     * @param path with its filters as they stand in the address, without {@code page}
     * @param page from 0, as the parameter {@code page} says
     */
    public static Pages of(String path, int page, int size, long total) {
        var first = (long) page * size + 1;
        var last = Math.min(total, first + size - 1);
        return new Pages(
                Math.min(first, total),
                last,
                total,
                page > 0 ? at(path, page - 1) : null,
                last < total ? at(path, page + 1) : null);
    }

    private static String at(String path, int page) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
