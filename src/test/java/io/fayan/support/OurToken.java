package io.fayan.support;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A request with our CSRF token, cookie and header as a browser's script sends them. Spring Security's own post processor
 * would leave another token repository behind in the shared context, and every later visitor by HTTP would be refused.
 */
public final class OurToken {

    private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private OurToken() {}

    public static RequestPostProcessor csrf() {
        return request -> {
            var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            request.setCookies(Stream.concat(Arrays.stream(cookies), Stream.of(new Cookie("FAYAN-CSRF", TOKEN)))
                    .toArray(Cookie[]::new));
            request.addHeader("X-FAYAN-CSRF", TOKEN);
            return request;
        };
    }
}
