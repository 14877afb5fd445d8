package io.fayan.speaking.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fayan.kernel.Sha256;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The diagram viewer lies here as its makers published it (npm bpmn-js 18.31.1), to the byte, with its licence. */
class VendoredViewerTest {

    @ParameterizedTest
    @CsvSource({
        "bpmn-navigated-viewer.production.min.js, 134280f49f2ca8bbc90797fa656177e2b787ae0a62249fe3dadb8038eb88e9db",
        "diagram-js.css, 73f990dcd6cd2ed696aa63a3c73822a97f0ea69a221d76ebe6cf24b01111df21",
        "bpmn-js.css, a1add5dca479c779a54adda507f26796f4d61a5ae15f6cc14a1b017ff65b4015",
        "LICENSE, 5788cf8bd61481776cee1c943595525499a1355c045e9244f92e6c8092c06770"
    })
    void file_is_the_published_one(String file, String sha256) throws IOException {
        var content = new ClassPathResource("static/vendor/bpmn-js/" + file).getContentAsByteArray();
        assertThat(Sha256.of(content).value()).isEqualTo(sha256);
    }
}
