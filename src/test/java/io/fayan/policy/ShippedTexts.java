package io.fayan.policy;

import io.fayan.policy.application.ShippedVersionsTest;
import io.fayan.policy.domain.VersionText;

/** The clause texts as they are shipped. */
final class ShippedTexts {

    private ShippedTexts() {}

    static VersionText of(String version) {
        return ShippedVersionsTest.shipped().stream()
                .filter(text -> text.tag().equals(version))
                .findFirst()
                .orElseThrow();
    }
}
